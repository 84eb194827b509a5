"""Where somebody is signed in, and ending it there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.signing_in import factors
from alongside.signing_in.signed_in import me
from alongside.ui import pages

#: What browsers and devices call themselves, the more telling names first.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("CrOS", "Chromebook"),
    ("Mac OS", "Mac"), ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SignedIn:
    """One place where somebody is signed in."""

    key: int
    device: str
    began_at: datetime
    here: bool


def device(user_agent: str) -> str:
    """A browser and its device in words, as far as it says what it is."""
    browser = next((name for mark, name in BROWSERS if mark in user_agent), "")
    machine = next((name for mark, name in DEVICES if mark in user_agent), "")
    if browser and machine:
        return f"{browser} on {machine}"
    return browser or machine or "A browser that does not say what it is"


@never_cache
def sessions(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    here = request.session.session_key
    alive = Session.objects.filter(expire_date__gt=timezone.now()).values("session_key")
    found = [
        SignedIn(one.pk, device(one.user_agent), one.created_at, one.session_key == here)
        for one in UserSession.objects.filter(user_id=me(request).pk, session_key__in=alive)
    ]
    if not any(one.here for one in found):  # Signed in before sign-ins were listed.
        found.append(SignedIn(0, device(request.META.get("HTTP_USER_AGENT", "")), timezone.now(), here=True))
    found.sort(key=lambda one: (not one.here, -one.began_at.timestamp()))
    return pages.render(request, "account/sessions.html", {"sessions": found})


@require_POST
@never_cache
def end_one(request: HttpRequest, key: int) -> HttpResponse:
    """End one of them."""
    return _end(request, [one for one in _others(request) if one.pk == key], "That sign-in has ended")


@require_POST
@never_cache
def end_others(request: HttpRequest) -> HttpResponse:
    """End all but this one."""
    return _end(request, _others(request), "You are signed in nowhere else")


def _others(request: HttpRequest) -> list[UserSession]:
    mine = UserSession.objects.filter(user=me(request))
    return [one for one in mine if one.session_key != request.session.session_key]


def _end(request: HttpRequest, ended: list[UserSession], done: str) -> HttpResponse:
    if not ended and request.resolver_match and "key" in request.resolver_match.kwargs:
        raise Http404
    factors.end(ended)
    write(Action.CREDENTIAL, area=None, by=me(request), what="sign-ins-ended", ended=len(ended))
    return pages.go(request, reverse("signing_in:sessions"), pages.Told(done))
