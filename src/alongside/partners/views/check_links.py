"""Letting somebody without an account answer what the front door asked their agency."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.front_door.models import CheckRequest
from alongside.partners import services
from alongside.partners.forms import CheckLinkForm
from alongside.partners.models import GuestLink
from alongside.ui.pages import Told, go
from alongside.ui.steps import ask
from alongside.ui.words import moment


@require_http_methods(["GET", "POST"])
def links(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The links that were sent for a question, and a form to send another."""
    child, me, now = (
        open_child(request, reference, policies.ASK_PARTNER),
        practitioner_of(request),
        timezone.now(),
    )
    found = CheckRequest.objects.filter(pk=key, case__child=child).select_related("agency", "area", "answer")
    asked = found.first()
    if asked is None:
        raise Http404("Nothing was asked here that you can open.")
    sent = GuestLink.objects.filter(asked=asked).select_related("made_by").order_by("-made_at")
    return ask(
        request, CheckLinkForm, template="partners/check_links.html", about=child,
        context={"child": child, "asked": asked, "answered": hasattr(asked, "answer"),
                 "links": [(one, one.stands(now)) for one in sent]},
        act=lambda answers: services.ask_by_link(
            by=me, child=child, asked=asked, now=now,
            address_of=lambda token: request.build_absolute_uri(reverse("partners:guest", args=(token,))), **answers,
        ),
        done=lambda link: (
            reverse("front_door:checks", args=(reference,)),
            Told(f"A link goes to {link.email}", (
                f"It is for this question only, until {moment(link.expires_at)}, and asks for a code that goes to the same address.",
                "If nothing comes, you and they are reminded. You can withdraw the link here.",
            )),
        ),
    )  # fmt: skip


@require_POST
def withdraw(request: HttpRequest, reference: str, key: UUID, link: UUID) -> HttpResponse:
    """Withdraw a link that was sent."""
    child, me = open_child(request, reference, policies.ASK_PARTNER), practitioner_of(request)
    sent = (
        GuestLink.objects.filter(pk=link, asked=key, asked__case__child=child).select_related("area").first()
    )
    if sent is None:
        raise Http404("There is no link here that you can withdraw.")
    services.withdraw_link(by=me, child=child, link=sent, now=timezone.now())
    told = Told("The link is withdrawn", ("It leads nowhere from now on.",))
    return go(request, reverse("partners:check-links", args=(reference, key)), told)
