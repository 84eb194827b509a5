"""What the guidance expects of a child-in-need plan, and is not there."""

from __future__ import annotations

from datetime import date

from alongside.agencies.models import Practitioner
from alongside.chronology.shortfalls import expected_but_absent
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction

CONTENT, APPROVER = "child-in-need.plan-content", "authority.child-in-need-plan"
IN_WORDS = (
    ("expectations", "expectations"),
    ("strengths", "strengths"),
    ("outside-factors", "outside_factors"),
    ("education", "education"),
    ("review-points", "next_review_on"),
)


def content_missing(plan: ChildInNeedPlan) -> list[str]:
    """The headings of a plan that nothing stands under. Working Together 2023, page 73, paragraphs 177 and 178."""
    needs = list(plan.needs.all())
    actions = list(ChildInNeedPlanAction.objects.filter(need__plan=plan))
    filled = {key for key, field in IN_WORDS if getattr(plan, field)}
    if any(action.agency_id for action in actions):
        filled.add("services")
    if actions:
        filled.add("actions")
    if any(need.outcome for need in needs):
        filled.add("outcomes")
    return expected_but_absent(CONTENT, filled, plan.started_on)


def approver_missing(approver: Practitioner | None, on: date) -> list[str]:
    """Who should have agreed and did not: nobody named, or somebody of another standing. Paragraph 156, page 73."""
    return expected_but_absent(APPROVER, approver.standing_on(on) if approver else (), on)
