"""Letting in somebody who is invited and has no account."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.conferences.models import Invitation
from alongside.conferences.reading import read_booking
from alongside.partners import services
from alongside.partners.forms import GuestLinkForm
from alongside.partners.models import GuestLink
from alongside.plans.forms.making import Making
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, go
from alongside.ui.steps import ask
from alongside.ui.words import listed, moment


@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The links that were sent for a booked conference, and a form to send another."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    read, now = read_booking(child, key), timezone.now()
    if read is None:
        raise Http404("There is no booking here that you can open.")
    making = Making(GuestLinkForm, invited=[line for line, _ in read.invited])
    sent = (
        GuestLink.objects.filter(invitation__booking=key)
        .select_related("invitation", "made_by")
        .order_by("-made_at")
    )
    return ask(
        request, making, template="partners/guest_links.html", about=child,
        context={"child": child, "booking": read.booking, "links": [(one, one.stands(now)) for one in sent]},
        act=lambda answers: services.make_link(
            by=me, child=child, now=now, invitation=Invitation(pk=UUID(answers["invitation"]), booking=read.booking),
            purpose=answers["purpose"], email=answers["email"],
            address_of=lambda token: request.build_absolute_uri(reverse("partners:guest", args=(token,))),
        ),
        done=lambda link: (
            reverse_for("partners:guest-links", reference, key),
            Told(f"A link goes to {link.email}", (
                f"It works once, until {moment(link.expires_at)}, and asks for a code that goes to the same address.",
                "You can withdraw it here.",
            )),
        ),
    )  # fmt: skip


@require_POST
def ask_again(request: HttpRequest, reference: str, key: UUID, link: UUID) -> HttpResponse:
    """Ask somebody invited (by the key of the invitation) once more for their report."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    found = Invitation.objects.filter(pk=link, booking=key, booking__children__case__child=child).first()
    if found is None:
        raise Http404("There is no invitation here that you can ask after.")
    back = reverse_for("conferences:booking", reference, key)
    try:
        reached = services.ask_again(by=me, child=child, invitation=found, now=timezone.now())
    except Refusal as refusal:
        return go(request, back, Told("Not asked again", (str(refusal),)))
    said = (
        f"The question goes to {listed(reached)}."
        if reached
        else "Nobody there can be reached from here. Ring them."
    )
    return go(request, back, Told(f"{found} is asked again for the report", (said,)))


@require_POST
def withdraw(request: HttpRequest, reference: str, key: UUID, link: UUID) -> HttpResponse:
    """Withdraw a link that was sent."""
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    found = GuestLink.objects.filter(
        pk=link, invitation__booking=key, invitation__booking__children__case__child=child
    )
    sent = found.select_related("area").first()
    if sent is None:
        raise Http404("There is no link here that you can withdraw.")
    services.withdraw_link(by=me, child=child, link=sent, now=timezone.now())
    return go(
        request,
        reverse_for("partners:guest-links", reference, key),
        Told("The link is withdrawn", ("It leads nowhere from now on.",)),
    )
