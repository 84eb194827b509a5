"""What somebody had typed when their sign-in ended: kept for them, given back on the same page, to nobody else.

It is sealed for its owner, so that neither another practitioner nor who reads the database learns it, and it goes
after some hours. Passwords and codes are never kept, and neither are files.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from allauth.account.signals import user_logged_in
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.signing_in import sealing
from alongside.signing_in.models import KeptForm
from alongside.signing_in.recent import is_ours

#: After how long it goes.
HOURS = 24
#: More is no form of ours: 200,000 characters are fifty pages.
MOST = 200_000
NEVER_KEPT = {
    "csrfmiddlewaretoken",
    "password",
    "oldpassword",
    "password1",
    "password2",
    "code",
    "credential",
    "next",
}
PURPOSE = "kept-form"
#: In the session: the pages of whatever is kept for whoever signed in.
WAITING = "kept_forms"

Fields = list[tuple[str, list[str]]]


def fields_of(sent: QueryDict) -> Fields:
    """What was typed or chosen, without what is secret or not theirs."""
    found = [
        (name, [str(value) for value in values]) for name, values in sent.lists() if name not in NEVER_KEPT
    ]
    return [(name, values) for name, values in found if any(values)]


def page_of(request: HttpRequest) -> str:
    """The address of the page that a form was on: where it came from, where that is ours."""
    path = urlsplit(request.headers.get("Referer", ""))
    came_from = path.path if path.netloc == request.get_host() and is_ours(request, path.path) else ""
    return (came_from or request.path)[:500]


@transaction.atomic
def keep(practitioner: Practitioner, address: str, fields: Fields, *, now: datetime) -> bool:
    """Keep it until they come back; what was kept of this page before goes. Gives whether there was anything."""
    words = json.dumps(fields)
    if not fields or len(words) > MOST:
        return False
    KeptForm.objects.filter(kept_at__lt=now - timedelta(hours=HOURS)).delete()
    sealed = sealing.seal(words.encode(), purpose=PURPOSE, to=_to(practitioner, address))
    KeptForm.objects.update_or_create(
        practitioner=practitioner, address=address, defaults={"sealed": sealed, "kept_at": now}
    )
    return True


def back(practitioner: Practitioner, address: str, *, now: datetime) -> Fields:
    """What they had typed on this page; nothing where nothing is kept, or it is too old, or not theirs."""
    one = KeptForm.objects.filter(
        practitioner=practitioner, address=address, kept_at__gte=now - timedelta(hours=HOURS)
    ).first()
    if one is None:
        return []
    try:
        words = sealing.unseal(bytes(one.sealed), purpose=PURPOSE, to=_to(practitioner, address))
    except sealing.NotTheirs:
        return []
    return [(name, values) for name, values in json.loads(words)]


def _to(practitioner: Practitioner, address: str) -> str:
    return f"{practitioner.pk.hex} {address}"


def listen() -> None:
    """When somebody signs in, know what is kept for them."""
    user_logged_in.connect(_signed_in, dispatch_uid="signing_in.kept")


def _signed_in(sender: Any, request: HttpRequest, user: Practitioner, **_: Any) -> None:
    since = timezone.now() - timedelta(hours=HOURS)
    found = KeptForm.objects.filter(practitioner=user, kept_at__gte=since).values_list("address", flat=True)
    if found:
        request.session[WAITING] = list(found)


def waiting(request: HttpRequest) -> Iterable[str]:
    """The pages for which something is kept. No query."""
    found: list[str] = request.session.get(WAITING, [])
    return found


def settled(request: HttpRequest, response: HttpResponse) -> None:
    """What was sent and taken is kept no longer."""
    taken = request.method == "POST" and response.status_code in {302, 303}
    if taken and isinstance(request.user, Practitioner) and request.path in waiting(request):
        let_go(request, request.user, request.path)


def let_go(request: HttpRequest, practitioner: Practitioner, address: str) -> None:
    """They have it back, or want it no more."""
    KeptForm.objects.filter(practitioner=practitioner, address=address).delete()
    request.session[WAITING] = [one for one in waiting(request) if one != address]
