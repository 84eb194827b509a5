"""Who a letter can be to, and what is known around a child when one is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from alongside.chronology.models import Entry
from alongside.letters.models import Audience
from alongside.letters.protecting import Known


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody a letter can be to. key: the same for two letters to the same reader."""

    audience: Audience
    name: str
    person_key: UUID | None = None
    agency_key: UUID | None = None
    as_what: str = ""

    @property
    def key(self) -> str:
        return f"{self.audience.value}:{self.person_key or self.agency_key or self.name}"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a field holds, before anybody asked who reads it. tells_where: it names a place or an agency.

    instead: what may stand there even so, without the place.
    """

    words: str
    tells_where: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What one reader may be shown. left_out: what stands in the record and not here, each with why."""

    fields: dict[str, str]
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step beside the case in which somebody was given something in writing. strand: of which kind; key: which."""

    strand: str
    key: UUID | None
    entry: UUID | None
    on: date
    answers: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Record:
    """What a letter needs to know around a child, read in one query: see ``read_record``.

    homes: keys of protected homes and numbers are among ``known``. entries: what makes letters due, in order.
    outcomes: by the key of a letter. words: an area's own templates, by kind and audience, the latest.
    referrers: the last to refer stands last; one who gave no name has none, and is told nothing.
    local_days: the area's own figures by what they are for, each from a day on, the latest last.
    """

    known: tuple[Known, ...] = ()
    other_children: tuple[str, ...] = ()
    lead: str = ""
    team: str = ""
    parents: tuple[Reader, ...] = ()
    carers: tuple[Reader, ...] = ()
    agencies: tuple[Reader, ...] = ()
    referrers: dict[str, str] = field(default_factory=dict)
    released: frozenset[tuple[str, str]] = frozenset()
    words: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()
    outcomes: dict[UUID, list[tuple[str, date, str]]] = field(default_factory=dict)
    told: tuple[tuple[str, UUID | None, date], ...] = ()
    copied: tuple[tuple[str, UUID | None, date], ...] = ()
    steps: tuple[Step, ...] = ()
    conference_on: date | None = None
    #: Since when people are invited to it as it stands: a letter to an earlier one, or to another day, is not to this.
    conference_called: datetime | None = None
    #: Whether a plan of help runs, and no child protection plan.
    helped: bool = False
    local_days: dict[str, tuple[tuple[date, int], ...]] = field(default_factory=dict)

    @property
    def somebody_is_protected(self) -> bool:
        """Whether anybody of the family has, or had, a protected home or number."""
        return any(one.protected for one in self.known)

    def local(self, what: str, on: date) -> int | None:
        """The working days that the area gives itself for something that happened on a day, if it set any."""
        days = [days for since, days in self.local_days.get(what, ()) if since <= on]
        return days[-1] if days else None

    def released_to(self, recipient: str) -> set[str]:
        """The keys of protected homes and numbers that a manager released to this reader."""
        return {key for whom, key in self.released if whom == recipient}
