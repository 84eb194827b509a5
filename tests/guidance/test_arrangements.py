"""Chapter 2 of the 2023 edition: what each rule asks, of whom, how strongly, and where the text says so."""

from __future__ import annotations

from datetime import date

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Force

TODAY = date(2026, 11, 22)


def test_arrangements_are_for_eight_outcomes():
    rule = catalogue.RULES["arrangements.outcomes"]
    said = {heading.key: heading.label for heading in rule.headings(TODAY)}

    assert list(said) == [
        "vision",
        "response",
        "accountability",
        "insight",
        "information",
        "early-signs",
        "learning",
        "sight-of-practice",
    ]
    assert "protected characteristics" in said["information"]
    assert rule.force is Force.SHOULD
    assert "paragraph 40" in str(rule.dated.said_by("WT2023").citation)
