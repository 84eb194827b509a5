"""From what happened to what is due: pure reckoning first, then the difference written.

Running it again changes nothing; that is how anyone can check it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS, MOVES, Clock
from alongside.deadlines.models import Deadline
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.dated import NotCovered

#: What of an entry the clocks read. Its words and who recorded it change nothing that is due.
READ = ("kind", "happened_on", "happened_at", "details")
KEY = ("rule_id", "started_by_id")
COMPARED = (
    "clock", "force", "starts_on", "starts_at", "due_on", "due_at", "because", "citation", "edition",
    "checked", "met_on", "met_at", "ended_on",
)  # fmt: skip

#: Cases whose deadlines are left for the end of ``once_for_each_case``; None outside it.
_waiting: ContextVar[dict[UUID, Case] | None] = ContextVar("waiting", default=None)


def reckon(
    case: Case, entries: list[Entry], calendar: Calendar, clocks: Iterable[Clock] = CLOCKS
) -> list[Deadline]:
    """Every deadline these entries, in order, give the case. Touches no database row."""
    return [deadline for clock in clocks for deadline in _running(clock, case, entries, calendar)]


@contextmanager
def once_for_each_case() -> Iterator[None]:
    """Work out the deadlines of each case once, at the end, however many acts are recorded inside.

    For many acts in one go. It is one transaction, so nobody else sees a case before its deadlines. What
    reads stored deadlines inside calls ``catch_up`` first, as acts do.
    """
    with transaction.atomic():
        outer = _waiting.set({})
        try:
            yield
            waiting = _waiting.get() or {}
        finally:
            _waiting.reset(outer)
        calendar = calendar_in_force()
        for case in waiting.values():
            refresh(case, calendar)


def catch_up(case_id: UUID) -> None:
    """Work out now what was left for the end of ``once_for_each_case``. Does nothing outside it."""
    case = (_waiting.get() or {}).pop(case_id, None)
    if case is not None:
        _work_out(case, calendar_in_force())


def refresh(case: Case, calendar: Calendar | None = None) -> int:
    """Bring the case's deadlines in line with its chronology; how many rows changed. Call inside an act.

    ``calendar`` spares a reading of the recorded bank holidays where many cases are done at once. Within
    ``once_for_each_case`` the case is only noted, and nothing changes yet.
    """
    waiting = _waiting.get()
    if waiting is not None:
        waiting[case.pk] = case
        return 0
    return _work_out(case, calendar or calendar_in_force())


def _work_out(case: Case, calendar: Calendar) -> int:
    moving = Entry.objects.standing().filter(case=case, kind__in=MOVES)
    entries = list(moving.in_order().only(*READ))
    wanted = {_key(deadline): deadline for deadline in reckon(case, entries, calendar)}
    before = Deadline.objects.filter(case=case).only(*KEY, *COMPARED)
    stored = {_key(deadline): deadline for deadline in before}
    gone = [stored[key].pk for key in stored.keys() - wanted.keys()]
    new = [wanted[key] for key in wanted if key not in stored]
    changed = sum(_bring_in_line(stored[key], wanted[key]) for key in wanted if key in stored)
    if gone:
        Deadline.objects.filter(pk__in=gone).delete()
    if new:
        Deadline.objects.bulk_create(new)
    return len(gone) + len(new) + changed


def _running(clock: Clock, case: Case, entries: list[Entry], calendar: Calendar) -> Iterator[Deadline]:
    for place, entry in enumerate(entries):
        if clock.is_started_by(entry) and clock.given(entry, entries[:place]):
            deadline = _deadline(clock, case, entry, calendar)
            if deadline is not None:
                _stop(deadline, clock, entry, entries[place + 1 :])
                yield deadline


def _deadline(clock: Clock, case: Case, entry: Entry, calendar: Calendar) -> Deadline | None:
    starts = clock.starts(entry)
    try:
        due = clock.rule.due(starts, calendar)
    except NotCovered:
        return None  # No text of that day is encoded, and a guess would be worse than nothing.
    if due.provision.over:
        return None
    moment = starts if isinstance(starts, datetime) and due.at else None
    printed = clock.printed_day(entry)
    because = clock.printed_words.format(because=due.because) if printed else due.because
    if clock.on_day is not None:
        printed = clock.on_day(case, entry)
        if printed is None:
            return None
        because = clock.on_words.format(because=due.because)
    return Deadline(
        area_id=case.area_id, case=case, child_id=case.child_id, rule_id=clock.rule.id, clock=clock.rule.clock,
        force=clock.rule.force.value, started_by=entry, starts_on=entry.happened_on, starts_at=moment,
        due_on=printed or due.on, due_at=due.at, because=because, citation=str(due.citation), edition=due.edition,
        checked=due.checked,
    )  # fmt: skip


def _stop(deadline: Deadline, clock: Clock, start: Entry, later: list[Entry]) -> None:
    for entry in later:
        if clock.is_stopped_by(start, entry):
            deadline.met_on = entry.happened_on
            deadline.met_at = entry.happened_at if deadline.due_at else None
            return
        if clock.is_ended_by(start, entry):
            deadline.ended_on = entry.happened_on
            return


def _key(deadline: Deadline) -> tuple[Any, ...]:
    return tuple(getattr(deadline, name) for name in KEY)


def _bring_in_line(stored: Deadline, wanted: Deadline) -> bool:
    """Save what differs, if anything does. An act changes one or two rows, so each is saved by itself."""
    differs = [name for name in COMPARED if getattr(stored, name) != getattr(wanted, name)]
    for name in differs:
        setattr(stored, name, getattr(wanted, name))
    if differs:
        stored.save(update_fields=differs)
    return bool(differs)
