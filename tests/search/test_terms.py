"""What somebody typed, taken apart."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.desk.search_terms import LONGEST, read

TODAY = date(2025, 4, 17)


@pytest.mark.parametrize(
    "typed",
    [
        "3/9/2020", "03/09/2020", "3.9.2020", "3-9-2020", "3 9 2020", "3/9/20", "2020-09-03", "03092020",
        "3 Sep 2020", "3 september 2020", "3rd September 2020", "3 Sept 20", "3rd of September 2020", "3sep2020",
    ],
)  # fmt: skip
def test_a_date_of_birth_is_read_however_it_is_written(typed: str) -> None:
    terms = read(typed, TODAY)
    assert (terms.born, terms.words) == (date(2020, 9, 3), ())


@pytest.mark.parametrize(
    ("typed", "born"),
    [("1/1/99", date(1999, 1, 1)), ("1/1/26", date(2026, 1, 1)), ("29/2/2024", date(2024, 2, 29))],
)
def test_a_year_of_two_digits_is_the_nearest_one_that_can_be(typed: str, born: date) -> None:
    assert read(typed, TODAY).born == born


@pytest.mark.parametrize("typed", ["31/4/2020", "29/2/2023", "99/99/2020", "12 13 14", "2020"])
def test_what_is_no_day_is_not_taken_for_one(typed: str) -> None:
    assert read(typed, TODAY).born is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Amara Okoye", ("amara", "okoye")),
        ("  OKOYE,  amara ", ("okoye", "amara")),
        ("O’Brien-Łoś", ("obrien", "los")),
        ("a okoye", ("a", "okoye")),
        ("a", ()),
        ("", ()),
        ("one two three four five six seven", ("one", "two", "three", "four", "five", "six")),
    ],
)
def test_words_of_a_name_are_folded(typed: str, words: tuple[str, ...]) -> None:
    assert read(typed, TODAY).words == words


def test_a_name_and_a_date_of_birth_are_told_apart() -> None:
    terms = read("okoye 3 Sept 2020 amara", TODAY)
    assert (terms.words, terms.born) == (("okoye", "amara"), date(2020, 9, 3))


@pytest.mark.parametrize(
    ("typed", "postcode", "place"),
    [
        ("WR1 2AB", "wr12ab", ""),
        ("wr12ab", "wr12ab", ""),
        ("3 Quay Street", "", "3 quay street"),
        ("14b mill lane", "", "14b mill lane"),
        ("3 Quay Street, WR1 2AB", "wr12ab", "3 quay street wr1 2ab"),
        ("Mill Lane", "", ""),
    ],
)
def test_a_postcode_and_a_place_are_found(typed: str, postcode: str, place: str) -> None:
    terms = read(typed, TODAY)
    assert (terms.postcode, terms.place) == (postcode, place)


def test_numbers_may_be_spaced_and_nothing_is_longer_than_it_may_be() -> None:
    assert read("943 476 5919", TODAY).digits == "9434765919"
    assert len(read("x" * 5000, TODAY).typed) == LONGEST


@pytest.mark.parametrize(
    ("typed", "short"), [("", True), ("a", True), ("é", True), ("am", False), ("3/9/20", False)]
)
def test_one_letter_is_too_short(typed: str, short: bool) -> None:
    assert read(typed, TODAY).too_short is short
