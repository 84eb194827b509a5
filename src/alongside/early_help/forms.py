"""What is asked in early help. No answer is chosen beforehand, and no sign counts for anything but itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from alongside.agencies.models import Agency, Practitioner
from alongside.early_help.models import EarlyHelpEnding, OfferAnswer
from alongside.early_help.services.offer import signs_on
from alongside.family_help.models import Agreed
from alongside.guidance.kernel.rules import Step
from alongside.people.models import Person
from alongside.ui.fields.days import read_day
from alongside.ui.forms import (
    AnyOf,
    DayField,
    Form,
    LongTextField,
    OneOf,
    PickRecord,
    RowsField,
    Sections,
    TextField,
)

VOLUNTARY = "Early help is voluntary. Say so, and say what is recorded, who sees it and why."


def practitioners_of(area: UUID, day: date) -> QuerySet[Practitioner]:
    """Everybody who works for an agency of the area: any of them may lead early help."""
    return Practitioner.objects.filter(
        is_active=True, posts__agency__areas=area, posts__to_on=None
    ).distinct()


class AnswerRow(Form):
    """What one person answered."""

    part = OneOf(label="Who is this?", choices=OfferAnswer.Part.choices, missing="Select who this is")
    who = TextField(
        names=True,
        label="Their name",
        called="their name",
        max_length=150,
        help_text="For example Grace, her mother",
    )
    answer = OneOf(
        label="Do they agree to help?", choices=Agreed.choices, missing="Select what they answered"
    )
    words = LongTextField(label="In their words", rows=2, required=False)
    may_share = OneOf(
        label="Do they agree to information being shared?", choices=Agreed.choices,
        missing="Select what they answered about sharing",
        help_text="This is a question of its own: somebody may want help and not want something shared.",
    )  # fmt: skip


class OfferForm(Form):
    """An offer of early help, and what the family answered."""

    sections: ClassVar[Sections] = (
        ("The family's answers", ("told", "answers")),
        ("Signs that were noticed", ("signs",)),
    )

    offered_on = DayField(label="When did you offer early help?", called="the day of the offer")
    why = LongTextField(
        label="What might the family be helped with?", rows=3, missing="Enter what the family might be helped with"
    )  # fmt: skip
    told = LongTextField(
        label="What did you tell them about what is recorded and shared, and why?", rows=3, required=False,
        help_text=VOLUNTARY,
    )  # fmt: skip
    answers = RowsField(
        AnswerRow, one="person", many="people", label="What did each of them answer?",
        missing="Enter what at least one person answered",
    )  # fmt: skip
    signs = AnyOf(
        label="Which of these have you noticed?", required=False, dense=True,
        help_text="Things the guidance asks everybody to be alert to. They are not a threshold, and nobody counts them.",
    )  # fmt: skip

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        signs = self.fields["signs"]
        assert isinstance(signs, AnyOf)
        signs.choices = [(one.key, one.label) for one in signs_on(self._day() or today)]

    def _day(self) -> date | None:
        """The day that was typed, so that its own text gives the list."""
        if not self.is_bound:
            return None
        boxes = {
            box: (self.data.get(self.add_prefix(f"offered_on_{box}")) or "")
            for box in ("day", "month", "year")
        }
        try:
            return read_day(boxes, "the day of the offer")
        except ValidationError:
            return None


class NewFamilyForm(OfferForm):
    """An offer to a family whose child has no record here that one can open."""

    sections: ClassVar[Sections] = (
        ("The child", ("given", "family", "born_on", "expected_on", "sex")),
        *OfferForm.sections,
    )

    given = TextField(label="First name or names", called="the child's first name", max_length=100)
    family = TextField(label="Family name", called="the child's family name", max_length=100)
    born_on = DayField(label="Date of birth", called="the child's date of birth", required=False)
    expected_on = DayField(
        label="If not born yet: expected date of birth", called="the expected date of birth", required=False
    )
    sex = OneOf(label="Sex", choices=Person.Sex.choices, required=False, inline=True)

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if answers.get("born_on") and answers.get("expected_on"):
            self.add_error(
                "expected_on", "Give a date of birth or an expected date of birth, not both. Take one out."
            )
        return answers


class RefusalForm(Form):
    """The family does not agree, or agrees no longer."""

    sections: ClassVar[Sections] = (
        ("Before anything is decided", ("why", "reassured", "other_ways")),
        ("What you decide", ("without_help", "decision", "reasons")),
    )

    refused_on = DayField(label="When did the family say so?", called="the day the family said so")
    why = LongTextField(
        label="Why do they not want it?", rows=3, required=False,
        help_text="Ask, and write it as they said it. Not having taken up help before is never held against a family.",
    )  # fmt: skip
    reassured = LongTextField(
        label="What did you tell them?", rows=3, required=False,
        help_text="That it is voluntary, what it offers, and what is recorded and shared and why.",
    )  # fmt: skip
    other_ways = LongTextField(
        label="What other ways of helping are there?", rows=3, required=False,
        help_text="For example what school, health visitor or family hub offer to everybody.",
    )  # fmt: skip
    without_help = LongTextField(
        label="What is likely to happen for the child without this help?", rows=3,
        missing="Enter what is likely to happen without this help",
    )  # fmt: skip
    decision = OneOf(label="What do you decide?", choices=(), missing="Select what you decide")
    reasons = LongTextField(label="Why?", rows=3, missing="Enter the reasons for the decision")

    def __init__(self, *args: Any, steps: Iterable[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        decision = self.fields["decision"]
        assert isinstance(decision, OneOf)
        steps = tuple(steps)
        decision.choices = [(step.key, step.label) for step in steps]
        decision.hints = {step.key: step.help for step in steps if step.help}


class AssessmentForm(Form):
    """The early help assessment, heading by heading."""

    written_on = DayField(label="On which day is this true?", called="the day")
    agreement = LongTextField(label="The agreement of the child and parents", rows=3, required=False)
    practitioners = LongTextField(label="Who contributes", rows=3, required=False)
    wishes = LongTextField(
        label="What the child and the family wish and feel", rows=4, required=False,
        help_text="Would an advocate help? Say whether one was offered.",
    )  # fmt: skip
    contexts = LongTextField(
        label="The child's age, family, and what is around the family", rows=4, required=False,
        help_text="Friends, school, places and online as well as home.",
    )  # fmt: skip
    each_member = LongTextField(
        label="What each member of the family needs", rows=5, required=False,
        help_text="Education, health, drugs and alcohol, money, housing, relationships, domestic abuse, crime. Where a "
        "family has broken down, working with all of it together may not be right.",
    )  # fmt: skip
    underlying = LongTextField(label="What shows, and what lies beneath it", rows=4, required=False)
    facts = LongTextField(label="Facts, and strengths", rows=4, required=False)
    action = LongTextField(
        label="What will be done, and how it stops things getting worse", rows=4, required=False
    )
    later_use = LongTextField(
        label="What children's social care should know, if it ever has to assess", rows=3, required=False
    )
    special_regard = LongTextField(
        label="Does anybody need special regard?", rows=3, required=False,
        help_text="A learning difficulty, another language, experience of care, young parents, fathers, LGBT parents.",
    )  # fmt: skip
    complete = OneOf(
        label="Is it finished?", choices=(("no", "No, it goes on"), ("yes", "Yes, it is finished")), inline=True,
        missing="Select whether it is finished",
    )  # fmt: skip


class MemberForm(Form):
    """Somebody for the team around the family."""

    practitioner = PickRecord(
        label="A practitioner with an account", required=False,
        help_text="They can read the plan and the assessment from then on.",
    )  # fmt: skip
    name = TextField(
        names=True, label="Or the name of somebody without one", required=False, max_length=150,
        help_text="In the family, among its friends, or in an agency.",
    )  # fmt: skip
    agency = PickRecord(label="Which agency are they from, if any?", required=False)
    part = TextField(label="What do they do?", required=False, max_length=200)
    from_on = DayField(label="From which day?", called="the day from which they are in the team")

    def __init__(self, *args: Any, area: UUID, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = practitioners_of(area, today)  # type: ignore[attr-defined]
        self.fields["agency"].queryset = Agency.objects.filter(areas=area, closed_on=None)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not (answers.get("practitioner") or answers.get("name")):
            self.add_error("name", "Choose a practitioner, or enter a name")
        return answers


class LeaveForm(Form):
    """Somebody leaves the team."""

    to_on = DayField(label="What was their last day in the team?", called="their last day")
    why = LongTextField(label="Why?", rows=2, required=False)


class LeadForm(Form):
    """Who leads early help."""

    practitioner = PickRecord(
        label="Who leads?", missing="Choose who leads",
        help_text="A practitioner of any agency. They agree to it themselves.",
    )  # fmt: skip
    family_view = LongTextField(
        label="What do the child and the family say about who leads?", rows=3, required=False,
        help_text="They should have a say.",
    )  # fmt: skip
    from_on = DayField(label="From which day?", called="the day from which they lead")

    def __init__(self, *args: Any, area: UUID, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["practitioner"].queryset = practitioners_of(area, today)  # type: ignore[attr-defined]


class MeetingForm(Form):
    """A meeting of the team around the family."""

    met_on = DayField(label="When did the team meet?", called="the day of the meeting")
    who = LongTextField(label="Who was there?", rows=3, missing="Enter who was there")
    child_and_family = LongTextField(label="What did the child and the family say?", rows=3, required=False)
    discussed = LongTextField(label="What was talked about?", rows=4, required=False)
    agreed = LongTextField(label="What was agreed?", rows=3, required=False)


class StepDownForm(Form):
    """Section 17 gives way to early help."""

    sections: ClassVar[Sections] = (
        ("The family's agreement", ("family_agreed", "agreed_by", "agreement_words")),
        ("Who leads", ("lead", "family_view")),
        ("Who decided", ("reasons", "approved_by")),
    )

    stepped_on = DayField(label="From which day does early help go on?", called="the day of the step down")
    family_agreed = OneOf(
        label="Does the family agree to early help?", choices=Agreed.choices, missing="Select whether the family agrees"
    )  # fmt: skip
    agreed_by = TextField(names=True, label="Who was asked?", required=False)
    agreement_words = LongTextField(label="What did they say?", rows=2, required=False)
    lead = PickRecord(label="Who leads early help?", missing="Choose who leads early help")
    family_view = LongTextField(
        label="What do the child and the family say about who leads?", rows=2, required=False
    )
    reasons = LongTextField(
        label="Why does the child need help under section 17 no longer?", rows=3, missing="Enter the reasons"
    )
    approved_by = PickRecord(label="Which practice supervisor or manager agreed?", required=False)

    def __init__(
        self, *args: Any, area: UUID, today: date, supervisors: QuerySet[Practitioner], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead"].queryset = practitioners_of(area, today)  # type: ignore[attr-defined]
        self.fields["approved_by"].queryset = supervisors  # type: ignore[attr-defined]


class EndForm(Form):
    """Early help ends."""

    ended_on = DayField(label="When did early help end?", called="the day early help ended")
    outcome = OneOf(
        label="Why does it end?", choices=EarlyHelpEnding.Outcome.choices, missing="Select why it ends"
    )
    reasons = LongTextField(
        label="What has changed for the child and the family?", rows=4, missing="Enter the reasons"
    )
    views = LongTextField(label="What do the child and the family say?", rows=3, required=False)
    told = LongTextField(
        label="Who was told?", rows=2, required=False, help_text="The family, and everybody in its team."
    )
