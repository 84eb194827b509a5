"""The introduction of the 2023 edition: who follows the guidance, how far, and by which law."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Force

TODAY = date(2026, 11, 22)
UNDER_2018 = date(2022, 3, 1)
UNDER_2023 = date(2025, 7, 1)
MUST, SHOULD = Force.MUST, Force.SHOULD


@pytest.mark.parametrize(
    ("id", "place", "by", "force", "point"),
    [
        ("guidance.comply", "paragraph 6", ("anyone",), SHOULD, "exceptional circumstances"),
        ("guidance.schools", "paragraph 4", ("schools",), MUST, "every school"),
    ],
)
def test_who_is_asked_what_how_strongly_and_where(id, place, by, force, point):
    rule = catalogue.RULES[id]
    said = rule.asks.at(UNDER_2023)

    assert (rule.by, rule.force) == (by, force)
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"
    assert point in said.value


def test_ten_laws_bind_those_who_follow_the_guidance():
    rule = catalogue.RULES["guidance.regard"]
    said = rule.sets_out.at(UNDER_2023)
    laws = {heading.key: heading.help for heading in said.value}

    assert str(said.citation).endswith("paragraph 7")
    assert rule.force is MUST
    assert list(laws) == [
        "social-services",
        "co-operation",
        "section-11",
        "panel",
        "notifications",
        "partners",
        "child-death-review",
        "maintained-schools",
        "independent-schools",
        "special-schools",
    ]
    assert laws["notifications"] == "Children Act 2004, section 16C(2)."
    assert laws["partners"] == "Children Act 2004, section 16K."
    assert all(cited.in_force_on(date(2018, 7, 4)) for cited in rule.law)


@pytest.mark.parametrize(
    ("id", "in_2018"), [("guidance.schools", True), ("guidance.comply", False), ("guidance.regard", False)]
)
def test_that_it_applies_to_every_school_is_known_of_2018_too(id, in_2018):
    rule = catalogue.RULES[id]

    if in_2018:
        assert str(rule.dated.at(UNDER_2018).citation).endswith("introduction")
    else:
        with pytest.raises(NotCovered):
            rule.dated.at(UNDER_2018)


@pytest.mark.parametrize(
    ("day", "names_unborn", "why"),
    [
        (UNDER_2018, False, "2018 does not"),
        (UNDER_2023, False, "nor 2023"),
        (TODAY, True, "2026 is reported to"),
    ],
)
def test_unborn_children_are_named_outright_since_2026_as_it_is_reported(day, names_unborn, why):
    said = catalogue.RULES["definition.child"].means.at(day)

    assert ("Unborn" in said.value) is names_unborn, why
    assert ("not read in this text" in str(said.citation)) is names_unborn


@pytest.mark.parametrize(
    ("id", "carried"),
    [
        ("definition.safeguarding", "introduction (inherited from 2023, not confirmed in this text)"),
        ("definition.child-protection", "introduction (inherited from 2023, not confirmed in this text)"),
        ("definition.working-day", "chapter 5 (inherited from 2023, not confirmed in this text)"),
        ("guidance.comply", "introduction (inherited from 2023, not confirmed in this text)"),
    ],
)
def test_what_is_carried_into_2026_names_the_part_it_belongs_to(id, carried):
    assert catalogue.RULES[id].dated.at(TODAY).citation.locator == carried
