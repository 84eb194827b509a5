"""What is asked about how long records are kept. No answer is chosen beforehand."""

from __future__ import annotations

from alongside.retention.models import LocalPeriod
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, TextField, WholeNumberField


class HoldForm(Form):
    """Why a record is held, and when that is looked at again."""

    reason = LongTextField(
        label="Why must this record be kept?", missing="Enter why this record must be kept", rows=3, limit=1000,
        help_text="For example, an inquiry, a claim or a court’s order, with its reference.",
    )  # fmt: skip
    review_on = DayField(
        label="When is the hold reviewed?", called="the day on which the hold is reviewed",
        help_text="The hold stands until somebody lifts it. It does not end by itself on this day.",
    )  # fmt: skip


class LiftForm(Form):
    """Why a hold ends."""

    why = LongTextField(
        label="Why is the hold lifted?", missing="Enter why the hold is lifted", rows=3, limit=1000
    )


class PeriodForm(Form):
    """How long the area keeps the records of one group."""

    group = OneOf(label="Whose records?", choices=LocalPeriod.Group.choices, missing="Select whose records")
    years = WholeNumberField(label="For how many years are they kept?", least=1, most=150)
    clock = OneOf(
        label="Counted from",
        choices=[(value, label.capitalize()) for value, label in LocalPeriod.Clock.choices],
        missing="Select from when the years are counted",
    )
    decided_by = TextField(
        label="Where was this decided?", missing="Enter where this was decided", max_length=200,
        help_text="For example, the council’s retention schedule, with its date.",
    )  # fmt: skip
    from_on = DayField(label="From when does this hold?", called="the day from which this holds")
