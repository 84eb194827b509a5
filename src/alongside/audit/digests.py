"""Keyed digests: what lets the audit answer “was this ever searched for?” without holding it.

Only this installation's key makes the same digest again, and only whoever knows the word can ask.
"""

from __future__ import annotations

from django.utils.crypto import salted_hmac


def keyed(word: str, purpose: str) -> str:
    """The digest of a word, 32 hexadecimal digits. purpose: words of one purpose say nothing about another's."""
    return salted_hmac(f"alongside.audit.{purpose}", word, algorithm="sha256").hexdigest()[:32]
