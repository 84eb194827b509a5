"""What a worker is asked to do to measure how well people are found, and how sure the comparing may be."""

from __future__ import annotations

import random
from itertools import pairwise
from typing import Any

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.demo.organisation import email_of, find
from alongside.matching import finding, made_up, weights
from alongside.matching.candidates import Band, band
from alongside.matching.comparing import compare
from alongside.matching.made_up_records import records, sibling, told_of
from alongside.matching.wanted import Wanted
from alongside.people.folding import fold
from alongside.people.models import Person


def ask_wrongly(people: int, each: int) -> dict[str, Any]:
    """So many people of each origin asked for in each of the nine ways: rows of way, origin and place in the list."""
    me, area = Practitioner.objects.get(email=email_of("maya")), find().area
    kept, chance = list(made_up.people(people)), random.Random(7)
    keys = dict(Person.objects.values_list("reference", "pk"))
    found: dict[str, list[list[object]]] = {"with a day of birth": [], "without": []}
    for name, spoil in made_up.SPOILS.items():
        for origin, place in made_up.some_of_each_origin(chance, kept, each):
            one, key = spoil(chance, kept[place]), keys[f"{area.prefix}-{place:07d}"]
            words = tuple(fold(f"{one.given} {one.family}").split())
            for how, born in (("with a day of birth", one.born), ("without", None)):
                near = finding.near(Wanted(words, born), me, READ_CHILD, limit=10)
                places = [n for n, other in enumerate(near, 1) if other.person == key]
                found[how].append([name, origin, places[0] if places else 0])
    return found


def wrongly_certain(pairs: int) -> dict[str, int]:
    """How many pairs of two people are called certain: at random, and of families who share all that twins share."""
    chance, in_use, some = random.Random(8), weights.in_use(), list(records(8000, 12))
    wrong = right = family = 0

    def certain(one: Any, other: Any) -> bool:
        levels = compare(one, other)
        return band(levels, in_use.likelihood(levels)) == Band.CERTAIN

    for one, other in pairwise(some):
        if one.who == other.who:
            right += certain(one.told, other.told)
    number = frozenset({("upn", "A801200001001")})
    for place, person in enumerate(made_up.people(pairs // 8, 9)):
        told = told_of(person, number if place % 4 == 0 else frozenset())
        for twin in (True, False):
            wrong += certain(told, told_of(sibling(chance, person, twin=twin), told.numbers))
            family += 1
        wrong += certain(told, told_of(person))
        family += 1
    for _ in range(pairs - family):
        one, other = chance.sample(some, 2)
        wrong += one.who != other.who and certain(one.told, other.told)
    return {"pairs": pairs, "family": family, "wrong": wrong, "right": right}
