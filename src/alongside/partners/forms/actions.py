"""What became of an action."""

from __future__ import annotations

from alongside.partners.models import ActionAnswer
from alongside.ui.forms import DayField, Form, LongTextField, OneOf


class ActionForm(Form):
    """Done, not yet, or cannot; always with words."""

    answer = OneOf(
        label="What became of it?", called="what became of it", choices=ActionAnswer.Answer.choices
    )
    words = LongTextField(
        label="Say more", called="what was done, or why it was not", rows=4,
        help_text="What was done and what changed for the child; or what stands in the way and what you need.",
    )  # fmt: skip
    on = DayField(label="On which day?", called="the day", help_text="The day it was done; otherwise today.")
