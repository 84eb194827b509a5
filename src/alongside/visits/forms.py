"""What is asked after going to see a child: first what matters most, nothing chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.core.exceptions import ValidationError

from alongside.people.models import Person
from alongside.ui.fields.moments import on_the_clock
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf, Pick, RowsField, TextField
from alongside.visits.models import Alone, Bedroom, Communication, Purpose, Where

WHY_NOT_ALONE = {Alone.NO.value: ("not_alone_because",), Alone.NOT_POSSIBLE.value: ("not_possible_because",)}
OWN_WORDS = "As they said it. Leave it empty if the child said nothing."
TIME_HINT = "For example, 10:30 or 4:15pm"


class _Timed(Form):
    """A form with a day and, where it is known, a time."""

    day_name: ClassVar[str]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        day, written = answers.get(self.day_name), answers.get("time")
        answers["at"] = None
        if day and written:
            try:
                answers["at"] = on_the_clock(day, written, "The time of the visit")
            except ValidationError as wrong:
                self.add_error("time", wrong)
        return answers


class SiblingSeenForm(Form):
    """A brother or sister seen at the same visit, with their own words."""

    child = Pick(label="Which child?", choices=(), type_ahead=False)
    alone = OneOf(label="Was this child seen alone?", choices=Alone.choices, reveals=WHY_NOT_ALONE)
    not_alone_because = TextField(label="Why not?")
    not_possible_because = TextField(label="Why was it not possible?")
    said = LongTextField(label="What did this child say?", help_text=OWN_WORDS, required=False, rows=3)
    observed = LongTextField(label="What did you see?", required=False, rows=3)

    def __init__(self, *args: Any, siblings: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        which = self.fields["child"]
        assert isinstance(which, Pick)
        which.choices = [(sibling.reference, str(sibling)) for sibling in siblings]


class ChildSeenForm(_Timed):
    """A visit at which the child was seen."""

    day_name = "seen_on"
    sections = (
        (
            "The child",
            ("alone", "not_alone_because", "not_possible_because", "said", "communication", "observed"),
        ),
        ("Brothers and sisters seen at the same visit", ("siblings",)),
        ("The visit", ("purpose", "where_detail", "bedroom", "others_there", "what_next")),
    )

    seen_on = DayField(label="When did you see the child?", called="the day you saw the child")
    time = TextField(label="At what time?", help_text=TIME_HINT, required=False, width=10)
    where = OneOf(label="Where?", choices=Where.choices, dense=True, missing="Select where you saw the child")
    alone = OneOf(
        label="Did you see the child alone?",
        choices=Alone.choices,
        reveals=WHY_NOT_ALONE,
        missing="Select whether you saw the child alone",
    )
    not_alone_because = TextField(label="Why not?", missing="Enter why you did not see the child alone")
    not_possible_because = TextField(
        label="Why was it not possible?", missing="Enter why you could not see the child alone"
    )
    said = LongTextField(
        label="What did the child say, in their own words?", help_text=OWN_WORDS, required=False, rows=4
    )
    communication = AnyOf(
        label="How did the child tell you or show you?",
        choices=Communication.choices,
        dense=True,
        required=False,
    )
    observed = LongTextField(
        label="What did you see?", help_text="How the child was, and with whom.", required=False, rows=4
    )
    siblings = RowsField(
        SiblingSeenForm, one="brother or sister", many="brothers and sisters", label="Each in their own words"
    )
    purpose = OneOf(
        label="What was the visit for?",
        choices=Purpose.choices,
        dense=True,
        missing="Select what the visit was for",
    )
    where_detail = TextField(label="Which place?", help_text="If there could be doubt.", required=False)
    bedroom = OneOf(
        label="Did you see where the child sleeps?", choices=Bedroom.choices, dense=True, required=False
    )
    others_there = TextField(label="Who else was there?", required=False)
    what_next = LongTextField(label="What happens next?", required=False, rows=2)

    def __init__(self, *args: Any, siblings: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        others = self.fields["siblings"]
        assert isinstance(others, RowsField)
        others.row_kwargs = {"siblings": siblings}
        if not siblings:
            del self.fields["siblings"]


class ChildNotSeenForm(_Timed):
    """A visit at which the child was not seen."""

    day_name = "tried_on"

    tried_on = DayField(label="When did you try to see the child?", called="the day you tried")
    time = TextField(label="At what time?", help_text=TIME_HINT, required=False, width=10)
    why = LongTextField(
        label="Why did you not see the child?", rows=3, missing="Enter why you did not see the child"
    )
    purpose = OneOf(
        label="What was the visit for?",
        choices=Purpose.choices,
        dense=True,
        missing="Select what the visit was for",
    )
    where = OneOf(label="Where did you try?", choices=Where.choices, required=False)
    what_next = LongTextField(
        label="What will be done now so that the child is seen?", required=False, rows=2
    )
