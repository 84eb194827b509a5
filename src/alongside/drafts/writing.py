"""What somebody is writing: kept as they type, given back on the same page, to nobody else.

It is sealed for its writer, so that neither another practitioner nor who reads the database learns it. It goes
when they send it or throw it away, and with the record of the child whose page it was typed on; no clock takes
it. Passwords and codes are never kept, and neither are files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from allauth.account.signals import user_logged_in
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from alongside import sealing
from alongside.agencies.models import Practitioner
from alongside.drafts.models import Draft
from alongside.people.models import Person
from alongside.ui import once

#: More is no form of ours: two million characters are five hundred pages, and what a server takes at once.
MOST = 2_000_000
LONGEST_TITLE, LONGEST_ADDRESS = 200, 500
#: In an address: take up the draft of this page, also where the session does not know of it.
GO_ON = "go-on"
#: Sent with a form that is typed: what its page is called, and in which field its writer is, how far into it.
TITLE, PLACE = "draft-title", "draft-place"
NEVER_KEPT = {
    "csrfmiddlewaretoken", "password", "oldpassword", "password1", "password2", "code", "credential", "next",
    "step", once.MARK, TITLE, PLACE,
}  # fmt: skip
PURPOSE, TITLES, UNTITLED = "draft", "draft-title", "A form"
#: In the session: the pages of which somebody has a draft, as far as this session knows.
WAITING = "drafts"

Fields = list[tuple[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed on a page. title: what the page is called. place: the field its writer was in, and how far."""

    fields: Fields
    title: str = ""
    place: str = ""

    @property
    def data(self) -> QueryDict:
        """The fields as a browser sends them."""
        data = QueryDict(mutable=True)
        for name, values in self.fields:
            data.setlist(name, values)
        return data


NOTHING = Typed([])


def typed_in(sent: QueryDict) -> Typed:
    """What was typed or chosen, without what is secret or not theirs."""
    found = [
        (name, [str(value) for value in values]) for name, values in sent.lists() if name not in NEVER_KEPT
    ]
    fields = [(name, values) for name, values in found if any(values)]
    return Typed(fields, sent.get(TITLE, "")[:LONGEST_TITLE], sent.get(PLACE, "")[:LONGEST_TITLE])


def address_of(request: HttpRequest) -> str:
    """By what the draft of this page is known: its path, and what its address asks besides."""
    return _address(request.path, request.GET)


def page_of(request: HttpRequest) -> str:
    """The address of the page that a form was on: where it came from, where that is ours."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    ours = came_from.netloc == request.get_host() and is_a_page(request, came_from.path)
    return _address(came_from.path, QueryDict(came_from.query)) if ours else address_of(request)


def _address(path: str, asks: QueryDict) -> str:
    """A path with what is asked of it; the path alone where what is asked is endless."""
    asks = asks.copy()
    asks.pop(GO_ON, None)
    whole = f"{path}?{asks.urlencode()}" if asks else path
    return whole if len(whole) <= LONGEST_ADDRESS else path[:LONGEST_ADDRESS]


def go_on_at(address: str) -> str:
    """Where a draft is taken up, also by a session that does not know of it."""
    return f"{address}{'&' if '?' in address else '?'}{GO_ON}"


def is_a_page(request: HttpRequest, address: str) -> bool:
    """Whether an address is one of this installation's pages."""
    if not address.startswith("/") or not url_has_allowed_host_and_scheme(address, {request.get_host()}):
        return False
    try:
        resolve(address.partition("?")[0])
    except Resolver404:
        return False
    return True


@transaction.atomic
def keep(practitioner: Practitioner, address: str, typed: Typed, *, now: datetime) -> bool:
    """Keep it in place of what was kept of this page before. Gives whether there was anything to keep."""
    words = json.dumps([typed.fields, typed.place])
    if not typed.fields or len(words) > MOST:
        return False
    to = _to(practitioner.pk.hex, address)
    kept = {
        "title": sealing.seal(typed.title.encode(), purpose=TITLES, to=to).hex(),
        "sealed": sealing.seal(words.encode(), purpose=PURPOSE, to=to),
        "saved_at": now,
    }
    if not Draft.objects.filter(practitioner=practitioner, address=address).update(**kept):
        # Two windows may keep the first letters of a page at one moment.
        Draft.objects.update_or_create(
            practitioner=practitioner, address=address,
            defaults=kept, create_defaults={**kept, "child": _child_of(address)},
        )  # fmt: skip
    return True


def keep_sent(request: HttpRequest, practitioner: Practitioner, address: str, *, now: datetime) -> bool:
    """Keep what this request sent, which is not taken yet, and let it stay whatever is answered."""
    if not keep(practitioner, address, typed_in(request.POST), now=now):
        return False
    know(request, address)
    request.draft_stays = True  # type: ignore[attr-defined]
    return True


def _child_of(address: str) -> Person | None:
    """The child whose page it is, where the address names one."""
    try:
        reference = resolve(address.partition("?")[0]).kwargs.get("reference")
    except Resolver404:
        return None
    return Person.objects.filter(reference=reference).first() if isinstance(reference, str) else None


def draft_of(practitioner: Practitioner, address: str) -> Draft | None:
    """What they have not finished on a page. One query."""
    return Draft.objects.filter(practitioner=practitioner, address=address).first()


def read(draft: Draft) -> Typed:
    """What stands in a draft; nothing where it was sealed for somebody else or under another key."""
    try:
        words = sealing.unseal(
            bytes(draft.sealed), purpose=PURPOSE, to=_to(draft.practitioner_id.hex, draft.address)
        )
    except sealing.NotTheirs:
        return NOTHING
    fields, place = json.loads(words)
    return Typed([(name, values) for name, values in fields], place=place)


def title_in(sealed: str, practitioner: Practitioner, address: str) -> str:
    """What the page of a draft is called."""
    try:
        title = sealing.unseal(
            bytes.fromhex(sealed), purpose=TITLES, to=_to(practitioner.pk.hex, address)
        ).decode()
    except sealing.NotTheirs:
        return UNTITLED
    return title or UNTITLED


def _to(practitioner: str, address: str) -> str:
    return f"{practitioner} {address}"


def listen() -> None:
    """When somebody signs in, know of which pages they have drafts."""
    user_logged_in.connect(_signed_in, dispatch_uid="drafts.writing")


def _signed_in(sender: Any, request: HttpRequest, user: Practitioner, **_: Any) -> None:
    if found := list(Draft.objects.filter(practitioner=user).values_list("address", flat=True)):
        request.session[WAITING] = found


def waiting(request: HttpRequest) -> Iterable[str]:
    """The pages of which this session knows a draft. No query."""
    found: list[str] = request.session.get(WAITING, [])
    return found


def know(request: HttpRequest, address: str) -> None:
    """From now on this session knows of the draft."""
    if address not in waiting(request):
        request.session[WAITING] = [*waiting(request), address]


def settled(request: HttpRequest, response: HttpResponse) -> None:
    """What was sent and taken is kept no longer."""
    taken = request.method == "POST" and response.status_code in {302, 303}
    if not taken or getattr(request, "draft_stays", False) or not isinstance(request.user, Practitioner):
        return
    here = [one for one in waiting(request) if one.partition("?")[0] == request.path]
    exactly = address_of(request)
    for address in [exactly] if exactly in here else here:
        let_go(request, request.user, address)


def let_go(request: HttpRequest, practitioner: Practitioner, address: str) -> None:
    """They have sent it, or want it no more."""
    Draft.objects.filter(practitioner=practitioner, address=address).delete()
    request.session[WAITING] = [one for one in waiting(request) if one != address]
