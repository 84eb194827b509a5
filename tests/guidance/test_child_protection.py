"""Child protection: 2023 edition, pages 85-101."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import standing
from alongside.guidance.statistics import census
from alongside.guidance.working_together.chapter_3 import (
    conference,
    ending,
    enquiry,
    immediate_protection,
    plan,
    return_home,
    review,
    strategy_discussion,
)

TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("discussion", "conference_due", "why"),
    [
        (date(2025, 6, 2), date(2025, 6, 23), "three plain weeks"),
        (date(2025, 6, 7), date(2025, 6, 27), "a discussion on a Saturday counts from Monday"),
        (date(2025, 4, 17), date(2025, 5, 13), "Good Friday, Easter Monday and early May"),
        (date(2024, 12, 20), date(2025, 1, 15), "Christmas, Boxing Day and New Year's Day"),
        (date(2024, 3, 27), date(2024, 4, 19), "Good Friday and Easter Monday"),
        (date(2026, 12, 22), date(2027, 1, 15), "Boxing Day is a Saturday, so Monday stands in"),
    ],
)
def test_initial_conference_is_due_within_15_working_days(discussion, conference_due, why):
    assert conference.INITIAL_CONFERENCE.due(discussion).on == conference_due, why
    assert conference.TRANSFER_IN.due(discussion).on == conference_due, why
    assert census.INITIAL_CONFERENCE.due(discussion).on == conference_due, why


@pytest.mark.parametrize(
    ("held", "due", "why"),
    [
        (date(2024, 3, 27), date(2024, 4, 12), "Good Friday and Easter Monday"),
        (date(2025, 4, 17), date(2025, 5, 6), "Easter and early May"),
        (date(2026, 3, 18), date(2026, 4, 1), "two plain weeks"),
        (date(2025, 6, 23), date(2025, 7, 7), "working days, where flow chart 6 prints days"),
    ],
)
def test_the_first_core_group_is_due_within_10_working_days(held, due, why):
    assert plan.FIRST_CORE_GROUP.due(held).on == due, why


@pytest.mark.parametrize(
    ("rule", "starts", "due", "why"),
    [
        (review.FIRST_REVIEW, date(2024, 11, 30), date(2025, 2, 28), "February has no 30th"),
        (review.FIRST_REVIEW, date(2024, 1, 31), date(2024, 4, 30), "April has no 31st"),
        (review.FIRST_REVIEW, date(2025, 6, 23), date(2025, 9, 23), "the same day of the month"),
        (review.FIRST_REVIEW, date(2025, 1, 7), date(2025, 4, 7), "months count every day"),
        (review.NEXT_REVIEW, date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
        (review.NEXT_REVIEW, date(2025, 9, 23), date(2026, 3, 23), "the same day of the month"),
    ],
)
def test_reviews_are_due_in_calendar_months(rule, starts, due, why):
    assert rule.due(starts).on == due, why


@pytest.mark.parametrize(
    "rule",
    [
        strategy_discussion.STRATEGY_DISCUSSION,
        enquiry.ENQUIRY,
        plan.NEXT_CORE_GROUP,
        plan.VISITS,
        plan.PLAN_CIRCULATION,
        conference.REPORTS,
        conference.BEFORE_BIRTH,
        ending.AROUND_EIGHTEEN,
        ending.ENDING_TOLD,
        immediate_protection.RESPONSIBILITY_ACCEPTED,
    ],
)
def test_the_limits_people_quote_that_the_text_does_not_set(rule):
    due = rule.due(TODAY)

    assert (due.on, due.at, due.counted) == (None, None, ())
    assert str(due.span) in due.because


@pytest.mark.parametrize(
    ("pathway", "keys"),
    [
        (
            strategy_discussion.OUTCOME,
            ["no-further-role", "section-17-assessment", "section-47-enquiry", "further-discussion"],
        ),
        (enquiry.OUTCOME, ["not-substantiated", "substantiated-no-conference", "conference"]),
        (conference.DECISION, ["plan", "no-plan"]),
        (review.DECISION, ["continue", "end"]),
        (ending.ENDING, ["no-longer-at-risk", "transferred", "eighteen", "died", "left-uk"]),
    ],
)
def test_the_ways_on_are_these(pathway, keys):
    assert [step.key for step in pathway.steps(TODAY)] == keys


@pytest.mark.parametrize(
    ("rule", "held", "enough", "why"),
    [
        (enquiry.LEAD, standing.held(social_worker=True), True, "always a social worker"),
        (enquiry.LEAD, standing.held(leads_the_work=True), False, "leading an assessment is not enough"),
        (enquiry.AFTER_ENQUIRIES, standing.held(social_worker=True), True, "no manager's sign-off is asked"),
        (plan.LEAD, standing.held(), False, "always a social worker"),
        (plan.LEAD, standing.held(social_worker=True, supervisor_or_manager=True), True, "a manager is one"),
        (return_home.DECIDER, standing.held(social_worker=True), True, "a social worker leads a return home"),
        (ending.END_PLAN, {standing.REVIEW_CONFERENCE}, True, "a review conference ends a plan"),
        (ending.END_PLAN, {standing.CORE_GROUP}, False, "a core group does not"),
        (plan.DETAIL, {standing.CORE_GROUP}, True, "it works out the detail"),
    ],
)
@pytest.mark.parametrize("day", [date(2019, 1, 1), date(2024, 1, 1), date(2026, 11, 22)])
def test_who_decides_in_every_edition(rule, held, enough, why, day):
    assert (not rule.shortfall(held, day)) is enough, why


def test_that_only_a_review_ends_a_plan_is_marked_as_derived():
    provision = ending.END_PLAN.at_least.at(TODAY)

    assert provision.checked is None
    assert "Derived" in ending.END_PLAN.notes


@pytest.mark.parametrize(
    ("day", "aims", "why"),
    [(date(2019, 1, 1), 3, "three in 2018"), (TODAY, 4, "2023 adds each agency's support")],
)
def test_the_aims_of_a_plan(day, aims, why):
    assert len(plan.AIMS.headings(day)) == aims, why


def test_acting_at_once_is_the_guidances_own_must():
    assert immediate_protection.IMMEDIATE_ACTION.force.value == "must"
    assert immediate_protection.DISCUSSION_AFTER.force.value == "should"
