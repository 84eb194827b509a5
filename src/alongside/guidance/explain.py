"""A due date explained, as words for people and as values for programs. Pure functions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Force, Heading, Step
from alongside.guidance.kernel.spans import Day, Span
from alongside.guidance.kernel.words import LONDON, listed, time_in_words, weekday_in_words

FORCES = {
    Force.MUST: "must: the law, or the text's own mandatory words",
    Force.SHOULD: "should: followed unless there is good reason, which is recorded",
    Force.MAY: "may: allowed, or open to them to choose",
    Force.LOCAL: "local: one council's or area's own, beside the national rule",
}

OVER = "over: nothing is asked any more"


class NotADay(ValueError):
    """What was typed is neither a day nor a time. ``why`` and ``do`` say what to change."""

    def __init__(self, typed: str, why: str, do: str) -> None:
        super().__init__(f"{typed} is not a day or a time. {why} {do}")
        self.typed = typed
        self.why = why
        self.do = do


@dataclass(frozen=True, slots=True)
class Start:
    """A start as typed: a day, or an aware time. ``assumed`` says what was taken for granted."""

    value: date | datetime
    assumed: str = ""


def read_start(typed: str) -> Start:
    """Read a day (2025-04-17) or a time (2026-10-23T22:00, with or without an offset).

    A time without an offset is taken as local time in England, and says so. Raises NotADay
    for what cannot be read and for a time the clocks skipped.
    """
    how = "Write a day as 2025-04-17, or a time as 2026-10-23T22:00."
    text = typed.strip()
    try:
        if len(text) <= 10:
            return Start(date.fromisoformat(text))
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        reason = str(error)
        raise NotADay(typed, f"{reason[:1].upper()}{reason[1:]}.", how) from None
    if moment.tzinfo is not None:
        return Start(moment)
    return _in_england(typed, moment, LONDON)


def _in_england(typed: str, moment: datetime, zone: ZoneInfo) -> Start:
    local = moment.replace(tzinfo=zone)
    if local.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != moment:
        raise NotADay(
            typed,
            "The clocks went forward over that hour, so it did not happen.",
            "Give the time after the change, or a time with its offset from UTC.",
        )
    assumed = "taken as local time in England"
    if local.replace(fold=1).utcoffset() != local.utcoffset():
        assumed += ", the first of two: the clocks went back in that hour"
    return Start(local, assumed)


def in_words(value: Any) -> str:
    """A provision's value as one line: a span, a list of people, headings, outcomes or words."""
    if isinstance(value, str | Span):
        return str(value)
    if isinstance(value, Sequence):
        return listed([_item(item) for item in value])
    return str(value)


def _item(item: Any) -> str:
    if isinstance(item, Heading):
        return item.label
    if isinstance(item, Step):
        return f"{item.key} ({item.label})"
    return str(item)


def as_mapping(due: Due) -> dict[str, Any]:
    """A due date as plain values, ready for JSON. ``due`` is None where no number is set."""
    return {
        "rule": due.rule.id,
        "starts": due.starts.isoformat(),
        "due": _when(due),
        "force": due.force.value,
        "citation": str(due.citation),
        "edition": due.edition,
        "checked": due.checked,
        "counted": [{"date": day.date.isoformat(), "number": day.number} for day in due.counted],
        "skipped": [{"date": day.date.isoformat(), "because": day.skipped_because} for day in due.skipped],
    }


def _when(due: Due) -> str | None:
    if due.at is not None:
        return due.at.astimezone(LONDON).isoformat()
    return due.on.isoformat() if due.on else None


def as_text(due: Due, *, assumed: str = "", asked_edition: str = "") -> str:
    """A due date as lines a person can check by hand."""
    lines = [
        f"{due.rule.title}: {_headline(due)}",
        f"  {due.because}.",
        *([f"  The time is {assumed}."] if assumed else []),
        *([f"  {due.remark}"] if due.remark else []),
        *(f"  Warn {_ahead(due, moment)} before: {time_in_words(moment)}" for moment in due.warnings),
        *_counting(due.days),
        f"Rule:     {due.rule.id}",
        f"Until:    {due.rule.until}",
        f"By:       {due.rule.responsible}",
        f"Force:    {OVER if due.provision.over else FORCES[due.force]}",
        f"Citation: {due.citation}",
        f"Edition:  {due.edition}",
        f"Checked:  {due.provision.standing.removeprefix('checked ')}",
    ]
    if asked_edition:
        lines.append(f"Asked:    what {asked_edition} says, whatever text was in force on that day.")
    if due.rule.notes:
        lines.append(f"Note:     {due.rule.notes}")
    return "\n".join(lines)


def _headline(due: Due) -> str:
    if due.at is not None:
        return f"by {time_in_words(due.at)}"
    if due.on is not None:
        return f"by {weekday_in_words(due.on)}"
    return f"{due.span} (no date to count to)"


def _ahead(due: Due, moment: datetime) -> str:
    if due.at is None:
        return ""
    return f"{round((due.at - moment).total_seconds() / 3600)} hours"


def _counting(days: Sequence[Day]) -> list[str]:
    return [
        f"  {day.number:>3}  {weekday_in_words(day.date)}"
        if day.number is not None
        else f"    -  {weekday_in_words(day.date)}: skipped{_reason(day)}"
        for day in days
    ]


def _reason(day: Day) -> str:
    return "" if day.date.weekday() > 4 else f", {day.skipped_because}"
