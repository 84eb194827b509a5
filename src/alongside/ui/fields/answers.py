"""A question that may be answered, or honestly not: unknown, not asked, declined."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.ui.fields.worded import Worded

THREE_ANSWERS = (("unknown", "Unknown"), ("not-asked", "Not asked"), ("declined", "Declined to say"))
KEYS = tuple(key for key, _ in THREE_ANSWERS)
KNOWN = "known"


class AnswerInput(forms.Widget):
    """Radio buttons, the first of which opens the inner question."""

    def __init__(self, inner: forms.Field) -> None:
        super().__init__()
        self.inner = inner

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, Any]:
        inner = self.inner.widget.value_from_datadict(data, files, f"{name}_known")
        return {"answer": data.get(name) or "", "known": inner}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return name not in data and self.inner.widget.value_omitted_from_data(data, files, f"{name}_known")

    def held(self, value: Any) -> dict[str, Any]:
        """Which radio button is chosen, and what stands in the inner question."""
        if isinstance(value, Mapping) and "answer" in value:
            return dict(value)
        if value in KEYS:
            return {"answer": value, "known": None}
        return {"answer": KNOWN if value else "", "known": value}


class AnswerField(Worded, forms.Field):
    """Another question, or unknown, not asked, declined.

    The answer is what the inner question gives, or one of the three keys as a string.

    inner: the question when the answer is known, with a label of its own.
    known: the words beside the radio button that opens it.
    """

    def __init__(self, inner: forms.Field, *, label: str, known: str = "Known", **kwargs: Any) -> None:
        self.inner, self.known = inner, known
        super().__init__(label=label, widget=AnswerInput(inner), **kwargs)
        self.error_messages["required"] += ", or choose Unknown, Not asked or Declined"
        inner.required = True

    def __deepcopy__(self, memo: dict[int, Any]) -> AnswerField:
        copied: AnswerField = super().__deepcopy__(memo)
        copied.inner = copied.widget.inner = self.inner.__deepcopy__(memo)
        return copied

    def clean(self, value: Any) -> Any:
        answer, known = value["answer"], value["known"]
        if answer in KEYS:
            return answer
        if answer == KNOWN or self.inner.has_changed(None, known):
            return self.inner.clean(known)
        if self.required:
            raise ValidationError(self.error_messages["required"], code="required")
        return None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(self.widget.held(initial) != self.widget.held(data))
