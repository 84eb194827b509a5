"""Errors that name what is missing, in the words of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.ui.words import capitalize_first


def lower_first(words: str) -> str:
    """“Day of birth” inside a sentence; "NHS number" and "Amara's words" stay as they are."""
    first = words.split(" ", 1)[0]
    return words if not first[1:].islower() and len(first) > 1 else words[:1].lower() + words[1:]


_ORDERS = (
    "Add",
    "Answer",
    "Choose",
    "Describe",
    "Enter",
    "Explain",
    "Give",
    "Say",
    "Select",
    "Tell",
    "Write",
)


class BoxError(ValidationError):
    """An error of a question with several boxes, and the boxes it is about."""

    def __init__(self, message: str, boxes: tuple[str, ...]) -> None:
        super().__init__(message, code="boxes")
        self.boxes = boxes


# A question of ours is always one of Django's fields too; only the type checker needs to be told.
_Field: Any = forms.Field if TYPE_CHECKING else object


class Worded(_Field):
    """What every question of ours takes, before what Django's field takes.

    label: the question. called: how it reads inside a sentence ("the day the child was seen");
    the label in lower case unless given. missing: the whole sentence when it was not answered.
    """

    asks = "Enter"
    label: Any
    error_messages: dict[str, Any]

    def __init__(self, *args: Any, label: str, called: str = "", missing: str = "", **kwargs: Any) -> None:
        super().__init__(*args, label=label, **kwargs)
        self.called = called or lower_first(label.rstrip("?"))
        self.error_messages["required"] = missing or self._asked(label, named=bool(called))

    def _asked(self, label: str, *, named: bool) -> str:
        """What to do about a question left empty."""
        if not named and label.split(" ", 1)[0] in _ORDERS:
            return label
        if not named and label.endswith("?"):
            return f"Answer “{label}”"
        return f"{self.asks} {self.called}"

    @property
    def it(self) -> str:
        """The question at the start of a sentence: "The day the child was seen"."""
        return capitalize_first(self.called)
