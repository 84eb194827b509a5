"""Two descriptions are compared field by field, weighed by what was learnt, and told in words."""

from __future__ import annotations

import random
from datetime import date
from itertools import pairwise

import pytest

from alongside.matching import comparing as c
from alongside.matching import linking, weights
from alongside.matching.candidates import Band, band
from alongside.matching.comparing import Told, compare
from alongside.matching.made_up import people
from alongside.matching.made_up_records import records, sibling, told_of

BORN = date(2014, 5, 6)


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("amara", "amara", c.SAME), ("bill", "william", c.SHORT_FORM), ("catherine", "kathryn", c.SOUNDS_ALIKE),
        ("marta", "marka", c.NEARLY_SPELT), ("amara", "zoe", c.DIFFERENT), ("", "zoe", c.MISSING),
    ],
)  # fmt: skip
def test_given_names(one: str, other: str, level: str) -> None:
    assert c.given_level(one, other) == level


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("okoye", "okoye", c.SAME), ("smith jones", "jones", c.PART_SHARED), ("smith", "smyth", c.SOUNDS_ALIKE),
        ("harper", "harpen", c.NEARLY_SPELT), ("harper", "okoye", c.DIFFERENT), ("harper", "", c.MISSING),
    ],
)  # fmt: skip
def test_family_names(one: str, other: str, level: str) -> None:
    assert c.family_level(one, other) == level


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (BORN, c.SAME), (date(2014, 6, 5), c.EXCHANGED), (date(2014, 5, 8), c.DAYS_OFF), (date(2015, 5, 6), c.YEAR_OFF),
        (date(2011, 1, 1), c.DIFFERENT), (None, c.MISSING),
    ],
)  # fmt: skip
def test_days_of_birth(other: date | None, level: str) -> None:
    assert c.born_level(BORN, other) == level


def test_two_numbers_of_one_kind_speak_against_it_even_where_another_agrees() -> None:
    upn, nhs, other = ("upn", "A1"), ("nhs-number", "1"), ("nhs-number", "2")
    assert c.number_level(frozenset({upn}), frozenset({upn, nhs})) == c.SAME
    assert c.number_level(frozenset({upn, nhs}), frozenset({upn, other})) == c.DIFFERENT
    assert c.number_level(frozenset({upn}), frozenset({nhs})) == c.MISSING


def test_of_several_names_those_that_fit_best_together_are_compared() -> None:
    one = Told(names=(("amara", "okoye"), ("zoe", "smith")))
    assert compare(one, Told(names=(("zoe", "smith"),)))[c.GIVEN] == c.SAME


def test_every_level_has_a_weight_that_was_learnt_and_says_where() -> None:
    in_use = weights.in_use()
    assert in_use.provenance["by"].startswith("Splink")
    for field, levels in c.LEVELS.items():
        assert in_use.weight(field, c.SAME) > in_use.weight(field, c.DIFFERENT), field
        assert all(in_use.words(field, level) for level in levels)
    assert in_use.words(c.BORN, c.SAME) == "very strong support"
    assert in_use.words(c.SEX, c.SAME) == "says little"
    assert in_use.words(c.BORN, c.MISSING) == weights.NOT_KNOWN


def test_the_levels_written_for_the_database_are_those_compared_here() -> None:
    """Splink in DuckDB puts 400 pairs on the same levels as the code that explains them."""
    some = [(one.key, one.told) for one in records(200)]
    assert linking.levels_of(some) == {
        (one, other): compare(told, also)
        for (one, told), (other, also) in zip(some[::2], some[1::2], strict=False)
    }


def test_twins_brothers_and_sisters_and_namesakes_are_never_certain() -> None:
    """1,500 pairs that share all that such people share, some with one number typed for both."""
    chance, in_use = random.Random(5), weights.in_use()
    number = frozenset({("upn", "A801200001001")})
    for place, one in enumerate(people(500, 9)):
        told = told_of(one, number if place % 4 == 0 else frozenset())
        for other in (
            told_of(sibling(chance, one, twin=True), told.numbers),
            told_of(sibling(chance, one, twin=False), told.numbers),
            told_of(one),
        ):
            levels = compare(told, other)
            assert band(levels, in_use.likelihood(levels)) != Band.CERTAIN


def test_a_certain_pair_is_never_wrong() -> None:
    """Of many pairs at random, and of all that were made twice, none is certain and of two people.

    Of 100,000: ``python -m benchmarks --only recall``.
    """
    chance, in_use = random.Random(8), weights.in_use()
    some = list(records(4000, 12))
    certain = 0
    for _ in range(10_000):
        one, other = chance.choice(some), chance.choice(some)
        if one.who != other.who:
            levels = compare(one.told, other.told)
            assert band(levels, in_use.likelihood(levels)) != Band.CERTAIN
    for one, other in pairwise(some):
        levels = compare(one.told, other.told)
        if band(levels, in_use.likelihood(levels)) == Band.CERTAIN:
            certain += 1
            assert one.who == other.who
    assert certain > 5
