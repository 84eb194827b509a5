"""The plan in words for the child."""

from __future__ import annotations

from typing import ClassVar

from alongside.ui.forms import DayField, Form, LongTextField, Sections


class ForTheChildForm(Form):
    """Written to the child, in words of theirs."""

    who_helps = LongTextField(label="Who is helping you", rows=3, required=False)
    worries = LongTextField(
        label="What we are worried about", rows=4, missing="Say what people are worried about"
    )
    promises = LongTextField(
        label="What grown-ups promised, and by when", rows=5, missing="Say what grown-ups promised"
    )
    what_next = LongTextField(label="What happens next", rows=3, required=False)
    disagree = LongTextField(label="How you can say “I don't agree”", rows=3, required=False)
    explained_on = DayField(
        label="When was it explained to the child?", called="the day it was explained", required=False
    )
    child_said = LongTextField(
        label="What did the child say about it?",
        rows=3,
        required=False,
        help_text="In the child's own words.",
    )

    sections: ClassVar[Sections] = (
        ("The child's own version", ("who_helps", "worries", "promises", "what_next", "disagree")),
        ("Talking it over", ("explained_on", "child_said")),
    )
