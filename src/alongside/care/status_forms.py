"""What is asked about being looked after."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.care.models import LookedAfterEnding, TwoPlansConsidered
from alongside.care.status import statuses
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, TextField

FOOTING = "On what footing?"


class _StatusForm(Form):
    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = [(step.key, step.label) for step in statuses(today)]  # type: ignore[attr-defined]


class BecomeForm(_StatusForm):
    began_on = DayField(
        label="Since when is the child looked after?", called="the day the child became looked after"
    )
    status = OneOf(label=FOOTING, choices=(), missing="Select on what footing the child is looked after")
    reasons = LongTextField(label="Why?", missing="Enter why the child is looked after", rows=4,
                            help_text="Do not write where the child lives.")  # fmt: skip
    reviewing_officer = TextField(
        label="Who is the independent reviewing officer?", required=False, max_length=150
    )
    next_review_on = DayField(
        label="When is the first review as a looked-after child?",
        called="the day of the review",
        required=False,
    )


class ChangeStatusForm(_StatusForm):
    changed_on = DayField(label="Since when?", called="the day of the change")
    status = OneOf(label=FOOTING, choices=(), missing="Select on what footing the child is looked after")
    reasons = LongTextField(label="Why?", missing="Enter the reasons", rows=3)
    next_review_on = DayField(
        label="When is the next review as a looked-after child?",
        called="the day of the review",
        required=False,
    )


class CeaseForm(Form):
    ceased_on = DayField(label="Since when is the child no longer looked after?", called="the day it ended")
    how = OneOf(label="How did it end?", called="how it ended", choices=LookedAfterEnding.How.choices)
    reasons = LongTextField(label="Why?", missing="Enter the reasons", rows=3)
    approved_by = TextField(
        label="Which nominated officer approved it?", required=False, max_length=150,
        help_text="Asked for by regulation 39 where a child was looked after for 20 working days or more, and it was planned.",
    )  # fmt: skip


class TwoPlansForm(Form):
    considered_on = DayField(label="When was it considered?", called="the day")
    decided = OneOf(
        label="What was decided?", called="what was decided", choices=TwoPlansConsidered.Decision.choices
    )
    reasons = LongTextField(label="Why?", missing="Enter the reasons", rows=4)
    plan_review_on = DayField(
        label="When is the child protection plan reviewed next?",
        called="the day of the plan’s review",
        required=False,
    )
    care_review_on = DayField(
        label="When is the child reviewed next as a looked-after child?", called="the day of that review", required=False,
        help_text="The same day, where one meeting can serve both.",
    )  # fmt: skip
    views = LongTextField(label="What do the child and the family say?", rows=3, required=False)
