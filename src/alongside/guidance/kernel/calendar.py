"""Working days in England.

A working day is any day except Saturday, Sunday, Christmas Day, Good Friday and a bank
holiday in England and Wales: the formula the social-care regulations use. Working Together
2023 defines it once, in a footnote to chapter 5 (footnote 209, page 141), as not a Saturday,
Sunday or bank holiday. School holidays and closure days of an authority still count.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache, cached_property

import holidays

from alongside.guidance.kernel.words import WEEKDAYS, day_in_words

FIRST = date(1990, 1, 1)
LAST = date(2060, 12, 31)
# Dates this far past LAST are still known, so that a limit that starts inside the range can end outside it.
MARGIN = 3 * 366


# The library's names for yearly holidays, said as the official list says them.
NAMES = {
    "May Day": "Early May bank holiday",
    "Spring Bank Holiday": "Spring bank holiday",
    "Late Summer Bank Holiday": "Summer bank holiday",
}


class OutsideCalendar(LookupError):
    """A day before or after the years the calendar knows."""


@cache
def _bank_holidays() -> Mapping[date, str]:
    """Weekday bank holidays in England and Wales, with Christmas Day and Good Friday, by date."""
    years = range(FIRST.year, LAST.year + 4)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years, language="en_GB")
    return {day: _official(name) for day, name in sorted(listed.items()) if day.weekday() < 5}


def _official(name: str) -> str:
    plain = name.removesuffix(" (observed)")
    substitute = " (substitute day)" if plain != name else ""
    return NAMES.get(plain, plain) + substitute


class Calendar:
    """Which days are working days, and why the others are not.

    Days are counted through two arrays built once: the working days in order, and for
    each day the place of the first working day after it. Adding working days is two looks.
    """

    def __init__(self, name: str, extra: Mapping[date, str] | None = None) -> None:
        self.name = name
        self.first = FIRST
        self.last = LAST
        self.tables: dict[object, array[int]] = {}
        self._extra = dict(extra or {})
        self._reasons: dict[date, str | None] = {}

    @cached_property
    def holidays(self) -> Mapping[date, str]:
        """Every weekday that is not a working day, with its name, over the whole range."""
        extra = {day: name for day, name in self._extra.items() if day.weekday() < 5}
        return {**_bank_holidays(), **extra}

    @cached_property
    def _counted(self) -> tuple[array[int], array[int]]:
        start = self.first.toordinal()
        end = self.last.toordinal() + MARGIN
        closed = {day.toordinal() for day in self.holidays}
        working = array("i")
        next_place = array("i")
        for ordinal in range(start, end + 1):
            # Ordinal 1 was a Monday, so 6 and 0 are Saturday and Sunday.
            if ordinal % 7 not in (6, 0) and ordinal not in closed:
                working.append(ordinal)
            next_place.append(len(working))
        return working, next_place

    def reason(self, day: date) -> str | None:
        """Why ``day`` is not a working day, in words; None if it is one."""
        try:
            return self._reasons[day]
        except KeyError:
            self._check(day)
            weekday = day.weekday()
            reason = WEEKDAYS[weekday] if weekday > 4 else self.holidays.get(day)
            self._reasons[day] = reason
            return reason

    def is_working(self, day: date) -> bool:
        """Whether ``day`` is a working day."""
        return self.reason(day) is None

    def after(self, day: date, n: int) -> date:
        """The ``n``-th working day after ``day``, which is day 0 whether or not it is a working day."""
        return date.fromordinal(self._after(day, n))

    def between(self, a: date, b: date) -> int:
        """How many working days after ``a`` up to and including ``b``; negative if ``b`` is earlier."""
        self._check(a)
        self._check(b)
        _, next_place = self._counted
        start = self.first.toordinal()
        return next_place[b.toordinal() - start] - next_place[a.toordinal() - start]

    def with_holidays(self, extra: Mapping[date, str]) -> Calendar:
        """A calendar that also knows one-off holidays, each with its name."""
        return Calendar(self.name, {**self._extra, **extra})

    def due_table(self, n: int) -> array[int]:
        """For each day from ``first`` to ``last``, the ordinal of the ``n``-th working day after it."""
        working, next_place = self._counted
        days = self.last.toordinal() - self.first.toordinal() + 1
        if next_place[days - 1] + n > len(working):
            raise OutsideCalendar(
                f"{n} working days is more than this calendar can count from every day it knows. "
                f"It ends {MARGIN // 366} years after {day_in_words(self.last)}."
            )
        return array("i", [working[next_place[i] + n - 1] for i in range(days)])

    def before(self, day: date, n: int) -> date:
        """The ``n``-th working day before ``day``, which is day 0 whether or not it is a working day."""
        place = self._place_before(day, n)
        if place < 0:
            raise OutsideCalendar(
                f"{n} working days before {day_in_words(day)} is earlier than the calendar of bank holidays, "
                f"which begins on {day_in_words(self.first)}. Check the year."
            )
        return date.fromordinal(self._counted[0][place])

    def before_table(self, n: int) -> array[int]:
        """For each day from ``first`` to ``last``, the ordinal of the ``n``-th working day before it.

        The first days have fewer before them: there it is the first working day the calendar knows.
        """
        working, _ = self._counted
        days = (date.fromordinal(o) for o in range(self.first.toordinal(), self.last.toordinal() + 1))
        return array("i", [working[max(self._place_before(day, n), 0)] for day in days])

    def _place_before(self, day: date, n: int) -> int:
        if n < 1:
            raise ValueError(f"Working days are counted from 1, not {n}.")
        self._check(day)
        up_to_and_with = self._counted[1][day.toordinal() - self.first.toordinal()]
        return up_to_and_with - self.is_working(day) - n

    def _after(self, day: date, n: int) -> int:
        if n < 1:
            raise ValueError(f"Working days are counted from 1, not {n}.")
        self._check(day)
        working, next_place = self._counted
        place = next_place[day.toordinal() - self.first.toordinal()] + n - 1
        if place >= len(working):
            raise OutsideCalendar(
                f"{n} working days after {day_in_words(day)} is past the end of the calendar "
                "of bank holidays. Check the year."
            )
        return working[place]

    def _check(self, day: date) -> None:
        if not self.first <= day <= self.last + timedelta(days=MARGIN):
            raise OutsideCalendar(
                f"{day_in_words(day)} is outside the calendar of bank holidays, which runs from "
                f"{day_in_words(self.first)} to {day_in_words(self.last)}. Check the year."
            )

    def __repr__(self) -> str:
        return f"Calendar({self.name!r})"


ENGLAND_AND_WALES = Calendar("England and Wales")
