"""What is recorded of people, as it is compared with somebody else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from uuid import UUID

from alongside.facts import listed_as, read
from alongside.matching.comparing import Told
from alongside.matching.spellings import names_of
from alongside.people.models import Identifier, Name, Person, Residence

#: Numbers of which a person has one, so that two different ones speak against their being one person.
ONE_EACH = (
    Identifier.Scheme.UPN,
    Identifier.Scheme.NHS_NUMBER,
    Identifier.Scheme.LA_CHILD_ID,
    Identifier.Scheme.ULN,
)
CHUNK = 5_000


def told_of(people: Collection[Person]) -> dict[UUID, Told]:
    """What is recorded of each of these people. One query. A protected address is never compared."""
    keys = [person.pk for person in people]
    names: defaultdict[object, list[tuple[str, str]]] = defaultdict(list)
    homes: defaultdict[object, list[str]] = defaultdict(list)
    numbers: defaultdict[object, set[tuple[str, str]]] = defaultdict(set)
    for fact in read([
        listed_as("name", Name.objects.filter(person__in=keys), name="given", detail="family", key="person"),
        listed_as("home", Residence.objects.filter(person__in=keys, protected=False).exclude(address=None),
                  name="address__postcode_key", key="person"),
        listed_as("number", Identifier.objects.filter(person__in=keys, scheme__in=ONE_EACH), name="value",
                  role="scheme", key="person"),
    ]):  # fmt: skip
        if fact.what == "name":
            names[fact.key].append((fact.name, fact.detail))
        elif fact.what == "home" and fact.name:
            homes[fact.key].append(fact.name)
        elif fact.what == "number":
            numbers[fact.key].add((fact.role, fact.name))
    return {
        person.pk: Told(
            names=tuple(names_of(person.called, names[person.pk])), born=person.born_on, sex=person.sex,
            postcodes=tuple(sorted(set(homes[person.pk]))), numbers=frozenset(numbers[person.pk]),
        )
        for person in people
    }  # fmt: skip


def told_of_all(area_code: str = "") -> Iterator[tuple[UUID, Told]]:
    """What is recorded of everybody who has a name or a number, some thousands at a time."""
    people = Person.objects.order_by("pk")
    if area_code:
        people = people.filter(area__code=area_code)
    after = None
    while some := list((people.filter(pk__gt=after) if after else people)[:CHUNK]):
        after = some[-1].pk
        yield from ((key, told) for key, told in told_of(some).items() if told.names or told.numbers)
