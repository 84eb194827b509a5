"""What is known of a child from earlier records, by what it is about. One query, whatever parts are installed.

Each part that keeps facts about a child has a module ``facts_known`` with a function of that name, which lists
them as ``alongside.facts``: ``what`` the topic (the key of a heading in the guidance), ``name`` the source in
words, ``detail`` the fact, ``from_on`` its day, ``key`` the record's. Nothing that is kept for named eyes, and no
protected address, is ever listed there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import import_module
from itertools import groupby
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db.models import Case, F, QuerySet, TextField, Value, When
from django.utils.module_loading import module_has_submodule

from alongside.facts import Fact, listed_as, read
from alongside.known.models import StillTrue
from alongside.people.models import Person

Lists = Callable[[Person], Iterable[QuerySet[Any]]]
#: How many facts stand under one topic; the timeline has the others.
MOST = 5
ANSWERED, MINE = "answered", "mine"


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One fact. name: what a form asks about it by."""

    topic: str
    words: str
    source: str
    on: date | None
    key: UUID

    @property
    def name(self) -> str:
        return f"{self.topic}_{self.key.hex}"


@dataclass(frozen=True, slots=True)
class Offered:
    """What stands ready for a new record. facts: those not answered yet, by topic, the newest first.

    topics: every topic that something is or was known about. answered: how many were answered already.
    """

    facts: dict[str, list[KnownFact]]
    topics: frozenset[str]
    answered: int

    @property
    def number(self) -> int:
        return sum(len(facts) for facts in self.facts.values())

    def among(self, topics: Iterable[str]) -> list[KnownFact]:
        """The facts of these topics, in their order."""
        return [fact for topic in topics for fact in self.facts.get(topic, ())]


@cache
def _parts() -> tuple[Lists, ...]:
    modules = [
        import_module(f"{config.name}.facts_known")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "facts_known")
    ]
    return tuple(module.facts_known for module in modules)


def latest(records: QuerySet[Any], *order: str, most: int = MOST) -> QuerySet[Any]:
    """The latest of some records. A list can be joined to others with it, where a query with a limit cannot."""
    found: QuerySet[Any] = records.model._default_manager.filter(
        pk__in=records.order_by(*order).values("pk")[:most]
    )
    return found


def offered(child: Person, asked_for: UUID) -> Offered:
    """What earlier records say of the child, for a new record with this key. One query.

    A fact that somebody said has changed is offered no more: what is so instead stands in the record they wrote.
    """
    of_mine = Case(When(asked_for=asked_for, then=Value(MINE)), default=F("answer"), output_field=TextField())
    answers = listed_as(
        ANSWERED, StillTrue.objects.filter(case__child=child), key="fact", name="topic", role=of_mine
    )
    found = read([answers, *(one for lists in _parts() for one in lists(child))])
    mine, gone = set(), set()
    for fact in found:
        if fact.what == ANSWERED:
            if fact.role == MINE:
                mine.add((fact.name, fact.key))
            elif fact.role == StillTrue.Answer.CHANGED:
                gone.add((fact.name, fact.key))
    every = [one for one in _facts(found, asked_for) if (one.topic, one.key) not in gone]
    left: dict[str, list[KnownFact]] = {}
    for one in sorted(every, key=lambda one: (one.on or date.min, one.key), reverse=True):
        if (one.topic, one.key) not in mine and len(left.get(one.topic, ())) < MOST:
            left.setdefault(one.topic, []).append(one)
    return Offered(left, frozenset(one.topic for one in every), len(mine))


def _facts(found: Sequence[Fact], asked_for: UUID) -> Iterator[KnownFact]:
    """Facts as a person reads them; lines of one record under one topic are one fact."""
    said = [one for one in found if one.what != ANSWERED and one.key and one.detail.strip()]

    def place(one: Fact) -> tuple[str, str]:
        return one.what, str(one.key)

    for _, lines in groupby(sorted(said, key=place), key=place):
        these = sorted(lines, key=lambda one: (one.role, one.detail))
        first = these[0]
        assert first.key is not None
        if first.key != asked_for:
            words = "\n".join(dict.fromkeys(f"{one.role}{one.detail.strip()}" for one in these))
            days = [one.from_on for one in these if one.from_on]
            yield KnownFact(first.what, words, first.name, max(days, default=None), first.key)
