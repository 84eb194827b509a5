"""The small borough: about three hundred children and the told story, through the domain's own acts."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from datetime import date, timedelta
from itertools import count
from random import Random

from django.db.models import prefetch_related_objects

from alongside.deadlines.projection import once_for_each_case
from alongside.demo import figures
from alongside.demo.at_the_door import wait_at_the_door
from alongside.demo.beside import run_beside
from alongside.demo.conferences import conferences_meet
from alongside.demo.covering import somebody_is_away
from alongside.demo.figures import pick
from alongside.demo.helped_early import help_early
from alongside.demo.judged import organisations_judge_themselves
from alongside.demo.lives import Life, arrives, family, live
from alongside.demo.moving import move_about
from alongside.demo.organisation import Borough
from alongside.demo.outside import harm_outside_the_home
from alongside.demo.story import tell
from alongside.demo.telling import Cast, at
from alongside.demo.together import work_together
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES

CHILDREN = 300
#: How far back the first referral lies: long enough for plans to have begun, been reviewed and ended.
DAYS = 430
#: Referrals that have come in and wait at the front door.
WAITING = 6


@once_for_each_case()
def fill(
    borough: Borough,
    *,
    seed: int,
    until: date,
    children: int = CHILDREN,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> None:
    """Tell the story, then let families live, merged by time, until this day. The same seed and day give the same."""
    # Every act asks what somebody was on a day, and that does not change while it is made.
    prefetch_related_objects(list(borough.staff.values()), "posts__team", "registrations")
    tell(borough)
    chance, cast = Random(seed), Cast(borough)
    upcoming: list[tuple[object, int, Life]] = []
    turn, made = count(), 0
    while made < children:
        on = _day(chance, until)
        home = family(cast, chance, on)
        made += len(home.children)
        life = live(home, home.when(on))
        heapq.heappush(upcoming, (next(life), next(turn), life))
    end, acts = at(until, "08:00"), 0
    while upcoming:
        moment, place, life = heapq.heappop(upcoming)
        if moment >= end:  # type: ignore[operator]
            continue
        later = next(life, None)
        acts += 1
        progress(acts, acts + len(upcoming))
        if later is not None:
            heapq.heappush(upcoming, (later, place, life))
    for number in range(WAITING):
        arrives(family(cast, chance, until), _last_working_day(until), acknowledged=number % 3 == 0)
    work_together(borough, until)
    run_beside(borough, until)
    harm_outside_the_home(borough, until)
    wait_at_the_door(borough, until)
    help_early(borough, until)
    move_about(borough, until)
    conferences_meet(borough, until)
    somebody_is_away(borough, until)
    organisations_judge_themselves(borough, until)


def _last_working_day(until: date) -> date:
    """The latest working day that has passed, so that what came in then is still to be decided."""
    day = until - timedelta(days=1)
    while not ENGLAND_AND_WALES.is_working(day):
        day -= timedelta(days=1)
    return day


def _day(chance: Random, until: date) -> date:
    """A day of referral: likelier in busy months, and within the last year or so."""
    while True:
        on = until - timedelta(days=chance.randint(1, DAYS))
        if on.month == pick(chance, figures.MONTHS):
            return on
