"""What was done in time, rule by rule and clock by clock, read from the deadlines.

What each figure means, for one area and one period:

- ``due``: limits whose last day in time lies in the period (both days included) and that were not ended
  by something that took the reason for them away, such as an enquiry that found no conference needed, a
  referral with no further action or a closed case. ``due`` is always ``met + late + open``.
- ``met``: done on or before that last day (for limits in hours, by that moment).
- ``late``: done after it.
- ``open``: not done yet. ``overdue`` says for how many of these the last day lies before the day the
  figures are told for.
- ``ended``: limits of the period that were ended without being done. They count nowhere else.
- ``median`` and ``quartiles`` (lower and upper): how long it took, from the start of the limit to the day
  it was done, over met and late together, in ``unit``: working days where the limit is in working days,
  hours where it is in hours, otherwise days. The start is day 0. Quartiles interpolate between the
  values there are, and one value is its own quartile; where nothing was done they are empty.

A limit without a number, such as “as soon as possible”, has no last day and is in no row. A limit whose
source tells too little to measure it, as census returns often do, was never started and is in no row
either. Without a period, everything on record counts.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q

from alongside.agencies.models import Area
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import CLOCKS, timescale
from alongside.deadlines.models import Deadline
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.spans import Hours, WorkingDays

WORKING_DAYS, DAYS, HOURS = "working days", "days", "hours"
_CHUNK = 2_000
#: A birthday comes by itself: nobody is in time for it or late.
NO_LIMITS = frozenset(clock.rule.id for clock in CLOCKS if clock.on_day)


@dataclass(frozen=True, slots=True)
class Period:
    """The days a report is about. ``told_on`` is the day the figures are told for, by which open ones are overdue."""

    first: date | None
    last: date | None
    told_on: date

    def holds(self) -> Q:
        """Deadlines whose last day in time lies in the period."""
        within = Q(due_on__isnull=False)
        if self.first:
            within &= Q(due_on__gte=self.first)
        if self.last:
            within &= Q(due_on__lte=self.last)
        return within


@dataclass(slots=True)
class Row:
    """The figures of one rule in one area. See the module for what each means."""

    area: str
    rule: str
    title: str
    clock: str
    force: str
    unit: str
    met: int = 0
    late: int = 0
    open: int = 0
    overdue: int = 0
    ended: int = 0
    took: list[int] = field(default_factory=list)

    @property
    def due(self) -> int:
        return self.met + self.late + self.open

    @property
    def median(self) -> float | None:
        return float(statistics.median(self.took)) if self.took else None

    @property
    def quartiles(self) -> tuple[float, float] | None:
        """Lower and upper quartile."""
        if len(self.took) < 2:
            return (float(self.took[0]), float(self.took[0])) if self.took else None
        lower, _, upper = statistics.quantiles(self.took, n=4, method="inclusive")
        return lower, upper


@dataclass(frozen=True, slots=True)
class Late:
    """One limit that was not kept: done late, or not done and past its day."""

    area: str
    child: str
    rule: str
    title: str
    clock: str
    because: str
    citation: str
    edition: str
    checked: bool
    started_on: date
    due_on: date
    done_on: date | None
    over: int
    unit: str
    source: str

    @property
    def why(self) -> str:
        """The limit, where it comes from and what came of it, in a sentence."""
        return f"{self.title}: due by {self.due_on:%-d %B %Y}, {self.because} ({self.citation}); {self._came_of_it()}."

    def _came_of_it(self) -> str:
        over = f"{self.over:,} {_said(self.over, self.unit)} over"
        if self.done_on:
            return f"done on {self.done_on:%-d %B %Y}, {over}"
        # A return says nothing of the time after it, so that it cannot say how long a thing is overdue.
        return f"not done as far as the {self.source} tells" if self.source else f"not done, {over}"


def rows(area: Area, period: Period) -> list[Row]:
    """One row for each rule that has a limit in the period, in the order the guidance takes them."""
    calendar = calendar_in_force()
    found: dict[tuple[str, str], Row] = {}
    for deadline in _deadlines(area, period):
        row = found.setdefault((deadline.rule_id, deadline.clock), _row(area, deadline))
        if deadline.ended_on:
            row.ended += 1
        elif deadline.met_on is None:
            row.open += 1
            row.overdue += _is_overdue(deadline, period.told_on)
        else:
            row.late += deadline.was_late
            row.met += not deadline.was_late
            row.took.append(_took(deadline, row.unit, calendar))
    return sorted(found.values(), key=lambda row: _place(row.rule))


def late(area: Area, period: Period) -> Iterator[Late]:
    """Every limit of the period that was done late, or is not done and overdue, the most overdue of a rule first."""
    calendar = calendar_in_force()
    told: list[Late] = []
    for deadline in _deadlines(area, period, with_child=True):
        overdue = deadline.is_outstanding and _is_overdue(deadline, period.told_on)
        if overdue or (deadline.met_on and deadline.was_late):
            told.append(_late(area, deadline, period, calendar))
    return iter(sorted(told, key=lambda each: (_place(each.rule), -each.over, each.child, each.due_on)))


def _place(rule_id: str) -> tuple[int, str]:
    """Where a rule stands: the order in which the clocks are declared."""
    places = [place for place, clock in enumerate(CLOCKS) if clock.rule.id == rule_id]
    return (places[0] if places else len(CLOCKS), rule_id)


def _deadlines(area: Area, period: Period, *, with_child: bool = False) -> Iterator[Deadline]:
    limits = Deadline.objects.filter(period.holds(), area=area).exclude(rule_id__in=NO_LIMITS)
    found = limits.order_by("rule_id", "due_on", "id")
    if with_child:
        found = found.exclude(met_on=None, ended_on__isnull=False).select_related("child", "started_by")
    return found.iterator(chunk_size=_CHUNK)


def _row(area: Area, deadline: Deadline) -> Row:
    rule = timescale(deadline.rule_id)
    return Row(area.code, rule.id, rule.title, deadline.clock, deadline.force, _unit(deadline))


def _unit(deadline: Deadline) -> str:
    span = timescale(deadline.rule_id).within.at(deadline.starts_on).value
    if isinstance(span, WorkingDays):
        return WORKING_DAYS
    return HOURS if isinstance(span, Hours) else DAYS


def _is_overdue(deadline: Deadline, told_on: date) -> bool:
    return bool(deadline.due_on and deadline.due_on < told_on)


def _took(deadline: Deadline, unit: str, calendar: Calendar) -> int:
    if unit == HOURS and deadline.starts_at and deadline.met_at:
        return _hours(deadline.starts_at, deadline.met_at)
    assert deadline.met_on
    return _count(deadline.starts_on, deadline.met_on, unit, calendar)


def _count(start: date, end: date, unit: str, calendar: Calendar) -> int:
    return calendar.between(start, end) if unit == WORKING_DAYS else (end - start).days


def _hours(start: datetime, end: datetime) -> int:
    return int((end - start).total_seconds() // 3600)


def _late(area: Area, deadline: Deadline, period: Period, calendar: Calendar) -> Late:
    rule, unit = timescale(deadline.rule_id), _unit(deadline)
    assert deadline.due_on
    until = deadline.met_on or period.told_on
    if unit == HOURS and deadline.due_at and deadline.met_at:
        over = _hours(deadline.due_at, deadline.met_at)
    else:
        unit = WORKING_DAYS if unit == WORKING_DAYS else DAYS
        over = _count(deadline.due_on, until, unit, calendar)
    return Late(
        area=area.code, child=deadline.child.reference, rule=rule.id, title=rule.title, clock=deadline.clock,
        because=deadline.because, citation=deadline.citation, edition=deadline.edition, checked=deadline.checked,
        started_on=deadline.starts_on, due_on=deadline.due_on, done_on=deadline.met_on, over=over, unit=unit, source=deadline.started_by.source,
    )  # fmt: skip


def _said(count: int, unit: str) -> str:
    return unit.removesuffix("s") if count == 1 else unit
