"""Looking up a child's NHS number: what is asked, whom, and what came back, to be compared by a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.family.details import add_identifier
from alongside.matching import comparing, explaining, weights
from alongside.matching.candidates import Band, band
from alongside.matching.comparing import Told
from alongside.matching.explaining import Line
from alongside.matching.nhs_numbers import SCHEME, Adapter, Traced, adapter
from alongside.matching.reading import told_of
from alongside.moments import day_of
from alongside.people.models import Identifier, Person
from alongside.refusals import Refusal

NONE_OF_THESE = "none"
NEEDED = {
    "a given name": comparing.GIVEN,
    "a family name": comparing.FAMILY,
    "a date of birth": comparing.BORN,
}


@dataclass(frozen=True, slots=True)
class Trace:
    """What can be asked of a child. off: why nothing can, in words. missing: what is not known yet and must be."""

    told: Told
    adapter: Adapter | None
    off: Refusal | None
    missing: tuple[str, ...]

    @property
    def may_ask(self) -> bool:
        return self.adapter is not None and not self.missing

    @property
    def recorded(self) -> tuple[str, ...]:
        """The NHS numbers on record."""
        return tuple(sorted(value for scheme, value in self.told.numbers if scheme == SCHEME))

    @property
    def asked(self) -> tuple[Line, ...]:
        """What would be asked with, in words. A protected address is not among it."""
        return explaining.lines(self.told, self.told, comparing.compare(self.told, self.told))


@dataclass(frozen=True, slots=True)
class Shown:
    """One candidate in words, as ``explaining`` tells of a record."""

    number: str
    source: str
    lines: tuple[Line, ...]
    decides: tuple[str, ...]
    beware: str


def of_child(child: Person, me: Practitioner) -> Trace:
    """What can be asked for this child. One query."""
    told = told_of([child])[child.pk]
    off, chosen = None, None
    try:
        chosen = adapter(me)
    except Refusal as refused:
        off = refused
    there = {
        comparing.GIVEN: any(given for given, _ in told.names), comparing.FAMILY: any(family for _, family in told.names),
        comparing.BORN: told.born is not None,
    }  # fmt: skip
    return Trace(told, chosen, off, tuple(words for words, field in NEEDED.items() if not there[field]))


def look(trace: Trace, child: Person, *, by: Practitioner, now: datetime) -> tuple[Traced, ...]:
    """Ask. That somebody asked is written down, with how many were found and whether anything went outside."""
    assert trace.adapter is not None
    found = trace.adapter.find(trace.told)
    write(
        Action.SEARCH, area=child.area, by=by, about=child.pk, about_kind="child", now=now, what="nhs-number",
        found=len(found), outside=trace.adapter.asks_outside,
    )  # fmt: skip
    return found


def compared(trace: Trace, found: Traced, now: datetime) -> Shown:
    """A candidate beside the child, field by field."""
    levels = comparing.compare(trace.told, found.told)
    sure: Band = band(levels, weights.in_use().likelihood(levels))
    return Shown(
        number=found.number, source=found.source, lines=explaining.lines(trace.told, found.told, levels),
        decides=tuple(
            one for one in explaining.decides(levels, trace.told, found.told, day_of(now)) if "NHS number" not in one
        ),
        beware=explaining.beware(levels, sure),
    )  # fmt: skip


def record(
    *, by: Practitioner, child: Person, found: tuple[Traced, ...], number: str, now: datetime
) -> Identifier | None:
    """Keep the number that a person chose, with who said so; nothing where it is none of these."""
    chosen = next((one for one in found if one.number == number), None)
    if chosen is None:
        return None
    return add_identifier(by=by, child=child, scheme=SCHEME, value=number, source=chosen.source, now=now)
