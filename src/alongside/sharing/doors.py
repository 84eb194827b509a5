"""The only ways to hold what was shared, asked or agreed. Not permitted and not there look the same."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.people.models import Person
from alongside.sharing.models import (
    InformationRequest,
    SharingAgreement,
    SharingDecision,
    SharingRequest,
)

NOTHING = "There is nothing here that you can open."


def decision_about(request: HttpRequest, child: Person, key: UUID) -> SharingDecision:
    """A decision about a child one has open: any, for who works with the child; else one's own agency's."""
    me = practitioner_of(request)
    found = SharingDecision.objects.filter(case__child=child, pk=key)
    if not policies.READ_SHARING_DECISIONS.allows(child, me):
        found = found.filter(holder__in=me.scope.agencies)
    decision = found.select_related(
        "holder", "recipient", "agreement", "recorded_by", "case__child", "recall"
    ).first()
    if decision is None:
        raise Http404(NOTHING)
    return decision


def shared_with_me(request: HttpRequest, key: UUID, today: date) -> SharingDecision:
    """What was shared with one's agency and still stands today; its agreement is asked again. Opening is logged."""
    me = practitioner_of(request)
    standing = SharingDecision.objects.standing_on(today).filter(pk=key)
    decision = (
        policies.READ_SHARED.filter(standing, me)
        .select_related("holder", "recipient", "case__child", "area")
        .first()
    )
    if decision is None:
        raise Http404(NOTHING)
    write(
        Action.READ, area=decision.area, by=me, about=decision.case.child_id, about_kind="child",
        ground=[reason.words for reason in policies.READ_SHARED.allow], decision=decision.pk,
    )  # fmt: skip
    return decision


def asked_of_me(request: HttpRequest, key: UUID) -> SharingRequest:
    """A request made to one's agency, about a child that one may share information on."""
    me = practitioner_of(request)
    asked = SharingRequest.objects.filter(pk=key).select_related(
        "case__child", "asking_agency", "asked_agency"
    )
    found = policies.SHARE_INFORMATION.filter_through(
        "case__child", policies.ANSWER_REQUEST.filter(asked, me), me
    ).first()
    if found is None:
        raise Http404(NOTHING)
    return found


def asked_by_us(request: HttpRequest, child: Person, key: UUID) -> SharingRequest:
    """A request that one's agency made about a child one has open."""
    me = practitioner_of(request)
    found = SharingRequest.objects.filter(case__child=child, pk=key, asking_agency__in=me.scope.agencies)
    if (asked := found.select_related("case", "asking_agency", "asked_agency").first()) is None:
        raise Http404(NOTHING)
    return asked


def agreement_in(area_code: str, key: UUID) -> SharingAgreement:
    """An agreement of an area that one has open."""
    found = SharingAgreement.objects.filter(area__code=area_code, pk=key).prefetch_related("parties").first()
    if found is None:
        raise Http404(NOTHING)
    return found


def formal_request_in(area_code: str, key: UUID) -> InformationRequest:
    """A formal request of an area that one has open."""
    found = (
        InformationRequest.objects.filter(area__code=area_code, pk=key)
        .select_related("requested_by", "agency", "area")
        .prefetch_related("steps__recorded_by")
        .first()
    )
    if found is None:
        raise Http404(NOTHING)
    return found
