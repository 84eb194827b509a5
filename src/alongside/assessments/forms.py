"""What is asked when an assessment begins, is sent, decided or explained. No judgement is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from alongside.agencies.models import Agency
from alongside.assessments.factors import FACTORS
from alongside.assessments.models import Assessment, AssessmentNotice
from alongside.assessments.services import CHILD, FAMILY, PRACTITIONERS
from alongside.guidance.kernel.rules import Step
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf, Pick, RowsField, TextField

#: More agencies than ever work with one child; each is asked about.
MOST_AGENCIES = 100


class ReviewPointForm(Form):
    """A day on which those involved look at how the assessment is going."""

    on = DayField(label="Day", called="the day of the review point")
    what = TextField(label="What will be looked at?", required=False)


class StartForm(Form):
    """The beginning of an assessment."""

    sections = (("Review points", ("review_points",)),)

    started_on = DayField(label="When did the assessment begin?", called="the day the assessment began")
    basis = OneOf(
        label="Under which section?",
        choices=Assessment.Basis.choices,
        missing="Select the section it is made under",
    )
    why = LongTextField(
        label="Why is the child being assessed?", rows=4, missing="Enter why the child is being assessed"
    )
    pace = LongTextField(
        label="How quickly must it go for this child, and why?", rows=3, required=False,
        help_text="The limit is the most the guidance allows, not a target.",
    )  # fmt: skip
    review_points = RowsField(
        ReviewPointForm,
        one="review point",
        least=0,
        label="When will those involved look at how it is going?",
    )


class _OutcomeForm(Form):
    """An outcome from the pathway of the edition, with reasons."""

    outcome = OneOf(label="What is the outcome?", choices=(), missing="Select the outcome")
    reasons = LongTextField(
        label="What are the reasons?", rows=6, missing="Enter the reasons for the outcome"
    )

    def __init__(self, *args: Any, outcomes: Iterable[Step], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, OneOf)
        outcomes = tuple(outcomes)
        outcome.choices = [(step.key, step.label) for step in outcomes]
        outcome.hints = {step.key: step.help for step in outcomes if step.help}


class SendForm(_OutcomeForm):
    """The outcome proposed by whoever led the assessment."""

    sent_on = DayField(label="On which day is it sent?", called="the day it is sent")
    field_order = ("outcome", "reasons", "sent_on")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].label = "What outcome do you propose?"


class ReturnForm(Form):
    """What more is needed before the assessment can be approved."""

    why = LongTextField(label="What more is needed?", rows=6, missing="Enter what more is needed")
    returned_on = DayField(label="On which day is it returned?", called="the day it is returned")


class ApproveForm(_OutcomeForm):
    """The decision: the outcome, the factors found, and who is told in writing."""

    sections = (
        ("The decision", ("outcome", "reasons", "approved_on", "factors")),
        ("Told in writing", ("told_family", *(f"told_{number}" for number in range(MOST_AGENCIES)))),
        ("What is missing", ("explanation",)),
    )

    approved_on = DayField(label="On which day is it decided?", called="the day it is decided")
    factors = AnyOf(
        label="Which factors were found?",
        help_text="The children in need census asks for them. They are no judgement of the family.",
        choices=tuple(FACTORS.items()),
        dense=True,
        missing="Select every factor found, or “No factor found, and no further action”",
    )

    def __init__(self, *args: Any, agencies: Sequence[Agency], falls_short: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = agencies
        _ask_who_was_told(self, agencies)
        if falls_short:
            self.fields["explanation"] = LongTextField(
                label="Is there a reason why something is missing?", rows=3, required=False
            )

    def clean(self) -> dict[str, Any]:
        """Gathers those who are told, as the act takes them."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        answers["told"] = _who_was_told(answers, self.agencies)
        return answers


class TellForm(Form):
    """Who has been told what the assessment decided since it was approved."""

    told_on = DayField(label="When were they told?", called="the day they were told")

    def __init__(self, *args: Any, agencies: Sequence[Agency], family: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = agencies
        _ask_who_was_told(self, agencies, family=family)

    def clean(self) -> dict[str, Any]:
        """Gathers those who are told, as the act takes them."""
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        answers["told"] = _who_was_told(answers, self.agencies)
        return answers


def _ask_who_was_told(form: Form, agencies: Sequence[Agency], *, family: bool = True) -> None:
    whom = [("told_family", "The family")] if family else []
    whom += [(f"told_{number}", agency.name) for number, agency in enumerate(agencies)]
    for name, called in whom:
        form.fields[name] = Pick(
            label=f"{called}: how were they told?", choices=(("", "Not told yet"), *AssessmentNotice.How.choices),
            required=False, type_ahead=False,
        )  # fmt: skip


def _who_was_told(answers: Mapping[str, Any], agencies: Sequence[Agency]) -> list[tuple[Agency | None, str]]:
    """Each who was told, and how; None is the family."""
    told: list[tuple[Agency | None, str]] = [(None, answers.get("told_family") or "")]
    told += [(agency, answers.get(f"told_{number}") or "") for number, agency in enumerate(agencies)]
    return [(agency, how) for agency, how in told if how]


class OverRunForm(Form):
    """Why an assessment takes longer than the limit."""

    why = LongTextField(label="Why is it taking longer?", rows=5, missing="Enter why it is taking longer")
    discussed_with = AnyOf(
        label="With whom have you talked about it?",
        choices=(
            (CHILD, "The child"),
            (FAMILY, "The family"),
            (PRACTITIONERS, "The practitioners involved"),
        ),
        required=False,
    )
    explained_on = DayField(label="On which day is this recorded?", called="the day this is recorded")
