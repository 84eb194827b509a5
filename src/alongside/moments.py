"""Moments and days. The domain never asks the clock: it is told the moment, and asks which day that was."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def day_of(moment: datetime) -> date:
    """The day in England on which an aware moment falls. Raises ValueError for a naive one."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs a time zone; give an aware datetime.")
    return moment.astimezone(LONDON).date()
