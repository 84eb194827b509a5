"""Areas, rules, and when something is due."""

from __future__ import annotations

import pytest

from alongside.guidance import catalogue
from tests.api.conftest import System


def test_a_system_learns_its_areas_and_no_other(schools: System, elsewheres: System) -> None:
    assert schools.get("/areas").body == [{"code": "199", "name": "Wrenmouth"}]
    assert elsewheres.get("/areas").body == [{"code": "198", "name": "Farholme"}]


def test_every_rule_is_there_with_where_it_stands(schools: System) -> None:
    rules = schools.get("/rules").body
    assert [rule["id"] for rule in rules] == list(catalogue.RULES)
    assert all(rule["provisions"] for rule in rules)
    for rule in rules[:5]:
        assert schools.get(f"/rules/{rule['id']}").body == rule


def test_a_date_is_counted_day_by_day(schools: System) -> None:
    due = schools.get("/rules/child-protection.initial-conference/due?starts=2025-04-10").body
    assert due["due"] == "2025-05-06"
    assert [day["number"] for day in due["counted"]] == list(range(1, 16))
    assert {"date": "2025-04-18", "because": "Good Friday"} in due["skipped"]


@pytest.mark.parametrize(
    ("rule", "starts", "status"),
    [
        ("child-protection.initial-conference", "soon", 422),
        ("child-protection.initial-conference", "9999-12-31", 422),
        ("child-protection.initial-conference", "0001-01-01", 422),
        ("child-protection.initial-conference", "2025-13-01", 422),
        ("child-protection.initial-conference", "2025-03-30T01:30", 422),
        ("child-protection.initial-conference", "9999-12-31T23:59%2B23:59", 422),
        ("child-protection.initial-conference", "1" * 41, 422),
        ("child-protection.initial-conference", "", 422),
        ("emergency.police-protection", "9999-12-31T23:59", 422),
        ("emergency.police-protection", "2025-04-10", 422),
        ("authority.referral-decision", "2025-04-10", 422),
        ("no.such-rule", "2025-04-10", 404),
    ],
)
def test_what_cannot_be_counted_is_refused_in_words(
    schools: System, rule: str, starts: str, status: int
) -> None:
    answer = schools.get(f"/rules/{rule}/due?starts={starts}")
    assert answer.status == status
    assert answer.problems


def test_a_misspelt_question_is_not_passed_over(schools: System) -> None:
    answer = schools.get("/children?limti=5")
    assert answer.problems == [
        "There is no “limti” here. | address | This operation takes cursor, limit after the question mark. | "
        "Take it out, or look at what it is called."
    ]
