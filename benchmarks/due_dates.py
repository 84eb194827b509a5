"""P1: due dates for a million dates, beside numpy's own business-day arithmetic.

The table is the kernel's (``Calendar.due_table``): for each day, the day that is so many working days
later. Looking a million dates up in it is one ``take``. The product itself never needs a million at
once; England-scale questions and exhaustive tests do.
"""

from __future__ import annotations

from datetime import date, timedelta

import numpy as np

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from benchmarks.measuring import AGAIN, Result, check_void, ratio, take_turns, tell

LIMITS = (1, 10, 15, 45)
FIRST, LAST = date(2012, 1, 1), date(2035, 12, 31)
TARGET = 20.0
OURS, ANCHOR, COPY = "the kernel's table, looked up", "numpy.busday_offset", "a copy of the same array"
EPOCH = date(1970, 1, 1).toordinal()


def by_loop(start: date, n: int) -> date:
    """The plain way: one day after another until so many working days have been counted."""
    day = start
    while n:
        day += timedelta(days=1)
        n -= ENGLAND_AND_WALES.is_working(day)
    return day


def closed_days() -> np.ndarray:
    """The days that are not working days though they are weekdays, for numpy."""
    return np.array(sorted(ENGLAND_AND_WALES.holidays), dtype="datetime64[D]")


def table(n: int) -> np.ndarray:
    """For each day the kernel knows, the due day, as days since 1970."""
    return np.frombuffer(ENGLAND_AND_WALES.due_table(n), dtype=np.int32) - np.int32(EPOCH)


#: What is to be added to days since 1970 to give their place in the table.
TO_PLACE = np.int64(EPOCH - ENGLAND_AND_WALES.first.toordinal())


def wrong_dates() -> int:
    """How many of all dates from 2012 to 2035, under each limit, the table or numpy gets other than the loop."""
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    since_1970 = np.array([day.toordinal() - EPOCH for day in days], dtype=np.int32)
    closed, wrong = closed_days(), 0
    for n in LIMITS:
        loop = np.array([by_loop(day, n).toordinal() - EPOCH for day in days], dtype=np.int32)
        ours = table(n).take(since_1970 + TO_PLACE)
        numpys = np.busday_offset(since_1970.astype("datetime64[D]"), n, roll="backward", holidays=closed)
        wrong += int((ours != loop).sum()) + int((numpys.astype(np.int64) != loop).sum())
        tell(f"  {n} working days: {len(days):,} dates compared")
    return wrong


def measure(*, quick: bool) -> Result:
    """A million dates, 45 working days on."""
    result = Result("due-dates", "Due dates for a million dates, 45 working days on (P1)")
    tell("Comparing every date from 2012 to 2035 with a plain loop")
    wrong = wrong_dates()
    if wrong:
        result.void = f"{wrong:,} dates differ from the plain loop, so no time is told."
        return result
    result.say("Dates other than the plain loop's, 2012 to 2035, four limits", "0", "0", met=True)
    count = 200_000 if quick else 1_000_000
    span = (LAST - FIRST).days + 1
    # Every date in the range in turn, in an order that no cache can guess.
    since_1970 = np.arange(count, dtype=np.int64) * 7919 % span + FIRST.toordinal() - EPOCH
    # Both start from the same dates; both have what can be prepared prepared.
    days, due = since_1970.astype("datetime64[D]"), table(45)
    calendar = np.busdaycalendar(holidays=closed_days())
    place, buffer, copied = np.empty_like(since_1970), np.empty(count, dtype=np.int32), np.empty_like(days)

    def ours() -> np.ndarray:
        np.add(days.view(np.int64), TO_PLACE, out=place)
        return due.take(place, out=buffer, mode="clip")

    def anchor() -> np.ndarray:
        return np.busday_offset(days, 45, roll="backward", busdaycal=calendar)

    if (ours() != anchor().astype(np.int64)).any():
        result.void = "The table and numpy differ, so no time is told."
        return result
    taken = take_turns(
        {
            OURS: lambda: [ours() for _ in range(20)],
            ANCHOR: anchor,
            AGAIN: anchor,
            COPY: lambda: [np.copyto(copied, days) for _ in range(20)],
        },
        rounds=7 if quick else 15,
    )
    for name in (OURS, COPY):
        taken[name] = [seconds / 20 for seconds in taken[name]]
    check_void(result, taken, ANCHOR)
    result.raw |= {"dates": count, "seconds": taken}
    for name in (ANCHOR, OURS, COPY):
        result.say(name, f"{sorted(taken[name])[len(taken[name]) // 2] / count * 1e9:.2f} ns a date")
    times = ratio(taken, ANCHOR, OURS)
    result.say(
        "Times as fast as numpy.busday_offset", f"{times:.0f}", f"{TARGET:.0f} or more", met=times >= TARGET
    )
    of_limit = ratio(taken, OURS, COPY)
    result.say("Times as long as copying the array", f"{of_limit:.1f}", "6 or less", met=of_limit <= 6)
    return result
