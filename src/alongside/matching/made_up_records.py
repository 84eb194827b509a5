"""A made-up borough's records with families, twins and records made twice, from which the shipped weights are learnt."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from alongside.matching.comparing import Told
from alongside.matching.made_up import SPOILS, MadeUp, a_given, people
from alongside.matching.nicknames import short_forms
from alongside.people.folding import closed_up, fold

#: How many of a hundred records were made twice, and how the second one differs.
TWICE, MOVED, NO_BIRTH, NO_SEX, SHORTENED, ONE_PART = 0.08, 0.25, 0.08, 0.05, 0.12, 0.4
NUMBERED, TWINS, SIBLINGS = {"upn": 0.6, "nhs-number": 0.5}, 0.015, 0.3


@dataclass(frozen=True, slots=True)
class Record:
    """One record. who: the number of the person whose it is; two records of one person have the same."""

    key: str
    who: int
    told: Told


def records(count: int, seed: int = 3) -> Iterator[Record]:
    """Records of so many people, some of whom have two; the same for a seed."""
    chance = random.Random(seed)
    for who, one in enumerate(_with_families(chance, people(count, seed))):
        numbers = {
            (scheme, f"{scheme[0]}{who:09d}") for scheme, share in NUMBERED.items() if chance.random() < share
        }
        yield Record(f"{who}a", who, told_of(one, frozenset(numbers)))
        if chance.random() < TWICE:
            yield Record(f"{who}b", who, _again(chance, one, frozenset(numbers)))


def told_of(one: MadeUp, numbers: frozenset[tuple[str, str]] = frozenset()) -> Told:
    """What a record would say of a made-up person."""
    return Told(
        names=((fold(one.given), fold(one.family)),), born=one.born, sex=one.sex,
        postcodes=(closed_up(one.postcode),) if one.postcode else (), numbers=numbers,
    )  # fmt: skip


def _with_families(chance: random.Random, alone: Iterator[MadeUp]) -> Iterator[MadeUp]:
    """Some of those who come are brothers or sisters of the one before: the same home and name, twins the same day."""
    before: MadeUp | None = None
    for one in alone:
        if before and chance.random() < SIBLINGS:
            yield sibling(chance, before, twin=chance.random() < TWINS / SIBLINGS)
        else:
            before = one
            yield one


def sibling(chance: random.Random, one: MadeUp, *, twin: bool) -> MadeUp:
    """A brother or sister with another first name, born on the same day or one to six years later."""
    sex = chance.choice("FM")
    given = one.given
    while given == one.given:
        given = a_given(chance, one.origin, sex)
    born = one.born if twin else one.born + timedelta(days=chance.randint(330, 2200))
    return replace(one, sex=sex, given=given, born=born, former="")


def _again(chance: random.Random, one: MadeUp, numbers: frozenset[tuple[str, str]]) -> Told:
    """The same person as another agency wrote them down."""
    spoilt = chance.choice(list(SPOILS.values()))(chance, one)
    if chance.random() < MOVED:
        spoilt = replace(spoilt, postcode=f"WR{chance.randint(1, 9)} {chance.randint(1, 9)}AA")
    told = told_of(spoilt, frozenset(number for number in numbers if chance.random() < 0.5))
    given, family = told.names[0]
    short = short_forms(given)
    if short and chance.random() < SHORTENED:
        told = replace(told, names=((chance.choice(short), family),))
    parts = told.names[0][1].split()
    if len(parts) > 1 and chance.random() < ONE_PART:
        told = replace(told, names=((told.names[0][0], chance.choice(parts)),))
    if chance.random() < NO_BIRTH:
        told = replace(told, born=None)
    return replace(told, sex="") if chance.random() < NO_SEX else told
