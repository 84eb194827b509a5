"""The only ways to hold a referral."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import RECORD_REFERRAL_WORK
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal


def open_referral(
    request: HttpRequest, key: UUID, policy: Policy = RECORD_REFERRAL_WORK, action: Action = Action.READ
) -> Referral:
    """The referral, through the door of the child it is about. Raises Http404 where that stays shut."""
    referral = (
        Referral.objects.filter(pk=key)
        .select_related("case__child", "case__area", "referrer_agency", "decision__decided_by")
        .first()
    )
    if referral is None:
        raise Http404("There is no record here that you can open.")
    referral.case.child = open_child(request, referral.case.child.reference, policy, action)
    return referral


def child_named(me: Practitioner, reference: str) -> Person:
    """The child whose reference was typed at the front door. Raises Refusal where they cannot open such a record."""
    children = Person.objects.filter(reference=reference.strip().upper()[:20])
    found = policies.RECORD_REFERRAL_WORK.filter(children, me).first()
    if found is None:
        raise Refusal(
            "There is no record with this reference that you can open.", f"You entered “{reference}”.",
            "Look at the reference again; it stands under the child’s name.", field="reference",
        )  # fmt: skip
    return found


def referrals_sent(request: HttpRequest, submission: UUID) -> list[Referral]:
    """The referrals of one submission, to the practitioner who made it and to no one else."""
    sent = (
        Referral.objects.filter(submission=submission, referrer=practitioner_of(request))
        .select_related("case__child", "case__area", "decision")
        .order_by("id")
    )
    if not sent:
        raise Http404("There is no record here that you can open.")
    named = _not_closed_to([one.case.child_id for one in sent], practitioner_of(request))
    for one in sent:
        # A name may have changed since, and a record been sealed: the receipt then names nobody.
        one.may_be_named = one.case.child_id in named and one.case.child.recorded_at == one.recorded_at  # type: ignore[attr-defined]
    return list(sent)


def _not_closed_to(children: list[UUID], me: Practitioner) -> set[UUID]:
    """Those of these children whose record is neither sealed from the reader nor closed to them. One query."""
    there = policies.READ_CHILD.not_denied(Person.objects.filter(pk__in=children), me)
    return set(there.values_list("pk", flat=True))
