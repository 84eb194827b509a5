"""What is asked about contexts, about what is done there, and about a child who is linked. No judgement is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet

from alongside.agencies.models import Agency, Practitioner
from alongside.contexts.models import Context, ContextLink, ContextTie, PlaceAction, SiblingConsidered
from alongside.contexts.services import Judged, Risk, Sibling
from alongside.contexts.services.links import WHOLE
from alongside.people.models import Person
from alongside.strands.kinds.exploitation import FORMS
from alongside.ui.forms import (
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    RowsField,
    Sections,
    TextField,
    Tick,
)

NO_NAMES = "Name no child here: those who read it may not know who is linked."
LOOKED = "I have looked: no child is meant by any name here"
LOOKED_HELP = "Needed only where the page says that a given name stands here."


class ContextForm(Form):
    """A new place, group, setting or online space."""

    sections = (("What is known", ("facts", "opinion", "since_on")), ("Who keeps it", ("team", "review_on")))

    kind = OneOf(label="What is it?", choices=Context.Kind.choices, reveals={"online": ("platform",)})
    platform = TextField(label="Which platform?", max_length=100, help_text="The game, app or site.")
    name = TextField(label="What is it called?", max_length=150, help_text=NO_NAMES)
    where = TextField(
        label="Where is it?", max_length=200, required=False, help_text="A street, a ward, a server."
    )
    facts = LongTextField(
        label="What is known?", rows=4, missing="Enter what is known",
        help_text=f"What was seen or heard, when, and by whom. {NO_NAMES}",
    )  # fmt: skip
    opinion = LongTextField(
        label="What do people think of it?", rows=3, required=False,
        help_text="What is thought and not known, and who thinks so.",
    )  # fmt: skip
    since_on = DayField(
        label="Since when is it known?", called="the day since which it is known", required=False
    )
    team = PickRecord(label="Which team is responsible for it?", type_ahead=False)
    review_on = DayField(label="By when is it reviewed?", called="the day by which it is reviewed")

    def __init__(self, *args: Any, teams: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["team"].queryset = teams  # type: ignore[attr-defined]


class ChangeForm(Form):
    """What is known of a context."""

    name = TextField(label="What is it called?", max_length=150, help_text=NO_NAMES)
    where = TextField(label="Where is it?", max_length=200, required=False)
    facts = LongTextField(label="What is known?", rows=5, missing="Enter what is known", help_text=NO_NAMES)
    opinion = LongTextField(label="What do people think of it?", rows=3, required=False)
    looked = Tick(label=LOOKED, required=False, help_text=LOOKED_HELP)


class ReviewForm(Form):
    """A review of a context and its plan."""

    on = DayField(label="When was it reviewed?", called="the day it was reviewed")
    words = LongTextField(label="What was found?", rows=4, missing="Enter what was found", help_text=NO_NAMES)
    review_on = DayField(label="By when is it reviewed again?", called="the day of the next review")


class CloseForm(Form):
    """The end of a context."""

    on = DayField(label="When was it closed?", called="the day it was closed")
    because = LongTextField(label="Why?", rows=3, missing="Enter why it is closed", help_text=NO_NAMES)


class ActionForm(Form):
    """An action of the plan for a place or group."""

    what = LongTextField(
        label="What will be done?", rows=2, missing="Enter what will be done", help_text=NO_NAMES
    )
    why = LongTextField(label="Why?", rows=2, missing="Enter why")
    agency = PickRecord(
        label="Which agency will do it?", required=False, help_text="Its people see this action among theirs."
    )
    body = TextField(
        label="Or who else?", max_length=150, required=False,
        help_text="Licensing, transport, parks, a shop: whoever has no account here.",
    )  # fmt: skip
    by_on = DayField(label="By when?", called="the day by which it is done")
    looked = Tick(label=LOOKED, required=False, help_text=LOOKED_HELP)

    def __init__(self, *args: Any, agencies: QuerySet[Agency], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agency"].queryset = agencies  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(answers.get("agency")) == bool(answers.get("body")):
            self.add_error("agency", "Choose an agency, or name somebody else who will do it; one of the two")
        return answers


class SettleForm(Form):
    """What became of an action."""

    outcome = OneOf(label="What became of it?", choices=PlaceAction.Outcome.choices)
    on = DayField(label="When?", called="the day of it")
    words = LongTextField(
        label="What came of it, or why not?", rows=3, missing="Enter what came of it", help_text=NO_NAMES
    )


class MoveForm(Form):
    """Another day for an action."""

    by_on = DayField(label="By when instead?", called="the new day")
    reason = LongTextField(label="Why?", rows=2, missing="Enter why it is moved", help_text=NO_NAMES)


class NameForm(Form):
    """Somebody who is to work on a context."""

    practitioner = PickRecord(label="Who?", called="who works on it")
    reason = LongTextField(label="Why?", rows=2, missing="Enter why they need it", help_text=NO_NAMES)
    until_on = DayField(
        label="Until when?", called="the last day", help_text="It ends by itself after that day."
    )

    def __init__(self, *args: Any, people: QuerySet[Practitioner], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = people  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why something ends."""

    reason = LongTextField(label="Why?", rows=2, missing="Enter why")


