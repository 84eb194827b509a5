"""Dates, times and lists in words, the same way everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def day_in_words(day: date) -> str:
    """Say a date in full: ``17 April 2025``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """Say a date in full with its weekday: ``Thursday 17 April 2025``."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def time_in_words(moment: datetime) -> str:
    """Say an aware moment as local time: ``23 October 2026 at 10:00pm``."""
    local = moment.astimezone(LONDON)
    hour = local.hour % 12 or 12
    half = "am" if local.hour < 12 else "pm"
    return f"{day_in_words(local)} at {hour}:{local.minute:02d}{half}"


def listed(words: Iterable[str], joiner: str = "and") -> str:
    """Join words as a sentence does: ``a, b and c``."""
    items = list(words)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"
