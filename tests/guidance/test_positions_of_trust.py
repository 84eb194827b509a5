"""Allegations against people in positions of trust: chapter 4, and the law on referring them."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from tests.guidance.asked import Asked, holds

IN_2018, IN_2021, IN_2024 = date(2018, 9, 3), date(2021, 3, 1), date(2024, 3, 1)
THRESHOLD = catalogue.rule("position-of-trust.harm-threshold")

TABLE = (
    Asked("position-of-trust.kinds-of-concern", "paragraph 223", "should", "employers", "a complaint"),
    Asked("position-of-trust.child-first", "paragraphs 224-226", "should", "local-authority", "without delay"),
    Asked("position-of-trust.designated-officer", "paragraphs 224-226", "should", "local-authority", "qualified and experienced"),
    Asked("position-of-trust.officer-qualified", "paragraphs 224-226", "should", "local-authority", "qualified social worker"),
    Asked("position-of-trust.passed-to-officer", "paragraph 224", "should", "the local authority, by its arrangements", "without delay"),
    Asked("position-of-trust.advice", "paragraphs 224-226", "should", "local-authority", "advice and guidance"),
    Asked("position-of-trust.progress", "paragraphs 224-226", "should", "local-authority", "quickly"),
    Asked("position-of-trust.policy", "paragraphs 223-226", "should", "employers, governing-bodies, trustees", "person accused"),
    Asked("position-of-trust.senior-manager-told", "paragraph 226", "should", "whoever learns of it", "immediately"),
    Asked("position-of-trust.designated-officer-told", "paragraph 226", "should", "the employer, or the police where it was made to them", "1 working day"),
    Asked("position-of-trust.regulator", "paragraphs 224-226", "should", "designated-officer", "professional body"),
    Asked("position-of-trust.barring-referral", "paragraphs 227-228", "should", "employers", "Disclosure and Barring Service"),
)  # fmt: skip


@pytest.mark.parametrize("asked", TABLE, ids=lambda one: one.id)
def test_each_is_a_should_of_those_it_names(asked):
    holds(asked)


def test_nobody_has_to_refer_by_the_guidance_alone_what_the_law_makes_a_duty():
    law = Asked(
        "position-of-trust.barring-referral-by-law",
        "sections 35 and 38",
        "must",
        "whoever provides or supplies for regulated activity",
        "no number of days",
    )

    assert "offence" in holds(law, "SVGA2006").notes


@pytest.mark.parametrize("ground", ["harmed", "offence", "risk"])
@pytest.mark.parametrize("day", [IN_2018, IN_2021, IN_2024])
def test_one_of_three_grounds_is_enough_under_every_edition(ground, day):
    assert THRESHOLD.holds({ground: True}, day).answer is True


@pytest.mark.parametrize(
    ("day", "answer", "because"),
    [
        (IN_2018, None, "not established"),
        (IN_2021, None, "not established"),
        (date(2023, 12, 14), None, "not established"),
        (date(2023, 12, 15), True, "since the 2023 edition"),
        (date(2026, 11, 23), True, "since the 2023 edition"),
    ],
)
def test_suitability_alone_is_a_ground_since_2023_and_not_known_before(day, answer, because):
    found = THRESHOLD.holds({"unsuitable": True}, day)

    assert (found.answer, because in found.because) == (answer, True)


def test_no_ground_is_no_allegation_and_an_open_one_is_for_people():
    none = dict.fromkeys(("harmed", "offence", "risk", "unsuitable"), False)

    assert THRESHOLD.holds(none, IN_2024).answer is False
    assert THRESHOLD.holds({**none, "risk": None}, IN_2024).answer is None


@pytest.mark.parametrize(
    ("day", "words", "absent"),
    [
        (IN_2018, "may be a risk to children", "suitab"),
        (IN_2021, "fourth ground is not established", "suitable to work"),
        (IN_2024, "suitable to work with children", "not established"),
    ],
)
def test_the_meaning_says_what_each_issue_said_and_what_is_not_known(day, words, absent):
    meaning = THRESHOLD.means.at(day).value

    assert words in meaning
    assert absent not in meaning


def test_the_working_day_was_already_there_in_2018_and_is_carried_into_2026():
    rule = catalogue.rule("position-of-trust.designated-officer-told")

    assert str(rule.due(date(2018, 12, 24)).on) == "2018-12-27"
    assert "not confirmed" in str(rule.due(date(2026, 11, 20)).citation)
    with pytest.raises(NotCovered, match="Working Together 2015"):
        rule.due(date(2016, 1, 4))
