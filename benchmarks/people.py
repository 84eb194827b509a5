"""Many made-up people in one area, written down quickly, each with a case so that the front door can open them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.matching.made_up import MadeUp
from alongside.matching.models import Spelling
from alongside.matching.spellings import rows_for
from alongside.people.models import Name, Person

CHUNK = 5_000


def write(
    area: Area, by: Practitioner, people: Iterable[MadeUp], *, after: int = 0, cases: bool = True
) -> list[Person]:
    """Write them all, numbered on from ``after``; the people in the order given. cases: each with an open one."""
    made: list[Person] = []
    coming = iter(people)
    while some := list(islice(coming, CHUNK)):
        made += _write(area, some, after + len(made))
        if cases:
            _open_cases(area, by, made[-len(some) :])
    return made


def _write(area: Area, some: list[MadeUp], after: int) -> list[Person]:
    persons = [
        Person(area=area, reference=f"{area.prefix}-{after + place:07d}", called=f"{one.given} {one.family}",
               born_on=one.born, sex=one.sex)
        for place, one in enumerate(some)
    ]  # fmt: skip
    Person.objects.bulk_create(persons)
    names, spellings = [], []
    for person, one in zip(persons, some, strict=True):
        told = [(one.given, one.family), *([(one.given, one.former)] if one.former else [])]
        names += list(_names(person, told))
        spellings += rows_for(person, told)
    Name.objects.bulk_create(names, batch_size=CHUNK)
    Spelling.objects.bulk_create(spellings, batch_size=CHUNK)
    return persons


def _open_cases(area: Area, by: Practitioner, persons: list[Person]) -> None:
    Case.objects.bulk_create(
        Case(area=area, child=person, opened_on=date(2025, 4, 1), recorded_by=by) for person in persons
    )


def _names(person: Person, told: list[tuple[str, str]]) -> Iterator[Name]:
    for place, (given, family) in enumerate(told):
        kind = Name.Kind.FORMER if place else Name.Kind.LEGAL
        yield Name(person=person, given=given, family=family, kind=kind)
