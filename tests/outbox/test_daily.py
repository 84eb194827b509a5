"""Duties are done once a day, by one worker, and on record."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from alongside.outbox.daily import DUTIES, begin, daily, do_what_is_due
from alongside.outbox.models import DutyRun
from tests.outbox.conftest import Clock

pytestmark = pytest.mark.usefixtures("no_duties", "db")


def test_a_duty_is_done_once_a_day_and_says_what_it_did(clock: Clock) -> None:
    done: list[datetime] = []

    def count(now: datetime) -> str:
        done.append(now)
        return f"{len(done)} done."

    daily("count", count)
    for _ in range(3):
        do_what_is_due(clock)
    clock.on(days=1)
    do_what_is_due(clock)

    assert len(done) == 2
    assert [(run.day.day, run.words, run.done) for run in DutyRun.objects.all()] == [
        (18, "2 done.", True), (17, "1 done.", True),
    ]  # fmt: skip


def test_a_duty_waits_for_its_time_of_day_in_england(clock: Clock) -> None:
    daily("at night", lambda now: None, after=time(3, 0))
    clock.moment = datetime(2025, 4, 17, 1, 30, tzinfo=UTC)
    assert do_what_is_due(clock) == [], "half past two in England, in summer"
    clock.on(minutes=30)
    assert [run.name for run in do_what_is_due(clock)] == ["at night"]


def test_a_duty_that_fails_keeps_no_other_from_being_done_and_is_tried_again_in_an_hour(
    clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    tries: list[datetime] = []

    def fail(now: datetime) -> None:
        tries.append(now)
        if len(tries) == 1:
            raise LookupError("Amara Okoye")

    daily("fail", fail)
    daily("go on", lambda now: "Went on.")
    first, second = do_what_is_due(clock)
    assert (first.done, second.done) == (False, True)
    assert first.words == "Failed (LookupError); the log says where. It is tried again in an hour."

    clock.on(minutes=59)
    assert do_what_is_due(clock) == []
    clock.on(minutes=1)
    assert [run.done for run in do_what_is_due(clock)] == [True]


def test_a_duty_whose_worker_died_is_begun_again(clock: Clock) -> None:
    daily("die", lambda now: None)
    assert begin(DUTIES["die"], clock()) is not None
    assert begin(DUTIES["die"], clock.on(minutes=59)) is None, "another worker may still be at it"
    assert begin(DUTIES["die"], clock.on(minutes=1)) is not None
