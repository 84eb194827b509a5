"""What is left open in a case: every process lists its own, and one query reads the lists of all.

A case cannot close while any of it is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from alongside.cases.models import Case
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of


@dataclass(frozen=True, slots=True, eq=False)
class LeftOpen:
    """Records of one kind that are still open.

    what: a name no other list has. records: those of a case. columns: what is read of each, as
    ``facts.listed_as`` takes it; ``from_on`` or ``at`` orders them. words: the sentence for one.
    """

    what: str
    records: Callable[[Case], QuerySet[Any]]
    columns: dict[str, Any]
    words: Callable[[Fact], str]


def sentences(lists: Iterable[LeftOpen], case: Case) -> Iterator[tuple[LeftOpen, str]]:
    """A sentence for each record that is still open, list by list, the earliest first. One query."""
    lists = list(lists)
    found = read(listed_as(one.what, one.records(case), **one.columns) for one in lists)
    for one in lists:
        for fact in sorted((fact for fact in found if fact.what == one.what), key=_when):
            yield one, one.words(fact)


def _when(fact: Fact) -> tuple[date, datetime | None]:
    return fact.from_on or (day_of(fact.at) if fact.at else date.min), fact.at


def day_in_words(fact: Fact) -> str:
    """Its day, or the day of its moment, as “10 April 2025”."""
    day = fact.from_on or (day_of(fact.at) if fact.at else None)
    return f"{day:%-d %B %Y}" if day else "a day that is not known"
