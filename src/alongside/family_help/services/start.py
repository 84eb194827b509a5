"""Starting a plan for a child in need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.basis import begin_in_need
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.shortfalls import record_shortfall
from alongside.chronology.states import states
from alongside.deadlines.projection import refresh
from alongside.family_help.expected import APPROVER, CONTENT, approver_missing, content_missing
from alongside.family_help.models import ChildInNeedPlan, PlanBasis
from alongside.family_help.names import plan_name, with_article, works_by_family_help
from alongside.family_help.services.contents import NewNeed, PlanAgreed, add_need
from alongside.family_help.services.end import Outcome, end_plan_of
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

STARTED = {
    PlanBasis.EARLY_HELP.value: kinds.EARLY_HELP_PLAN_STARTED,
    PlanBasis.SECTION_17.value: kinds.CHILD_IN_NEED_PLAN_STARTED,
}


@transaction.atomic
def start_plan(
    *,
    by: Practitioner,
    child: Person,
    started_on: date,
    plan: PlanAgreed,
    now: datetime,
    needs: Sequence[NewNeed] = (),
    basis: str = PlanBasis.SECTION_17,
) -> ChildInNeedPlan:
    """Start a plan for a child in need, or of early help. Either is by agreement, which is recorded as it is.

    A plan under section 17 takes the place of an open early help plan, which ends as stepped up; where the area
    works by family help the plan there is goes on instead. Raises Refusal for a day that cannot be, while another
    plan is open, or under a child protection plan, which takes its place. What a plan under section 17 does not
    set out is recorded as a shortfall. Working Together 2023, paragraphs 118, 131, 156 and 174 to 178, page 73.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    refuse_impossible_day(started_on, what="The start of this plan", field="started_on", case=case, now=now)
    gives_way = _refuse_second(case, basis, started_on)
    if basis == PlanBasis.SECTION_17:
        begin_in_need(case, on=started_on, now=now)
    started = ChildInNeedPlan(
        area_id=case.area_id, case=case, basis=basis, started_on=started_on, recorded_at=now, recorded_by=by,
        **{each.name: getattr(plan, each.name) for each in fields(plan)},
    )  # fmt: skip
    kind = STARTED[started.basis]
    started.entry = kind.record(
        case, on=started_on, by=by, now=now, aims=plan.aims, family_agreed=plan.family_agreed
    )
    if gives_way:
        end_plan_of(
            gives_way, entry=started.entry, ended_on=started_on, by=by, now=now, outcome=Outcome.STEPPED_UP,
            reasons="Help goes on under section 17, in a plan of its own.",
        )  # fmt: skip
    # Whatever stands beside this plan was checked before the one that gives way to it had ended.
    check(started, exclude=("entry", "ending"))
    keep(started)
    for need in needs:
        add_need(started, need, started_on, now)
    if basis == PlanBasis.SECTION_17:
        record_shortfall(started.entry, CONTENT, content_missing(started))
        record_shortfall(started.entry, APPROVER, approver_missing(plan.approved_by, started_on))
    refresh(case)
    return started


def _refuse_second(case: Case, basis: str, on: date) -> ChildInNeedPlan | None:
    """The early help plan that gives way to this one, if any. Raises Refusal for any other that is open."""
    running = ChildInNeedPlan.objects.select_for_update().filter(case=case, ending=None).first()
    if running:
        steps_up = running.basis == PlanBasis.EARLY_HELP and basis == PlanBasis.SECTION_17
        family_help = works_by_family_help(case.area, on)
        if steps_up and not family_help:
            return running
        name = plan_name(running.basis, family_help=family_help)
        raise Refusal(
            f"{case.child} has {with_article(name)} already.",
            f"It started on {running.started_on:%-d %B %Y}, and there is one plan at a time.",
            "Make section 17 the basis of that plan; it goes on with all that is in it."
            if steps_up else "Change that plan, or end it first.",
        )  # fmt: skip
    if since := states(case.chronology.standing().in_order()).plan_since:
        raise Refusal(
            f"{case.child} has a child protection plan.",
            f"It has stood since {since:%-d %B %Y}, and a child has one plan or the other.",
            "Put the help into the child protection plan. A child-in-need plan can start when that one ends.",
        )  # fmt: skip
    return None
