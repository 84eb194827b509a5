"""Setting, once a form is made, what only its records know: choices, and what rows are made with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from alongside.ui.forms import Form, RowsField


def offer(form: Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """What a question of this form may be answered with."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)


def make_rows_with(form: Form, name: str, **made_with: Any) -> None:
    """What each row of a repeating group is made with."""
    field = form.fields[name]
    assert isinstance(field, RowsField)
    field.row_kwargs = made_with
