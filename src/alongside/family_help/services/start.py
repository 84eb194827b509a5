"""Starting a plan for a child in need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.shortfalls import record_shortfall
from alongside.chronology.states import states
from alongside.deadlines.projection import refresh
from alongside.family_help.expected import APPROVER, CONTENT, approver_missing, content_missing
from alongside.family_help.models import ChildInNeedPlan
from alongside.family_help.services.contents import NewNeed, PlanAgreed, add_need
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def start_plan(
    *,
    by: Practitioner,
    child: Person,
    started_on: date,
    plan: PlanAgreed,
    now: datetime,
    needs: Sequence[NewNeed] = (),
) -> ChildInNeedPlan:
    """Start a plan for a child in need. Help under section 17 is by agreement, which is recorded as it is.

    Raises Refusal for a day that cannot be, while another plan is open, or under a child protection
    plan, which takes its place. What the plan does not set out is recorded as a shortfall.
    Working Together 2023, paragraphs 156 and 174 to 178, page 73.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    refuse_impossible_day(started_on, what="The start of this plan", field="started_on", case=case, now=now)
    _refuse_second(case)
    started = ChildInNeedPlan(
        area_id=case.area_id, case=case, started_on=started_on, recorded_at=now, recorded_by=by,
        **{each.name: getattr(plan, each.name) for each in fields(plan)},
    )  # fmt: skip
    check(started, exclude=("entry", "ending"))
    started.entry = kinds.CHILD_IN_NEED_PLAN_STARTED.record(
        case, on=started_on, by=by, now=now, aims=plan.aims, family_agreed=plan.family_agreed
    )
    keep(started)
    for need in needs:
        add_need(started, need, started_on, now)
    record_shortfall(started.entry, CONTENT, content_missing(started))
    record_shortfall(started.entry, APPROVER, approver_missing(plan.approved_by, started_on))
    refresh(case)
    return started


def _refuse_second(case: Case) -> None:
    running = ChildInNeedPlan.objects.filter(case=case, ending=None).first()
    if running:
        raise Refusal(
            f"{case.child} has a child-in-need plan already.",
            f"It started on {running.started_on:%-d %B %Y}, and there is one plan at a time.",
            "Change that plan, or end it first.",
        )  # fmt: skip
    if since := states(case.chronology.standing().in_order()).plan_since:
        raise Refusal(
            f"{case.child} has a child protection plan.",
            f"It has stood since {since:%-d %B %Y}, and a child has one plan or the other.",
            "Put the help into the child protection plan. A child-in-need plan can start when that one ends.",
        )  # fmt: skip
