"""Who is looked for: under which keys their name would stand, and which days are written for one another. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from alongside.matching.nicknames import full_names
from alongside.matching.sounds import sounds
from alongside.matching.spellings import together

#: Of the words asked for, so many are paired with one another.
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Wanted:
    """Who is looked for: folded words of their name in any order, and a day on which they may have been born."""

    words: tuple[str, ...]
    born: date | None = None

    @property
    def text(self) -> str:
        return " ".join(self.words)


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
    off = [born + timedelta(days=n) for n in (0, -1, 1, -2, 2)]
    return tuple(dict.fromkeys([*off, *_changed(born, (0, True), (-1, False), (1, False))]))


def days_near(born: date) -> tuple[date, ...]:
    """Every day to which ``nearness`` gives anything."""
    return tuple(dict.fromkeys([*near_days(born), *_changed(born, (-1, True), (1, True))]))


def _changed(born: date, *changes: tuple[int, bool]) -> Iterator[date]:
    """The day so many years later, its day and month exchanged or not, where there is such a day."""
    for years, exchanged in changes:
        month, day = (born.day, born.month) if exchanged else (born.month, born.day)
        with suppress(ValueError):
            yield date(born.year + years, month, day)


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
