"""Writers for assessments and child in need plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentFactor, ReviewPoint
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanEnding

from . import words
from .context import ChildLoading
from .steps import Step

#: What an assessment in a return decided is not told.
_NOT_RECORDED = "not-recorded"


def assessment(child: ChildLoading, step: Step) -> None:
    """An assessment that began. One that a return calls an assessment is under section 17."""
    case = child.cases[step.episode]
    made = Assessment(
        started_on=step.on, basis=Assessment.Basis.SECTION_17, lead=child.loading.by, why=words.NOT_SAID,
        **child.about(case),
    )  # fmt: skip
    made.entry = child.entry(
        kinds.ASSESSMENT_STARTED,
        case,
        step.on,
        practitioner=words.THE_AUTHORITY,
        why="",
        assessment=str(made.pk),
    )
    if ended := step.uses["ended"]:
        # Two assessments of a return may overlap, and a case has one open at a time: the end stands first.
        made.approval = AssessmentApproval.objects.create(**_approval(child, case, ended))
    made.save()
    if review_on := step.says["review_on"]:
        ReviewPoint.objects.create(assessment=made, on=date.fromisoformat(review_on))
    child.made[f"{step.episode} {step.uses['assessment']}"] = made


def assessment_ended(child: ChildLoading, step: Step) -> None:
    """An assessment that was complete, with the factors found."""
    case = child.cases[step.episode]
    begun: Assessment | None = child.made.get(f"{step.episode} {step.uses['assessment']}")
    if begun is None:
        begun = Assessment.objects.get(case=case, started_on=step.uses["began"], approval=None)
    approval = begun.approval or AssessmentApproval(**_approval(child, case, step.on))
    approval.entry = child.entry(
        kinds.ASSESSMENT_APPROVED, case, step.on, decided=_NOT_RECORDED, outcome="not recorded",
        practitioner=words.THE_AUTHORITY, reasons=words.NO_REASONS, assessment=str(begun.pk),
    )  # fmt: skip
    approval.save()
    AssessmentFactor.objects.bulk_create(
        AssessmentFactor(approval=approval, code=code) for code in step.says["factors"]
    )
    begun.approval = approval
    begun.save(update_fields=("approval",))


def _approval(child: ChildLoading, case: Case, on: date) -> dict[str, Any]:
    return {
        "approved_on": on, "approved_by": child.loading.by, "outcome": _NOT_RECORDED,
        "outcome_label": "Not recorded", "reasons": words.NO_REASONS, **child.about(case),
    }  # fmt: skip


def need_plan(child: ChildLoading, step: Step) -> None:
    """A child in need plan that began."""
    case = child.cases[step.episode]
    made = ChildInNeedPlan(
        started_on=step.on,
        aims=words.NOT_SAID,
        family_agreed="",
        agreed_by=words.NOT_SAID,
        **child.about(case),
    )
    made.entry = child.entry(kinds.CHILD_IN_NEED_PLAN_STARTED, case, step.on, aims="")
    made.save()
    child.made[f"{step.episode} {step.uses['plan']}"] = made


def need_plan_ended(child: ChildLoading, step: Step) -> None:
    """A child in need plan that ended."""
    case = child.cases[step.episode]
    plan: ChildInNeedPlan | None = child.made.get(f"{step.episode} {step.uses['plan']}")
    if plan is None:
        plan = ChildInNeedPlan.objects.get(case=case, started_on=step.uses["began"], ending=None)
    ending = ChildInNeedPlanEnding(
        ended_on=step.on, outcome=_NOT_RECORDED, reasons=words.NO_REASONS, **child.about(case)
    )
    ending.entry = child.entry(
        kinds.CHILD_IN_NEED_PLAN_ENDED, case, step.on, outcome="not recorded why", reasons=words.NO_REASONS
    )
    ending.save()
    plan.ending = ending
    plan.save(update_fields=("ending",))
