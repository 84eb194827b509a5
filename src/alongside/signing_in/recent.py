"""Asking again who somebody is, before what a stranger at an open screen must not do.

A view that gives out or changes much begins with it::

    def export(request):
        if asked := require_recent(request, within=10):
            return asked
"""

from __future__ import annotations

import time

from allauth.account.internal.flows.login import get_authentication_records
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from alongside.agencies.models import Practitioner
from alongside.drafts import writing
from alongside.ui import pages

#: Minutes for which a password, a code or a passkey is taken as proof of who sits there.
RECENT = 10


def require_recent(request: HttpRequest, *, within: int = RECENT) -> HttpResponse | None:
    """None where whoever is signed in proved it within so many minutes; else the way to the page that asks.

    Signing in is proof too. Once they have answered they come back to the address they asked for, and what they
    had sent there stands in its form again.
    """
    if proved_within(request, minutes=within):
        return None
    if request.method == "POST" and isinstance(request.user, Practitioner):
        writing.keep_sent(request, request.user, writing.address_of(request), now=timezone.now())
    return pages.go(
        request, f"{reverse('signing_in:confirm')}?{urlencode({'next': request.get_full_path()})}"
    )


def proved_within(request: HttpRequest, *, minutes: int) -> bool:
    """Whether the practitioner signed in proved who they are within so many minutes."""
    if not isinstance(request.user, Practitioner):
        return False
    records = get_authentication_records(request, request.user)
    return any(0 <= time.time() - record["at"] < minutes * 60 for record in records)


def back_to(request: HttpRequest) -> str:
    """The address they came from, where it is one of ours; else the first page."""
    sent = request.POST if request.method == "POST" else request.GET
    address = sent.get("next", "")
    return address if is_ours(request, address) else "/"


def is_ours(request: HttpRequest, address: str) -> bool:
    """Whether an address is a page of this installation, so that nobody is led elsewhere by a link."""
    return address.startswith("/") and url_has_allowed_host_and_scheme(address, {request.get_host()})
