"""What happens around every page: its id in the log, and limits on browsers and on sign-ins."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from alongside.config.logs import request_id

Handler = Callable[[HttpRequest], HttpResponse]

SIGNED_IN_AT = "signed_in_at"
LAST_SEEN_AT = "last_seen_at"
# A page seen within this many seconds of the last is not worth another write.
SEEN_AGAIN_AFTER = 60

log = logging.getLogger("alongside.requests")


def request_named(get_response: Handler) -> Handler:
    """Give each request an id, say it back to the reader, and log the page by its name."""

    def handle(request: HttpRequest) -> HttpResponse:
        token = request_id.set(uuid.uuid4().hex[:12])
        started = time.perf_counter()
        try:
            response = get_response(request)
            response.headers["X-Request-ID"] = request_id.get()
            if match := request.resolver_match:
                took = (time.perf_counter() - started) * 1000
                log.info(
                    "%s %s answered %d in %d ms", request.method, match.view_name, response.status_code, took
                )
            return response
        finally:
            request_id.reset(token)

    return handle


def browser_limited(get_response: Handler) -> Handler:
    """Tell the browser that no page needs its camera, microphone, place or payments."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        )
        return response

    return handle


def session_limited(get_response: Handler) -> Handler:
    """End a sign-in after its hours are over, or after a time without a page.

    The page asked for is remembered, so that nobody has to find it again after signing in.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            now = int(time.time())
            if _over(request, now):
                logout(request)
                return redirect_to_login(request.get_full_path())
            _seen(request, now)
        return get_response(request)

    return handle


def _over(request: HttpRequest, now: int) -> bool:
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


def nothing_stored(get_response: Handler) -> Handler:
    """Keep signed-in pages out of the browser's store, so that nobody reads them after signing out."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response

    return handle
