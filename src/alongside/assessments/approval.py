"""Approving an assessment: the outcome, the factors, what fell short, and who was told in writing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.assessments.expected import REFERRER_TOLD, TOLD, expected_of
from alongside.assessments.factors import refuse_contradictory
from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentFactor
from alongside.assessments.outcomes import outcome_label
from alongside.assessments.services import refuse_day_before_start
from alongside.assessments.telling import ToldInWriting, keep_notices, referrer_waits
from alongside.assessments.writing import open_assessment
from alongside.cases.episodes import open_case
from alongside.cases.models import Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

__all__ = ["ToldInWriting", "approve_assessment"]


@transaction.atomic
def approve_assessment(
    *,
    by: Practitioner,
    child: Person,
    approved_on: date,
    outcome: str,
    reasons: str,
    factors: Sequence[str],
    now: datetime,
    told: Sequence[ToldInWriting] = (),
    saves: int | None = None,
    explanation: str = "",
) -> AssessmentApproval:
    """Conclude the assessment; both its clocks stop. What the guidance expects and is missing is recorded.

    ``factors`` are census codes. ``saves`` is how far the text had come when the approver read it;
    None skips that check. ``explanation`` goes with every shortfall. Raises Refusal for a day, an
    outcome or factors that cannot be, or when the text changed since it was read.
    Working Together 2023, pages 73 and 74.
    """
    case = open_case(policies.APPROVE_ASSESSMENT.lock(child, by))
    assessment = open_assessment(case)
    refuse_day_before_start(approved_on, "approved_on", assessment, now)
    label = outcome_label(outcome, assessment.started_on)
    refuse_contradictory(factors)
    _refuse_unread(assessment, saves)
    missing = expected_of(assessment, approver=by, on=approved_on)
    not_told = _not_told(case, told)
    waits = referrer_waits(case, [each.agency.pk if each.agency else None for each in told])
    approval, entry = _decide(
        assessment, by, approved_on, (outcome, label), reasons, factors, now,
        {TOLD: not not_told, REFERRER_TOLD: not waits},
    )  # fmt: skip
    AssessmentFactor.objects.bulk_create(AssessmentFactor(approval=approval, code=code) for code in factors)
    keep_notices(approval, told, approved_on)
    assessment.approval = approval
    assessment.save(update_fields=("approval",))
    for each in missing:
        record_shortfall(entry, each.rule_id, each.missing, explanation)
    record_shortfall(entry, TOLD, not_told, explanation)
    refresh(case)
    return approval


def _decide(
    assessment: Assessment, by: Practitioner, approved_on: date, outcome: tuple[str, str], reasons: str,
    factors: Sequence[str], now: datetime, completes: Mapping[str, bool],
) -> tuple[AssessmentApproval, Entry]:  # fmt: skip
    """The decision, saved with the one entry that tells of it. ``outcome``: its key and its words."""
    case, (key, label) = assessment.case, outcome
    approval = AssessmentApproval(
        area_id=case.area_id, case=case, approved_on=approved_on, approved_by=by, outcome=key,
        outcome_label=label, reasons=reasons, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(approval, exclude=("entry",))
    approval.entry = entry = kinds.ASSESSMENT_APPROVED.record(
        case, on=approved_on, by=by, now=now, decided=key, outcome=label, practitioner=by.name,
        reasons=reasons, factors=list(factors), **kinds.completing_each(completes),
    )  # fmt: skip
    keep(approval)
    return approval, entry


def _refuse_unread(assessment: Assessment, saves: int | None) -> None:
    if saves is not None and saves != assessment.saves:
        raise Refusal(
            "The assessment has changed since you opened it.",
            "Somebody saved in it while you were deciding, and you would sign what you have not read.",
            "Read what changed, marked on this page, and decide again. Your reasons are still here.",
        )  # fmt: skip


def _not_told(case: Case, told: Sequence[ToldInWriting]) -> list[str]:
    """The family, and each agency working with the child, so far as they were not told in writing."""
    informed = {each.agency.pk if each.agency else None for each in told}
    working = Involvement.objects.filter(case=case, to_on=None).select_related("agency")
    agencies = [
        each.agency.name for each in working.order_by("agency__name") if each.agency_id not in informed
    ]
    return (["the family"] if None not in informed else []) + agencies
