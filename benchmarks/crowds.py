"""A million people in minutes: the rows that the models would make, handed to the database as they are.

``tests/benchmarks/test_it_runs.py`` proves that nothing differs from what the models save.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model

from alongside.agencies.models import Area
from alongside.keys import new_key
from alongside.matching.made_up import MadeUp
from alongside.matching.models import Spelling
from alongside.matching.spellings import names_of, spelt
from alongside.people import folding
from alongside.people.models import Name, Person

CHUNK = 25_000
INDEXES = {
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = %s AND indexdef LIKE 'CREATE INDEX%%'",
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = %s AND sql LIKE 'CREATE INDEX%%'",
}
fold, last_word = lru_cache(100_000)(folding.fold), lru_cache(100_000)(folding.last_word)


class Table:
    """The rows of one model: what each column holds where nothing is said, and where each column stands."""

    def __init__(self, example: Model) -> None:
        self.fields = example._meta.concrete_fields
        self.name = example._meta.db_table
        self.same = [
            field.get_db_prep_save(field.pre_save(example, add=True), connection) for field in self.fields
        ]
        self.place = {field.attname: place for place, field in enumerate(self.fields)}
        self.rows: list[list[Any]] = []

    def add(self, **told: Any) -> None:
        row = self.same.copy()
        for name, value in told.items():
            row[self.place[name]] = value
        self.rows.append(row)

    def write(self) -> None:
        columns = ", ".join(f'"{field.column}"' for field in self.fields)
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                with cursor.copy(f"COPY {self.name} ({columns}) FROM STDIN") as copy:
                    for row in self.rows:
                        copy.write_row(row)
            else:
                holes = ", ".join(["%s"] * len(self.fields))
                cursor.executemany(f"INSERT INTO {self.name} ({columns}) VALUES ({holes})", self.rows)
        self.rows.clear()


def pour(area: Area, people: Iterable[MadeUp], *, after: int = 0) -> int:
    """Write them all, numbered on from ``after``; how many there were."""
    nobody = Person(area=area, reference="-", called="-")
    tables = Table(nobody), Table(Name(person=nobody, given="-")), Table(Spelling(person=nobody, area=area))
    coming, count = iter(people), 0
    with without_indexes(*tables):
        while some := list(islice(coming, CHUNK)):
            for one in some:
                _add(*tables, one, f"{area.prefix}-{after + count:07d}")
                count += 1
            with transaction.atomic():
                for table in tables:
                    table.write()
                if connection.vendor == "postgresql":
                    # Nothing is left to be checked later, so that the indexes can be made in the same transaction.
                    connection.check_constraints()
    return count


def _add(persons: Table, names: Table, spellings: Table, one: MadeUp, reference: str) -> None:
    person, called = _key(new_key()), f"{one.given} {one.family}"
    born = connection.ops.adapt_datefield_value(one.born)
    persons.add(id=person, reference=reference, called=called, born_on=born, sex=one.sex)
    told = [(one.given, one.family), *([(one.given, one.former)] if one.former else [])]
    for place, (given, family) in enumerate(told):
        names.add(
            id=_key(new_key()), person_id=person, given=given, family=family,
            kind=str(Name.Kind.FORMER if place else Name.Kind.LEGAL), given_key=fold(given), family_key=fold(family),
            given_last=last_word(given), family_last=last_word(family),
        )  # fmt: skip
    for words, given_sound, family_sound, sounds, begins, ends, by_birth in spelt(names_of(called, told)):
        spellings.add(
            id=_key(new_key()), person_id=person, words=words, given_sound=given_sound, family_sound=family_sound,
            sounds=sounds, begins=begins, ends=ends, by_birth=by_birth, born_on=born,
        )  # fmt: skip


def _key(key: UUID) -> UUID | str:
    return key if connection.vendor == "postgresql" else key.hex


@contextmanager
def without_indexes(*tables: Table) -> Iterator[None]:
    """Meanwhile nothing is indexed but what is unique; afterwards everything is again, as it was."""
    with connection.cursor() as cursor:
        found: list[tuple[str, str]] = []
        for table in tables:
            cursor.execute(INDEXES[connection.vendor], [table.name])
            found += cursor.fetchall()
        for name, _ in found:
            cursor.execute(f'DROP INDEX "{name}"')
        try:
            yield
        finally:
            for _, again in found:
                cursor.execute(again)
