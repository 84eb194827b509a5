"""A second, plain way to know bank holidays and count working days, to check the first by.

It shares nothing with the product: Easter by the Gregorian rule, yearly holidays by their
own rules, and every one-off since 1995 by hand.
"""

from __future__ import annotations

from datetime import date, timedelta

MOVED = {
    # Early May and Spring holidays moved for one year, from when they would have been.
    date(1995, 5, 1): date(1995, 5, 8),
    date(2002, 5, 27): date(2002, 6, 4),
    date(2012, 5, 28): date(2012, 6, 4),
    date(2020, 5, 4): date(2020, 5, 8),
    date(2022, 5, 30): date(2022, 6, 2),
}

ONE_OFFS = {
    date(1999, 12, 31): "the millennium",
    date(2002, 6, 3): "the Golden Jubilee",
    date(2011, 4, 29): "a royal wedding",
    date(2012, 6, 5): "the Diamond Jubilee",
    date(2022, 6, 3): "the Platinum Jubilee",
    date(2022, 9, 19): "the Queen's funeral",
    date(2023, 5, 8): "the coronation",
}


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def first_monday(year: int, month: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=-first.weekday() % 7)


def last_monday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


def bank_holidays(year: int) -> set[date]:
    """Weekday bank holidays in England and Wales, with Good Friday and Christmas Day."""
    days = {easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)}
    days |= {first_monday(year, 5), last_monday(year, 5), last_monday(year, 8)}
    days = {MOVED.get(day, day) for day in days}
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        substitute = fixed
        while substitute.weekday() > 4 or substitute in days:
            substitute += timedelta(days=1)
        days.add(substitute)
    return days | {day for day in ONE_OFFS if day.year == year}


CLOSED = frozenset(day for year in range(1995, 2062) for day in bank_holidays(year))


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in CLOSED


def after(day: date, n: int) -> date:
    while n:
        day += timedelta(days=1)
        n -= is_working(day)
    return day
