"""How days, moments, ages and amounts are written."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.ui import words

HALF_PAST_ELEVEN_AT_NIGHT = datetime(2026, 5, 14, 22, 30, 5, 123456, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "as_it_reads"),
    [
        (words.day(date(2026, 5, 14)), "Thu 14 May 2026"),
        (words.day_short(date(2026, 5, 4)), "Mon 4 May"),
        (words.day_long(date(2026, 5, 14)), "Thursday 14 May 2026"),
        (words.date_words(date(2026, 1, 1)), "1 January 2026"),
        (words.month_words(date(2026, 5, 14)), "May 2026"),
        (words.day(None), ""),
        (words.day(None, "No day set"), "No day set"),
        (words.moment(datetime(2026, 4, 30, 15, 20, tzinfo=UTC)), "30 April 2026 at 16:20"),
        (words.moment(datetime(2026, 1, 30, 15, 20, tzinfo=UTC)), "30 January 2026 at 15:20"),
        (words.clock(HALF_PAST_ELEVEN_AT_NIGHT), "23:30"),
        (words.clock(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)), "01:30 BST"),
        (words.clock(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)), "01:30 GMT"),
        (words.day(datetime(2026, 5, 14, 23, 30, tzinfo=UTC)), "Fri 15 May 2026"),
        (words.count(1, "child", "children"), "1 child"),
        (words.count(0, "child", "children"), "0 children"),
        (words.count(1204, "case"), "1,204 cases"),
        (words.capitalize_first("Working Together"), "Working Together"),
        (words.capitalize_first("designated police officer"), "Designated police officer"),
    ],
)
def test_it_reads_as_a_person_would_write_it(written, as_it_reads):
    assert written == as_it_reads


def test_a_machine_is_told_seconds_and_no_more():
    assert words.machine_time(HALF_PAST_ELEVEN_AT_NIGHT) == "2026-05-14T22:30:05+00:00"
    assert words.machine_time(date(2026, 5, 14)) == "2026-05-14"


@pytest.mark.parametrize(
    ("born", "as_of", "age"),
    [
        (date(2022, 3, 3), date(2026, 5, 7), "4 years 2 months"),
        (date(2022, 5, 7), date(2026, 5, 7), "4 years"),
        (date(2022, 5, 8), date(2026, 5, 7), "3 years 11 months"),
        (date(2025, 5, 7), date(2026, 6, 7), "1 year 1 month"),
        (date(2025, 10, 1), date(2026, 5, 7), "7 months"),
        (date(2026, 4, 20), date(2026, 5, 7), "2 weeks"),
        (date(2026, 5, 6), date(2026, 5, 7), "1 day"),
        (date(2026, 5, 7), date(2026, 5, 7), "0 days"),
        (date(2024, 2, 29), date(2026, 2, 28), "1 year 11 months"),
        (date(2024, 2, 29), date(2026, 3, 1), "2 years"),
        (date(2026, 5, 8), date(2026, 5, 7), ""),
        (None, date(2026, 5, 7), ""),
    ],
)
def test_an_age_is_told_in_years_and_months(born, as_of, age):
    assert words.age(born, as_of) == age
