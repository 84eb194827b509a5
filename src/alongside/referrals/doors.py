"""The only ways to hold a referral."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404, HttpRequest

from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import RECORD_REFERRAL_WORK
from alongside.access.policy import Policy
from alongside.referrals.models import Attachment, Referral


def open_referral(request: HttpRequest, key: UUID, policy: Policy = RECORD_REFERRAL_WORK) -> Referral:
    """The referral, through the door of the child it is about. Raises Http404 where that stays shut."""
    referral = (
        Referral.objects.filter(pk=key)
        .select_related("case__child", "case__area", "referrer_agency", "decision__decided_by")
        .prefetch_related("statements", Prefetch("attachments", Attachment.objects.defer("content")))
        .first()
    )
    if referral is None:
        raise Http404("There is no record here that you can open.")
    referral.case.child = open_child(request, referral.case.child.reference, policy)
    return referral


def referrals_sent(request: HttpRequest, submission: UUID) -> list[Referral]:
    """The referrals of one submission, to the practitioner who made it and to no one else."""
    sent = (
        Referral.objects.filter(submission=submission, referrer=practitioner_of(request))
        .select_related("case__child", "case__area", "decision")
        .order_by("id")
    )
    if not sent:
        raise Http404("There is no record here that you can open.")
    return list(sent)
