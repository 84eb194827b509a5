"""The calendar that deadlines are counted by: the kernel's, with bank holidays recorded here."""

from __future__ import annotations

from datetime import date

from alongside.deadlines.models import RecordedHoliday
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, Calendar

_made: dict[tuple[tuple[date, str], ...], Calendar] = {(): ENGLAND_AND_WALES}


def calendar_in_force() -> Calendar:
    """Working days in England and Wales, less any bank holiday an administrator recorded."""
    recorded = tuple(RecordedHoliday.objects.values_list("day", "name"))
    if recorded not in _made:
        _made[recorded] = ENGLAND_AND_WALES.with_holidays(dict(recorded))
    return _made[recorded]
