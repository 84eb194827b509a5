"""Writing the plan in words for the child."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import PLAN_CHANGED
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lifespan
from alongside.plans.models import PlanForTheChild


@transaction.atomic
def write_plan_for_the_child(
    *,
    by: Practitioner,
    child: Person,
    worries: str,
    promises: str,
    who_helps: str = "",
    what_next: str = "",
    disagree: str = "",
    explained_on: date | None = None,
    child_said: str = "",
    now: datetime,
) -> PlanForTheChild:
    """Write the child's own version of the plan; earlier versions are kept.

    explained_on: the day it was explained to the child, with child_said, what they said of it. Raises
    Refusal for a day in the future or before the plan began.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    plan = lifespan.open_plan(child)
    if explained_on is not None:
        lifespan.check_in_plan(explained_on, plan.started_on, day_of(now), field="explained_on")
    written = PlanForTheChild(
        plan=plan, written_on=day_of(now), who_helps=who_helps, worries=worries, promises=promises,
        what_next=what_next, disagree=disagree, explained_on=explained_on, child_said=child_said,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(written)
    keep(written)
    told = f" It was explained to {child} on {explained_on:%-d %B %Y}." if explained_on else ""
    said = f" {child} said: “{child_said}”" if child_said else ""
    PLAN_CHANGED.record(
        case,
        on=day_of(now),
        by=by,
        now=now,
        what=f"{child}'s own version of the plan was written.{told}{said}",
    )
    refresh(case)
    return written
