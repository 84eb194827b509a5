"""An area's own steps for disagreements between practitioners: set by the area, and no law."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.strands.models import LocalSteps
from alongside.ui.words import count, date_words


@dataclass(frozen=True, slots=True)
class LocalStep:
    """One step: what it is called, who is asked there, and the working days an answer may take, where the area says."""

    name: str
    who: str
    working_days: int | None

    @property
    def words(self) -> str:
        days = f", answered within {count(self.working_days, 'working day')}" if self.working_days else ""
        return f"{self.name}: {self.who}{days}"


def steps_of(area: UUID, on: date) -> tuple[LocalStep, ...]:
    """The area's steps in force on a day, in order; none where it has set none. One query."""
    chosen = LocalSteps.objects.filter(area=area, from_on__lte=on).order_by("-from_on").first()
    if chosen is None:
        return ()
    return tuple(LocalStep(one["name"], one["who"], one.get("working_days")) for one in chosen.steps)


def answer_by(steps: Sequence[LocalStep], name: str, asked_on: date) -> date | None:
    """The last day for an answer at this step, as the area counts it; None where it sets no days."""
    step = next((one for one in steps if one.name == name), None)
    if step is None or not step.working_days:
        return None
    return ENGLAND_AND_WALES.after(asked_on, step.working_days)


@transaction.atomic
def set_steps(
    *, by: Practitioner, area: Area, from_on: date, steps: Sequence[Mapping[str, Any]], because: str, now: datetime
) -> LocalSteps:  # fmt: skip
    """Set an area's steps from a day on. What was raised before keeps the days it was raised under."""
    if not policies.SET_LOCAL_STEPS.allows(area, by):
        raise PermissionDenied(f"You cannot set the steps of {area}.")
    if from_on < day_of(now):
        raise Refusal(
            "Steps are set for the days to come.", f"You entered {date_words(from_on)}, which is over.",
            "Enter today or a later day.", field="from_on",
        )  # fmt: skip
    if LocalSteps.objects.filter(area=area, from_on=from_on).exists():
        raise Refusal(
            "Steps from this day are set already.", f"They begin on {date_words(from_on)}.",
            "Choose another day; the later ones hold from then on.", field="from_on",
        )  # fmt: skip
    names = [one["name"] for one in steps]
    if len(set(names)) < len(names):
        raise Refusal(
            "Two steps are called the same.", "Whoever takes a disagreement further chooses the step by its name.",
            "Give each step a name of its own.", field="steps",
        )  # fmt: skip
    made = LocalSteps(
        area=area, from_on=from_on, because=because, recorded_at=now, recorded_by=by,
        steps=[{key: one.get(key) for key in ("name", "who", "working_days")} for one in steps],
    )  # fmt: skip
    made.full_clean()
    made.save()
    write(Action.CHANGE, area=area, by=by, about=made.pk, about_kind="disagreement-steps", now=now)
    return made
