"""How a row of the audit is put into text, and how its hash follows from it and from the row before.

This is the published form: see docs/explanation/audit-format.md. It needs nothing but Python.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from alongside.audit.verifying import digest_of, hash_of

__all__ = [
    "BEGINNING", "LANES", "NO_AREA", "hash_of", "key", "lane_of", "line", "middle", "moment", "sealed", "text",
]  # fmt: skip

#: The hash that the first row of a chain follows.
BEGINNING = "0" * 64
#: The chain of what belongs to no area.
NO_AREA = UUID(int=0)
LANES = 16


def lane_of(actor: UUID | None) -> int:
    """The chain of an area that an actor's rows go to, so that writers seldom wait for one another."""
    return 0 if actor is None else actor.int % LANES


def moment(at: datetime) -> str:
    """An aware moment, in UTC to the microsecond: ``2026-11-22T09:30:00.000000Z``."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f") + "Z"


def key(value: UUID | None) -> str:
    """A key as 32 hexadecimal digits; nothing where there is none."""
    return "" if value is None else value.hex


def text(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """JSON in its one form: keys sorted, no spaces, nothing but ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def middle(
    *,
    at: datetime,
    action: str,
    actor: UUID | None,
    actor_kind: str,
    about: UUID | None,
    about_kind: str,
    page: str,
    ground: str,
    details: str,
) -> str:
    """The fields between a row's number and the hash it follows, with tabs between."""  # fmt: skip
    return "\t".join(
        (moment(at), action, key(actor), actor_kind, key(about), about_kind, page, ground, details)
    )


def sealed(fields: str) -> str:
    """The same fields as they are hashed: who, about whom and what more as a digest, so that they can be removed."""
    at, action, rest = fields.split("\t", 2)
    return f"{at}\t{action}\t{digest_of(rest)}"


def line(area: UUID, lane: int, number: int, fields: str, previous: str) -> str:
    """A row in its published form. fields: see ``middle``."""
    return f"{area.hex}\t{lane}\t{number}\t{fields}\t{previous}"
