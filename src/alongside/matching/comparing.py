"""Comparing two descriptions of a person, field by field: the level at which each agrees, differs or is missing. Pure.

The same levels are written for the database in ``linking``, where their weights are learnt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from rapidfuzz.distance import JaroWinkler

from alongside.matching.nicknames import same_in_full
from alongside.matching.sounds import alike

MISSING, SAME, DIFFERENT = "missing", "same", "different"
SHORT_FORM, SOUNDS_ALIKE, NEARLY_SPELT, PART_SHARED = (
    "short-form",
    "sounds-alike",
    "nearly-spelt",
    "part-shared",
)
EXCHANGED, DAYS_OFF, YEAR_OFF, SAME_DISTRICT = "day-month-exchanged", "days-off", "year-off", "same-district"
#: From this likeness on, of 1, two names are nearly spelt alike.
NEARLY = 0.86
GIVEN, FAMILY, BORN, SEX, POSTCODE, NUMBER = "given", "family", "born", "sex", "postcode", "number"


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a person, on one side of a comparison. Names folded, postcodes closed up.

    names: every (given, family). numbers: (scheme, value) of numbers other systems know them by.
    """

    names: tuple[tuple[str, str], ...] = ()
    born: date | None = None
    sex: str = ""
    postcodes: tuple[str, ...] = ()
    numbers: frozenset[tuple[str, str]] = frozenset()


#: The levels of each field, best first; what the field is called.
LEVELS: dict[str, tuple[str, ...]] = {
    GIVEN: (SAME, SHORT_FORM, SOUNDS_ALIKE, NEARLY_SPELT, DIFFERENT),
    FAMILY: (SAME, PART_SHARED, SOUNDS_ALIKE, NEARLY_SPELT, DIFFERENT),
    BORN: (SAME, EXCHANGED, DAYS_OFF, YEAR_OFF, DIFFERENT),
    SEX: (SAME, DIFFERENT),
    POSTCODE: (SAME, SAME_DISTRICT, DIFFERENT),
    NUMBER: (SAME, DIFFERENT),
}
Levels = dict[str, str]


def compare(one: Told, other: Told) -> Levels:
    """The level of each field. Of several names the two that fit best together are compared."""
    given, family = _names(one, other)
    return {
        GIVEN: given,
        FAMILY: family,
        BORN: born_level(one.born, other.born),
        SEX: sex_level(one.sex, other.sex),
        POSTCODE: _best(POSTCODE, postcode_level, one.postcodes, other.postcodes),
        NUMBER: number_level(one.numbers, other.numbers),
    }


def _names(one: Told, other: Told) -> tuple[str, str]:
    pairs = [
        (given_level(given, also_given), family_level(family, also_family))
        for given, family in one.names
        for also_given, also_family in other.names
    ]
    return min(pairs, key=_worth, default=(MISSING, MISSING))


def _worth(pair: tuple[str, str]) -> int:
    places = ((GIVEN, pair[0]), (FAMILY, pair[1]))
    return sum((3 if level == MISSING else LEVELS[field].index(level)) for field, level in places)


def _best(field: str, level: Callable[[str, str], str], ones: Iterable[str], others: Iterable[str]) -> str:
    found = [level(one, other) for one in ones for other in others]
    return min(found, key=LEVELS[field].index, default=MISSING)


def given_level(one: str, other: str) -> str:
    """How two folded given names compare; of several each, the first ones first."""
    if not one or not other:
        return MISSING
    if one == other:
        return SAME
    first, second = one.split()[0], other.split()[0]
    if same_in_full(first, second):
        return SAME if first == second else SHORT_FORM
    return _spelling(one, other)


def family_level(one: str, other: str) -> str:
    """How two folded family names compare. A part shared is one of a name in several parts."""
    if not one or not other:
        return MISSING
    if one == other:
        return SAME
    parts, others = one.split(), other.split()
    if (len(parts) > 1 or len(others) > 1) and set(parts) & set(others):
        return PART_SHARED
    return _spelling(one, other)


def _spelling(one: str, other: str) -> str:
    if alike(one, other):
        return SOUNDS_ALIKE
    return NEARLY_SPELT if JaroWinkler.similarity(one, other) >= NEARLY else DIFFERENT


def born_level(one: date | None, other: date | None) -> str:
    """How two days of birth compare."""
    if one is None or other is None:
        return MISSING
    if one == other:
        return SAME
    if one.year == other.year and (one.month, one.day) == (other.day, other.month):
        return EXCHANGED
    if abs((one - other).days) <= 2:
        return DAYS_OFF
    if abs(one.year - other.year) == 1 and (one.month, one.day) == (other.month, other.day):
        return YEAR_OFF
    return DIFFERENT


def sex_level(one: str, other: str) -> str:
    if one not in ("F", "M") or other not in ("F", "M"):
        return MISSING
    return SAME if one == other else DIFFERENT


def postcode_level(one: str, other: str) -> str:
    """How two closed-up postcodes compare: the last three letters and digits are within a district."""
    if one == other:
        return SAME
    return SAME_DISTRICT if one[:-3] == other[:-3] else DIFFERENT


def number_level(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> str:
    """Same where they agree in every kind of number both have; different where they differ in one."""
    both = {scheme for scheme, _ in one} & {scheme for scheme, _ in other}
    if not both:
        return MISSING
    return SAME if {scheme for scheme, _ in one & other} == both else DIFFERENT
