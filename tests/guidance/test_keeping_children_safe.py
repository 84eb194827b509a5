"""Keeping Children Safe in Education, and the law on naming an accused teacher."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.connected import keeping_children_safe_in_education as keeping_safe
from alongside.guidance.kernel.dated import NotCovered
from tests.guidance.asked import Asked, holds

TODAY = date(2026, 11, 23)
MANAGER, SCHOOL = "the case manager", "the school or college"

TABLE = (
    Asked("allegation.harm-threshold", "part four, section one", "should", "", "four grounds"),
    Asked("allegation.designated-officer-role", "paragraph 376", "should", "", "does not investigate"),
    Asked("allegation.case-manager", "paragraph 365", "should", "", "chair of governors"),
    Asked("allegation.first-facts", "paragraph 369", "should", "schools", "police"),
    Asked("allegation.first-review", "paragraph 378", "should", MANAGER, "4 weeks"),
    Asked("allegation.next-review", "paragraph 379", "should", MANAGER, "1 month"),
    Asked("allegation.suspension", "paragraphs 386-393", "should", "schools", "alternatives"),
    Asked("allegation.suspension-letter", "paragraph 392", "should", SCHOOL, "1 working day"),
    Asked("allegation.outcome", "paragraph 406", "should", "", "unfounded"),
    Asked("allegation.record", "paragraphs 422-424", "should", "", "references"),
    Asked("allegation.record-removed", "paragraphs 422-424", "should", "schools", "unless the person agrees"),
    Asked("allegation.record-kept", "paragraph 424", "should", SCHOOL, "if that is longer, for 10 years"),
    Asked("allegation.references", "paragraph 426", "should", "schools", "substantiated"),
    Asked("allegation.barring-referral", "paragraph 356", "should", SCHOOL, "as soon as possible"),
    Asked(
        "allegation.teaching-referral", "paragraphs 357 and 409", "own must", "schools", "considers referring"
    ),
    Asked("allegation.settlement", "paragraphs 416-421", "should", "schools", "risk to children"),
    Asked("allegation.low-level-concern", "paragraphs 430-452", "should", "schools", "patterns"),
    Asked("allegation.low-level-kept", "paragraph 447", "may", SCHOOL, "works there"),
    Asked(
        "school.protection-file-moved",
        "paragraph 121",
        "should",
        "the designated safeguarding lead",
        "5 days",
    ),
    Asked("school.policy-reviewed", "part two", "should", "the governing body or proprietor", "12 months"),
    Asked("school.staff-updated", "part two", "should", SCHOOL, "12 months"),
    Asked("school.lead-trained", "part two and annex C", "should", SCHOOL, "24 months"),
)


@pytest.mark.parametrize("asked", TABLE, ids=lambda one: one.id)
def test_what_the_2024_edition_says_is_carried_on_and_never_called_confirmed(asked):
    rule = holds(asked, "KCSIE2024")

    for year in (2025, 2026):
        later = rule.dated.at(date(year, 9, 1))
        assert later.citation.source.edition == f"KCSIE{year}"
        assert "not confirmed" in later.citation.locator
        assert later.value == rule.dated.said_by("KCSIE2024").value


@pytest.mark.parametrize(
    ("asked", "edition"),
    [
        (
            Asked("school.staff-lead-early-help", "early help", "may", "schools", "lead practitioner"),
            "KCSIE2025",
        ),
        (Asked("school.part-one-read", "part one", "should", "schools", "does not stand in"), "KCSIE2026"),
        (Asked("school.concern-record", "record keeping", "should", "", "why"), "KCSIE2026"),
        (
            Asked(
                "allegation.reporting-restriction",
                "section 141F",
                "must",
                "everybody: parents, schools and the press",
                "no number of days",
            ),
            "EA2002",
        ),
    ],
    ids=lambda one: getattr(one, "id", ""),
)
def test_what_is_known_of_another_edition_or_of_law_is_cited_to_it(asked, edition):
    holds(asked, edition)


@pytest.mark.parametrize("id", ["school.part-one-read", "school.concern-record"])
def test_what_one_account_reports_of_2026_says_so(id):
    assert "one account" in catalogue.rule(id).notes


@pytest.mark.parametrize(
    ("outcome", "means", "then"),
    [
        ("substantiated", "enough evidence to prove", "allegation.references"),
        ("malicious", "deceive or harm", "allegation.record-removed"),
        ("false", "enough evidence to disprove", "allegation.record-removed"),
        ("unsubstantiated", "nothing about guilt or innocence", "allegation.record"),
        ("unfounded", "no proper basis", "allegation.record"),
    ],
)
def test_an_allegation_ends_in_one_of_five_ways(outcome, means, then):
    step = keeping_safe.OUTCOME.step(outcome, TODAY)

    assert len(keeping_safe.OUTCOME.steps(TODAY)) == 5
    assert means in step.help
    assert then in step.leads_to


def test_only_a_substantiated_allegation_leads_to_references_and_barring():
    leads = {step.key: set(step.leads_to) for step in keeping_safe.OUTCOME.steps(TODAY)}

    onward = {"allegation.references", "allegation.barring-referral"}
    assert [key for key, to in leads.items() if to & onward] == ["substantiated"]


def test_a_day_before_the_edition_of_2024_is_not_answered():
    with pytest.raises(NotCovered, match="Keeping Children Safe in Education 2024"):
        keeping_safe.FIRST_REVIEW.due(date(2024, 8, 31))
