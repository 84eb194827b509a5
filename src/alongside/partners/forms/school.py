"""What a school enters: few questions each, answered in under a minute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from alongside.partners.models import SchoolNotice
from alongside.partners.services import NoticeGiven
from alongside.people.models import Person
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, Pick, TextField, WholeNumberField

Kind = SchoolNotice.Kind
NOT_HERE = "not-here"


class SettleForm(Form):
    """What the front door does with a notice about a child whom the school does not see here."""

    what = OneOf(
        label="What happens with this notice?", missing="Select what happens",
        choices=(
            (SchoolNotice.Settled.MATCHED, "It is about a child who has a record"),
            (SchoolNotice.Settled.REFERRAL, "Make a referral"),
            (SchoolNotice.Settled.NOTHING, "No further action"),
        ),
        reveals={SchoolNotice.Settled.MATCHED: ("reference",), SchoolNotice.Settled.NOTHING: ("because",)},
    )  # fmt: skip
    reference = TextField(label="Reference of the child’s record", called="the reference", width=20)
    because = LongTextField(label="Why?", missing="Say why there is no further action", rows=3, limit=2_000)


class SchoolForm(Form):
    """Whom it is about and when: what every notice asks. A child the school does not see here may be named."""

    kind: ClassVar[str] = ""
    #: Which answers go into the notice as they are.
    told: ClassVar[tuple[str, ...]] = ("from_on", "words")

    child = Pick(label="Which child?", called="the child", missing="Choose the child", shows_recorded=True)
    child_name = TextField(
        label="The child’s full name", called="the child’s full name", max_length=200, required=False
    )
    born_on = DayField(label="The child’s date of birth", called="the child’s date of birth", required=False)
    from_on = DayField(label="When?", called="the day")

    def __init__(self, *args: Any, children: Sequence[Person] = (), chosen: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = {child.reference: child for child in children}
        question = self.fields["child"]
        assert isinstance(question, Pick)
        question.choices = [
            ("", "Choose one"),
            *((key, child.called) for key, child in self.children.items()),
            (NOT_HERE, "A child who is not in this list"),
        ]
        if chosen in self.children:
            self.initial.setdefault("child", chosen)

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("child") == NOT_HERE:
            for name, words in (
                ("child_name", "Enter the child’s full name"),
                ("born_on", "Enter the child’s date of birth"),
            ):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return given

    def about(self) -> Person | None:
        """The child whom the school sees here; None for another."""
        return self.children.get(self.cleaned_data["child"])

    def as_given(self) -> NoticeGiven:
        given = self.cleaned_data
        named = given["child"] == NOT_HERE
        return NoticeGiven(
            kind=self.kind,
            child_name=given.get("child_name", "") if named else "",
            born_on=given.get("born_on") if named else None,
            **{name: given[name] for name in self.told if given.get(name) not in ("", None)},
        )


class AttendanceForm(SchoolForm):
    """Sessions possible and attended in a week, and absence as the school records it."""

    kind = Kind.ATTENDANCE
    told = ("from_on", "possible", "attended", "absence", "words")
    from_on = DayField(label="Which week? Give its Monday", called="the Monday of the week")
    possible = WholeNumberField(
        label="Sessions possible", called="the sessions possible", help_text="Two for each school day."
    )
    attended = WholeNumberField(label="Sessions attended", called="the sessions attended")
    absence = OneOf(
        label="Does the school record this child as absent a great deal?", called="how the school records it",
        choices=SchoolNotice.Absence.choices,
        help_text="As the register shows it for the year so far.",
    )  # fmt: skip
    words = LongTextField(label="Anything the lead practitioner should know", required=False, rows=3)


class SuspensionForm(SchoolForm):
    """A suspension: from when to when, and what for."""

    kind = Kind.SUSPENSION
    told = ("from_on", "to_on", "words")
    from_on = DayField(label="First day", called="the first day")
    to_on = DayField(label="Last day", called="the last day")
    words = LongTextField(
        label="What for, and where is the child meanwhile?", called="what it is for", rows=3
    )


class ExclusionForm(SchoolForm):
    """A permanent exclusion."""

    kind = Kind.EXCLUSION
    from_on = DayField(label="From which day?", called="the day")
    words = LongTextField(label="What for?", called="what it is for", rows=3)


class OffRollForm(SchoolForm):
    """A child taken off the roll."""

    kind = Kind.OFF_ROLL
    told = ("from_on", "known_needs", "words")
    from_on = DayField(label="Off the roll from which day?", called="the day")
    usual = OneOf(
        label="Is this a usual transition, such as from primary to secondary school?", called="whether it is a usual transition",
        choices=(("yes", "Yes"), ("no", "No")),
    )  # fmt: skip
    words = LongTextField(label="Why, and where does the child go?", called="why the child leaves", rows=3)
    known_needs = LongTextField(
        label="What should the local authority know of the circumstances?", required=False, rows=3,
        help_text="Above all if the child is known to children’s social care, or has an education, health and care plan.",
    )  # fmt: skip

    def as_given(self) -> NoticeGiven:
        return replace(super().as_given(), usual_transition=self.cleaned_data["usual"] == "yes")


class HomeEducationForm(SchoolForm):
    """Parents who say that they will educate at home."""

    kind = Kind.HOME_EDUCATION
    told = ("from_on", "known_needs", "words")
    from_on = DayField(label="When did the parents say so?", called="the day")
    words = LongTextField(label="What did they say?", called="what the parents said", rows=3)
    known_needs = LongTextField(
        label="What should the local authority know of the circumstances?", required=False, rows=3
    )


class YoungCarerForm(SchoolForm):
    """A child the school knows as a young carer: a fact, and no judgement of the family."""

    kind = Kind.YOUNG_CARER
    from_on = DayField(label="Since when does the school know?", called="the day")
    words = LongTextField(
        label="For whom does the child care, and what do they do?", called="what the child does", rows=3
    )


NOTICE_FORMS: dict[str, type[SchoolForm]] = {
    form.kind: form
    for form in (
        AttendanceForm,
        SuspensionForm,
        ExclusionForm,
        OffRollForm,
        HomeEducationForm,
        YoungCarerForm,
    )
}
