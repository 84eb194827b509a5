"""A due date says the day, how far off it is, and whether it was kept."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.ui.due import NO_REASON_YET, Standing, standing

THURSDAY_MORNING = datetime(2026, 5, 7, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("on", "at", "said", "why"),
    [
        (date(2026, 5, 15), None, ("Due Fri 15 May", "6 working days"), "the weekend is not counted"),
        (date(2026, 5, 8), None, ("Due Fri 8 May", "1 working day"), "tomorrow"),
        (date(2026, 5, 7), None, ("Due today",), "the last day is still in time"),
        (date(2027, 1, 4), None, ("Due Mon 4 Jan 2027", "167 working days"), "another year says so"),
        (date(2026, 5, 9), None, ("Due Sat 9 May", "1 working day"), "Friday is the one left"),
        (
            date(2026, 5, 8),
            datetime(2026, 5, 8, 15, 30, tzinfo=UTC),
            ("Due by 16:30 tomorrow", "30 hours"),
            "hours are counted to the hour",
        ),
        (
            date(2026, 5, 7),
            datetime(2026, 5, 7, 10, 5, tzinfo=UTC),
            ("Due by 11:05 today", "35 minutes"),
            "and to the minute",
        ),
        (
            date(2026, 5, 10),
            datetime(2026, 5, 10, 10, 0, tzinfo=UTC),
            ("Due by 11:00 on Sun 10 May", "1 working day"),
            "far off, days say enough",
        ),
    ],
)
def test_what_is_still_in_time(on, at, said, why):
    assert standing(on, at, THURSDAY_MORNING) == Standing(said), why


def test_late_is_told_in_words_with_its_reason():
    late = standing(date(2026, 5, 1), None, THURSDAY_MORNING)
    assert late == Standing(("Was due Fri 1 May", NO_REASON_YET), "Late", True)
    excused = standing(date(2026, 5, 1), None, THURSDAY_MORNING, late_reason="the family was away")
    assert excused.parts == ("Was due Fri 1 May", "the family was away")


def test_a_moment_is_late_when_it_has_passed_though_its_day_has_not():
    an_hour_ago = datetime(2026, 5, 7, 8, 30, tzinfo=UTC)
    late = standing(date(2026, 5, 7), an_hour_ago, THURSDAY_MORNING)
    assert late.parts == ("Was due by 09:30 today", NO_REASON_YET)
    assert late.late


def test_the_last_day_is_in_time_until_midnight_in_england():
    just_before = datetime(2026, 5, 7, 22, 59, tzinfo=UTC)
    just_after = datetime(2026, 5, 7, 23, 0, tzinfo=UTC)
    assert not standing(date(2026, 5, 7), None, just_before).late
    assert standing(date(2026, 5, 7), None, just_after).late


@pytest.mark.parametrize(
    ("met", "said"),
    [
        (date(2026, 5, 1), ("Done Fri 1 May", "in time")),
        (date(2026, 5, 6), ("Done Wed 6 May", "2 working days late")),
        (date(2026, 5, 2), ("Done Sat 2 May", "late")),
    ],
)
def test_what_was_done_says_whether_it_was_in_time(met, said):
    # 4 May 2026 is the early May bank holiday.
    assert standing(date(2026, 5, 1), None, THURSDAY_MORNING, met=met).parts == said


def test_a_limit_in_hours_is_kept_or_not_to_the_minute():
    limit = datetime(2026, 5, 7, 8, 0, tzinfo=UTC)
    in_time = standing(limit.date(), limit, THURSDAY_MORNING, met=limit)
    late = standing(limit.date(), limit, THURSDAY_MORNING, met=limit.replace(minute=1))
    assert (in_time.late, late.late) == (False, True)


def test_a_limit_without_a_number_is_told_in_its_words():
    assert standing(None, None, THURSDAY_MORNING, no_number="As soon as possible").parts == (
        "As soon as possible",
    )
    done = standing(None, None, THURSDAY_MORNING, met=date(2026, 5, 6), no_number="As soon as possible")
    assert done.parts == ("Done Wed 6 May",)


def test_what_is_no_longer_needed_is_not_late():
    ended = standing(date(2026, 5, 1), None, THURSDAY_MORNING, ended=date(2026, 4, 28))
    assert ended == Standing(("No longer needed since Tue 28 Apr",))
