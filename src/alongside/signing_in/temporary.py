"""Passwords that somebody else made: they let their holder in to choose another, and no further."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from allauth.account.signals import password_changed, user_logged_in
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.signing_in.models import TemporaryPassword
from alongside.ui import pages

Handler = Callable[[HttpRequest], HttpResponse]
#: Set in the session of whoever signed in with a temporary password.
HELD = "password_is_temporary"


def mark(practitioner: Practitioner, *, now: datetime) -> None:
    """The password of this practitioner was made by somebody else, and they are to change it at first sign-in."""
    TemporaryPassword.objects.update_or_create(practitioner=practitioner, defaults={"made_at": now})


def is_held(request: HttpRequest) -> bool:
    """Whether this sign-in may do nothing but change its password."""
    return bool(request.session.get(HELD))


def listen() -> None:
    """Hold whoever signs in with a temporary password, and let them go when they have changed it."""
    user_logged_in.connect(_signed_in, dispatch_uid="signing_in.temporary")
    password_changed.connect(_changed, dispatch_uid="signing_in.changed")


def _signed_in(sender: Any, request: HttpRequest, user: Practitioner, **_: Any) -> None:
    if TemporaryPassword.objects.filter(practitioner=user).exists():
        request.session[HELD] = True


def _changed(sender: Any, request: HttpRequest, user: Practitioner, **_: Any) -> None:
    TemporaryPassword.objects.filter(practitioner=user).delete()
    request.session.pop(HELD, None)


def held_until_changed(get_response: Handler) -> Handler:
    """Show whoever has a temporary password the page to change it, whatever they ask for."""

    def handle(request: HttpRequest) -> HttpResponse:
        change = reverse("account_change_password")
        if is_held(request) and request.path not in {change, reverse("account_logout")}:
            return pages.go(request, change)
        return get_response(request)

    return handle
