"""A caseload under another text: read once, reckoned twice, compared. Nothing is written.

Every clock is asked what it would be had the other text governed from the start, also where an earlier text governs
it now by the day it started.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, OuterRef, QuerySet, Subquery, Value
from django.db.models import Case as Either
from django.db.models import When as If

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry, Shortfall
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS, CLOSES, Clock
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import READ, reckon
from alongside.guidance import catalogue
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.rules import Timescale
from alongside.guidance.variant import Instead, compared
from alongside.moments import day_of
from alongside.replay.found import NO_TEAM, Difference, FellShort, Limit, Replay, Whose
from alongside.replay.shortfalls import differing, missing_in, still_missing

CHUNK = 2_000
#: Something can have happened before its case was opened; hardly ever more than a year before.
BEFORE_IT_OPENED = timedelta(days=366)

Pair = tuple[Clock, Clock | None]
Progress = Callable[[int, int], None]


class TooMany(Exception):
    """There are more cases than a page can look at. ``cases`` is the most it does."""

    def __init__(self, cases: int) -> None:
        super().__init__(f"more than {cases:,} cases")
        self.cases = cases


def nobody_waits(done: int, of: int) -> None:
    """For a page: nobody is told how far it is."""


def run(
    area: Area,
    other: Instead,
    now: datetime,
    *,
    reader: Practitioner | None = None,
    closed_too: bool = False,
    most: int | None = None,
    progress: Progress = nobody_waits,
) -> Replay:
    """The open cases of an area under another text. Four queries, however many cases there are.

    ``closed_too``: every case on record, and not only what is open. ``reader`` is whose eyes it is for: only children
    whose record they may read are named. None shows every reference.
    ``most``: raises TooMany for more cases.
    """
    today, calendar = day_of(now), calendar_in_force()
    those = Case.objects.filter(area=area) if closed_too else Case.objects.filter(area=area, closed_on=None)
    cases = _cases(those, reader, most)
    if most is not None and len(cases) > most:
        raise TooMany(most)
    changes = compared(other, today)
    responsible = {
        clock.rule.id: clock.rule.responsible for clock in CLOCKS if clock.rule.id not in other.unheld
    }
    found = Replay(other.name, area.name, today, len(cases), changes, responsible)
    pairs = _pairs(other, cases.values())
    for done, (case, entries) in enumerate(_told(those, cases, pairs), start=1):
        found.differences.extend(_differences(case, entries, pairs, calendar, now))
        if done % CHUNK == 0:
            progress(done, len(cases))
    found.shortfalls.extend(_shortfalls(those, cases, other))
    progress(len(cases), len(cases))
    return found


def _cases(those: QuerySet[Case], reader: Practitioner | None, most: int | None) -> dict[UUID, Case]:
    lead = Allocation.objects.current().filter(
        case=OuterRef("pk"), capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    shown = _shown(those, reader)
    rows = (
        those.select_related("child")
        .only("area_id", "opened_on", "child__reference", "child__called", "child__born_on")
        .annotate(team=Subquery(lead.values("team__name")[:1]), shown=shown)
        .order_by("pk")
    )
    return {case.pk: case for case in (rows if most is None else rows[: most + 1])}


def _shown(cases: QuerySet[Case], reader: Practitioner | None) -> Any:
    if reader is None:
        return Value(True, output_field=BooleanField())
    mine = READ_RECORD.filter_through("child", cases.order_by(), reader, own_area=True)
    return Either(If(pk__in=mine.values("pk"), then=True), default=False, output_field=BooleanField())


def _pairs(other: Instead, cases: Iterable[Case]) -> list[Pair]:
    """Each clock that can differ, as it is and as it would be."""
    first = min((case.opened_on for case in cases), default=None)
    found: list[Pair] = []
    for clock in CLOCKS:
        if clock.rule.id not in other.rules:
            continue
        changed = other.rules[clock.rule.id]
        if changed is None:
            found.append((clock, None))
            continue
        assert isinstance(changed, Timescale)
        would = {one.value for one in changed.within.provisions}
        begins = clock.rule.within.first_day
        too_early = begins is not None and first is not None and first < begins + BEFORE_IT_OPENED
        if too_early or {one.value for one in clock.rule.within.provisions} != would:
            found.append((clock, replace(clock, rule=changed)))
    return found


def _told(
    those: QuerySet[Case], cases: dict[UUID, Case], pairs: list[Pair]
) -> Iterator[tuple[Case, list[Entry]]]:
    """Each case that has any, with the entries that move these clocks, in order. One query."""
    kinds = {
        kind
        for clock, _ in pairs
        for by in (clock.started_by, clock.stopped_by, clock.ended_by)
        for kind in by.ids
    }
    if not kinds:
        return
    moving = Entry.objects.standing().filter(case__in=those.order_by().values("pk"), kind__in=kinds | CLOSES)
    in_order = moving.in_order()
    rows = in_order.order_by("case_id", *in_order.query.order_by).only("case_id", *READ)
    for key, entries in groupby(rows.iterator(chunk_size=CHUNK), key=lambda entry: entry.case_id):
        if key in cases:
            yield cases[key], list(entries)


def _differences(
    case: Case, entries: list[Entry], pairs: list[Pair], calendar: Calendar, now: datetime
) -> Iterator[Difference]:
    for clock, changed in pairs:
        was = _by_start(reckon(case, entries, calendar, (clock,)))
        would = _by_start(reckon(case, entries, calendar, (changed,))) if changed else {}
        for start in {**was, **would}:
            before, after = was.get(start), would.get(start)
            if _due(before) != _due(after):
                one = before or after
                assert one is not None
                yield Difference(
                    _whose(case), clock.rule.id, one.starts_on, _limit(before, now), _limit(after, now)
                )


def _by_start(deadlines: list[Deadline]) -> dict[UUID, Deadline]:
    return {deadline.started_by_id: deadline for deadline in deadlines}


def _due(deadline: Deadline | None) -> tuple[Any, ...] | None:
    return None if deadline is None else (deadline.due_on, deadline.due_at)


def _limit(deadline: Deadline | None, now: datetime) -> Limit | None:
    if deadline is None:
        return None
    overdue = deadline.is_overdue(now, day_of(now))
    return Limit(deadline.due_on, deadline.due_at, deadline.is_outstanding, overdue, deadline.was_late)


def _whose(case: Any) -> Whose:
    """Whose case it is; the reference and the name are left empty for a reader who may not see them."""
    child, shown = case.child, case.shown
    reference, called = (child.reference, child.called) if shown else ("", "")
    return Whose(case.pk, case.child_id, reference, called, case.team or NO_TEAM, shown)


def _shortfalls(those: QuerySet[Case], cases: dict[UUID, Case], other: Instead) -> Iterator[FellShort]:
    """Each shortfall on record of a rule that would ask for something else. One query."""
    rules = differing(other)
    rows = Shortfall.objects.filter(case__in=those.order_by().values("pk"), rule_id__in=list(rules))
    rows = rows.select_related("entry").only(
        "case_id", "rule_id", "words", "entry__happened_on", "entry__sealed_for"
    )
    for row in rows.order_by("entry__happened_on", "id").iterator(chunk_size=CHUNK) if rules else ():
        rule: Any = catalogue.rule(row.rule_id)
        if row.case_id not in cases:
            continue
        whose, on = _whose(cases[row.case_id]), row.entry.happened_on
        if row.entry.sealed_for:
            # What is for named eyes only is counted, and read where it stands by whoever may.
            whose = replace(whose, shown=False, reference="", called="")
        said = missing_in(row.words, rule, on)
        if said is None:
            yield FellShort(whose, row.rule_id, on, (row.words,), None, ())
            continue
        if row.rule_id in other.unheld:
            yield FellShort(whose, row.rule_id, on, said[0], None, ())
            continue
        still, unasked = still_missing(*said, rule, rules[row.rule_id])
        if still != said[0] or unasked:
            yield FellShort(whose, row.rule_id, on, said[0], still, unasked)
