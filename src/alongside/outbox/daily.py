"""Duties done once a day, by whichever worker is quickest, and on record with how they went.

A package says what is to be done when the project starts::

    class AccessConfig(AppConfig):
        def ready(self) -> None:
            daily("close accounts that nobody uses", dormant.close_unused)

The function takes the moment, and gives a sentence about what it did, or nothing. It decides its
own transactions. It must bear being run twice on one day: a worker may die in the middle of it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q

from alongside.moments import LONDON, day_of
from alongside.outbox.models import DutyRun

Function = Callable[[datetime], str | None]
Clock = Callable[[], datetime]

#: A duty that failed, or whose worker died, is begun again after this long.
AGAIN_AFTER = timedelta(hours=1)

log = logging.getLogger("alongside.outbox")


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: its name, what does it, and the time of day in England from which it may be done."""

    name: str
    function: Function
    after: time


DUTIES: dict[str, Duty] = {}


def daily(name: str, function: Function, *, after: time = time(2, 0)) -> None:
    """From now on, do this once a day. name: a phrase an administrator understands, never changed."""
    DUTIES[name] = Duty(name, function, after)


#: What a worker does in every round, by its name: reads of an index that is nearly always empty.
EVERY_ROUND: dict[str, Callable[[datetime], object]] = {}


def each_round(name: str, function: Callable[[datetime], object]) -> None:
    """From now on, a worker does this whenever it has sent what waits. It must bear being done twice."""
    EVERY_ROUND[name] = function


def do_each_round(clock: Clock) -> None:
    """Do what is done in every round. What fails is logged, and keeps nothing else from being done."""
    for name, function in EVERY_ROUND.items():
        try:
            function(clock())
        except Exception:
            log.exception("“%s” failed, and is tried again in the next round", name)


def do_what_is_due(clock: Clock) -> list[DutyRun]:
    """Do each duty that is due today and not done. Gives the runs that were begun."""
    begun = [(duty, begin(duty, clock())) for duty in list(DUTIES.values())]
    return [_do(duty, run, clock) for duty, run in begun if run is not None]


def begin(duty: Duty, now: datetime) -> DutyRun | None:
    """Take a duty up for today. None where it is too early, done, or another worker is at it."""
    if now.astimezone(LONDON).time() < duty.after:
        return None
    run, new = DutyRun.objects.get_or_create(name=duty.name, day=day_of(now), defaults={"begun_at": now})
    if new:
        return run
    over = Q(done=False) & Q(begun_at__lte=now - AGAIN_AFTER)
    if not DutyRun.objects.filter(over, pk=run.pk).update(begun_at=now, ended_at=None):
        return None
    run.begun_at, run.ended_at = now, None
    return run


def _do(duty: Duty, run: DutyRun, clock: Clock) -> DutyRun:
    try:
        run.words, run.done = (duty.function(clock()) or "")[:300], True
    except Exception as trouble:
        # One duty that fails must not keep the others, or the post, from going on. Only its kind is
        # kept: the words of an error may quote a record.
        log.exception("The daily duty “%s” failed", duty.name)
        run.words = f"Failed ({type(trouble).__name__}); the log says where. It is tried again in an hour."
    run.ended_at = clock()
    run.save(update_fields=("words", "done", "ended_at"))
    return run
