"""Referral: 2023 edition, paragraphs 149-154 and 160."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import standing
from alongside.guidance.working_together.chapter_3 import referral

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize("rule", [referral.ACKNOWLEDGEMENT, referral.DECISION])
@pytest.mark.parametrize(
    ("received", "due", "why"),
    [
        (date(2025, 6, 2), date(2025, 6, 3), "the next day"),
        (date(2025, 6, 6), date(2025, 6, 9), "a Friday waits for Monday"),
        (date(2025, 6, 7), date(2025, 6, 9), "a Saturday counts from Monday"),
        (date(2025, 4, 17), date(2025, 4, 22), "four days of Easter between"),
        (date(2024, 12, 24), date(2024, 12, 27), "Christmas Day and Boxing Day"),
        (date(2022, 9, 16), date(2022, 9, 20), "a one-off bank holiday on the Monday"),
        (date(2018, 7, 4), date(2018, 7, 5), "the first day of the first text"),
    ],
)
def test_a_referral_is_answered_within_a_working_day(rule, received, due, why):
    assert rule.due(received).on == due, why


@pytest.mark.parametrize(
    ("day", "held", "shortfall", "why"),
    [
        (date(2023, 12, 14), standing.held(social_worker=True), 0, "2018: a social worker"),
        (
            date(2023, 12, 15),
            standing.held(social_worker=True),
            1,
            "2023: a social worker alone is not enough",
        ),
        (
            TODAY,
            standing.held(social_worker=True, supervisor_or_manager=True),
            0,
            "2023: qualified and a manager",
        ),
        (TODAY, standing.held(supervisor_or_manager=True), 1, "a manager without the qualification"),
        (date(2019, 1, 1), standing.held(), 1, "2018: not a social worker"),
    ],
)
def test_who_decides_on_a_referral(day, held, shortfall, why):
    assert len(referral.DECISION_AUTHORITY.shortfall(held, day)) == shortfall, why


def test_the_next_steps_are_these():
    assert [step.key for step in referral.NEXT_STEPS.steps(TODAY)] == [
        "no-further-action",
        "advice",
        "early-help",
        "section-17-assessment",
        "strategy-discussion",
        "immediate-protection",
        "transfer-in-conference",
    ]


def test_feedback_has_no_number_of_days():
    assert referral.FEEDBACK.due(TODAY).on is None
    assert str(referral.FEEDBACK.due(TODAY).citation).endswith("paragraph 151")


def test_only_two_things_keep_the_family_from_being_told():
    assert "significant harm" in referral.FAMILY_TOLD.question
    assert "police investigation" in referral.FAMILY_TOLD.question
