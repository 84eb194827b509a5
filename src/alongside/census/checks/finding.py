"""What a check hands on, before it is made into a problem."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule broken. ``key`` is its key in ``rules.RULES``; ``why`` says with which values."""

    key: str
    line: int
    where: str
    why: str
    value: str = ""


Findings = Iterator[Finding]


def compare(first: str, one: date, second: str, other: date) -> str:
    """Two days that conflict, in words: "The referral is 2025-05-01 and ..."."""
    return f"{first} is {one.isoformat()} and {second} is {other.isoformat()}."
