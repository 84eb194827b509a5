"""Shortfalls on record under another text. A record says what was missing, so what was there follows from the list then asked."""

from __future__ import annotations

from datetime import date

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Content, Membership, Rule
from alongside.guidance.kernel.words import listed
from alongside.guidance.variant import Instead
from alongside.guidance.written import as_lines

ENDS = " not recorded."
ListRule = Content | Membership


def differing(other: Instead) -> dict[str, Rule | None]:
    """The rules that ask for a list of headings or people and would ask for another on some day, by id."""
    found: dict[str, Rule | None] = {}
    for id, changed in other.rules.items():
        rule = catalogue.RULES[id]
        if isinstance(rule, ListRule):
            would = changed.dated.provisions[-1].value if changed else None
            if any(one.value != would for one in rule.dated.provisions):
                found[id] = changed
    return found


def missing_in(words: str, rule: ListRule, on: date) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """What a shortfall says was missing, and the list that was asked; None where it was said in other words.

    The list is that of the text of the day, or of the one whose items the words name, for an act that another day governs.
    """
    start = f"{rule.title}: "
    if not (words.startswith(start) and words.endswith(ENDS)):
        return None
    said = words[len(start) : -len(ENDS)]
    for asked in _lists(rule, on):
        if _one_is_enough(rule) and said == listed(asked, "or"):
            return asked, asked
        missing = tuple(said.split("; "))
        if set(missing) <= set(asked):
            return missing, asked
    return None


def _one_is_enough(rule: ListRule) -> bool:
    return isinstance(rule, Membership) and rule.any_one


def _lists(rule: ListRule, on: date) -> list[tuple[str, ...]]:
    every = [as_lines(one.value) for one in reversed(rule.dated.provisions)]
    try:
        return [as_lines(rule.dated.at(on).value), *every]
    except NotCovered:
        return every


def still_missing(
    missing: tuple[str, ...], asked: tuple[str, ...], rule: ListRule, changed: Rule | None
) -> tuple[tuple[str, ...] | None, tuple[str, ...]]:
    """What would still be missing, and what that text asks and nobody was asked for then.

    None where it cannot be told: one of several would be enough, and whether another of them was there is not on record.
    """
    if changed is None:
        return (), ()
    would = as_lines(changed.dated.provisions[-1].value)
    unasked = tuple(one for one in would if one not in asked)
    if _one_is_enough(rule):
        return (None, unasked) if unasked else ((listed(would, "or"),), ())
    return tuple(one for one in would if one in missing), unasked
