"""Secrets that people hold: links to a draft, to a status page, to confirm an address. We keep digests only."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from uuid import UUID

from django.conf import settings


def new_secret() -> str:
    """256 bits that nobody can guess, fit for an address."""
    return secrets.token_urlsafe(32)


def digest_of(secret: str) -> str:
    """What is kept of a secret: enough to know it again, not enough to use it."""
    return hashlib.sha256(f"alongside front door:{secret}".encode()).hexdigest()


def status_secret(receipt: UUID) -> str:
    """The secret of a receipt's status page: 256 bits that only this installation can work out.

    Worked out, not drawn, so that sending the same referral again can give the same receipt, link and all,
    though only a digest of it is kept.
    """
    made = hmac.new(settings.SECRET_KEY.encode(), f"status of {receipt}".encode(), hashlib.sha256)
    return made.hexdigest()
