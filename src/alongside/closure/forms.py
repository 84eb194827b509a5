"""The questions of a closure. Why it closes is a judgement: nothing is chosen beforehand."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.closure.services import TOLD, outcomes
from alongside.ui.forms import AnyOf, DayField, Form, LongTextField, OneOf


class CloseCaseForm(Form):
    """When, why, what the child said, and who was told."""

    closed_on = DayField(label="On which day does the case close?", called="the day the case closes")
    outcome = OneOf(label="Why does the case close?", missing="Select why the case closes")
    reasons = LongTextField(label="Reasons", missing="Enter the reasons for closing the case")
    views = LongTextField(
        label="What did the child say about it, last?", required=False, rows=3,
        help_text="In the child’s own words, or what you observed. If it is not known, leave it empty: that is recorded.",
    )  # fmt: skip
    told = AnyOf(
        label="Who has been told that the case closes?", required=False,
        choices=tuple((key, label) for key, label, _ in TOLD),
    )  # fmt: skip
    why_not_told = LongTextField(
        label="If somebody has not been told, or the child has not been heard: why?", required=False, rows=2
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = [(step.key, step.label) for step in outcomes(today)]  # type: ignore[attr-defined]


class DeathForm(Form):
    """A child died: when, and what is known of it."""

    died_on = DayField(label="On which day did the child die?", called="the day the child died")
    words = LongTextField(
        label="What is known, and from whom?", missing="Enter what is known, and from whom", rows=4
    )
    told = AnyOf(
        label="Who has been told that the work ends?", required=False,
        choices=tuple((key, label) for key, label, _ in TOLD if key != "child"),
    )  # fmt: skip
