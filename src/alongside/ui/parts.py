"""What composite components are given: the shapes that pages fill in and templates show.

Plain values only, made by a page from its own records: no component ever asks the database.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from markupsafe import Markup

from alongside.ui.explained import gap
from alongside.ui.words import month_words


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, on a timeline. `gap` is filled in by `by_month`.

    silences: what the record does not hold from then on. marks: what people said it is significant for, and tags.
    remarks: their reasons and analysis, each with who said so and when.
    """

    on: date
    title: str
    by: str = ""
    at: datetime | None = None
    recorded: datetime | None = None
    href: str = ""
    details: str | Markup = ""
    tag: str = ""
    correction: str = ""
    gap: str = ""
    silences: tuple[str | Markup, ...] = ()
    marks: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """What somebody makes of something that happened: under which heading, in their words, and who and when."""

    heading: str
    words: str
    by: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a timeline: "May 2026", and a key for its address."""

    name: str
    key: str


def by_month(entries: Iterable[Entry], gaps: bool = True) -> list[tuple[Month, list[Entry]]]:
    """Entries, newest first, grouped by month; each told of the silence that came after it.

    gaps: false where some entries are left out, so that a silence would not be one.
    """
    told, later = [], None
    for entry in entries:
        told.append(replace(entry, gap=gap(entry.on, later)) if later and gaps else entry)
        later = entry.on
    return [
        (Month(month_words(key), f"{key:%Y-%m}"), list(inside))
        for key, inside in groupby(told, key=lambda entry: entry.on.replace(day=1))
    ]


@dataclass(frozen=True, slots=True)
class Someone:
    """A person in a child's life or in the work with them."""

    name: str
    role: str
    href: str = ""
    detail: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a long record. state: Not started, In progress, Done, or Cannot save yet."""

    title: str
    href: str
    state: str
    because: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Action:
    """One action of a plan: who does what by when, and how everyone will know it worked."""

    what: str
    owner: str
    agency: str = ""
    by: date | None = None
    how_we_know: str = ""
    state: str = "Not started"
    done_on: date | None = None
    href: str = ""


@dataclass(frozen=True, slots=True)
class Need:
    """A need of the child's, what must change, and the actions towards it. source: the plan it was taken over from."""

    need: str
    change: str = ""
    actions: tuple[Action, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Attended:
    """Somebody asked to a meeting: whether they took part, and whether their report came."""

    name: str
    agency: str
    attended: str
    role: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people changed: each side as it was sent, and as it reads."""

    name: str
    label: str
    yours: str
    theirs: str
    yours_words: str | Markup
    theirs_words: str | Markup