class TieForm(Form):
    """How two children are connected, of both of whom the writer may know."""

    one = Pick(label="Which child?", type_ahead=False)
    other = Pick(label="And which other?", type_ahead=False)
    kind = OneOf(label="How are they connected?", choices=ContextTie.Kind.choices)
    reason = LongTextField(
        label="How is this known, and why is it recorded?", rows=2, missing="Enter how it is known"
    )

    def __init__(self, *args: Any, known: Sequence[ContextLink], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", ""), *((str(link.pk), link.case.child.called) for link in known)]
        for name in ("one", "other"):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("one") and answers.get("one") == answers.get("other"):
            self.add_error("other", "Choose two different children")
        return answers


class RiskRow(Form):
    """One concern, how great the risk is, and why."""

    concern = OneOf(label="Which concern?", choices=FORMS, dense=True)
    level = TextField(label="How great is the risk, as you judge it?", max_length=100)
    reasons = LongTextField(label="Why do you judge it so?", rows=2, missing="Enter the reasons")

    def __init__(self, *args: Any, levels: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if levels:
            self.fields["level"] = _in_words_of_the_area(
                levels, "How great is the risk, as you judge it?", required=True
            )


def _in_words_of_the_area(levels: Sequence[str], label: str, *, required: bool) -> OneOf:
    return OneOf(
        label=label, choices=[(one, one) for one in levels], dense=len(levels) > 6, required=required
    )


class RiskForm(Form):
    """The risk judged anew."""

    sections: ClassVar[Sections] = (
        ("This place or group as a whole", ("whole_level", "whole_reasons")), ("Each concern", ("risks",)),
    )  # fmt: skip

    whole_level = TextField(
        label="How great is the risk in this place or group as a whole?", max_length=100, required=False,
        help_text="People judge it. Nothing here adds it up.",
    )  # fmt: skip
    whole_reasons = LongTextField(label="Why do you judge it so?", rows=2, required=False)
    risks = RowsField(RiskRow, one="concern", least=0, most=10, label="Each concern")
    reason = LongTextField(
        label="What has changed?", rows=2, missing="Enter what has changed", help_text="Name no other child."
    )

    def __init__(self, *args: Any, levels: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["risks"].row_kwargs = {"levels": levels}  # type: ignore[attr-defined]
        if levels:
            label = str(self.fields["whole_level"].label)
            self.fields["whole_level"] = _in_words_of_the_area(levels, label, required=False)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("whole_level") and not answers.get("whole_reasons"):
            self.add_error("whole_reasons", "Enter why you judge it so")
        if answers.get("whole_reasons") and not answers.get("whole_level"):
            self.add_error("whole_level", "Say how great the risk is")
        return answers


class RenewForm(RiskForm):
    """A link goes on until another day, with what is so now."""

    sections: ClassVar[Sections] = (
        ("What the harm is", ("nature", "duration", "location", "response")), *RiskForm.sections,
    )  # fmt: skip

    reason = LongTextField(
        label="Why is the child linked to it?", rows=2, missing="Enter why the child is linked",
        help_text="Name no other child, here or below: this stands on this child’s record alone.",
    )  # fmt: skip
    until_on = DayField(
        label="Until when?", called="the last day of the link",
        help_text="After that day the link asks to be renewed or ended.",
    )  # fmt: skip
    nature = LongTextField(label="What is the harm there, for each concern?", rows=3, required=False)
    duration = LongTextField(label="How long has it gone on?", rows=2, required=False)
    location = LongTextField(label="Where does it happen, and where online?", rows=2, required=False)
    response = LongTextField(
        label="If the child causes harm: how is the child safeguarded first?", rows=2, required=False,
        help_text="A child who harms others is met with a safeguarding response first.",
    )  # fmt: skip

    def __init__(self, *args: Any, siblings: Sequence[Person] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = []
        for one in siblings:
            asked, words = f"sibling_{one.pk.hex}", f"sibling_words_{one.pk.hex}"
            self.fields[asked] = OneOf(
                label=f"Is {one.called} at risk there?",
                choices=SiblingConsidered.AtRisk.choices,
                required=False,
            )
            self.fields[words] = LongTextField(
                label=f"What is known of {one.called} there?", rows=2, required=False
            )
            names += [asked, words]
        if names:
            self.sections = (*self.sections, ("Brothers and sisters", tuple(names)))  # type: ignore[misc]


class LinkForm(RenewForm):
    """A child is linked to a context."""

    context = PickRecord(
        label="Which place, group or online space?", called="the place, group or online space"
    )
    part = OneOf(label="What is the child’s part?", choices=ContextLink.Part.choices)
    from_on = DayField(label="Since when?", called="the day the link begins")

    field_order = ("context", "part", "reason", "from_on", "until_on")

    def __init__(self, *args: Any, contexts: QuerySet[Context], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["context"].queryset = contexts  # type: ignore[attr-defined]


class EndLinkForm(Form):
    """A link ends."""

    on = DayField(label="When did it end?", called="the day it ended")
    reason = LongTextField(
        label="Why?", rows=3, missing="Enter why it ended", help_text="Name no other child."
    )


class LetKnowForm(NameForm):
    """Somebody who works on the context is let know that this child is linked."""

    practitioner = PickRecord(
        label="Who is let know?", called="who is let know",
        help_text="Those who work on it. They are shown the name and the levels of risk, never the record.",
    )  # fmt: skip
    reason = LongTextField(label="Why do they need to know?", rows=2, missing="Enter why they need to know")


class LevelRow(Form):
    """One word for a level of risk."""

    word = TextField(label="What is this level called?", max_length=100)


class RiskWordsForm(Form):
    """An area's words for levels of risk, from a day on."""

    from_on = DayField(label="From which day?", called="the day from which they hold")
    levels = RowsField(LevelRow, one="level", least=2, most=10, label="Words, in their order")
    because = LongTextField(label="Where was this agreed?", rows=2, missing="Say where this was agreed")


def risks_of(answers: Mapping[str, Any]) -> list[Risk]:
    """What was judged, from a form: the whole first, then each concern."""
    whole = [Risk(concern=WHOLE, level=answers["whole_level"], reasons=answers["whole_reasons"])]
    return [*(whole if answers.get("whole_level") else []), *(Risk(**row) for row in answers["risks"])]


def judged_of(answers: Mapping[str, Any], siblings: Sequence[Person]) -> Judged:
    """What was set out about the child there, from a form."""
    asked = [(one, answers.get(f"sibling_{one.pk.hex}")) for one in siblings]
    return Judged(
        nature=answers["nature"], duration=answers["duration"], location=answers["location"], response=answers["response"],
        risks=risks_of(answers),
        siblings=[
            Sibling(person=one, at_risk=said, words=answers.get(f"sibling_words_{one.pk.hex}") or "") for one, said in asked if said
        ],
    )  # fmt: skip
