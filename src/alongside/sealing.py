"""Sealing what the database may hold and its reader may not see: AES-256 in GCM, one key for each purpose."""

from __future__ import annotations

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.utils.crypto import salted_hmac

NONCE = 12


class NotTheirs(Exception):
    """What was sealed was sealed for somebody else, for another purpose, under another key, or was changed."""


def seal(words: bytes, *, purpose: str, to: str = "") -> bytes:
    """Encrypt under this installation's key. purpose, to: what it is for and for whom; both are needed again."""
    nonce = secrets.token_bytes(NONCE)
    return nonce + AESGCM(_key(purpose)).encrypt(nonce, words, to.encode())


def unseal(sealed: bytes, *, purpose: str, to: str = "") -> bytes:
    """What was sealed for this purpose and person. Raises NotTheirs."""
    try:
        return AESGCM(_key(purpose)).decrypt(sealed[:NONCE], sealed[NONCE:], to.encode())
    except (InvalidTag, ValueError):
        raise NotTheirs(purpose) from None


def _key(purpose: str) -> bytes:
    return salted_hmac("alongside.signing_in.sealing", purpose, algorithm="sha256").digest()
