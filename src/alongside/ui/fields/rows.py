"""The same few questions, asked about each of several: children, people present, actions.

Without script, "Add another child" is a button that sends the form and gets it back with one more
row; nothing typed is lost and nothing is checked yet.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from markupsafe import Markup

from alongside.ui.fields.worded import Worded
from alongside.ui.jinja import component
from alongside.ui.looks import Question
from alongside.ui.words import capitalize_first, count

if TYPE_CHECKING:
    from alongside.ui.forms import Form

ADD, REMOVE = "add-row", "remove-row"


class RowsField(Worded, forms.Field):
    """A repeating group. The answer is a list of dicts, one for each row that was filled in.

    form: the `Form` of one row. one: what a row is about, in the singular ("child").
    least, most: how many rows. row_kwargs: what each row's form is made with; a form sets it in
    ``__init__`` when its rows choose among records.
    """

    def __init__(
        self,
        form: type[Form],
        *,
        one: str,
        many: str = "",
        least: int = 1,
        most: int = 30,
        row_kwargs: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(required=least > 0, **kwargs)
        self.form, self.one, self.many, self.least, self.most = form, one, many, least, most
        self.row_kwargs = row_kwargs or {}

    def get_bound_field(self, form: Any, field_name: str) -> RowsQuestion:
        return RowsQuestion(form, self, field_name)

    def _clean_bound_field(self, question: RowsQuestion) -> list[dict[str, Any]]:
        rows = [row for row in question.rows if row.is_valid() and row.cleaned_data]
        if any(row.errors for row in question.rows):
            # Each row shows its own; this only keeps the whole form from passing.
            raise ValidationError("", code="rows")
        if len(rows) < self.least:
            raise ValidationError(f"Enter at least {count(self.least, self.one, self.many)}", code="required")
        if len(rows) > self.most:
            raise ValidationError(f"Enter at most {count(self.most, self.one, self.many)}", code="too-many")
        return [row.cleaned_data for row in rows]


class RowsQuestion(Question):
    """The group as it stands in a form: its rows, each a form of its own."""

    field: RowsField

    @cached_property
    def number(self) -> int:
        """How many rows are shown: as many as were sent, or are known, or are needed at least."""
        if self.form.is_bound:
            sent = self.form.data.get(f"{self.html_name}-rows", "")
            return (
                min(int(sent), self.field.most + 1) if sent.isascii() and sent.isdigit() else self.field.least
            )
        return max(len(self.initial or ()), self.field.least, 1)

    @cached_property
    def rows(self) -> list[Form]:
        """The forms of the rows, in order."""
        return [self._row(index) for index in range(self.number)]

    def _row(self, index: int) -> Form:
        known = self.initial or ()
        return self.field.form(
            self.form.data if self.form.is_bound else None,
            prefix=f"{self.html_name}-{index}",
            auto_id=self.form.auto_id,
            initial=known[index] if index < len(known) else None,
            empty_permitted=index >= self.field.least,
            use_required_attribute=False,
            quiet=getattr(self.form, "quiet", False),
            **self.field.row_kwargs,
        )

    def look(self) -> Markup:
        return component("rows")(self)

    @property
    def control(self) -> str:
        """The button that adds a row: where an error about the group as a whole leads."""
        return f"{self.auto_id}-add"

    def title(self, index: int) -> str:
        """“Child 2”."""
        return f"{capitalize_first(self.field.one)} {index + 1}"


def changed_rows(data: QueryDict) -> QueryDict | None:
    """What was sent, with a row more or less, when that is what the button asked for; else None."""
    if name := data.get(ADD):
        return _with_number(data, name, _number(data, name) + 1)
    if row := data.get(REMOVE):
        name, _, index = row.rpartition("-")
        if index.isascii() and index.isdigit():
            return _without_row(data, name, int(index))
    return None


def _number(data: QueryDict, name: str) -> int:
    sent = data.get(f"{name}-rows", "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 4 else 1


def _with_number(data: QueryDict, name: str, number: int) -> QueryDict:
    changed = data.copy()
    changed[f"{name}-rows"] = str(number)
    for button in (ADD, REMOVE):
        changed.pop(button, None)
    return changed


def _without_row(data: QueryDict, name: str, gone: int) -> QueryDict:
    """The data without one row, those after it moved up one."""
    number = _number(data, name)
    changed = _with_number(data, name, max(number - 1, 0))
    for key in [key for key in changed if key.startswith(f"{name}-") and key != f"{name}-rows"]:
        index, _, rest = key.removeprefix(f"{name}-").partition("-")
        if index.isdigit() and int(index) >= gone:
            values = changed.pop(key)
            if int(index) > gone:
                changed.setlist(f"{name}-{int(index) - 1}-{rest}", values)
    return changed
