"""Telling the family and agencies in writing what an assessment decided, when it is approved or afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.assessments.expected import REFERRER_TOLD, TOLD
from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentNotice
from alongside.cases.models import Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.referrals.models import Referral
from alongside.refusals import Refusal

THE_FAMILY = "the family"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldInWriting:
    """Who was told what the assessment decided, and how (``AssessmentNotice.How``). No agency: the family."""

    how: str
    agency: Agency | None = None


@transaction.atomic
def record_told(
    *, by: Practitioner, assessment: Assessment, told: Sequence[ToldInWriting], told_on: date, now: datetime
) -> list[AssessmentNotice]:
    """Record that the family or agencies were told in writing, after the assessment was approved.

    Raises Refusal when nothing has been decided yet, nobody is named, or somebody is recorded as told
    already. Working Together 2023, page 74.
    """
    case = assessment.case
    policies.WRITE_ASSESSMENT.lock(case.child, by)
    refuse_impossible_day(told_on, what="The day they were told", field="told_on", case=case, now=now)
    approval = _approval_of(assessment, told_on)
    _refuse_nobody_or_again(approval, told)
    notices = keep_notices(approval, told, told_on)
    kinds.ASSESSMENT_OUTCOME_TOLD.record(
        case, on=told_on, by=by, now=now, whom="; ".join(_whom(each) for each in told),
        **kinds.completing_each({
            TOLD: not _left_to_tell(approval),
            REFERRER_TOLD: not referrer_waits(case, approval.notices.values_list("agency", flat=True)),
        }),
    )  # fmt: skip
    refresh(case)
    return notices


def keep_notices(
    approval: AssessmentApproval, told: Iterable[ToldInWriting], told_on: date
) -> list[AssessmentNotice]:
    """Keep a notice for each who was told. Call it inside an act."""
    notices = []
    for each in told:
        notice = AssessmentNotice(
            area_id=approval.area_id, approval=approval, agency=each.agency, how=each.how, told_on=told_on
        )
        check(notice)
        keep(notice)
        notices.append(notice)
    return notices


def _approval_of(assessment: Assessment, told_on: date) -> AssessmentApproval:
    approval = assessment.approval
    if approval is None:
        raise Refusal(
            "This assessment has decided nothing yet.", "It has not been approved.",
            "Tell them what it decided once it has.",
        )  # fmt: skip
    if told_on < approval.approved_on:
        raise Refusal(
            "This is before the assessment was decided.",
            f"You entered {told_on:%-d %B %Y}, and it was decided on {approval.approved_on:%-d %B %Y}.",
            "Check the day.", field="told_on",
        )  # fmt: skip
    return approval


def _refuse_nobody_or_again(approval: AssessmentApproval, told: Sequence[ToldInWriting]) -> None:
    if not told:
        raise Refusal(
            "Nobody is named.", "Telling is telling somebody.", "Choose how the family or an agency was told.",
            field="told_family",
        )  # fmt: skip
    known = set(approval.notices.values_list("agency", flat=True))
    if again := [_whom(each) for each in told if (each.agency.pk if each.agency else None) in known]:
        raise Refusal(
            f"Recorded as told already: {', '.join(again)}.", "Each is told once, in writing, of the decision.",
            "Take them out.",
        )  # fmt: skip


def _left_to_tell(approval: AssessmentApproval) -> bool:
    """Whether the family, or an agency that works with the child, is still to be told."""
    told = set(approval.notices.values_list("agency", flat=True))
    working = Involvement.objects.filter(case=approval.case_id, to_on=None).values_list("agency", flat=True)
    return not {None, *working} <= told


def referrer_waits(case: Case, informed: Iterable[UUID | None]) -> bool:
    """Whether whoever referred last is still to be told what followed: they gave a name, and are not among the informed.

    informed: keys of the agencies told, and None for the family. Working Together 2023, page 74.
    """
    return waits(Referral.objects.filter(case=case).order_by("received_on", "id").last(), informed)


def waits(referral: Referral | None, informed: Iterable[UUID | None]) -> bool:
    """The same of one referral. Where nobody left a name or a way to write to them, nobody waits."""
    if referral is None:
        return False
    match referral.referrer_kind:
        case Referral.Referrer.PRACTITIONER:
            return referral.referrer_agency_id is None or referral.referrer_agency_id not in set(informed)
        case Referral.Referrer.FAMILY:
            return None not in set(informed)
        case Referral.Referrer.PUBLIC:
            return bool(referral.referrer_name and (referral.referrer_contact or referral.referrer_email))
    return False


def _whom(each: ToldInWriting) -> str:
    return f"{each.agency or THE_FAMILY} ({AssessmentNotice.How(each.how).label.lower()})"
