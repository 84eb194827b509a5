"""What is asked about destroying records. No answer is chosen beforehand."""

from __future__ import annotations

from alongside.ui.forms import DayField, Form, LongTextField, TextField, WholeNumberField


class ProposeForm(Form):
    """Nothing is asked: what is due is proposed."""


class SignForm(Form):
    """Nothing is asked: the button is the signature."""


class CancelForm(Form):
    """Why a disposal is cancelled."""

    why = LongTextField(label="Why is it cancelled?", missing="Enter why it is cancelled", rows=3, limit=1000)


class WaitForm(Form):
    """How many days are waited after the second signature."""

    days = WholeNumberField(label="For how many days after the second signature?", least=1, most=365)
    decided_by = TextField(
        label="Where was this decided?", missing="Enter where this was decided", max_length=200,
        help_text="For example, the council’s retention schedule, with its date.",
    )  # fmt: skip
    from_on = DayField(label="From when does this hold?", called="the day from which this holds")
