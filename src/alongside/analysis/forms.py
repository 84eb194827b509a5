"""What is asked of whoever says what matters, tags or analyses. No judgement is chosen beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from alongside.access.marks import READERS, Mark
from alongside.analysis.models import Significance
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, Pick, TextField

SPAN, PATTERN = "span", "pattern"


class SignificanceForm(Form):
    """That an entry matters, for what, and why."""

    significant_for = OneOf(
        label="What is it significant for?", choices=Significance.For.choices,
        missing="Select what it is significant for",
    )  # fmt: skip
    reason = LongTextField(
        label="Why does it matter?", missing="Enter why it matters", rows=4,
        help_text="Say what it tells about this child. Your name and today’s date stand beside it.",
    )  # fmt: skip


class TakeBackForm(Form):
    """Why a judgement is taken back."""

    why = LongTextField(label="Why do you take it back?", missing="Enter why you take it back", rows=3)


class TagForm(Form):
    """A tag of the area's own, or a free word."""

    kept = Pick(label="Which of the area’s tags?", required=False, type_ahead=False)
    words = TextField(label="Or a word of your own", max_length=60, required=False, width=20)

    def __init__(self, *args: Any, kept: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", ""), *((words, words) for words in kept)]
        self.fields["kept"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        answers: dict[str, Any] = super().clean() or self.cleaned_data
        if bool(answers.get("kept")) == bool((answers.get("words") or "").strip()) and not self.errors:
            self.add_error("words", "Choose one of the area’s tags, or enter a word of your own, not both")
        return answers


class AreaTagForm(Form):
    """A tag that an area keeps."""

    words = TextField(label="Which tag?", max_length=60, width=20, missing="Enter the tag")


class NoteForm(Form):
    """What somebody makes of an entry."""

    words = LongTextField(
        label="What do you make of it?", missing="Enter what you make of it", rows=6,
        help_text="It is signed with your name and today’s date, and stays as you wrote it. Writing it again makes a new version.",
    )  # fmt: skip


class SpanForm(NoteForm):
    """What somebody makes of a span of time, or of the pattern."""

    of = OneOf(
        label="What is this about?", choices=((SPAN, "A span of time"), (PATTERN, "The pattern, over all of it")),
        missing="Select what this is about", reveals={SPAN: ("from_on", "to_on")},
    )  # fmt: skip
    from_on = DayField(label="From which day?", called="the first day")
    to_on = DayField(label="To which day?", called="the last day", help_text="Leave it empty if it still goes on.", required=False)  # fmt: skip
    sealed_for = Pick(
        label="Is it for named eyes only?", required=False, type_ahead=False,
        help_text="Leave this empty, unless it tells of something that is. Analysis of one entry carries that entry’s own mark.",
    )  # fmt: skip
    field_order = ("of", "from_on", "to_on", "words", "sealed_for")

    def __init__(self, *args: Any, marks: Iterable[Mark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(mark.value, f"{mark.label}: read by {READERS[mark].words}") for mark in marks]
        if choices:
            self.fields["sealed_for"].choices = [("", "No"), *choices]  # type: ignore[attr-defined]
        else:
            del self.fields["sealed_for"]


class AgainForm(NoteForm):
    """An analysis, written again."""

    why = LongTextField(label="Why do you write it again?", missing="Enter why you write it again", rows=2)
