"""Keeping who has been told that a plan ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import PLAN_CHANGED, completing
from alongside.deadlines.projection import refresh
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.refusals import Refusal


@transaction.atomic
def tell_of_ending(
    *,
    by: Practitioner,
    child: Person,
    plan: ChildProtectionPlan,
    notices: Sequence[EndingNotice],
    told_on: date,
    now: datetime,
) -> None:
    """Record that these were told of the plan's end. Raises Refusal for a day before the end, or none named."""
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    found = EndingNotice.objects.filter(
        plan=plan, plan__child=child, told_on=None, pk__in=[notice.pk for notice in notices]
    )
    names = [notice.name for notice in found]
    if not names or plan.ended_on is None:
        raise Refusal(
            "Nobody is chosen who is still to be told.",
            "Either nobody was ticked, or everyone ticked had been told already.",
            "Tick those who have been told, or go back to the plan.",
            field="notices",
        )
    if not plan.ended_on <= told_on <= day_of(now):
        raise Refusal(
            "Nobody could be told of the end on this day.",
            f"You entered {told_on:%-d %B %Y}. The plan ended on {plan.ended_on:%-d %B %Y}, and today is "
            f"{day_of(now):%-d %B %Y}.",
            "Enter the day they were told, or leave it until they have been.",
            field="told_on",
        )
    found.update(told_on=told_on)
    left = EndingNotice.objects.filter(plan=plan, told_on=None)
    PLAN_CHANGED.record(
        case,
        on=told_on,
        by=by,
        now=now,
        what=f"Told that the plan had ended: {', '.join(names)}.",
        **completing("child-protection.ending-told", not left.exists()),
    )
    refresh(case)
