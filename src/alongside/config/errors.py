"""What is shown when a page cannot be: always in words, never with anything about a record."""

from __future__ import annotations

import logging

from django.http import HttpRequest, HttpResponse
from django.template import loader

from alongside.config.logs import request_id
from alongside.ui import pages

log = logging.getLogger("alongside.requests")


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _in_frame(request, 400)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _in_frame(request, 403)


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form whose token no longer fits: usually a page left open over a sign-out."""
    return _in_frame(request, 403, "errors/form_expired.html")


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """There is no such page, or not for this reader: the two read the same."""
    return _in_frame(request, 404)


def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours failed. What failed may be what shows pages, so there is a page that needs nothing."""
    shown = {"request_id": request_id.get()}
    try:
        return pages.render(request, "errors/500.html", shown, status=500)
    except Exception:
        log.exception("The page about an error failed too")
        return HttpResponse(loader.render_to_string("errors/500_bare.html", shown), status=500)


def _in_frame(request: HttpRequest, status: int, template: str = "") -> HttpResponse:
    return pages.render(request, template or f"errors/{status}.html", status=status)
