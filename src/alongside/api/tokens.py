"""Tokens: made by chance, shown once, kept as a digest, counted by the minute."""

from __future__ import annotations

import hashlib
import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Case, F, Value, When

from alongside.api.models import ApiClient

PREFIX = "alongside_"
MINUTE = timedelta(minutes=1)


def new_token() -> str:
    """256 bits that nobody can guess. The prefix lets a search for leaked secrets find it."""
    return PREFIX + secrets.token_urlsafe(32)


def digest_of(token: str) -> str:
    """What is kept of a token. So long a secret needs no slow digest, as a password would."""
    return hashlib.sha256(f"alongside api:{token}".encode()).hexdigest()


def client_of(token: str, now: datetime) -> ApiClient | None:
    """The system whose token this is, if it is good at this moment. Two queries."""
    if not token.startswith(PREFIX) or not token.isascii():
        return None
    systems = ApiClient.objects.select_related("agency", "practitioner").prefetch_related("areas")
    found = systems.filter(token_digest=digest_of(token)).first()
    return found if found and found.is_good(now) else None


def seconds_to_wait(client: ApiClient, now: datetime) -> int:
    """Count one request; 0 while there are few enough in this minute, else the seconds until the next.

    Counted in one statement, so that requests at once are all counted.
    """
    minute = now.replace(second=0, microsecond=0)
    ApiClient.objects.filter(pk=client.pk).update(
        used=Case(When(last_used_at=minute, then=F("used") + 1), default=Value(1)), last_used_at=minute
    )
    used = ApiClient.objects.values_list("used", flat=True).get(pk=client.pk)
    if used <= settings.API_REQUESTS_A_MINUTE:
        return 0
    return max(1, int((minute + MINUTE - now).total_seconds()))
