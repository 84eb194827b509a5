"""Lengths of time, each with its own way of counting.

The day of the event is day 0, unless a text says a period begins *with* a day. No limit
pauses. A limit in days ends at the end of its last day; a limit in hours ends at a moment.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from array import array
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from dateutil.relativedelta import relativedelta

from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.words import LONDON


class Day(NamedTuple):
    """One day of an explanation: counted, with its number, or skipped, with the reason."""

    date: date
    number: int | None
    skipped_because: str | None = None


class Span(ABC):
    """A length of time a text allows."""

    __slots__ = ()

    counts: bool = True
    """False where the text gives no number, so that there is no date to work out."""

    @abstractmethod
    def __str__(self) -> str:
        """The span in words: ``15 working days``."""


class DaySpan(Span):
    """A span that runs from a day to a day."""

    __slots__ = ()

    @abstractmethod
    def after(self, starts: date, calendar: Calendar) -> date:
        """The last day on which the thing is in time."""

    @abstractmethod
    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        """Every day looked at in the count, in order, counted or skipped."""

    def table(self, calendar: Calendar) -> array[int]:
        """The due day of every start day, as ordinals, for counting in bulk.

        ``table[i]`` is the ordinal of the due day of a start on the ``i``-th day after
        ``calendar.first``, up to ``calendar.last``. Built once for each calendar and kept
        there: do not change it.
        """
        kept = calendar.tables.get(self)
        if kept is None:
            kept = calendar.tables[self] = self._build(calendar)
        return kept

    def _build(self, calendar: Calendar) -> array[int]:
        start, end = calendar.first.toordinal(), calendar.last.toordinal()
        days = map(date.fromordinal, range(start, end + 1))
        return array("i", [self.after(day, calendar).toordinal() for day in days])


def _said(n: int, unit: str) -> str:
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"


@dataclass(frozen=True, slots=True)
class WorkingDays(DaySpan):
    """So many working days. A start on a day that is not one counts from the next as day 1."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "working days")

    def after(self, starts: date, calendar: Calendar) -> date:
        return calendar.after(starts, self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        reason = calendar.reason
        days, number, ordinal = [], 0, starts.toordinal()
        while number < self.n:
            ordinal += 1
            day = date.fromordinal(ordinal)
            why = reason(day)
            if why is None:
                number += 1
                days.append(Day(day, number))
            else:
                days.append(Day(day, None, why))
        return tuple(days)

    def _build(self, calendar: Calendar) -> array[int]:
        return calendar.due_table(self.n)

    def __str__(self) -> str:
        return _said(self.n, "working day")


@dataclass(frozen=True, slots=True)
class WorkingDaysBefore(DaySpan):
    """So many working days *before* a day that is to come: the latest day to send something ahead of it."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "working days")

    def after(self, starts: date, calendar: Calendar) -> date:
        return calendar.before(starts, self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        days, number, day = [], 0, starts
        while number < self.n:
            day -= timedelta(days=1)
            why = calendar.reason(day)
            number += why is None
            days.append(Day(day, number if why is None else None, why))
        return tuple(days)

    def _build(self, calendar: Calendar) -> array[int]:
        return calendar.before_table(self.n)

    def __str__(self) -> str:
        return f"{_said(self.n, 'working day')} back"


@dataclass(frozen=True, slots=True)
class CalendarDays(DaySpan):
    """So many days of any kind, the day of the event being day 0."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "days")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts + timedelta(days=self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts + timedelta(days=i), i) for i in range(1, self.n + 1))

    def __str__(self) -> str:
        return _said(self.n, "day")


@dataclass(frozen=True, slots=True)
class CalendarDaysIncluding(DaySpan):
    """So many days *beginning with* a day: that day is day 1."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "days")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts + timedelta(days=self.n - 1)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts + timedelta(days=i), i + 1) for i in range(self.n))

    def __str__(self) -> str:
        return f"{_said(self.n, 'day')} beginning with the first day"


@dataclass(frozen=True, slots=True)
class Weeks(DaySpan):
    """So many weeks, ending on the same day of the week."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "weeks")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts + timedelta(weeks=self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts + timedelta(weeks=i), i) for i in range(1, self.n + 1))

    def __str__(self) -> str:
        return _said(self.n, "week")


@dataclass(frozen=True, slots=True)
class WeeksIncluding(DaySpan):
    """So many weeks *beginning with* a day: they end the day before the same day of the week."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "weeks")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts + timedelta(weeks=self.n, days=-1)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts + timedelta(weeks=i, days=-1), i) for i in range(1, self.n + 1))

    def __str__(self) -> str:
        return f"{_said(self.n, 'week')} beginning with the first day"


@dataclass(frozen=True, slots=True)
class WeeksBefore(DaySpan):
    """So many weeks *before* a day that is to come: the latest day to give notice."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "weeks")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts - timedelta(weeks=self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts - timedelta(weeks=i), i) for i in range(1, self.n + 1))

    def __str__(self) -> str:
        return f"{_said(self.n, 'week')} back"


@dataclass(frozen=True, slots=True)
class Months(DaySpan):
    """So many calendar months, to the same day of the month or the last day there is.

    30 November and three months is 28 February. Each month is counted from the start, so
    a short month on the way shortens nothing.
    """

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "months")

    def after(self, starts: date, calendar: Calendar) -> date:
        return starts + relativedelta(months=self.n)

    def walk(self, starts: date, calendar: Calendar) -> tuple[Day, ...]:
        return tuple(Day(starts + relativedelta(months=i), i) for i in range(1, self.n + 1))

    def __str__(self) -> str:
        return _said(self.n, "month")


@dataclass(frozen=True, slots=True)
class Hours(Span):
    """So many hours that pass, whatever the clocks do: counted in UTC."""

    n: int

    def __post_init__(self) -> None:
        _at_least_one(self.n, "hours")

    def after(self, starts: datetime) -> datetime:
        """The moment the hours are up, in UTC. Raises ValueError for a time without an offset."""
        if starts.tzinfo is None or starts.utcoffset() is None:
            raise ValueError(
                f"{starts:%Y-%m-%d %H:%M} does not say which clock it was read from, and hours cannot be "
                "counted across a clock change without that. Give the time with its offset from UTC, "
                "or as local time in England."
            )
        return starts.astimezone(UTC) + timedelta(hours=self.n)

    def __str__(self) -> str:
        return _said(self.n, "hour")


@dataclass(frozen=True, slots=True)
class NoNumber(Span):
    """A limit the text sets in words. It is shown, and never counted."""

    words: str

    counts = False

    def __str__(self) -> str:
        return self.words


def day_of(starts: date | datetime) -> date:
    """The day something happened, in England.

    Raises ValueError for a time without an offset: near midnight it could be either day.
    """
    if not isinstance(starts, datetime):
        return starts
    if starts.utcoffset() is None:
        raise ValueError(
            f"{starts:%Y-%m-%d %H:%M} does not say which clock it was read from. "
            "Give the day alone, or the time with its offset from UTC."
        )
    return starts.astimezone(LONDON).date()


def _at_least_one(n: int, unit: str) -> None:
    if n < 1:
        raise ValueError(f"A limit of {n} {unit} cannot be counted. Give 1 or more.")
