"""``alongside due`` and ``alongside rules``: what they print, and how they refuse."""

from __future__ import annotations

import argparse
import io
import json

import pytest

from alongside.guidance import catalogue
from alongside.guidance.command import add_due_arguments, add_rules_arguments, run_due, run_rules


def due(*arguments: str) -> tuple[int, str, str]:
    parser = argparse.ArgumentParser()
    add_due_arguments(parser)
    out, err = io.StringIO(), io.StringIO()
    code = run_due(parser.parse_args(arguments), out, err)
    return code, out.getvalue(), err.getvalue()


def rules(*arguments: str) -> str:
    parser = argparse.ArgumentParser()
    add_rules_arguments(parser)
    out = io.StringIO()
    assert run_rules(parser.parse_args(arguments), out) == 0
    return out.getvalue()


def test_a_due_date_is_counted_out_for_a_person():
    code, out, err = due("child-protection.initial-conference", "2025-04-17")

    assert (code, err) == (0, "")
    assert out.startswith("Hold the initial child protection conference: by Tuesday 13 May 2025\n")
    for line in (
        "    -  Friday 18 April 2025: skipped, Good Friday",
        "    -  Saturday 19 April 2025: skipped",
        "    1  Tuesday 22 April 2025",
        "   15  Tuesday 13 May 2025",
        "Rule:     child-protection.initial-conference",
        "Force:    should: followed unless there is good reason, which is recorded",
        "Citation: Working Together 2023 (February 2024 issue), pages 92 and 94",
        "Checked:  on 22 November 2026 against the June 2025 issue",
    ):
        assert line in out.splitlines()


def test_a_due_date_is_given_as_json_for_a_program():
    code, out, _ = due("referral.decision", "2025-04-17", "--json")

    assert code == 0
    assert json.loads(out) == {
        "rule": "referral.decision",
        "starts": "2025-04-17",
        "due": "2025-04-22",
        "force": "should",
        "citation": "Working Together 2023 (February 2024 issue), paragraph 153",
        "edition": "Working Together 2023 (February 2024 issue)",
        "checked": True,
        "counted": [{"date": "2025-04-22", "number": 1}],
        "skipped": [
            {"date": "2025-04-18", "because": "Good Friday"},
            {"date": "2025-04-19", "because": "Saturday"},
            {"date": "2025-04-20", "because": "Sunday"},
            {"date": "2025-04-21", "because": "Easter Monday"},
        ],
    }


@pytest.mark.parametrize(
    ("typed", "starts", "ends", "why"),
    [
        (
            "2026-10-23T22:00",
            "2026-10-23T22:00:00+01:00",
            "2026-10-26T21:00:00+00:00",
            "local time is assumed",
        ),
        ("2026-10-23T22:00+01:00", "2026-10-23T22:00:00+01:00", "2026-10-26T21:00:00+00:00", "an offset"),
        ("2026-10-23T21:00Z", "2026-10-23T21:00:00+00:00", "2026-10-26T21:00:00+00:00", "universal time"),
    ],
)
def test_a_limit_in_hours_takes_a_time(typed, starts, ends, why):
    _, out, _ = due("emergency.police-protection", typed, "--json")
    answer = json.loads(out)

    assert (answer["starts"], answer["due"], answer["counted"]) == (starts, ends, []), why


def test_a_time_taken_as_local_says_so_with_the_clocks_and_the_warnings():
    _, out, _ = due("emergency.police-protection", "2026-10-23T22:00")

    assert "by 26 October 2026 at 9:00pm" in out
    assert "The time is taken as local time in England." in out
    assert "The clocks go back in between" in out
    assert "Warn 24 hours before: 25 October 2026 at 9:00pm" in out
    assert "Warn 12 hours before: 26 October 2026 at 9:00am" in out
    assert "not yet checked against the text" in out


def test_an_hour_that_happened_twice_is_taken_as_the_first_and_says_so():
    _, out, _ = due("emergency.police-protection", "2026-10-25T01:30")

    assert "the first of two: the clocks went back in that hour" in out


def test_an_hour_that_never_happened_is_refused():
    code, out, err = due("emergency.police-protection", "2026-03-29T01:30")

    assert (code, out) == (2, "")
    assert "The clocks went forward over that hour, so it did not happen." in err


def test_a_rule_without_a_number_prints_its_words_and_no_date():
    code, out, _ = due("assessment.child-seen", "2025-07-01")

    assert code == 0
    assert out.startswith(
        "See the child: as soon as possible, in a time that fits the concern (no date to count"
    )
    assert json.loads(due("assessment.child-seen", "2025-07-01", "--json")[1])["due"] is None


def test_another_edition_can_be_asked_and_the_answer_says_so():
    code, out, _ = due("referral.decision", "2025-04-17", "--edition", "wt2018")

    assert code == 0
    assert "Citation: Working Together 2018 (as amended December 2020), chapter 1, page 17" in out
    assert "Asked:    what Working Together 2018 (as amended December 2020) says, whatever" in out


@pytest.mark.parametrize(
    ("arguments", "code", "words", "why"),
    [
        (("referral.acknowledgment", "2025-01-01"), 2, "Did you mean referral.acknowledgement", "a slip"),
        (("zzz", "2025-01-01"), 2, "List them: alongside rules.", "nothing like it"),
        (("referral.decision", "2025-13-01"), 2, "Month must be in 1..12", "no such month"),
        (("referral.decision", "tomorrow"), 2, "Write a day as 2025-04-17", "not a date"),
        (
            ("referral.decision", "0001-01-01", "--edition", "WT2018"),
            2,
            "Check the year",
            "before the calendar",
        ),
        (("court.care-proceedings", "9999-12-30"), 2, "Check the year", "past the end of dates"),
        (("referral.decision", "2014-01-01"), 3, "The earliest is Working Together 2018", "before any text"),
        (("referral.decision", "2017-01-01"), 3, "read Working Together 2015", "under a text not encoded"),
        (("family-group.offer-before-application", "2026-11-22"), 3, "has not begun", "passed, not begun"),
        (
            ("referral.decision", "2025-01-01", "--edition", "CA1989"),
            3,
            "says nothing about this",
            "another text",
        ),
        (
            ("referral.decision", "2025-01-01", "--edition", "WT2019"),
            2,
            "Did you mean WT2018",
            "no such edition",
        ),
        (("referral.decision", "2025-01-01", "--edition", "Q"), 2, "Try WT2018", "nothing like it"),
        (("emergency.police-protection", "2026-10-23"), 2, "Give the time as well", "hours need a time"),
        (
            ("referral.content", "2025-01-01"),
            2,
            "Rules with a date near it: referral.acknowledgement",
            "no limit",
        ),
        (("definition.child", "2025-01-01"), 2, "List the rules: alongside rules.", "no limit near it"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_what_to_do(arguments, code, words, why):
    answered, out, err = due(*arguments)

    assert (answered, out) == (code, ""), why
    assert words in err, why


def test_rules_lists_every_rule_for_a_person():
    lines = rules().splitlines()

    assert [id for id in catalogue.RULES if id not in lines] == []


def test_rules_lists_every_rule_and_text_for_a_program():
    listed = json.loads(rules("--json"))

    assert [rule["id"] for rule in listed] == list(catalogue.RULES)
    conference = next(rule for rule in listed if rule["id"] == "child-protection.initial-conference")
    assert conference["force"] == "should"
    assert len(conference["provisions"]) == 8
    assert {provision["value"] for provision in conference["provisions"]} == {"15 working days"}
