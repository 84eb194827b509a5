"""The plan that is open, and the days an act upon it may carry."""

from __future__ import annotations

from datetime import date, datetime

from alongside.cases.models import Case
from alongside.chronology.days import refuse_impossible_day
from alongside.family_help.models import ChildInNeedPlan
from alongside.refusals import Refusal


def open_plan(case: Case) -> ChildInNeedPlan:
    """The case's open plan, locked. Raises Refusal when there is none."""
    plan = ChildInNeedPlan.objects.select_for_update().filter(case=case, ending=None).first()
    if plan is None:
        raise Refusal(
            f"{case.child} has no plan that is open.", "The last one has ended, or none has started.",
            "Start a plan, if the family agrees to help.",
        )  # fmt: skip
    return plan


def refuse_day_before_start(day: date, field: str, plan: ChildInNeedPlan, now: datetime) -> None:
    """Raise Refusal when the day is in the future, or before the plan started."""
    refuse_impossible_day(day, what="This", field=field, case=plan.case, now=now)
    if day < plan.started_on:
        raise Refusal(
            "This is before the plan started.",
            f"You entered {day:%-d %B %Y}, and it started on {plan.started_on:%-d %B %Y}.",
            "Check the day. If the start is wrong, correct it on the timeline.", field=field,
        )  # fmt: skip
