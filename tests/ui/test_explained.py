"""The "why?" panel: a manager can recount it by hand and agree."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.guidance.catalogue import RULES, rule
from alongside.ui.explained import Counted, explained, gap, in_margin
from alongside.ui.parts import Entry, by_month


def test_every_day_of_a_count_is_there_and_skipped_days_have_a_name():
    told = explained(rule("child-protection.first-core-group").due(date(2026, 4, 30)))
    assert told.by == "by Friday 15 May 2026"
    assert told.count[:5] == (
        Counted("Thu 30 Apr", "start"),
        Counted("Fri 1 May", "1"),
        Counted("Sat 2 May and Sun 3 May", skipped="weekend"),
        Counted("Mon 4 May", skipped="Early May bank holiday"),
        Counted("Tue 5 May", "2"),
    )
    assert told.count[-1] == Counted("Fri 15 May", "10")
    assert [one.number for one in told.count if one.number.isdigit()] == [str(n) for n in range(1, 11)]


def test_it_names_rule_force_citation_edition_and_whether_it_was_checked():
    told = explained(rule("child-protection.first-core-group").due(date(2025, 4, 17)))
    assert told.force == "should"
    assert told.citation.startswith("Working Together 2023")
    assert told.edition in told.citation
    assert told.checked.startswith("checked on")
    assert told.rule_href == "/guidance/rules/child-protection.first-core-group/"


def test_it_says_what_the_other_editions_ask():
    told = explained(rule("child-protection.first-core-group").due(date(2025, 4, 17)))
    assert [line.split(",")[0] for line in told.elsewhere] == [
        "Working Together 2018: the same",
        "Working Together 2026: the same",
    ]


def test_what_nobody_has_checked_says_so():
    told = explained(rule("child-protection.first-core-group").due(date(2019, 4, 17)))
    assert told.checked == "not yet checked against the text"


def test_hours_are_told_from_the_minute_and_the_clock_change_is_explained():
    told = explained(rule("emergency.police-protection").due(datetime(2026, 10, 23, 21, 0, tzinfo=UTC)))
    assert told.by == "by 26 October 2026 at 21:00"
    assert told.count == (
        Counted("23 October 2026 at 22:00", "start"),
        Counted("26 October 2026 at 21:00", "72 hours"),
    )
    assert "clocks go back" in told.remark


def test_months_are_counted_as_months():
    told = explained(rule("child-protection.first-review").due(date(2025, 11, 30)))
    assert [one.number for one in told.count] == ["start", "month 1", "month 2", "month 3"]
    assert told.by == "by Saturday 28 February 2026"


def test_a_limit_without_a_number_counts_nothing():
    told = explained(rule("assessment.child-seen").due(date(2025, 6, 2)))
    assert told.count == ()
    assert "no number of days is set" in told.sentence


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_has_a_margin_note(rule_id):
    note = in_margin(rule(rule_id), date(2026, 5, 7))
    assert note.title
    assert note.force in {"must", "should", "may", "local", "judgement", "not begun"}
    assert all(line.strip() for line in note.says)
    assert note.says
    assert note.citation


def test_what_has_not_begun_has_no_force():
    note = in_margin(rule("information.sharing"), date(2026, 5, 7))
    assert note.force == "not begun"
    assert "enforces nothing" in note.says[0]


def test_a_judgement_is_never_shown_as_a_rule_with_an_answer():
    note = in_margin(rule("child-protection.significant-harm"), date(2026, 5, 7))
    assert note.force == "judgement"
    assert "The software never answers it." in note.says[0]


def test_a_timeline_goes_by_month_and_says_where_it_is_silent():
    entries = [
        Entry(date(2026, 5, 6), "Visit"),
        Entry(date(2026, 5, 1), "Call"),
        Entry(date(2026, 3, 16), "Referral"),
    ]
    (may, first), (march, second) = by_month(entries)
    assert (may.name, [entry.title for entry in first]) == ("May 2026", ["Visit", "Call"])
    assert (march.key, second[0].gap) == ("2026-03", "No contact recorded for 45 days")
    assert first[1].gap == ""


@pytest.mark.parametrize(
    ("last", "said"), [(date(2026, 4, 8), "No contact recorded for 28 days"), (date(2026, 4, 9), "")]
)
def test_a_silence_is_named_from_four_weeks(last, said):
    assert gap(last, date(2026, 5, 7)) == said
