"""What a worker is asked to do to find people: write many down, and ask for some of them wrongly."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, connection

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.demo.organisation import email_of, find, lay_out
from alongside.matching import finding, made_up
from alongside.matching.models import Spelling
from alongside.matching.wanted import Wanted
from alongside.people.folding import fold
from alongside.people.models import Person
from benchmarks.crowds import pour

TRIGRAMS = """
SELECT n.person_id FROM people_name n JOIN people_person p ON p.id = n.person_id
 WHERE (n.given || ' ' || n.family) %% %s AND p.area_id = %s
 ORDER BY similarity(n.given || ' ' || n.family, %s) DESC LIMIT 10"""


def crowd(people: int) -> dict[str, Any]:
    """So many made-up people in one area; on PostgreSQL with trigrams of their names too, where it has them."""
    started, borough = time.monotonic(), lay_out()
    pour(borough.area, made_up.people(people))
    trigrams = _index_trigrams()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            # As the server does by itself after a while. SQLite is asked as the service leaves it, without statistics.
            cursor.execute("VACUUM ANALYZE")
    return {
        "seconds": time.monotonic() - started,
        "spellings": Spelling.objects.count(),
        "trigrams": trigrams,
    }


def _index_trigrams() -> bool:
    if connection.vendor != "postgresql":
        return False
    with suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        cursor.execute(
            "CREATE INDEX name_by_trigrams ON people_name USING gin ((given || ' ' || family) gin_trgm_ops)"
        )
        return True
    return False


def look_for(people: int, each: int, trigrams: bool) -> dict[str, Any]:
    """People asked for in each of the nine ways, by who works at the front door: what each took, how many were found."""
    me, area = Practitioner.objects.get(email=email_of("maya")), find().area
    kept, chance = list(made_up.people(people)), random.Random(7)
    keys = dict(Person.objects.values_list("reference", "pk"))
    asked = [
        (keys[f"{area.prefix}-{place:07d}"], spoil(chance, kept[place]))
        for spoil in made_up.SPOILS.values()
        for place in chance.sample(range(people), each)
    ]
    chance.shuffle(asked)

    def ours(one: made_up.MadeUp) -> list[Any]:
        wanted = Wanted(tuple(fold(f"{one.given} {one.family}").split()), one.born)
        return [near.person for near in finding.near(wanted, me, READ_CHILD, limit=10)]

    def theirs(one: made_up.MadeUp) -> list[Any]:
        name = f"{one.given} {one.family}"
        with connection.cursor() as cursor:
            cursor.execute(TRIGRAMS, [name, area.pk, name])
            return [key for (key,) in cursor.fetchall()]

    for _, one in asked[:20]:
        ours(one)
    found = {"ours": _Asked(ours)}
    if trigrams:
        found |= {"pg_trgm": _Asked(theirs), "pg_trgm again": _Asked(theirs)}
    some = asked[: max(40, each)]
    for turn, question in enumerate(asked):
        found["ours"].ask(*question)
        if trigrams and turn < len(some):
            # By turns; each is asked everything, and neither first.
            found["pg_trgm"].ask(*some[turn])
            found["pg_trgm again"].ask(*some[turn - len(some) // 2])
    return {name: {"taken": way.taken, "found": way.hits / len(way.taken)} for name, way in found.items()}


class _Asked:
    """One way of finding: the seconds of each question, and how often it found who was meant."""

    def __init__(self, way: Callable[[made_up.MadeUp], list[Any]]) -> None:
        self.way, self.hits = way, 0
        self.taken: list[float] = []

    def ask(self, key: Any, one: made_up.MadeUp) -> None:
        started = time.perf_counter()
        found = self.way(one)
        self.taken.append(time.perf_counter() - started)
        self.hits += key in found
