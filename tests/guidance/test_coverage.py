"""Every paragraph of the 2023 edition is accounted for, and says the same as the rules do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from alongside.guidance import catalogue
from alongside.guidance.coverage import PARAGRAPHS_2023, Entry
from alongside.guidance.editions import BY_ID

#: Chapters of the 2023 edition that are accounted for paragraph by paragraph; 0 is the introduction.
ACCOUNTED = (0, 1, 2, 3, 4, 5, 6)
ENTRIES = {entry.at: entry for entry in catalogue.coverage() if entry.edition == "WT2023"}
NUMBERS = re.compile(r"(paragraphs?|pages?)((?:\s+(?:and\s+)?\d+(?:-\d+)?,?(?=\s|$|\)))+)")


def places(locator: str) -> Iterator[str]:
    """``paragraphs 200-201 and page 69`` as single places."""
    plain = re.sub(r"(flow charts?|figure|footnote) \d+( and \d+)?,?", "", locator)
    for word, numbers in NUMBERS.findall(plain):
        for first, last in re.findall(r"(\d+)(?:-(\d+))?", numbers):
            for number in range(int(first), int(last or first) + 1):
                yield f"{word.rstrip('s')} {number}"


def cited() -> set[tuple[str, str]]:
    return {
        (place, rule.id)
        for rule in catalogue.RULES.values()
        for provision in rule.dated.provisions
        if provision.citation.source.edition == "WT2023"
        for place in places(provision.citation.locator)
        if place in ENTRIES
    }


@pytest.mark.parametrize("chapter", ACCOUNTED)
def test_every_paragraph_of_a_chapter_is_there_once_and_in_order(chapter: int) -> None:
    first, last = PARAGRAPHS_2023[chapter]
    found = [one.at for one in catalogue.coverage() if (one.edition, one.chapter) == ("WT2023", chapter)]
    numbered = [at for at in found if at.startswith("paragraph ")]

    assert numbered == [f"paragraph {n}" for n in range(first, last + 1)]
    assert len(set(found)) == len(found)


def test_the_boxes_of_chapter_3_are_there_once() -> None:
    found = [one.at for one in ENTRIES.values() if one.chapter == 3 and one.at.startswith("page ")]

    assert found == [f"page {n}" for n in (53, 57, *range(73, 106))]


def test_what_the_register_says_of_rules_is_what_the_rules_cite():
    registered = {(entry.at, id) for entry in ENTRIES.values() for id in entry.rules}

    assert registered - cited() == set(), "in the register, and the rule does not cite it"
    assert cited() - registered == set(), "cited by the rule, and not in the register"


def test_every_rule_named_exists():
    assert {id for entry in catalogue.coverage() for id in entry.rules} <= set(catalogue.RULES)


@pytest.mark.parametrize("edition", ["WT2018", "WT2026"])
def test_of_an_edition_nobody_read_every_chapter_says_what_is_known_and_what_is_not(edition):
    found = [one for one in catalogue.coverage() if one.edition == edition]

    assert {one.chapter for one in found} == set(BY_ID[edition].chapters)
    for chapter in BY_ID[edition].chapters:
        assert any("ot read" in one.not_encoded for one in found if one.chapter == chapter), chapter
    assert len({one.at for one in found}) == len(found)


@pytest.mark.parametrize("edition", ["WT2018", "WT2026"])
def test_a_rule_named_under_an_edition_nobody_read_has_a_value_of_it(edition):
    for entry in catalogue.coverage():
        if entry.edition == edition:
            for id in entry.rules:
                editions = {one.citation.source.edition for one in catalogue.rule(id).dated.provisions}
                assert edition in editions, f"{id}, {entry.at}"


def test_every_page_of_2018_a_rule_is_cited_to_is_in_the_register():
    registered = {
        (one.at, id)
        for one in catalogue.coverage()
        if (one.edition, one.chapter) == ("WT2018", 1)
        for id in one.rules
    }
    cited_to = {
        (place, rule.id)
        for rule in catalogue.RULES.values()
        for provision in rule.dated.provisions
        if provision.citation.source.edition == "WT2018"
        and provision.citation.locator.startswith("chapter 1,")
        for place in places(provision.citation.locator.partition(", ")[2])
    }

    assert registered == cited_to


def test_an_entry_that_answers_nothing_is_refused():
    with pytest.raises(ValueError, match="Give its rules, its page, or why"):
        Entry("WT2023", "paragraph 1", "Nothing")


def test_paragraphs_of_which_nothing_is_held_say_so_in_words_for_the_public():
    unread = [at for at, one in ENTRIES.items() if "obody here has read" in one.not_encoded]
    not_held = [at for at, one in ENTRIES.items() if "is not held here" in one.not_encoded]

    assert "paragraph 10" in unread
    assert "paragraph 114" in not_held
    assert not [at for at in unread if ENTRIES[at].chapter == 3], (
        "chapter 3 was read, and not all was written down"
    )
    assert len(unread) + len(not_held) < 80, "of 403 paragraphs"


@pytest.mark.parametrize("edition", ["WT2018", "WT2023", "WT2026"])
def test_the_register_speaks_to_readers_and_not_of_how_it_was_made(edition):
    said = " ".join(
        f"{one.about} {one.not_encoded}" for one in catalogue.coverage() if one.edition == edition
    ).casefold()

    assert "fact base" not in said
    assert "our facts" not in said
    assert "not of work with one child" not in said


@pytest.mark.parametrize(
    ("locator", "found"),
    [
        ("paragraph 153", ["paragraph 153"]),
        ("paragraphs 200-201", ["paragraph 200", "paragraph 201"]),
        ("paragraph 153 and flow chart 1, page 76", ["paragraph 153", "page 76"]),
        ("flow charts 5 and 6, pages 104-105", ["page 104", "page 105"]),
        (
            "paragraphs 143, 161-162 and 172 and page 74",
            [
                "paragraph 143",
                "paragraph 161",
                "paragraph 162",
                "paragraph 172",
                "page 74",
            ],
        ),
    ],
)
def test_places_are_read_from_a_citation(locator, found):
    assert list(places(locator)) == found
