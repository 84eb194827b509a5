"""Forms made from what a step asks. No judgement is chosen beforehand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from alongside.agencies.models import Agency
from alongside.people.models import Person
from alongside.strands.answers import CHOOSE_AMONG
from alongside.strands.kinds import OUTCOME, YES_NO, Asks, Question, StepKind
from alongside.strands.kinds.declaring import OF_RECORDS
from alongside.strands.local import LocalStep
from alongside.strands.models import Strand
from alongside.ui.forms import (
    AnyOf,
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    Pick,
    PickRecord,
    RowsField,
    TextField,
    WholeNumberField,
)

HAPPENED, LEAD, BESIDE, REASON = "happened", "lead", "beside", "reason"
#: More choices than this are shown small, in columns.
MANY = 6


class StepForm(Form):
    """The questions of one step. ``answers_of`` gives what the act takes.

    opening: asks also who leads on the strand, and what it belongs with among the child's open strands.
    speaks_for: the agencies among which somebody from an agency chooses the one that raises a disagreement.
    """

    def __init__(
        self, *args: Any, kind: StepKind, child: Person, local: Sequence[LocalStep] = (), opening: bool = False,
        others: Sequence[Strand] = (), speaks_for: QuerySet[Agency] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self.fields[HAPPENED] = _when(kind)
        for question in kind.questions:
            self.fields[question.key] = _field(question, kind, local)
            if question.asks in OF_RECORDS:
                among = CHOOSE_AMONG[question.asks](child)
                mine = speaks_for is not None and question.key == "raised-by"
                self.fields[question.key].queryset = speaks_for if mine else among  # type: ignore[attr-defined]
        if opening:
            self._ask_around(child, others)

    def _ask_around(self, child: Person, others: Sequence[Strand]) -> None:
        lead = PickRecord(label="Who leads on this?", required=False)
        lead.queryset = CHOOSE_AMONG[Asks.PRACTITIONER](child)
        self.fields[LEAD] = lead
        if others:
            choices = [("", "Nothing"), *((str(one.pk), str(one)) for one in others)]
            self.fields[BESIDE] = Pick(
                label="What else beside the case does it belong with?",
                required=False,
                type_ahead=False,
                choices=choices,
            )


class CorrectStepForm(StepForm):
    """The same questions, with what was answered, and why it is corrected. Never the day, and never what was decided."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields[HAPPENED]
        self.fields.pop(OUTCOME, None)
        for question in self.fields.values():
            question.shows_recorded = True  # type: ignore[attr-defined]
        self.fields[REASON] = LongTextField(
            label="Why is it corrected?", rows=2, missing="Enter why it is corrected",
            help_text="What was answered before stays readable, beside this.",
        )  # fmt: skip


def answers_of(kind: StepKind, cleaned: Mapping[str, Any]) -> dict[str, Any]:
    """The answers to the step's own questions, by their keys."""
    return {one.key: cleaned.get(one.key) for one in kind.questions}


def _when(kind: StepKind) -> forms.Field:
    called = "the time" if kind.to_the_minute else "the day"
    made = MomentField if kind.to_the_minute else DayField
    return made(label=kind.asks_when, called=called, help_text=kind.help)


def _field(question: Question, kind: StepKind, local: Sequence[LocalStep]) -> forms.Field:
    said: dict[str, Any] = {
        "label": question.label,
        "required": question.required,
        "help_text": question.help,
    }
    if question.missing:
        said["missing"] = question.missing
    if question.only_if:
        said["required"] = question.required
    match question.asks:
        case Asks.DAY:
            return DayField(**said, called=f"the day for “{question.label}”")
        case Asks.MOMENT:
            return MomentField(**said, called=f"the time for “{question.label}”")
        case Asks.LINE:
            return TextField(**said)
        case Asks.NUMBER:
            return WholeNumberField(**said)
        case Asks.YES_NO:
            return OneOf(**said, choices=YES_NO, inline=True, reveals=_reveals(question, kind))
        case Asks.ONE_OF:
            many = len(question.choices) > MANY
            return OneOf(**said, choices=question.choices, dense=many, reveals=_reveals(question, kind))
        case Asks.SEVERAL_OF:
            many = len(question.choices) > MANY
            return AnyOf(**said, choices=question.choices, dense=many, reveals=_reveals(question, kind))
        case Asks.LOCAL_STEP if local:
            return OneOf(**said, choices=[(one.name, one.words) for one in local])
        case Asks.LOCAL_STEP:
            return TextField(**said)
        case Asks.PERSON | Asks.AGENCY | Asks.PRACTITIONER:
            return PickRecord(**said)
        case _:
            return LongTextField(**said, rows=3)


def _reveals(question: Question, kind: StepKind) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one in kind.questions:
        if one.only_if and one.only_if[0] == question.key:
            found[one.only_if[1]] = (*found.get(one.only_if[1], ()), one.key)
    return found


class LocalStepRow(Form):
    """One step of an area's procedure."""

    name = TextField(
        label="What is this step called?", max_length=100, help_text="For example: step 2, team managers"
    )
    who = TextField(label="Who is asked?", max_length=150)
    working_days = WholeNumberField(
        label="Within how many working days is it answered?", least=1, most=60, required=False, suffix="working days",
        help_text="Leave it empty if your procedure sets none.",
    )  # fmt: skip


class LocalStepsForm(Form):
    """An area's steps, from a day on."""

    from_on = DayField(label="From which day?", called="the day from which they hold")
    steps = RowsField(LocalStepRow, one="step", least=1, most=10, label="Steps, in their order")
    because = LongTextField(label="Where was this agreed?", rows=3, missing="Say where this was agreed")
