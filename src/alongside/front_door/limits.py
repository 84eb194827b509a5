"""How often one may send before a person has a look. A limit never turns a referral away: it puts it aside."""

from __future__ import annotations

import hashlib
from datetime import datetime

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

#: Referrals within one hour. A school behind one address sends a handful on its worst day.
MOST_FROM_ADDRESS, MOST_IN_SESSION = 10, 4
#: E-mails that confirm an address within one hour, so that nobody's letter box is filled through us.
MOST_LETTERS = 3
HOUR = 3600


def too_many(request: HttpRequest, now: datetime) -> str:
    """Why this referral is put aside to be looked at, counting it; "" where it need not be."""
    address = get_adapter().get_client_ip(request)
    from_address = _counted("address", address, now)
    in_session = _counted("session", request.session.session_key or address, now)
    if in_session > MOST_IN_SESSION:
        return f"More than {MOST_IN_SESSION} referrals from one browser within an hour"
    if from_address > MOST_FROM_ADDRESS:
        return f"More than {MOST_FROM_ADDRESS} referrals from one address within an hour"
    return ""


def may_write_to(email: str, request: HttpRequest, now: datetime) -> bool:
    """Whether another e-mail to confirm an address may go out. The referral does not depend on it."""
    address = get_adapter().get_client_ip(request)
    to, by = _counted("letter to", email.lower(), now), _counted("letter by", address, now)
    return to <= MOST_LETTERS and by <= MOST_FROM_ADDRESS


def _counted(what: str, whom: str, now: datetime) -> int:
    digest = hashlib.sha256(f"{what} {whom}".encode()).hexdigest()[:32]
    key = f"front-door:{digest}:{int(now.timestamp()) // HOUR}"
    number = int(cache.get(key, 0)) + 1
    cache.set(key, number, HOUR)
    return number
