"""A day, in three boxes that forgive how people write and say exactly what is wrong."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from alongside.ui.fields.worded import BoxError, Worded
from alongside.ui.words import listed, month_name

DAY_BOXES = ("day", "month", "year")
_MONTHS = {
    month_name(number).lower()[:length]: number
    for number in range(1, 13)
    for length in range(3, len(month_name(number)) + 1)
}
EARLIEST, LATEST = 1900, 2100


class BoxesInput(forms.Widget):
    """Several boxes, one answer. Its value is a dict of what each box holds."""

    boxes: tuple[str, ...] = DAY_BOXES

    def value_from_datadict(self, data: Mapping[str, Any], files: Any, name: str) -> dict[str, str]:
        return {box: (data.get(f"{name}_{box}") or "").strip() for box in self.boxes}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: Any, name: str) -> bool:
        return not any(f"{name}_{box}" in data for box in self.boxes)

    def held(self, value: Any) -> dict[str, str]:
        """What stands in each box, for an answer already known or one just sent."""
        if isinstance(value, Mapping):
            return {box: str(value.get(box, "")) for box in self.boxes}
        return self.spread(value) if value else dict.fromkeys(self.boxes, "")

    def spread(self, value: Any) -> dict[str, str]:
        """A known answer, laid out over the boxes."""
        return {"day": str(value.day), "month": str(value.month), "year": str(value.year)}


class DayField(Worded, forms.Field):
    """A day. Takes 4, 04, May, may or Sept; the answer is a ``datetime.date``."""

    widget = BoxesInput

    def clean(self, value: Any) -> date | None:
        if isinstance(value, date) or value is None:
            return super().clean(value)
        if not any(value.values()):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        found = read_day(value, self.it)
        self.run_validators(found)
        return found

    def has_changed(self, initial: Any, data: Any) -> bool:
        widget: Any = self.widget
        return bool(widget.held(initial) != widget.held(data))


def read_day(boxes: Mapping[str, str], it: str) -> date:
    """The day in the boxes; raises `BoxError`, a sentence about `it` naming the boxes at fault."""
    empty = tuple(box for box in DAY_BOXES if not boxes[box])
    if empty:
        raise BoxError(f"{it} must include {listed(['a ' + box for box in empty])}", empty)
    day, month, year = _number(boxes["day"]), _month(boxes["month"]), _number(boxes["year"])
    if month is None or not 1 <= month <= 12:
        raise BoxError(
            f"{it} must be a real date. “{boxes['month']}” is not a month; write 5 or May", ("month",)
        )
    if year is None or len(boxes["year"]) != 4:
        raise BoxError(f"{it} must have a year of four digits, like 2026", ("year",))
    if not EARLIEST <= year <= LATEST:
        raise BoxError(f"{it} must be between {EARLIEST} and {LATEST}. Check the year", ("year",))
    last = calendar.monthrange(year, month)[1]
    if day is None or not 1 <= day <= last:
        in_year = f" in {year}" if month == 2 else ""
        raise BoxError(f"{it} must be a real date. {month_name(month)} has {last} days{in_year}", ("day",))
    return date(year, month, day)


def _number(written: str) -> int | None:
    return int(written) if written.isascii() and written.isdigit() else None


def _month(written: str) -> int | None:
    return _number(written) or _MONTHS.get(written.lower().rstrip("."))
