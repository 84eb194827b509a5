"""Chapter 1 of the 2023 edition: what each rule asks, of whom, how strongly, and where the text says so."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Force

TODAY = date(2026, 11, 22)
UNDER_2023 = date(2025, 7, 1)
PRINCIPLES = ["collaborate", "learn", "resource", "include", "challenge"]


@pytest.mark.parametrize(
    ("level", "paragraph", "includes"),
    [
        ("leaders", "paragraph 25", "diversity is understood"),
        ("managers", "paragraph 26", "notice discrimination"),
        ("practitioners", "paragraph 27", "tell hardship apart from abuse"),
    ],
)
def test_five_principles_are_expected_at_each_of_three_levels(level, paragraph, includes):
    rule = catalogue.RULES[f"expectation.{level}"]
    said = {heading.key: heading.label for heading in rule.headings(UNDER_2023)}

    assert list(said) == PRINCIPLES
    assert includes in said["include"]
    assert rule.force is Force.SHOULD
    assert str(rule.dated.at(UNDER_2023).citation).endswith(paragraph)
    assert all(heading.help and heading.group for heading in rule.headings(TODAY))


def test_parents_and_carers_are_worked_with_by_four_principles():
    rule = catalogue.RULES["parents-and-carers.principles"]
    seen_in = {heading.key: heading.help for heading in rule.headings(TODAY)}

    assert list(seen_in) == ["relationship", "communication", "empowerment", "involvement"]
    assert "interpreters by profession" in seen_in["communication"]
    assert "supporter" in seen_in["empowerment"]
    assert rule.force is Force.SHOULD


@pytest.mark.parametrize("id", ["expectation.leaders", "parents-and-carers.principles"])
def test_the_2018_edition_had_neither_list(id):
    with pytest.raises(NotCovered):
        catalogue.RULES[id].dated.said_by("WT2018")
