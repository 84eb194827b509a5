"""What happens around every page: its id in the log, and limits on browsers."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.config.logs import request_id

Handler = Callable[[HttpRequest], HttpResponse]

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


def in_even_time(get_response: Handler) -> Handler:
    """Answer what could tell that a closed record is there only at even times: a page not found, and a search.

    What the database does differs by a fraction of a millisecond where there is a record that the reader may not
    know of. Told at whole steps of EVEN_TIME_SECONDS, both answers come at the same moment.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        if settings.EVEN_TIME_SECONDS and could_tell(request, response):
            time.sleep(rest_of_the_step(time.perf_counter() - started, settings.EVEN_TIME_SECONDS))
        return response

    return handle


def could_tell(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether how long this answer took could tell what its reader may not know."""
    if response.status_code == 404:
        return True
    match = request.resolver_match
    return match is not None and match.view_name in settings.ANSWERED_IN_EVEN_TIME


def rest_of_the_step(taken: float, step: float) -> float:
    """Seconds until the next whole step after the time that was taken."""
    return step - taken % step


def browser_limited(get_response: Handler) -> Handler:
    """Tell the browser that no page needs its camera, microphone, place or payments."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"
        )
        return response

    return handle


def nothing_stored(get_response: Handler) -> Handler:
    """Keep signed-in pages out of the browser's store, so that nobody reads them after signing out."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        return response

    return handle
