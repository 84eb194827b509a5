"""Dates as a calendar file (iCalendar, RFC 5545), for another program. It holds references and nobody's name.

A calendar lies on telephones, is shared and is synchronised elsewhere, where nothing of what guards a record holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Protocol

FOLD = 75
MEETING = timedelta(hours=1)


class Planned(Protocol):
    """Something with a day. at: the moment, of a meeting. reference: whose it is, and never a person's name."""

    @property
    def what(self) -> str: ...

    @property
    def reference(self) -> str: ...

    @property
    def on(self) -> date | None: ...

    @property
    def at(self) -> datetime | None: ...

    @property
    def due(self) -> bool: ...

    @property
    def key(self) -> object: ...

    @property
    def href(self) -> str: ...


def calendar_of(planned: Iterable[Planned], now: datetime, absolute: Callable[[str], str]) -> str:
    """The file. Only what has a day is in it. absolute: makes an address of this service whole.

    A meeting stands for an hour; whatever has no time of day stands for the day and blocks nothing.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Alongside//Four weeks//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
    ]
    for one in planned:
        if one.on is not None:
            lines += _event(one, now, absolute)
    return "".join(f"{folded}\r\n" for line in (*lines, "END:VCALENDAR") for folded in [_folded(line)])


def _event(one: Planned, now: datetime, absolute: Callable[[str], str]) -> list[str]:
    assert one.on is not None
    if one.at and not one.due:
        when = [f"DTSTART:{_utc(one.at)}", f"DTEND:{_utc(one.at + MEETING)}"]
    else:
        when = [
            f"DTSTART;VALUE=DATE:{one.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{one.on + timedelta(days=1):%Y%m%d}",
            "TRANSP:TRANSPARENT",
        ]
    said = f"{'Due: ' if one.due else ''}{one.what}, {one.reference}"
    return [
        "BEGIN:VEVENT", f"UID:{one.key}@alongside", f"DTSTAMP:{_utc(now)}", *when, f"SUMMARY:{_escaped(said)}",
        "CLASS:CONFIDENTIAL", f"URL:{absolute(one.href)}", "END:VEVENT",
    ]  # fmt: skip


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line of more than 75 octets goes on after a line end and a space, never inside a character."""
    parts: list[str] = []
    part = ""
    for character in line:
        if len((part + character).encode()) > (FOLD if not parts else FOLD - 1):
            parts.append(part)
            part = ""
        part += character
    return "\r\n ".join((*parts, part))
