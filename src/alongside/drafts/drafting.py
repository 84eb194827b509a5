"""What a page that asks can do with drafts: take one up, keep one, say where what is typed is sent meanwhile."""

from __future__ import annotations

import base64
from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode

from alongside.agencies.models import Practitioner
from alongside.drafts import writing
from alongside.ui.steps import TakenUp

Handler = Callable[[HttpRequest], HttpResponse]


class Drafting:
    """The drafts of whoever asks for a page. ``taken``: whether the page has taken its draft up."""

    def __init__(self, request: HttpRequest, me: Practitioner) -> None:
        self.request, self.me = request, me
        self.page = writing.address_of(request)
        self.taken = False

    @property
    def href(self) -> str:
        """Where what is typed on this page is sent as it is typed."""
        return f"{reverse('drafts:keep')}?{urlencode({'of': self.page})}"

    @property
    def key(self) -> str:
        """What a browser seals its own copy with: theirs alone, and never kept in the browser."""
        digest = salted_hmac("alongside.drafts.browser", self.me.pk.hex, algorithm="sha256").digest()
        return base64.b64encode(digest).decode()

    def take_up(self) -> TakenUp | None:
        """What they had typed on this page; None where there is nothing. No query where nothing is known of."""
        known = self.page in writing.waiting(self.request)
        if not known and writing.GO_ON not in self.request.GET:
            return None
        draft = writing.draft_of(self.me, self.page)
        typed = writing.read(draft) if draft else writing.NOTHING
        if draft is None or not typed.fields:
            return None
        writing.know(self.request, self.page)
        self.taken = True
        return TakenUp(typed.data, draft.saved_at, typed.place)

    def keep(self) -> datetime | None:
        """Keep what was sent; gives when, or None where there was nothing in it."""
        return keep(self.request, self.me, self.page)


def keep(request: HttpRequest, me: Practitioner, address: str) -> datetime | None:
    """Keep what was sent of a page; gives when, or None where there was nothing in it to keep."""
    now = timezone.now()
    return now if writing.keep_sent(request, me, address, now=now) else None


def drafting(get_response: Handler) -> Handler:
    """Give every page of somebody signed in its drafts, and let go of what was sent and taken."""

    def handle(request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, Practitioner):
            request.drafting = Drafting(request, request.user)  # type: ignore[attr-defined]
        response = get_response(request)
        writing.settled(request, response)
        return response

    return handle
