"""What may follow an assessment, by the edition in force on the day it began."""

from __future__ import annotations

from datetime import date

from alongside.family_help.pathways import label_of, steps_on
from alongside.guidance.kernel.rules import Step

OUTCOME = "assessment.outcome"


def outcomes_on(day: date) -> tuple[Step, ...]:
    """The outcomes an assessment that began on this day may have, in the text's order."""
    return steps_on(OUTCOME, day)


def outcome_label(key: str, day: date) -> str:
    """An outcome in words. Raises Refusal when the edition of that day has no such outcome."""
    return label_of(OUTCOME, key, day, "outcome")
