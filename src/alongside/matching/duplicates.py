"""Going through all records for those that may be one person's, with Splink, and listing them for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.agencies.models import Area
from alongside.matching import comparing as c
from alongside.matching import linking, weights
from alongside.matching.candidates import could_be_twin
from alongside.matching.comparing import Levels, Told
from alongside.matching.joined import in_force
from alongside.matching.models import MaybeSame
from alongside.matching.pairs import listed
from alongside.matching.reading import told_of_all
from alongside.people.models import Person, Relationship

#: From this likelihood on, of 1, two records are listed.
LEAST = 0.5


@dataclass(frozen=True, slots=True)
class Gone:
    """What going through an area's records came to. settled: pairs of which somebody has said already."""

    records: int
    listed: int
    known: int
    settled: int


def find_duplicates(area: Area, *, now: datetime) -> Gone:
    """List every two records of the area that may be one person's, and of which nobody has said what they are.

    Records of brothers and sisters are listed only where more agrees than they share. Doing it again lists
    nothing twice.
    """
    told = {str(key): one for key, one in told_of_all(area.code)}
    people = {str(person.pk): person for person in Person.objects.filter(area=area).iterator()}
    settled = _said(area)
    counts = {"listed": 0, "known": 0, "settled": 0}
    for one, other, levels, likelihood in _found(told, _family()):
        if (one, other) in settled or (other, one) in settled:
            counts["settled"] += 1
            continue
        with transaction.atomic():
            new = listed(
                people[one],
                people[other],
                found=MaybeSame.Found.BATCH,
                levels=levels,
                likelihood=likelihood,
                now=now,
            )
        counts["listed" if new else "known"] += 1
    return Gone(records=len(told), **counts)


def _found(told: dict[str, Told], family: set[frozenset[UUID]]) -> Iterator[tuple[str, str, Levels, float]]:
    in_use = weights.in_use()
    found = linking.pairs(told.items(), learnt=in_use.learnt, before=in_use.before, least=LEAST / 10)
    for one, other in found:
        levels = c.compare(told[one], told[other])
        likelihood = in_use.likelihood(levels)
        are_family = frozenset((UUID(one), UUID(other))) in family
        if likelihood >= LEAST and not (could_be_twin(levels) and (are_family or levels[c.NUMBER] != c.SAME)):
            yield one, other, levels, likelihood


def _said(area: Area) -> set[tuple[str, str]]:
    """Pairs of which somebody has said what they are, and those that are joined or wait to be."""
    pairs = MaybeSame.objects.filter(area=area).exclude(settled="").values_list("one", "other")
    waiting = in_force().filter(area=area).values_list("kept", "joined")
    return {(str(one), str(other)) for one, other in (*pairs, *waiting)}


def _family() -> set[frozenset[UUID]]:
    siblings = Relationship.objects.filter(Q(kind=Relationship.Kind.SIBLING)).values_list("person", "other")
    return {frozenset(pair) for pair in siblings.iterator()}
