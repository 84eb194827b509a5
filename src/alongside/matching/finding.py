"""People whose name is written or said like the one asked for, or who were born on nearly the same day.

Which rows are looked at follows from what was asked alone: a few keys of the names and about nine days, each
answered by an index. Who may be seen is part of the same query; what comes back is put in order here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from rapidfuzz import fuzz

from alongside.access.policy import Policy
from alongside.agencies.models import Agency, Practitioner
from alongside.matching.models import Spelling
from alongside.matching.nicknames import full_names
from alongside.matching.sounds import sounds
from alongside.matching.spellings import together
from alongside.people.models import Person

#: Of the words asked for, so many are paired with one another.
MOST_WORDS = 4
#: So many rows are put in order at most. Names too common for that need another word, or a day.
MOST_ROWS = 4000
#: How alike two names must be, of 100, for somebody to be shown: less where the day of birth speaks for them.
ALIKE, ALIKE_IF_BORN_NEAR = 68, 40
SAME_SOUND = 12
NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is looked for: folded words of their name in any order, and a day on which they may have been born."""

    words: tuple[str, ...]
    born: date | None = None

    @property
    def text(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody found. words: the name by which, folded. how: “sounds”, “spelling” or “born”."""

    person: UUID
    called: str
    reference: str
    words: str
    how: str
    born: date | None
    place: float


@dataclass(frozen=True, slots=True)
class Keys:
    """By what the table of spellings is asked, for some words."""

    sounds: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    single: frozenset[str]


def keys_of(words: Sequence[str]) -> Keys:
    """The keys under which a name of these words would stand, whichever of them is the given name."""
    found: tuple[set[str], set[str], set[str]] = (set(), set(), set())
    some = words[:MOST_WORDS]
    for one, other in combinations(some, 2):
        for first, second in _in_full(one, other):
            for said in sounds(first):
                for also in sounds(second):
                    for keys, key in zip(found, together(first, second, said[:40], also[:40]), strict=True):
                        keys.add(key)
    single = {code[:40] for word in some for code in sounds(word)} if len(some) == 1 else set()
    both, begins, ends = (frozenset(keys) for keys in found)
    return Keys(both, begins, ends, frozenset(single))


def _in_full(one: str, other: str) -> Iterable[tuple[str, str]]:
    yield one, other
    for full in full_names(one):
        yield full, other
    for full in full_names(other):
        yield one, full


def near_days(born: date) -> tuple[date, ...]:
    """Days that are written for one another by mistake: up to two off, day and month exchanged, a year off."""
    days = [born + timedelta(days=n) for n in (0, -1, 1, -2, 2)]
    changes: tuple[dict[str, int], ...] = (
        {"month": born.day, "day": born.month}, {"year": born.year - 1}, {"year": born.year + 1},
    )  # fmt: skip
    for change in changes:
        try:
            days.append(born.replace(**change))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))


def areas_of(me: Practitioner) -> Any:
    """The areas in which somebody works, or their agencies do."""
    return me.scope.areas_as() or Agency.areas.through.objects.filter(agency__in=me.scope.agencies).values(
        "area"
    )


def ways(wanted: Wanted, areas: Any) -> list[QuerySet[Any]]:
    """The keys of everyone who may be meant, seen or not: queries over indexes, to be joined by a union.

    Where a day of birth is told, it finds whoever is written otherwise, and names need to be alike at both ends.
    """
    keys, table = keys_of(wanted.words), Spelling.objects.order_by()
    begins, ends = {"begins__in": keys.begins}, {"ends__in": keys.ends}
    written = [begins | ends] if wanted.born else [begins, ends]
    found: list[QuerySet[Any]] = [
        table.filter(sounds__in=keys.sounds).values_list("person"),
        *(table.filter(**alike).values_list("person") for alike in written),
        table.filter(given_sound__in=keys.single).values_list("person"),
        table.filter(family_sound__in=keys.single).values_list("person"),
    ]
    if wanted.born:
        near = Person.objects.order_by().filter(area__in=areas, born_on__in=near_days(wanted.born))
        found.append(near.values_list("pk"))
    return found


def near(
    wanted: Wanted, me: Practitioner, policy: Policy, *, limit: int, without: Q | None = None
) -> list[Near]:
    """Those whom ``me`` may see under the policy and who fit nearly, the likeliest first. Two queries."""
    if not wanted.words:
        return []
    first, *others = ways(wanted, areas_of(me))
    # Keys that are known make a plan that no guess of the planner can spoil. Nobody's key is always among
    # them, so that the same is asked whether there is somebody or not.
    keys = [NOBODY, *(key for (key,) in first.union(*others)[:MOST_ROWS])]
    people = policy.filter(Person.objects.filter(pk__in=keys), me)
    if without is not None:
        people = people.exclude(without)
    columns = ("pk", "called", "reference", "born_on", "spellings__words", "spellings__sounds")
    return in_order(wanted, people.order_by().values_list(*columns)[:MOST_ROWS], limit)


def in_order(wanted: Wanted, rows: Iterable[tuple[Any, ...]], limit: int) -> list[Near]:
    """The rows (key, called, reference, born, words, sounds) that fit well enough, one for each person, the likeliest first."""
    keys = keys_of(wanted.words)
    said, single, text = keys.sounds, bool(keys.single), wanted.text
    best: dict[UUID, Near] = {}
    for key, called, reference, born, words, sound in rows:
        if not words:
            continue
        alike = alikeness(text, words)
        if sound in said:
            alike = max(alike, ALIKE) + SAME_SOUND
        closeness = nearness(wanted.born, born)
        if alike < (ALIKE_IF_BORN_NEAR if closeness else ALIKE):
            continue
        place = alike + closeness
        there = best.get(key)
        if there is None or place > there.place:
            how = "sounds" if sound in said or (single and alike < 100) else "spelling"
            best[key] = Near(key, called, reference, words, how, born, place)
    return sorted(best.values(), key=lambda one: (-one.place, one.words, one.person))[:limit]


def alikeness(text: str, words: str) -> float:
    """How alike two names are, of 100, in whatever order their words are told."""
    if " " not in text:
        return max(fuzz.ratio(text, word) for word in words.split())
    sorted_ = fuzz.token_sort_ratio(text, words)
    if words.count(" ") > 1 or text.count(" ") > 1:
        return max(sorted_, 0.94 * fuzz.token_set_ratio(text, words))
    return sorted_


def nearness(asked: date | None, born: date | None) -> float:
    """What the day of birth adds to a place in the list; nothing where it is not near, or not known."""
    if asked is None or born is None:
        return 0
    if asked == born:
        return 30
    if abs((asked - born).days) <= 2:
        return 24
    if (asked.month, asked.day) in ((born.day, born.month), (born.month, born.day)) and abs(
        asked.year - born.year
    ) <= 1:
        return 22
    return 0
