"""Reviewing a plan."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.projection import refresh
from alongside.family_help.expected import APPROVER, approver_missing
from alongside.family_help.models import ChildInNeedPlanReview, PlanBasis
from alongside.family_help.pathways import label_of
from alongside.family_help.services.standing import open_plan, refuse_day_before_start
from alongside.keeping import check, keep
from alongside.people.models import Person

REVIEW_OUTCOME = "child-in-need.review-outcome"
REVIEW_OUTCOMES = {
    PlanBasis.EARLY_HELP.value: "early-help.review-outcome",
    PlanBasis.SECTION_17.value: REVIEW_OUTCOME,
}
REVIEWED = {
    PlanBasis.EARLY_HELP.value: kinds.EARLY_HELP_PLAN_REVIEWED,
    PlanBasis.SECTION_17.value: kinds.CHILD_IN_NEED_PLAN_REVIEWED,
}


@transaction.atomic
def record_review(
    *,
    by: Practitioner,
    child: Person,
    reviewed_on: date,
    decision: str,
    reasons: str,
    now: datetime,
    progress: str = "",
    child_and_family: str = "",
    agreed_with: Practitioner | None = None,
    next_review_on: date | None = None,
) -> ChildInNeedPlanReview:
    """Record a review of the open plan and what was decided; ending it is an act of its own.

    ``agreed_with`` is the practice supervisor or manager who agreed. Raises Refusal for a day that
    cannot be, or a decision the text does not have. Working Together 2023, paragraphs 174 and 181 to 183.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    plan = open_plan(case)
    refuse_day_before_start(reviewed_on, "reviewed_on", plan, now)
    label = label_of(REVIEW_OUTCOMES[plan.basis], decision, reviewed_on, "decision")
    review = ChildInNeedPlanReview(
        area_id=case.area_id, case=case, plan=plan, reviewed_on=reviewed_on, decision=decision,
        decision_label=label, reasons=reasons, progress=progress, child_and_family=child_and_family,
        agreed_with=agreed_with, next_review_on=next_review_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(review, exclude=("entry",))
    review.entry = REVIEWED[plan.basis].record(
        case, on=reviewed_on, by=by, now=now, decision=f"{label}.", decided=decision, reasons=reasons
    )
    keep(review)
    plan.next_review_on = next_review_on
    plan.save(update_fields=("next_review_on",))
    if plan.basis == PlanBasis.SECTION_17:
        record_shortfall(review.entry, APPROVER, approver_missing(agreed_with, reviewed_on))
    refresh(case)
    return review
