"""Long lists, a page at a time: each page says where the next one begins, by the key of the last record.

A key and not a count, so that a record that comes or goes meanwhile moves nothing past the reader.
"""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from alongside.api.problems import problem

M = TypeVar("M", bound=Model)
FEWEST, USUAL, MOST = 1, 50, 200


def page(records: QuerySet[M], cursor: str, limit: int) -> tuple[list[M], str]:
    """One page in the order of keys, and the cursor of the next; empty where there is none."""
    if cursor:
        records = records.filter(pk__gt=_key(cursor))
    found: list[Any] = list(records.order_by("pk")[: limit + 1])
    shown = found[:limit]
    return shown, shown[-1].pk.hex if len(found) > limit else ""


def _key(cursor: str) -> UUID:
    try:
        return UUID(cursor)
    except ValueError:
        raise problem(
            422, "This is not a cursor.", "cursor", "It was not given by a page of this list.",
            "Send the “next” of the page before, or nothing for the first page.",
        ) from None  # fmt: skip
