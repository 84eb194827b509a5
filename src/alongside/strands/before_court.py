"""What the return of 2026 to 2027 asks of pre-proceedings, read from the steps; and what its checks would ask about.

The checks warn while people work, and keep nothing from being recorded. What the outcome codes mean is not confirmed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.strands.models import StrandStep
from alongside.strands.reading import Beside
from alongside.ui.words import date_words

YES_NO = {"yes": "Yes", "no": "No"}


@dataclass(frozen=True, slots=True)
class Returned:
    """The fields of the return for one time of pre-proceedings. None or empty where nothing is recorded."""

    start: date
    letter_sent: date | None
    family_group_offered: str
    family_group_held: str
    first_meeting: date | None
    reviews: int
    step_decision: date | None
    outcome: str
    application: date | None
    letter_to_initiate: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """One field, as the page shows it; no words where nothing is recorded."""

    label: str
    words: str


@dataclass(frozen=True, slots=True)
class AskedByReturn:
    """The fields as they are shown, and what the checks of the return would ask about."""

    lines: tuple[Line, ...]
    warnings: tuple[str, ...]


def returned(one: Beside) -> Returned:
    """The fields of the return, from what was recorded. No query."""
    decisions = [step for step in _of(one, "step-decided") if step.answers.get("decision") != "goes-on"]
    return Returned(
        start=one.strand.opened_on,
        letter_sent=_first(_of(one, "letter-sent")),
        family_group_offered=_last_answer(_of(one, "letter-sent"), "family-group-offered"),
        family_group_held=_last_answer(_of(one, "step-decided"), "family-group-held"),
        first_meeting=_first(_of(one, "first-meeting")),
        reviews=len(_of(one, "reviewed")),
        step_decision=decisions[-1].happened_on if decisions else None,
        outcome=_last_answer(_of(one, "step-decided"), "return-outcome"),
        application=_first(_of(one, "application-made")),
        letter_to_initiate=_first(_of(one, "letter-to-initiate")),
    )


def asked_by_return(one: Beside) -> AskedByReturn | None:
    """What the page of pre-proceedings shows of the return; None for any other strand."""
    if one.strand.kind != "pre-proceedings":
        return None
    it = returned(one)
    lines = (
        Line("Start", date_words(it.start)),
        Line("Letter before proceedings sent", date_words(it.letter_sent)),
        Line("Family group decision-making offered", YES_NO.get(it.family_group_offered, "")),
        Line("Family group decision-making held", YES_NO.get(it.family_group_held, "")),
        Line("First meeting", date_words(it.first_meeting)),
        Line("Reviews", str(it.reviews)),
        Line("Next step decided", date_words(it.step_decision)),
        Line("Outcome code", it.outcome),
        Line("Application to court", date_words(it.application)),
        Line("Letter to start care proceedings", date_words(it.letter_to_initiate)),
    )
    return AskedByReturn(lines, tuple(_warnings(it)))


def _warnings(it: Returned) -> list[str]:
    found = []
    if it.letter_sent and not it.family_group_offered:
        found.append(
            "The letter was sent, and whether it offers family group decision-making is not answered."
        )
    if it.family_group_offered == "yes" and not it.family_group_held:
        found.append("Family group decision-making was offered, and whether it was held is not answered.")
    if it.application and it.step_decision and it.application < it.step_decision:
        found.append("The application was made before the step was decided.")
    if it.application and not it.step_decision:
        found.append("An application was made, and no decision on the next step is recorded.")
    if it.step_decision and not it.outcome:
        found.append("The next step was decided, and there is no outcome code.")
    return found


def _of(one: Beside, step: str) -> Sequence[StrandStep]:
    """The steps of one kind, the earliest first."""
    return [found for found in reversed(one.steps) if found.step == step]


def _first(steps: Sequence[StrandStep]) -> date | None:
    return steps[0].happened_on if steps else None


def _last_answer(steps: Sequence[StrandStep], key: str) -> str:
    return next((step.answers[key] for step in reversed(steps) if key in step.answers), "")
