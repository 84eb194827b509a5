"""The only ways to hold a referral."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Prefetch
from django.http import Http404, HttpRequest

from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import RECORD_REFERRAL_WORK
from alongside.access.policy import Policy
from alongside.audit.actions import Action
from alongside.referrals.models import Attachment, Referral


def open_referral(
    request: HttpRequest, key: UUID, policy: Policy = RECORD_REFERRAL_WORK, action: Action = Action.READ, *,
    whole: bool = False,
) -> Referral:  # fmt: skip
    """The referral, through the door of the child it is about. Raises Http404 where that stays shut.

    whole: with what it says and the documents that came with it, for a page that shows them. Two queries more.
    """
    found = Referral.objects.filter(pk=key).select_related(
        "case__child", "case__area", "referrer_agency", "decision__decided_by"
    )
    if whole:
        documents = Prefetch("attachments", Attachment.objects.defer("content"))
        found = found.prefetch_related("statements", documents)
    referral = found.first()
    if referral is None:
        raise Http404("There is no record here that you can open.")
    referral.case.child = open_child(request, referral.case.child.reference, policy, action)
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
