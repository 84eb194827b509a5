"""How long a sign-in lasts: some hours in any case, and some minutes without a page."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.drafts import writing

Handler = Callable[[HttpRequest], HttpResponse]

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN_AT = "last_seen_at"
# A page seen within this many seconds of the last is not worth another write.
SEEN_AGAIN_AFTER = 60


def session_limited(get_response: Handler) -> Handler:
    """End a sign-in after its hours are over, or after a time without a page.

    The page asked for is remembered, so that nobody has to find it again after signing in; and what they sent
    is kept for them, so that they need not write it again.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if is_over(request, now):
                return _ended(request)
            _seen(request, now)
        return get_response(request)

    return handle


def _ended(request: HttpRequest) -> HttpResponse:
    address = request.get_full_path()
    if request.method == "POST":
        address = writing.page_of(request)
        if isinstance(request.user, Practitioner) and _is_from_our_page(request):
            writing.keep(request.user, address, writing.typed_in(request.POST), now=timezone.now())
    logout(request)
    return redirect_to_login(address)


def _is_from_our_page(request: HttpRequest) -> bool:
    """Whether a form carries the token of one of our pages: nobody else's words are kept as somebody's own."""
    return CsrfViewMiddleware(_nothing).process_view(request, _nothing, (), {}) is None


def _nothing(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def is_over(request: HttpRequest, now: int) -> bool:
    """Whether the hours or the minutes of this sign-in are over. now: seconds since 1970."""
    signed_in = request.session.get(SIGNED_IN_AT, now)
    last_seen = request.session.get(LAST_SEEN_AT, now)
    return bool(
        now - signed_in >= settings.SESSION_COOKIE_AGE or now - last_seen >= settings.SESSION_IDLE_SECONDS
    )


def _seen(request: HttpRequest, now: int) -> None:
    session = request.session
    if SIGNED_IN_AT not in session:
        session[SIGNED_IN_AT] = now
    if now - session.get(LAST_SEEN_AT, 0) >= SEEN_AGAIN_AFTER:
        session[LAST_SEEN_AT] = now
