"""The table behind the cache, where attempts to sign in are counted."""

from __future__ import annotations

from django.core.management import call_command


def make(*, using: str, verbosity: int = 1, **_: object) -> None:
    """Make the cache's table once the others are there. Does nothing where it exists."""
    call_command("createcachetable", database=using, verbosity=0)
