"""A day and a time on the clocks of England, including the two nights a year that they change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from alongside.moments import LONDON
from alongside.ui.fields.days import DAY_BOXES, BoxesInput, DayField, read_day
from alongside.ui.fields.worded import BoxError
from alongside.ui.words import clock, date_words

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:. ]?(?P<minute>\d{2}))?\s*(?P<half>[ap])?\.?(?(half)m?\.?)\s*(?P<zone>bst|gmt)?",
    re.IGNORECASE,
)
_NAMED = {"midday": time(12), "noon": time(12), "midnight": time(0)}
_ZONES = {"bst": "British Summer Time", "gmt": "Greenwich Mean Time"}


class MomentInput(BoxesInput):
    """Day, month, year and time."""

    boxes = (*DAY_BOXES, "time")

    def spread(self, value: Any) -> dict[str, str]:
        local = value.astimezone(LONDON)
        return {**super().spread(local), "time": clock(local)}


class MomentField(DayField):
    """A moment. Takes 16:20, 4.20pm, 1620 or midday; the answer is an aware ``datetime``, in UTC.

    An hour that the clocks skip is refused. An hour that comes twice must say BST or GMT.
    """

    widget = MomentInput

    def clean(self, value: Any) -> Any:
        if not isinstance(value, Mapping) or not any(value.values()):
            return super().clean(value)
        if not value["time"]:
            read_day(value, self.it)
            raise BoxError(f"{self.it} must include a time, like 16:20", ("time",))
        found = on_the_clock(read_day(value, self.it), value["time"], self.it)
        self.run_validators(found)
        return found


def read_time(written: str, it: str) -> tuple[time, str]:
    """The time somebody wrote and the zone they named ("bst", "gmt" or ""); raises `BoxError`."""
    if named := _NAMED.get(written.lower()):
        return named, ""
    found = _TIME.fullmatch(written)
    hour, minute = (int(found["hour"]), int(found["minute"] or 0)) if found else (99, 0)
    if found and found["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if found["half"].lower() == "p" else 0)
    elif found and (found["half"] or not (found["minute"] or len(found["hour"]) == 2)):
        hour = 99
    if found is None or hour > 23 or minute > 59:
        raise BoxError(f"{it} must have a real time. Write “{written}” like 16:20 or 4:20pm", ("time",))
    return time(hour, minute), (found["zone"] or "").lower()


def on_the_clock(day: date, written: str, it: str) -> datetime:
    """The moment at which the clocks of England showed this time on this day; raises `BoxError`."""
    shown, zone = read_time(written, it)
    readings = [datetime.combine(day, shown.replace(fold=fold), LONDON) for fold in (0, 1)]
    real = [reading for reading in readings if _comes_round(reading)]
    at = f"{shown:%H:%M} on {date_words(day)}"
    if not real:
        raise BoxError(
            f"{it} must be a real time. {at} did not happen: the clocks went forward from 01:00 to 02:00",
            ("time",),
        )
    named = [reading for reading in real if zone in ("", str(reading.tzname()).lower())]
    if not named:
        is_in = _ZONES[str(real[0].tzname()).lower()]
        raise BoxError(f"{it} must be a real time. {at} is in {is_in}; leave out {zone.upper()}", ("time",))
    if len({reading.utcoffset() for reading in named}) > 1:
        raise BoxError(
            f"{it} is unclear. {at} came twice, because the clocks went back. "
            f"Add BST for the first or GMT for the second: {shown:%H:%M} BST",
            ("time",),
        )
    # In UTC, because in the doubled hour Python holds a local time equal to no other.
    return named[0].astimezone(UTC)


def _comes_round(reading: datetime) -> bool:
    # A time the clocks skip turns into another one on its way through UTC.
    return reading.astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) == reading.replace(tzinfo=None)
