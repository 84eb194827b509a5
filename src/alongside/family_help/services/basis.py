"""A plan that goes on under another basis, where the area works by family help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.basis import is_in_need
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.projection import refresh
from alongside.family_help.expected import APPROVER, CONTENT, approver_missing, content_missing
from alongside.family_help.models import ChildInNeedPlan, PlanBasis, PlanBasisChange
from alongside.family_help.names import works_by_family_help
from alongside.family_help.services.standing import open_plan, refuse_day_before_start
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBasis:
    """Why the basis changes, and whether the family agrees. Fields as on ``PlanBasisChange``."""

    reasons: str
    family_agreed: str
    agreed_by: str = ""
    agreement_words: str = ""
    approved_by: Practitioner | None = None


@transaction.atomic
def put_under_section_17(
    *, by: Practitioner, child: Person, changed_on: date, basis: NewBasis, now: datetime
) -> PlanBasisChange:
    """Section 17 becomes the basis of the plan, which goes on with all that is in it.

    Raises Refusal where the area does not work by family help, or children's social care has not decided on help
    under section 17: only its decision on a referral makes that the basis of the case. Who should have approved and
    what the plan does not set out is a shortfall, as of any plan under section 17. Page 73, paragraphs 156 and 177.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    plan = open_plan(case)
    refuse_day_before_start(changed_on, "changed_on", plan, now)
    if plan.basis == PlanBasis.SECTION_17:
        raise Refusal(
            "Section 17 is the basis of this plan already.", "Somebody recorded it before you did.",
            "There is nothing more to do here.",
        )  # fmt: skip
    if not works_by_family_help(case.area, changed_on):
        raise Refusal(
            f"{case.area} did not work by family help on {changed_on:%-d %B %Y}.",
            "Early help and help under section 17 have a plan each.",
            "Start a child-in-need plan: what is in this one can be taken over into it.", field="changed_on",
        )  # fmt: skip
    if not is_in_need(case):
        raise Refusal(
            "Section 17 is not the basis of this case yet.",
            "It becomes so when children’s social care decides on a referral.",
            "Step up first: refer, and the early help assessment goes with the referral.",
        )  # fmt: skip
    entry = kinds.PLAN_BASIS_CHANGED.record(
        case, on=changed_on, by=by, now=now, basis="section 17 of the Children Act 1989",
        decided=PlanBasis.SECTION_17.value, reasons=basis.reasons, family_agreed=basis.family_agreed,
    )  # fmt: skip
    change = change_basis_of(
        plan, PlanBasis.SECTION_17, entry=entry, on=changed_on, basis=basis, by=by, now=now
    )
    record_shortfall(entry, CONTENT, content_missing(plan))
    record_shortfall(entry, APPROVER, approver_missing(basis.approved_by, changed_on))
    refresh(case)
    return change


def change_basis_of(
    plan: ChildInNeedPlan, became: PlanBasis, *, entry: Entry, on: date, basis: NewBasis, by: Practitioner, now: datetime
) -> PlanBasisChange:  # fmt: skip
    """The plan, which is open and locked, rests on another basis, as part of an act whose ``entry`` tells of it."""
    change = PlanBasisChange(
        area_id=plan.area_id, case_id=plan.case_id, entry=entry, plan=plan, changed_on=on, was=plan.basis, became=became,
        reasons=basis.reasons, family_agreed=basis.family_agreed, agreed_by=basis.agreed_by,
        agreement_words=basis.agreement_words, approved_by=basis.approved_by, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(change)
    keep(change)
    plan.basis, plan.family_agreed = became, basis.family_agreed
    plan.agreed_by, plan.agreement_words = basis.agreed_by, basis.agreement_words
    plan.approved_by = basis.approved_by
    plan.save(update_fields=("basis", "family_agreed", "agreed_by", "agreement_words", "approved_by"))
    return change
