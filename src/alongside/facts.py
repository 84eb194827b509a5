"""Several short lists in one query.

A page of a child shows a dozen small things: dangers, who leads, what is due, who else helps. Each is
a ``Fact`` here, so that one ``UNION ALL`` brings them all, whatever the page goes on to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import DateField, DateTimeField, F, Field, QuerySet, TextField, UUIDField

from alongside.ready import Nothing, Word

COLUMNS: dict[str, type[Field[Any, Any]]] = {
    "name": TextField,
    "role": TextField,
    "detail": TextField,
    "from_on": DateField,
    "to_on": DateField,
    "at": DateTimeField,
    "recorded_at": DateTimeField,
    "key": UUIDField,
}
NOTHING = {name: Nothing(kind()) for name, kind in COLUMNS.items()}


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. ``what`` names its list; what the other columns hold is said where the list is made."""

    what: str
    name: str
    role: str
    detail: str
    from_on: date | None
    to_on: date | None
    at: datetime | None
    recorded_at: datetime | None
    key: UUID | None


def listed_as(what: str | F, records: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    """The records as facts: for each column a field's name or an expression; the rest stay empty.

    what: the name of their list; or an ``F``, the field that holds it.
    """
    if unknown := columns.keys() - COLUMNS.keys():
        raise TypeError(f"A fact has no column {', '.join(sorted(unknown))}.")
    chosen = [columns.get(name, NOTHING[name]) for name in COLUMNS]
    of = Word(what, TextField()) if isinstance(what, str) else what
    return records.order_by().values_list(of, *chosen)


#: Names of people: those who come from an agency, and the others, who may be family.
NAMES, OF_NO_AGENCY = "named", "named-of-no-agency"


def by_agency(records: QuerySet[Any], name: str) -> Iterator[QuerySet[Any]]:
    """The names in a field of these records: those that stand with an agency, and those that do not."""
    yield listed_as(NAMES, records.filter(agency__isnull=False), name=name)
    yield listed_as(OF_NO_AGENCY, records.filter(agency=None), name=name)


def read(lists: Iterable[QuerySet[Any]]) -> list[Fact]:
    """Every fact of every list, in one query. The order is not defined."""
    first, *others = lists
    return [Fact(*(_blank(cell, n) for n, cell in enumerate(row))) for row in first.union(*others, all=True)]


def _blank(cell: Any, place: int) -> Any:
    return "" if cell is None and place < 4 else cell
