"""Ending a plan, by an act of its own or as part of another."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanEnding, PlanBasis
from alongside.family_help.services.standing import open_plan, refuse_day_before_start
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

Outcome = ChildInNeedPlanEnding.Outcome
ENDED = {
    PlanBasis.EARLY_HELP.value: kinds.EARLY_HELP_PLAN_ENDED,
    PlanBasis.SECTION_17.value: kinds.CHILD_IN_NEED_PLAN_ENDED,
}
#: Ends that a plan on this basis does not have. Stepping up is part of the act that starts the next plan.
NOT_FOR = {
    PlanBasis.EARLY_HELP.value: (Outcome.EARLY_HELP, Outcome.STEPPED_UP, Outcome.CHILD_PROTECTION_PLAN),
    PlanBasis.SECTION_17.value: (Outcome.STEPPED_UP,),
}


@transaction.atomic
def end_plan(
    *,
    by: Practitioner,
    child: Person,
    ended_on: date,
    outcome: str,
    reasons: str,
    now: datetime,
    risk_weighed: str = "",
) -> ChildInNeedPlanEnding:
    """End the open plan. When the family withdrew, ``risk_weighed`` says whether that raises risk.

    Raises Refusal for a day that cannot be, or a birthday that has not come. Working Together 2023,
    paragraphs 133 and 181 to 186.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    plan = open_plan(case)
    refuse_day_before_start(ended_on, "ended_on", plan, now)
    if outcome == Outcome.EIGHTEEN:
        _refuse_before_eighteen(case.child, ended_on)
    if outcome in NOT_FOR[plan.basis]:
        raise Refusal(
            "This plan cannot end so.", f"It is {plan.get_basis_display().lower()}.", "Choose another reason.",
            field="outcome",
        )  # fmt: skip
    entry = ENDED[plan.basis].record(
        case, on=ended_on, by=by, now=now, decided=outcome, outcome=str(dict(Outcome.choices).get(outcome, outcome)),
        reasons=reasons,
    )  # fmt: skip
    ending = _end(
        plan,
        entry,
        ended_on=ended_on,
        outcome=outcome,
        reasons=reasons,
        risk_weighed=risk_weighed,
        by=by,
        now=now,
    )
    refresh(case)
    return ending


def end_plan_for(
    case: Case,
    *,
    entry: Entry,
    ended_on: date,
    by: Practitioner,
    now: datetime,
    outcome: str = Outcome.CHILD_PROTECTION_PLAN,
    reasons: str = "A child protection plan took its place.",
) -> ChildInNeedPlanEnding | None:
    """End the case's open plan as part of another act, whose one ``entry`` tells of it; None when there is none.

    For a conference that makes a child protection plan, and a closure. Call it inside that act.
    """
    plan = ChildInNeedPlan.objects.select_for_update().filter(case=case, ending=None).first()
    if plan is None:
        return None
    return end_plan_of(plan, entry=entry, ended_on=ended_on, by=by, now=now, outcome=outcome, reasons=reasons)


def end_plan_of(
    plan: ChildInNeedPlan,
    *,
    entry: Entry,
    ended_on: date,
    by: Practitioner,
    now: datetime,
    outcome: str,
    reasons: str,
) -> ChildInNeedPlanEnding:
    """End this plan, which is open and locked, as part of another act, whose one ``entry`` tells of it."""
    return _end(
        plan, entry, ended_on=max(ended_on, plan.started_on), outcome=outcome, reasons=reasons, risk_weighed="",
        by=by, now=now,
    )  # fmt: skip


def _end(
    plan: ChildInNeedPlan, entry: Entry, *, ended_on: date, outcome: str, reasons: str, risk_weighed: str,
    by: Practitioner, now: datetime,
) -> ChildInNeedPlanEnding:  # fmt: skip
    ending = ChildInNeedPlanEnding(
        area_id=plan.area_id, case_id=plan.case_id, entry=entry, ended_on=ended_on, outcome=outcome,
        reasons=reasons, risk_weighed=risk_weighed, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(ending)
    keep(ending)
    plan.ending = ending
    plan.save(update_fields=("ending",))
    return ending


def _refuse_before_eighteen(child: Person, on: date) -> None:
    age = child.age_on(on)
    if age is not None and age < 18:
        raise Refusal(
            f"{child} was not eighteen on {on:%-d %B %Y}.", f"{child} was {age} that day.",
            "Choose another ground, or correct the date of birth.", field="outcome",
        )  # fmt: skip
