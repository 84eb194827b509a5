"""What may follow an assessment, by the edition in force on the day it began, and what happens then."""

from __future__ import annotations

from datetime import date

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Pathway, Step
from alongside.refusals import Refusal

OUTCOME = "assessment.outcome"


def outcomes_on(day: date) -> tuple[Step, ...]:
    """The outcomes an assessment that began on this day may have, in the text's order; none before the first text."""
    rule = catalogue.rule(OUTCOME)
    if not isinstance(rule, Pathway):
        raise TypeError(f"{OUTCOME} has no outcomes.")
    try:
        return rule.steps(day)
    except NotCovered:
        return ()


def outcome_label(key: str, day: date) -> str:
    """An outcome in words. Raises Refusal when the edition of that day has no such outcome."""
    steps = outcomes_on(day)
    for step in steps:
        if step.key == key:
            return step.label
    raise Refusal(
        f"“{key}” is not an outcome of an assessment.",
        f"The text in force on {day:%-d %B %Y} has: {'; '.join(step.label for step in steps)}.",
        "Choose one of these.", field="outcome",
    )  # fmt: skip
