"""Months, weeks, days and hours: each with its own way of counting."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES as CALENDAR
from alongside.guidance.kernel.calendar import OutsideCalendar
from alongside.guidance.kernel.spans import (
    CalendarDays,
    CalendarDaysIncluding,
    Day,
    Hours,
    Months,
    NoNumber,
    Weeks,
    WeeksBefore,
    WeeksIncluding,
    WorkingDays,
    WorkingDaysBefore,
    day_of,
)

LONDON = ZoneInfo("Europe/London")
DAYS = st.dates(date(2012, 1, 1), date(2035, 12, 31))
SPANS = st.one_of(
    st.builds(WorkingDays, st.integers(1, 45)),
    st.builds(WorkingDaysBefore, st.integers(1, 45)),
    st.builds(CalendarDays, st.integers(1, 90)),
    st.builds(CalendarDaysIncluding, st.integers(1, 90)),
    st.builds(Weeks, st.integers(1, 30)),
    st.builds(WeeksBefore, st.integers(1, 30)),
    st.builds(WeeksIncluding, st.integers(1, 30)),
    st.builds(Months, st.integers(1, 12)),
)


@pytest.mark.parametrize(
    ("span", "starts", "ends", "why"),
    [
        (Months(3), date(2024, 11, 30), date(2025, 2, 28), "February has no 30th"),
        (Months(3), date(2024, 1, 31), date(2024, 4, 30), "April has no 31st"),
        (Months(3), date(2023, 11, 29), date(2024, 2, 29), "a leap year has a 29th"),
        (Months(6), date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
        (
            Months(6),
            date(2025, 2, 28),
            date(2025, 8, 28),
            "the last day of a month is not followed to the last",
        ),
        (Months(3), date(2025, 6, 23), date(2025, 9, 23), "the same day of the month"),
        (CalendarDays(8), date(2026, 12, 24), date(2027, 1, 1), "weekends and holidays count"),
        (CalendarDaysIncluding(7), date(2026, 11, 2), date(2026, 11, 8), "the named date is day 1"),
        (CalendarDaysIncluding(1), date(2026, 11, 2), date(2026, 11, 2), "one day is the day itself"),
        (Weeks(26), date(2026, 1, 5), date(2026, 7, 6), "the same day of the week"),
        (WeeksIncluding(26), date(2026, 1, 5), date(2026, 7, 5), "the first day counts"),
        (WeeksBefore(6), date(2026, 6, 1), date(2026, 4, 20), "counted back"),
        (WorkingDaysBefore(7), date(2026, 11, 20), date(2026, 11, 11), "counted back over one weekend"),
        (
            WorkingDaysBefore(7),
            date(2026, 11, 22),
            date(2026, 11, 12),
            "back from a Sunday, Friday is the first",
        ),
        (WorkingDaysBefore(7), date(2027, 1, 6), date(2026, 12, 23), "Christmas and New Year do not count"),
    ],
)
def test_a_span_ends(span, starts, ends, why):
    assert span.after(starts, CALENDAR) == ends, why
    assert date.fromordinal(span.table(CALENDAR)[(starts - CALENDAR.first).days]) == ends, why


@pytest.mark.parametrize(
    ("starts", "ends", "why"),
    [
        (
            datetime(2026, 10, 23, 22, 0, tzinfo=LONDON),
            datetime(2026, 10, 26, 21, 0, tzinfo=LONDON),
            "the clocks go back: 72 hours pass, and the time of day is an hour earlier",
        ),
        (
            datetime(2026, 3, 27, 22, 0, tzinfo=LONDON),
            datetime(2026, 3, 30, 23, 0, tzinfo=LONDON),
            "the clocks go forward: the time of day is an hour later",
        ),
        (
            datetime(2026, 6, 1, 9, 30, tzinfo=LONDON),
            datetime(2026, 6, 4, 9, 30, tzinfo=LONDON),
            "no change of clocks, no change of hour",
        ),
        (
            datetime(2026, 6, 1, 9, 30, tzinfo=timezone(timedelta(hours=5, minutes=30))),
            datetime(2026, 6, 4, 4, 0, tzinfo=UTC),
            "another offset is the same moment",
        ),
    ],
)
def test_seventy_two_hours_are_hours_that_pass(starts, ends, why):
    assert Hours(72).after(starts) == ends, why


def test_hours_refuse_a_time_that_names_no_clock():
    with pytest.raises(ValueError, match="does not say which clock it was read from"):
        Hours(72).after(datetime(2026, 10, 23, 22, 0))


@pytest.mark.parametrize(
    ("moment", "day", "why"),
    [
        (datetime(2026, 7, 1, 23, 30, tzinfo=UTC), date(2026, 7, 2), "half past midnight in summer time"),
        (datetime(2026, 1, 1, 23, 30, tzinfo=UTC), date(2026, 1, 1), "the same day in winter"),
        (date(2026, 7, 1), date(2026, 7, 1), "a day is a day"),
    ],
)
def test_a_moment_belongs_to_its_day_in_england(moment, day, why):
    assert day_of(moment) == day, why


def test_a_day_is_not_guessed_from_a_time_that_names_no_clock():
    with pytest.raises(ValueError, match="does not say which clock"):
        day_of(datetime(2026, 7, 1, 23, 30))


@given(SPANS, DAYS)
def test_a_table_agrees_with_the_span_it_was_built_from(span, day):
    assert span.table(CALENDAR)[(day - CALENDAR.first).days] == span.after(day, CALENDAR).toordinal()


@given(SPANS, DAYS, DAYS)
def test_no_span_ends_sooner_for_starting_later(span, a, b):
    earlier, later = sorted((a, b))

    assert span.after(earlier, CALENDAR) <= span.after(later, CALENDAR)


@given(SPANS, DAYS)
def test_the_explanation_ends_on_the_day_it_is_due(span, day):
    walk = span.walk(day, CALENDAR)

    assert walk[-1].date == span.after(day, CALENDAR)
    assert walk[-1].number == span.n


@given(
    st.datetimes(datetime(2012, 1, 1), datetime(2035, 12, 31), timezones=st.just(LONDON)), st.integers(1, 96)
)
def test_hours_differ_by_exactly_that_many_hours(moment, n):
    assert Hours(n).after(moment) - moment.astimezone(UTC) == timedelta(hours=n)


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (WorkingDays(1), "1 working day"),
        (WorkingDays(45), "45 working days"),
        (WorkingDaysBefore(7), "7 working days back"),
        (CalendarDays(8), "8 days"),
        (CalendarDaysIncluding(7), "7 days beginning with the first day"),
        (Weeks(26), "26 weeks"),
        (WeeksBefore(6), "6 weeks back"),
        (WeeksIncluding(26), "26 weeks beginning with the first day"),
        (Months(3), "3 months"),
        (Hours(72), "72 hours"),
        (NoNumber("as soon as possible"), "as soon as possible"),
    ],
)
def test_a_span_reads_well(span, words):
    assert str(span) == words


@pytest.mark.parametrize(
    "kind",
    [
        CalendarDays,
        CalendarDaysIncluding,
        Weeks,
        WeeksBefore,
        WeeksIncluding,
        Months,
        Hours,
        WorkingDaysBefore,
    ],
)
def test_no_span_is_shorter_than_one(kind):
    with pytest.raises(ValueError, match="1 or more"):
        kind(0)


def test_days_counted_back_are_the_days_counted_forward():
    sent = WorkingDaysBefore(7).after(date(2027, 1, 6), CALENDAR)
    walked = WorkingDaysBefore(7).walk(date(2027, 1, 6), CALENDAR)

    assert CALENDAR.between(sent, date(2027, 1, 6)) == 7
    assert walked[-1] == Day(sent, 7)
    assert [day.date for day in walked if day.skipped_because == "New Year's Day"] == [date(2027, 1, 1)]


def test_days_before_the_calendar_begins_are_refused():
    with pytest.raises(OutsideCalendar, match="earlier than the calendar of bank holidays"):
        WorkingDaysBefore(7).after(date(1990, 1, 3), CALENDAR)
    with pytest.raises(ValueError, match="counted from 1"):
        CALENDAR.before(date(2026, 11, 2), 0)
