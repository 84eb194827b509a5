"""The timeliness report, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from alongside.agencies.models import Area

from .timeliness import Late, Period, Row

#: How many late ones are written out unless all are asked for.
SHOWN = 20


def as_json(period: Period, rows: Iterable[Row], late: Iterable[Late]) -> dict[str, Any]:
    """Rows and late ones as plain values. Days are year-month-day; what is not known is null."""
    return {
        "from": _day(period.first),
        "to": _day(period.last),
        "told_on": _day(period.told_on),
        "rows": [_row(row) for row in rows],
        "late": [_late(each) for each in late],
    }


def _row(row: Row) -> dict[str, Any]:
    return {
        "area": row.area, "rule": row.rule, "clock": row.clock, "due": row.due, "met": row.met, "late": row.late,
        "open": row.open, "overdue": row.overdue, "ended": row.ended, "median": row.median,
        "quartiles": list(row.quartiles) if row.quartiles else None, "unit": row.unit, "force": row.force,
    }  # fmt: skip


def _late(each: Late) -> dict[str, Any]:
    return {
        "area": each.area, "child": each.child, "rule": each.rule, "clock": each.clock,
        "started_on": _day(each.started_on), "due_on": _day(each.due_on), "done_on": _day(each.done_on),
        "over": each.over, "unit": each.unit, "because": each.because, "citation": each.citation,
        "edition": each.edition, "checked": each.checked, "source": each.source, "why": each.why,
    }  # fmt: skip


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def as_text(area: Area, period: Period, rows: Sequence[Row], late: Sequence[Late], *, every: bool) -> str:
    """One area's report: a table, then the late ones with the reason."""
    lines = [f"Timeliness in {area.code} {area.name}, {_period(period)}", ""]
    if not rows:
        return "\n".join([*lines, "No time limit falls in this period."])
    lines += _table(rows)
    if late:
        lines += ["", f"Late, or overdue on {period.told_on:%-d %B %Y}: {len(late):,}", *_listed(late, every)]
    return "\n".join(lines)


def _period(period: Period) -> str:
    first = f"due from {period.first:%-d %B %Y}" if period.first else ""
    last = f"due to {period.last:%-d %B %Y}" if period.last else ""
    if first and last:
        return f"{first} to {period.last:%-d %B %Y}"
    return first or last or "everything on record"


def _table(rows: Sequence[Row]) -> list[str]:
    head = ("Rule", "Clock", "Due", "Met", "Late", "Open", "In time", "Median", "Quartiles", "In")
    cells = [head, *(_cells(row) for row in rows)]
    widths = [max(len(line[place]) for line in cells) for place in range(len(head))]
    return ["  ".join(_aligned(line, widths)).rstrip() for line in cells]


def _aligned(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    words = (0, 1, len(line) - 1)
    return [
        text.ljust(width) if place in words else text.rjust(width)
        for place, (text, width) in enumerate(zip(line, widths, strict=True))
    ]


def _cells(row: Row) -> tuple[str, ...]:
    done = row.met + row.late
    share = f"{100 * row.met / done:.0f}%" if done else "-"
    quartiles = " to ".join(f"{each:g}" for each in row.quartiles) if row.quartiles else "-"
    median = f"{row.median:g}" if row.median is not None else "-"
    counts = (f"{row.due:,}", f"{row.met:,}", f"{row.late:,}", f"{row.open:,}")
    return (row.rule, row.clock, *counts, share, median, quartiles, row.unit)


def _listed(late: Sequence[Late], every: bool) -> list[str]:
    shown = late if every else late[:SHOWN]
    lines = [f"  {each.child}  {each.why}" for each in shown]
    if len(shown) < len(late):
        lines.append(f"  and {len(late) - len(shown):,} more; --late lists them all")
    return lines
