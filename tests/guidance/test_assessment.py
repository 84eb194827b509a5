"""Assessment and help: 2023 edition, paragraphs 118-186 and pages 73-75."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import standing
from alongside.guidance.statistics import census
from alongside.guidance.working_together.chapter_3 import assessment, assessment_framework, family_help

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("referred", "due", "why"),
    [
        (date(2024, 3, 27), date(2024, 6, 4), "Easter and both May holidays"),
        (date(2024, 12, 20), date(2025, 2, 26), "Christmas and New Year"),
        (date(2025, 4, 17), date(2025, 6, 25), "Easter and both May holidays"),
        (date(2026, 3, 18), date(2026, 5, 26), "the first day of the 2026 edition"),
        (date(2026, 12, 26), date(2027, 3, 2), "a Saturday, with Monday a substitute holiday"),
    ],
)
def test_an_assessment_concludes_within_45_working_days_of_the_referral(referred, due, why):
    assert assessment.COMPLETION.due(referred).on == due, why


def test_the_two_clocks_start_on_different_days_and_both_are_shown():
    referred, started = date(2025, 4, 17), date(2025, 4, 24)
    guidance, statistics = assessment.COMPLETION.due(referred), census.ASSESSMENT.due(started)

    assert (guidance.rule.clock, statistics.rule.clock) == ("guidance", "statistics")
    assert guidance.on == date(2025, 6, 25)
    assert statistics.on == date(2025, 6, 30)
    assert "census" in statistics.edition


@pytest.mark.parametrize(
    ("rule", "held", "before", "since", "why"),
    [
        (assessment.LEAD, standing.held(), False, True, "any suitable practitioner may lead from 2023"),
        (assessment.LEAD, standing.held(social_worker=True), True, True, "a social worker always could"),
        (assessment.APPROVER, standing.held(social_worker=True), True, False, "approval is for a supervisor"),
        (assessment.ALLOCATION, standing.held(social_worker=True), True, False, "and so is allocation"),
        (family_help.PLAN_APPROVER, standing.held(social_worker=True), True, False, "and the plan"),
        (
            assessment.APPROVER,
            standing.held(social_worker=True, supervisor_or_manager=True),
            True,
            True,
            "a qualified supervisor or manager, in every edition",
        ),
    ],
)
def test_who_leads_and_approves_changed_with_the_2023_edition(rule, held, before, since, why):
    allowed = [not rule.shortfall(held, day) for day in (date(2023, 12, 14), date(2023, 12, 15))]

    assert allowed == [before, since], why


@pytest.mark.parametrize(
    ("day", "environment", "why"),
    [
        (date(2019, 1, 1), 7, "seven headings, wider family among them"),
        (TODAY, 8, "eight: the family network, and contexts outside the family"),
    ],
)
def test_the_third_domain_grew(day, environment, why):
    headings = assessment_framework.DOMAINS.headings(day)

    assert [heading.group for heading in headings].count(assessment_framework.ENVIRONMENT) == environment, why
    assert [heading.group for heading in headings].count(assessment_framework.CHILD) == 7
    assert [heading.group for heading in headings].count(assessment_framework.PARENTING) == 6


def test_the_outcomes_are_these():
    assert [step.key for step in assessment.OUTCOME.steps(TODAY)] == [
        "no-further-action",
        "early-help",
        "child-in-need-plan",
        "strategy-discussion",
        "legal-action",
        "specialist-assessment",
    ]


@pytest.mark.parametrize(
    "rule",
    [
        assessment.CHILD_SEEN,
        assessment.OPEN_CASE,
        assessment.FINDINGS_SHARED,
        family_help.PLAN_DECISION,
        family_help.PLAN_REVIEW,
        family_help.EARLY_HELP_REVIEW,
        family_help.MOVED_AREA,
    ],
)
def test_the_limits_people_quote_that_the_text_does_not_set(rule):
    assert rule.due(TODAY).on is None


def test_an_over_run_needs_reasons_and_no_managers_agreement():
    keys = {heading.key for heading in assessment.OVER_RUN.headings(TODAY)}

    assert "reasons" in keys
    assert not any("manager" in heading.label for heading in assessment.OVER_RUN.headings(TODAY))
