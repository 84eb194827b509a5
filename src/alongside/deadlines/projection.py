"""From what happened to what is due: pure reckoning first, then the difference written.

Running it again changes nothing; that is how anyone can check it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS, Clock
from alongside.deadlines.models import Deadline
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.dated import NotCovered

KEY = ("rule_id", "started_by_id")
COMPARED = (
    "clock", "force", "starts_on", "starts_at", "due_on", "due_at", "because", "citation", "edition",
    "checked", "met_on", "met_at", "ended_on",
)  # fmt: skip


def reckon(case: Case, entries: list[Entry], calendar: Calendar) -> list[Deadline]:
    """Every deadline these entries, in order, give the case. Touches no database row."""
    return [deadline for clock in CLOCKS for deadline in _running(clock, case, entries, calendar)]


def refresh(case: Case, calendar: Calendar | None = None) -> int:
    """Bring the case's deadlines in line with its chronology; how many rows changed. Call inside an act.

    ``calendar`` spares a reading of the recorded bank holidays where many cases are done at once.
    """
    entries = list(case.chronology.standing().in_order())
    wanted = {_key(deadline): deadline for deadline in reckon(case, entries, calendar or calendar_in_force())}
    stored = {_key(deadline): deadline for deadline in Deadline.objects.filter(case=case)}
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
        if clock.is_started_by(entry):
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
    moment = starts if isinstance(starts, datetime) and due.at else None
    printed = clock.printed_day(entry)
    because = f"the last day printed on the order; the most is {due.because}" if printed else due.because
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
