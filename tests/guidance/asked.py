"""What a rule asks, as a row of a table: its place, who acts, how strongly, and the point in words to find there."""

from __future__ import annotations

from typing import NamedTuple

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.rules import Duty, Force, Rule, Timescale


class Asked(NamedTuple):
    """``force`` is must (by law), own must (the guidance's own word), should, expected, or may."""

    id: str
    place: str
    force: str
    by: str
    point: str


def force_of(rule: Rule) -> str:
    if isinstance(rule, Duty) and rule.own_words:
        return "own must"
    if isinstance(rule, Duty) and rule.expected:
        return "expected"
    assert rule.force is not Force.LOCAL
    return rule.force.value


def who(rule: Rule) -> str:
    if isinstance(rule, Duty):
        return ", ".join(rule.by)
    return rule.responsible if isinstance(rule, Timescale) else ""


def holds(asked: Asked, edition: str = "WT2023") -> Rule:
    """Assert that the rule says all of this under that edition, and hand it back."""
    rule = catalogue.rule(asked.id)
    said = rule.dated.said_by(edition)
    assert said.citation.locator == asked.place
    assert force_of(rule) == asked.force
    assert who(rule) == asked.by
    assert asked.point.casefold() in in_words(said.value).casefold()
    return rule
