"""Each kind of record asks for what the guidance expects of it, and what is left out is kept as a shortfall.

The table says which rule holds which record. A rule whose shortfall no part records, or that no test looks for, fails.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content, Timescale

HERE = Path(__file__).parents[2]
RECORDS = {
    "a referral": "referral.content",
    "an early help assessment": "early-help.assessment",
    "an early help offer": "early-help.asking",
    "an assessment": "assessment.content",
    "an assessment that takes longer": "assessment.over-run",
    "a child-in-need plan": "child-in-need.plan-content",
    "a strategy discussion": "child-protection.strategy-discussion-content",
    "a section 47 enquiry": "child-protection.enquiry-content",
    "a report to a conference": "child-protection.conference-report",
    "a conference": "child-protection.conference-record",
    "a child protection plan": "child-protection.plan-content",
    "a core group": "child-protection.core-group-record",
    "a review": "child-protection.review-record",
    "the end of a plan": "child-protection.plan-ending-record",
    "information that is shared or held back": "information.decision-record",
    "immediate protection": "emergency.content",
    "a plan for going home": "care.return-home-plan",
    "a link to a place or a group": "outside-home.in-a-context",
    "a letter before proceedings": "pre-proceedings.letter",
}


@cache
def code() -> str:
    folder = HERE / "src" / "alongside"
    return "\n".join(path.read_text() for path in folder.rglob("*.py") if "guidance" not in path.parts)


@cache
def what_tests_say_of_shortfalls() -> str:
    texts = (path.read_text() for path in (HERE / "tests").rglob("*.py") if path.name != Path(__file__).name)
    return "\n".join(text for text in texts if "Shortfall" in text or "shortfall" in text)


@pytest.mark.parametrize(("record", "rule_id"), RECORDS.items())
def test_a_record_falls_short_in_words_and_is_never_barred(record: str, rule_id: str) -> None:
    rule = catalogue.rule(rule_id)
    assert isinstance(rule, Content | Timescale)
    assert f'"{rule_id}"' in code(), f"No part of the product asks what {record} sets out ({rule_id})."
    assert f'"{rule_id}"' in what_tests_say_of_shortfalls(), (
        f"No test looks for what is missing from {record} ({rule_id})."
    )
