"""The ways on from a decision, by the edition in force on a day."""

from __future__ import annotations

from datetime import date

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway, Step
from alongside.refusals import Refusal


def steps_on(rule_id: str, day: date) -> tuple[Step, ...]:
    """The outcomes a pathway has on a day, in the text's order.

    Before the first text that is encoded, the words are those of the first: somebody recording an
    old decision must be able to say what it was. Nothing is held against them for that day.
    """
    rule = catalogue.rule(rule_id)
    if not isinstance(rule, Pathway):
        raise TypeError(f"{rule_id} has no outcomes.")
    return rule.steps(max(day, rule.outcomes.first_day or day))


def label_of(rule_id: str, key: str, day: date, field: str) -> str:
    """An outcome in words. Raises Refusal when the text of that day has no such outcome."""
    steps = steps_on(rule_id, day)
    for step in steps:
        if step.key == key:
            return step.label
    raise Refusal(
        f"“{key}” is not one of the outcomes here.",
        f"On {day:%-d %B %Y} they were: {'; '.join(step.label for step in steps)}.",
        "Choose one of these.", field=field,
    )  # fmt: skip
