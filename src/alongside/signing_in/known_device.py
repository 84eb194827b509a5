"""The mark of a browser in which somebody has signed in: it lets nobody in, and keeps others' wrong tries off them."""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from alongside.signing_in.limits import digest

COOKIE = "known_device"
SALT = "alongside.signing_in.known-device"
DAYS = 180
#: Of people who share a computer, the last so many are known there.
PEOPLE = 12


def of(request: HttpRequest, email: str) -> str:
    """The mark of this browser where this account has signed in in it; else nothing."""
    device, known = _read(request)
    return device if digest(email) in known else ""


def remember(request: HttpRequest, response: HttpResponse, email: str) -> None:
    """Know this account in this browser from now on."""
    device, known = _read(request)
    known = [*(one for one in known if one != digest(email)), digest(email)][-PEOPLE:]
    response.set_cookie(
        COOKIE, signing.dumps([device or secrets.token_hex(16), known], salt=SALT), max_age=DAYS * 86400,
        secure=settings.SESSION_COOKIE_SECURE, httponly=True, samesite="Lax",
    )  # fmt: skip


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        found: Any = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=DAYS * 86400)
    except signing.BadSignature:
        return "", []
    return found[0], found[1]
