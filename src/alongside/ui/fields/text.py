"""Words and numbers."""

from __future__ import annotations

from typing import Any

from django import forms

from alongside.ui.fields.worded import Worded


class TextField(Worded, forms.CharField):
    """One line of text. width: characters the box is wide (2, 3, 4, 5, 10, 20, 30); None is the full column.

    names: whether it is asked who somebody is, so that names on the child's record are offered.
    """

    def __init__(
        self,
        *,
        width: int | None = None,
        autocomplete: str = "off",
        spellcheck: bool = True,
        max_length: int | None = 200,
        names: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(max_length=max_length, **kwargs)
        self.width, self.autocomplete, self.names = width, autocomplete, names
        self.spellcheck = spellcheck and not names
        self.error_messages["max_length"] = (
            f"{self.it} must be %(limit_value)d characters or fewer; you have written %(show_value)d"
        )

    def to_python(self, value: Any) -> Any:
        return super().to_python(_unix_lines(value))


class LongTextField(TextField):
    """Several lines. limit: the most characters, counted down beside the box; None sets no limit."""

    widget = forms.Textarea

    def __init__(self, *, rows: int = 5, limit: int | None = None, **kwargs: Any) -> None:
        super().__init__(max_length=limit, **kwargs)
        self.rows, self.limit = rows, limit


class WholeNumberField(Worded, forms.IntegerField):
    """A whole number, typed. least, most: the bounds, both allowed. suffix: the unit, after the box."""

    widget = forms.TextInput

    def __init__(
        self,
        *,
        least: int | None = 0,
        most: int | None = None,
        width: int = 4,
        suffix: str = "",
        **kwargs: Any,
    ) -> None:
        super().__init__(min_value=least, max_value=most, **kwargs)
        self.width, self.suffix, self.inputmode = width, suffix, "numeric"
        self.error_messages |= {
            "invalid": f"{self.it} must be a whole number, like 12",
            "min_value": f"{self.it} must be %(limit_value)s or more",
            "max_value": f"{self.it} must be %(limit_value)s or less",
        }


def _unix_lines(value: Any) -> Any:
    # Browsers send two characters for each line end and count one; so do we, or limits would disagree.
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
