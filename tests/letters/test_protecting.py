"""Finding addresses and numbers in what people type: how many are found, and how often it cries wolf."""

from __future__ import annotations

import pytest

from alongside.letters.protecting import Known, find, stops
from tests.letters import texts

HOME = Known("home:1", "Flat 2\n14 Harbour Street\nWrenmouth", "WM1 4AB")
MOBILE, MAIL = Known("contact:1", number="07700 900123"), Known("contact:2", number="grace.o@mail.example")
KNOWN = (HOME, MOBILE, MAIL)


@pytest.mark.parametrize(
    "typed",
    [
        "14 Harbour Street", "14 harbour st.", "14\nHarbour\nStreet", "Fourteen Harbour Street", "14, Harbour Street",
        "14harbourstreet", "on Harbour Street", "wm14ab", "W M 1 4 A B", "WM1\n4AB", "WM one four AB", "W.M.1 4ab",
        "07700900123", "+44 7700 900 123", "0044 7700 900123", "(07700)\n900-123",
        "oh double seven double oh nine double oh one two three", "zero seven seven zero zero nine zero zero one two three",
        "grace.o@mail.example", "GRACE.O (at) mail.example", "grace dot o at mail dot example",
    ],
)  # fmt: skip
def test_what_is_protected_is_found_however_it_is_typed(typed: str) -> None:
    assert stops(find(f"She said {typed} and no more.", KNOWN))


@pytest.mark.parametrize(
    "kept",
    [
        "12 Harrow Lane, Wrenmouth", "12 Harrow Lane; Wrenmouth", "12, Harrow Lane, Old Town, Wrenmouth",
        "Flat 2, 12 Harrow Lane, Wrenmouth", "12 Harrow Lane Wrenmouth", "12 Harrow Ln Wrenmouth",
        "Flat 2, 12 Harrow Lane Wrenmouth", "12 Harrow Lane Wrenmouth Green",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "typed", ["12 Harrow Lane", "twelve harrow ln", "on Harrow Lane", "12, Harrow Lane, Wrenmouth"]
)
def test_a_home_that_is_kept_on_one_line_is_found_by_its_road(kept: str, typed: str) -> None:
    assert stops(find(f"She moved to {typed} in May.", [Known("home:1", kept)]))


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("14 Mill St Wrenmouth", "14 Mill Street"), ("Mill House Wrenmouth", "at Mill House"),
        ("Mill Lane Wrenmouth", "on Mill Lane"), ("14 Park View Road Wrenmouth", "14 Park View Rd"),
    ],
)  # fmt: skip
def test_so_is_one_without_a_number_or_with_a_short_name(kept: str, typed: str) -> None:
    assert stops(find(f"Seen {typed} in May.", [Known("home:1", kept)]))


@pytest.mark.parametrize(
    ("kept", "typed"),
    [
        ("14 Park View Road Wrenmouth", "14 park views"), ("14 Park View Road Wrenmouth", "a park view"),
        ("14 Mill Road, Victoria Park Estate", "We met in Victoria Park."), ("1 St Ann's Road Wrenmouth", "1 St Bees"),
    ],
)  # fmt: skip
def test_a_part_of_its_name_is_no_home(kept: str, typed: str) -> None:
    assert not stops(find(typed, [Known("home:1", kept)]))


@pytest.mark.parametrize(
    "typed",
    [
        "It rained in Wrenmouth.",
        "Seen at 12. St Anne's called.",
        "12 St Bees pupils came.",
        "Old Town is calm.",
    ],
)
def test_the_town_and_a_saint_of_a_home_on_one_line_are_left_alone(typed: str) -> None:
    assert not stops(find(typed, [Known("home:1", "12 St Anne's Lane, Old Town, Wrenmouth")]))


@pytest.mark.parametrize(
    "typed",
    [
        "Harbour view was closed.", "She is 14 and likes the street.", "WM14 is far away", "Grace ate with Bo at noon.",
        "In Wrenmouth it rained.", "He is 10. Miss Lane came.", "Ring 07700 soon.", "Visited at 14:10. We met Dr Hill.",
        "They live close by. 3 friends came.", "It was the 2nd of May, page 7, room 12B.",
    ],
)  # fmt: skip
def test_ordinary_words_are_left_alone(typed: str) -> None:
    assert find(typed, KNOWN) == []


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("7 Gull Rd", "address"), ("23 Elm Grove", "address"), ("SW1A 1AA", "postcode"), ("01632 960961", "telephone"),
        ("twenty-three Old Ferry Street", "address"), ("a.b@c.example", "email"), ("E C 1 A 1 B B", "postcode"),
    ],
)  # fmt: skip
def test_what_looks_like_one_is_warned_of_and_stops_nothing(typed: str, what: str) -> None:
    found = find(f"Somebody wrote {typed} here.")
    assert [one.what for one in found] == [what]
    assert stops(found) == []


def test_of_a_thousand_texts_ninety_nine_in_a_hundred_are_found_and_one_in_a_hundred_at_most_is_a_false_alarm() -> (
    None
):
    measured = texts.measure(1000, 1000)

    assert measured.recall >= 0.99, measured.missed
    assert measured.false_alarms <= 0.01, measured.alarmed


def test_the_texts_would_show_a_detector_that_looks_for_the_words_as_they_are_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The seeded fault: a detector that compares letter by letter misses most of what people type."""

    def naive(text: str, known: tuple[Known, ...]) -> list[object]:
        said = [
            words
            for one in known
            for words in (*one.lines.splitlines()[-2:-1], one.postcode, one.number)
            if words
        ]
        return [words for words in said if words in text]

    monkeypatch.setattr(texts, "find", naive)
    monkeypatch.setattr(texts, "stops", list)
    assert texts.measure(300, 1).recall < 0.5


def test_of_two_that_overlap_the_longer_is_told() -> None:
    (found,) = find("at 14 Harbour Street today", KNOWN)
    assert (found.start, found.end, found.key) == (3, 20, "home:1")
