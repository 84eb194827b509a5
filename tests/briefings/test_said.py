"""How places, editions and what matters most are put."""

from __future__ import annotations

import pytest

from alongside.briefings import said
from alongside.briefings.choice import Choice, span
from alongside.briefings.essential import FEW, LATER, essential, first_actions, not_begun, ranked, weight
from alongside.guidance import sources
from alongside.guidance.kernel.briefing import Origin
from alongside.guidance.kernel.changes import Nature

IN_2023, IN_2018 = sources.WT2023_JUNE_2025.at, sources.WT2018.at


@pytest.mark.parametrize(
    ("locators", "words"),
    [
        (["paragraph 24", "paragraph 25", "paragraph 27"], "paragraphs 24, 25 and 27"),
        (["paragraph 70 and page 32", "paragraphs 79 and 70"], "paragraphs 70 and 79, page 32"),
        (["paragraph 223", "paragraphs 223-226", "paragraph 226"], "paragraphs 223-226"),
        (["pages 7-8 and 161"], "pages 7-8 and 161"),
        (["paragraph 5"], "paragraph 5"),
        (["glossary, from page 154"], "glossary, from page 154"),
        (["chapter 3 (not confirmed)", "paragraph 9"], "chapter 3 (not confirmed), paragraph 9"),
    ],
)
def test_places_in_one_text_are_said_once(locators, words):
    assert said.places(IN_2023(one) for one in locators) == f"Working Together 2023, {words}"


def test_places_in_two_texts_name_both():
    assert (
        said.places([IN_2023("paragraph 9"), IN_2018("chapter 1")])
        == "Working Together 2023, paragraph 9; Working Together 2018, chapter 1"
    )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("WT2018", "WT2026", "2018 to 2023 to 2026"),
        ("WT2023", "WT2026", "2023 to 2026"),
        ("WT2018-2020-12", "WT2023", "2018 as amended in December 2020 to 2023"),
    ],
)
def test_the_editions_gone_through_are_named_by_year(before, after, words):
    assert span(before, after) == words


def test_law_in_force_stands_first_and_what_has_not_begun_or_is_a_correction_last():
    comparison = Choice(before="WT2018", after="WT2026", audience="schools").comparison
    order = [one.id for one in ranked(comparison)]
    weights = {one.id: weight(one, "schools") for one in comparison.changes}

    assert sorted(order) == sorted(weights)
    assert weights["to-2026.sharing-duty"] == 0
    assert weights["to-2026.identifier"] == LATER
    assert not_begun(next(one for one in comparison.changes if one.id == "to-2026.identifier"))
    assert order.index("to-2026.sharing-duty") < order.index("to-2026.identifier")
    corrections = [one.id for one in comparison.of(Nature.FACTUAL) if len(one.audiences) == 11]
    assert all(weights[id] > LATER for id in corrections)
    own = {one.id for one in comparison.actions if len(one.audiences) <= FEW}
    first = [one for one in ranked(comparison) if weight(one, "schools") == 1][:6]
    assert all(own.intersection(one.actions) for one in first)


def test_to_the_few_it_concerns_a_correction_is_the_news():
    comparison = Choice(before="WT2018", after="WT2026", audience="child-death-review").comparison
    found = next(one for one in comparison.changes if one.id == "to-2023.death-away-from-home")

    assert found.nature is Nature.FACTUAL
    assert weight(found, "child-death-review") == 1
    assert weight(found, "") > LATER


def test_what_fits_is_taken_in_the_order_of_the_text():
    comparison = Choice(before="WT2018", after="WT2026", audience="police").comparison
    chosen = essential(comparison, 3, lambda change: 1)

    assert len(chosen) == 3
    assert [one for one in comparison.changes if one in chosen] == list(chosen)


def test_an_action_a_text_asks_stands_before_a_suggestion():
    actions = Choice(before="WT2018", after="WT2026", audience="schools").comparison.actions
    origins = [one.origin for one in first_actions(actions, len(actions))]

    assert Origin.SUGGESTED in origins
    assert origins == sorted(origins, key=list(Origin).index)
