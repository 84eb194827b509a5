"""Every page leaves a row, whoever wrote it and whatever it forgot.

Most pages leave theirs by the door through which they open a record, and most acts with the entry they
make. What left none leaves one here: a page that somebody signed in was shown, and whatever they sent.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.pages import Page, answering
from alongside.audit.writing import write

Handler = Callable[[HttpRequest], HttpResponse]
SAFE = {"GET", "HEAD", "OPTIONS"}
#: Answers to what broke off half way, and so must leave nothing: malformed, not permitted, not there.
BROKEN_OFF = {400, 403, 404}
LOOKING = {Action.READ, Action.LIST, Action.SEARCH}


def every_page_leaves_a_row(get_response: Handler) -> Handler:
    """Write the row that a page or an act did not write itself. What cannot be written down is not shown.

    What somebody sends is handled in one transaction with its row: either both stay, or neither does.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        token = answering.set(page := Page(request))
        try:
            me = request.user
            if not isinstance(me, Practitioner):
                return get_response(request)
            if request.method in SAFE:
                response = get_response(request)
                if shows_something(page, response):
                    write(Action.LIST, area=place_of_work(me), by=me)
                return response
            with transaction.atomic():
                response = get_response(request)
                if response.status_code in BROKEN_OFF or response.status_code >= 500:
                    transaction.set_rollback(True)
                elif response.status_code < 400:
                    write_change(page, me)
            return response
        finally:
            answering.reset(token)

    return handle


def shows_something(page: Page, response: HttpResponse) -> bool:
    """Whether a page was shown that holds somebody's records, and left no row yet."""
    return response.status_code == 200 and not page.written and page.name not in settings.AUDIT_SHOWS_NOBODY


def write_change(page: Page, me: Practitioner) -> None:
    """The row of something sent that wrote none but that of the door it came through."""
    if page.name in settings.AUDIT_NOTHING_SENT:
        return
    if all(row.action in LOOKING for row in page.written):
        door = next((row for row in reversed(page.written) if row.about), None)
        if door is None:
            write(Action.CHANGE, area=place_of_work(me), by=me)
        else:
            write(Action.CHANGE, area=door.area, by=me, about=door.about, about_kind=door.about_kind)


def place_of_work(me: Practitioner) -> UUID | None:
    """The area of their first team. None for whoever works in no team of an area."""
    return next((post.team.area_id for post in me.scope.posts if post.team), None)
