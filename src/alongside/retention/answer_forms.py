"""What is asked when somebody asks for the record about them, or says that it is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alongside.retention.models import PackSpan, Rectification, SubjectRequest
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, TextField

COVER, GIVE, EACH = "cover", "give", "each"
EITHER = [(COVER, "Cover it"), (GIVE, "Give it")]


class RequestForm(Form):
    """Who asks for the record, and how it is known that they may."""

    asked_by = TextField(label="Who asks?", missing="Enter who asks", max_length=150)
    asks_as = OneOf(
        label="As whom?", choices=SubjectRequest.AsksAs.choices, missing="Select as whom they ask"
    )
    identity = LongTextField(
        label="How was it checked who they are, and that they may ask?", rows=3, limit=1000,
        missing="Enter how it was checked who they are",
    )  # fmt: skip
    received_on = DayField(label="When was the request received?", called="the day it was received")


class DecideForm(Form):
    """Whether some words are covered: everywhere alike, or place by place."""

    everywhere = OneOf(
        label="What do you decide?", missing="Select what you decide",
        choices=[(COVER, "Cover them everywhere"), (GIVE, "Give them everywhere"), (EACH, "Decide place by place")],
    )  # fmt: skip

    def __init__(self, *args: Any, spans: Iterable[PackSpan], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = []
        for span in spans:
            name = f"span_{span.pk.hex}"
            self.fields[name] = OneOf(
                label=around(span), choices=EITHER, missing="Select what you decide here"
            )
            names.append(name)
        reveals = {EACH: tuple(names)}
        self.fields["everywhere"].reveals = reveals  # type: ignore[attr-defined]


class CoverForm(Form):
    """Words that nothing proposed."""

    words = TextField(
        label="Which words?", missing="Enter the words to cover", max_length=500,
        help_text="Exactly as they stand. They are covered wherever they stand in the pack.",
    )  # fmt: skip


class SignForm(Form):
    """A second reader's word."""

    read = OneOf(
        label="Did you read the whole pack?", missing="Select whether you read the whole pack",
        choices=[("yes", "Yes, and it may be given as it is")],
    )  # fmt: skip


class GivenForm(Form):
    """What was given to whom."""

    given_to = TextField(label="To whom was it given?", missing="Enter to whom it was given", max_length=150)
    given_how = LongTextField(
        label="How, and with what support?", missing="Enter how it was given", rows=3, limit=1000,
        help_text="For example, on paper, read together with a personal adviser.",
    )  # fmt: skip
    given_on = DayField(label="When?", called="the day it was given")


class RectificationForm(Form):
    """Who says that an entry is wrong, and what is right."""

    asked_by = TextField(label="Who says that this is wrong?", missing="Enter who says so", max_length=150)
    wants = LongTextField(
        label="What do they say is wrong, and what is right?", missing="Enter what they say", rows=4, limit=2000,
        help_text="In their own words.",
    )  # fmt: skip
    asked_on = DayField(label="When did they say so?", called="the day they said so")


class AnswerForm(Form):
    """What became of it."""

    outcome = OneOf(
        label="What do you decide?", choices=Rectification.Outcome.choices, missing="Select what you decide"
    )
    answer = LongTextField(
        label="What were they told?", missing="Enter what they were told", rows=4, limit=2000
    )
    answered_on = DayField(label="When were they told?", called="the day they were told")


def around(span: PackSpan) -> str:
    """The words of a span, with a little of what stands around them."""
    words = span.part.words
    before = " ".join(words[: span.start].split()[-8:])
    after = " ".join(words[span.end :].split()[:8])
    day = f"{span.part.title}: " if span.part.title else ""
    return f"{day}{before} “{words[span.start : span.end]}” {after}".strip()
