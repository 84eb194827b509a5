"""Working days in England: which they are, and how they are counted."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, OutsideCalendar
from alongside.guidance.kernel.spans import WorkingDays
from tests.guidance import naive

OFFICIAL = (
    Path(__file__).parents[2].parent / "shared" / "reference" / "bank-holidays" / "england-and-wales.csv"
)
DAYS = st.dates(date(2012, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("event", "one", "ten", "fifteen", "forty_five", "why"),
    [
        (
            date(2024, 3, 27),
            date(2024, 3, 28),
            date(2024, 4, 12),
            date(2024, 4, 19),
            date(2024, 6, 4),
            "Easter",
        ),
        (
            date(2024, 12, 20),
            date(2024, 12, 23),
            date(2025, 1, 8),
            date(2025, 1, 15),
            date(2025, 2, 26),
            "Christmas and New Year",
        ),
        (
            date(2025, 4, 17),
            date(2025, 4, 22),
            date(2025, 5, 6),
            date(2025, 5, 13),
            date(2025, 6, 25),
            "the eve of Good Friday",
        ),
        (
            date(2026, 3, 18),
            date(2026, 3, 19),
            date(2026, 4, 1),
            date(2026, 4, 10),
            date(2026, 5, 26),
            "the day the 2026 edition came out",
        ),
        (
            date(2026, 12, 22),
            date(2026, 12, 23),
            date(2027, 1, 8),
            date(2027, 1, 15),
            date(2027, 2, 26),
            "Boxing Day is a Saturday, so Monday stands in",
        ),
        (
            date(2026, 12, 26),
            date(2026, 12, 29),
            date(2027, 1, 12),
            date(2027, 1, 19),
            date(2027, 3, 2),
            "a day that is not a working day counts from the next, as day 1",
        ),
        (
            date(2025, 6, 7),
            date(2025, 6, 9),
            date(2025, 6, 20),
            date(2025, 6, 27),
            date(2025, 8, 8),
            "a Saturday counts from Monday",
        ),
    ],
)
def test_working_days_after_an_event(event, one, ten, fifteen, forty_five, why):
    counted = [ENGLAND_AND_WALES.after(event, n) for n in (1, 10, 15, 45)]

    assert counted == [one, ten, fifteen, forty_five], why


@pytest.mark.parametrize(
    ("day", "reason", "why"),
    [
        (date(1995, 5, 8), "Early May bank holiday", "moved for the anniversary of the war's end"),
        (date(1999, 12, 31), "Millennium", "one-off"),
        (date(2002, 6, 3), "Golden Jubilee", "one-off"),
        (date(2002, 6, 4), "Spring bank holiday", "moved for the Golden Jubilee"),
        (date(2011, 4, 29), "Wedding", "one-off"),
        (date(2012, 6, 4), "Spring bank holiday", "moved for the Diamond Jubilee"),
        (date(2012, 6, 5), "Diamond Jubilee", "one-off"),
        (date(2020, 5, 8), "Early May bank holiday", "moved for the anniversary of the war's end"),
        (date(2022, 6, 2), "Spring bank holiday", "moved for the Platinum Jubilee"),
        (date(2022, 6, 3), "Platinum Jubilee", "one-off"),
        (date(2022, 9, 19), "State Funeral", "one-off"),
        (date(2023, 5, 8), "Coronation", "one-off"),
        (date(2026, 12, 28), "Boxing Day (substitute day)", "Boxing Day fell on a Saturday"),
        (date(2025, 4, 18), "Good Friday", "named beside bank holidays in the regulations"),
        (date(2025, 12, 25), "Christmas Day", "named beside bank holidays in the regulations"),
        (date(2025, 8, 25), "Summer bank holiday", "the last Monday in August"),
        (date(2025, 6, 7), "Saturday", "a weekend"),
        (date(2025, 6, 8), "Sunday", "a weekend"),
    ],
)
def test_days_that_are_not_working_days_say_why(day, reason, why):
    assert reason in (ENGLAND_AND_WALES.reason(day) or ""), why
    assert not ENGLAND_AND_WALES.is_working(day)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2012, 5, 28), "the spring holiday moved away from it"),
        (date(2020, 5, 4), "the early May holiday moved away from it"),
        (date(2022, 5, 30), "the spring holiday moved away from it"),
        (date(2025, 8, 4), "a bank holiday in Scotland only"),
        (date(2025, 3, 17), "a bank holiday in Northern Ireland only"),
        (date(2025, 12, 24), "offices may close: the calendar does not"),
        (date(2025, 8, 26), "school holidays count"),
    ],
)
def test_days_that_look_like_holidays_and_are_working_days(day, why):
    assert ENGLAND_AND_WALES.is_working(day), why


def test_every_bank_holiday_agrees_with_a_second_reckoning():
    ours = {day for day in ENGLAND_AND_WALES.holidays if 1995 <= day.year <= 2060}
    theirs = {day for day in naive.CLOSED if 1995 <= day.year <= 2060}

    assert ours == theirs


def test_the_official_list_agrees_where_it_is_at_hand():
    """The published list, when the optional reference folder is beside the repository, else our own table."""
    if OFFICIAL.exists():
        with OFFICIAL.open(encoding="utf-8") as file:
            official = {date.fromisoformat(row["date"]) for row in csv.DictReader(file)}
    else:
        official = {day for day in naive.CLOSED if 2012 <= day.year <= 2028}
    first, last = min(official), max(official)

    ours = {day for day in ENGLAND_AND_WALES.holidays if first <= day <= date(last.year, 12, 31)}

    assert ours == official


@given(DAYS, st.integers(1, 60))
def test_a_count_never_lands_on_a_day_that_is_not_a_working_day(day, n):
    assert ENGLAND_AND_WALES.is_working(ENGLAND_AND_WALES.after(day, n))


@given(DAYS, st.integers(1, 60))
def test_a_count_agrees_with_going_day_by_day(day, n):
    assert ENGLAND_AND_WALES.after(day, n) == naive.after(day, n)


@given(DAYS, DAYS, st.integers(1, 60))
def test_starting_later_never_ends_sooner(a, b, n):
    earlier, later = sorted((a, b))

    assert ENGLAND_AND_WALES.after(earlier, n) <= ENGLAND_AND_WALES.after(later, n)


@given(DAYS, st.integers(1, 60))
def test_a_longer_count_ends_later(day, n):
    assert ENGLAND_AND_WALES.after(day, n) < ENGLAND_AND_WALES.after(day, n + 1)


@given(DAYS, st.integers(1, 60))
def test_the_days_between_are_the_days_counted(day, n):
    assert ENGLAND_AND_WALES.between(day, ENGLAND_AND_WALES.after(day, n)) == n


@given(DAYS, st.integers(1, 60))
def test_the_explanation_counts_every_day_once(day, n):
    walk = WorkingDays(n).walk(day, ENGLAND_AND_WALES)
    counted = [one.number for one in walk if one.number is not None]

    assert counted == list(range(1, n + 1))
    assert [one.date for one in walk] == [day + timedelta(days=i + 1) for i in range(len(walk))]
    assert walk[-1].date == ENGLAND_AND_WALES.after(day, n)
    assert all(one.skipped_because for one in walk if one.number is None)


@pytest.mark.parametrize("n", [1, 7, 10, 15, 45])
def test_the_table_agrees_with_going_day_by_day_from_every_day(n):
    table = WorkingDays(n).table(ENGLAND_AND_WALES)
    start = ENGLAND_AND_WALES.first.toordinal()
    days = [
        date.fromordinal(i) for i in range(date(2012, 1, 1).toordinal(), date(2035, 12, 31).toordinal() + 1)
    ]

    wrong = [day for day in days if table[day.toordinal() - start] != naive.after(day, n).toordinal()]

    assert wrong == []


def test_the_table_covers_every_day_the_calendar_knows():
    table = WorkingDays(45).table(ENGLAND_AND_WALES)
    first, last = ENGLAND_AND_WALES.first, ENGLAND_AND_WALES.last

    assert (first.year <= 1990, last.year >= 2060) == (True, True)
    assert len(table) == (last - first).days + 1
    assert date.fromordinal(table[-1]) == ENGLAND_AND_WALES.after(last, 45)


def test_the_table_is_built_once():
    assert WorkingDays(15).table(ENGLAND_AND_WALES) is WorkingDays(15).table(ENGLAND_AND_WALES)


def test_a_one_off_holiday_moves_the_count_and_says_its_name():
    calendar = ENGLAND_AND_WALES.with_holidays({date(2027, 6, 1): "A day of thanks"})

    assert calendar.after(date(2027, 5, 28), 1) == date(2027, 6, 2)
    assert calendar.reason(date(2027, 6, 1)) == "A day of thanks"
    assert date.fromordinal(
        WorkingDays(1).table(calendar)[(date(2027, 5, 28) - calendar.first).days]
    ) == date(2027, 6, 2)


def test_a_one_off_holiday_changes_only_its_own_calendar():
    ENGLAND_AND_WALES.with_holidays({date(2027, 6, 1): "A day of thanks"})

    assert ENGLAND_AND_WALES.is_working(date(2027, 6, 1))


def test_a_one_off_on_a_weekend_changes_nothing():
    calendar = ENGLAND_AND_WALES.with_holidays({date(2027, 6, 5): "A Saturday"})

    assert calendar.reason(date(2027, 6, 5)) == "Saturday"
    assert date(2027, 6, 5) not in calendar.holidays


@pytest.mark.parametrize("day", [date(1989, 12, 31), date(2100, 1, 1)])
def test_a_day_outside_the_calendar_is_refused_with_the_years_it_knows(day):
    with pytest.raises(OutsideCalendar, match="1 January 1990 to 31 December 2060"):
        ENGLAND_AND_WALES.after(day, 1)


def test_working_days_are_counted_from_one():
    with pytest.raises(ValueError, match="1 or more"):
        WorkingDays(0)
