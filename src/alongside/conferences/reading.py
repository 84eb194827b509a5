"""A conference, and a booking, as pages show them: what hangs on one is read in one query, however much it is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import DateField, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Cast

from alongside.chronology.models import Shortfall
from alongside.conferences.models import (
    Attendance,
    Booking,
    BookingChild,
    ConferenceDecision,
    ConferenceReport,
    Dissent,
    Invitation,
)
from alongside.people.models import Person

COLUMNS: dict[str, Any] = {
    "name": TextField, "part": TextField, "agency_name": TextField, "state": TextField, "report": TextField,
    "words": TextField, "on": DateField, "shared_on": DateField, "agency_key": UUIDField, "key": UUIDField,
}  # fmt: skip

#: The kind of the row and its columns of words, which are empty rather than missing.
WORDS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One row of whatever hangs on a conference or a booking; ``what`` says of which kind."""

    what: str
    name: str
    part: str
    agency_name: str
    state: str
    report: str
    words: str
    on: date | None
    shared_on: date | None
    agency_key: UUID | None
    key: UUID


def _lines(what: str, records: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    nothing = {name: Cast(Value(None), kind()) for name, kind in COLUMNS.items()}
    chosen = [Cast(columns.get(name, nothing[name]), kind()) for name, kind in COLUMNS.items()]
    return records.order_by().values_list(Value(what, output_field=TextField()), *chosen)


def _read(first: QuerySet[Any], *others: QuerySet[Any]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    rows = []
    for row in first.union(*others, all=True):
        cells: list[Any] = ["" if cell is None and place < WORDS else cell for place, cell in enumerate(row)]
        rows.append(Line(*cells))
    for line in sorted(rows, key=lambda one: str(one.key)):
        found.setdefault(line.what, []).append(line)
    return found


def hanging_on(decision: ConferenceDecision) -> dict[str, list[Line]]:
    """Who was at the conference ("attendance"), who disagreed ("dissent"), what was missing ("shortfall")."""
    return _read(
        _lines("attendance", Attendance.objects.filter(conference=decision.conference_id), name="name", part="part",
               agency_name="agency__name", state="came", report="report", on="report_received_on", key="id"),
        _lines("dissent", Dissent.objects.filter(decision=decision), name="name", agency_name="agency__name",
               words="reasons", key="id"),
        _lines("shortfall", Shortfall.objects.filter(entry=decision.entry_id), words="words", part="explanation", key="id"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookingRead:
    """A booked conference, the children it is about, who is invited, and the reports that came."""

    booking: Booking
    children: list[Person]
    invited: list[tuple[Line, Line | None]] = field(default_factory=list)
    reports: list[Line] = field(default_factory=list)

    @property
    def unasked(self) -> list[Line]:
        """Reports from agencies that were not invited."""
        asked = {line.agency_key for line, _ in self.invited}
        return [report for report in self.reports if report.agency_key not in asked]


def read_booking(child: Person, key: UUID) -> BookingRead | None:
    """A conference booked about this child; None where there is none of this key. Two queries."""
    about = BookingChild.objects.filter(booking=key).select_related("booking__chair", "case__child")
    rows = list(about)
    if child.pk not in {row.case.child_id for row in rows}:
        return None
    found = _read(
        _lines("invited", Invitation.objects.filter(booking=key), name="name", part="part", agency_name="agency__name",
               agency_key="agency", state="report_wanted", key="id"),
        _lines("report", ConferenceReport.objects.filter(booking=key), name="written_by", agency_name="agency__name",
               agency_key="agency", on="received_on", shared_on="shared_on", part="not_shared_because", words="words", key="id"),
    )  # fmt: skip
    reports = found.get("report", [])
    by_agency = {report.agency_key: report for report in reports}
    invited = [
        (line, by_agency.get(line.agency_key) if line.agency_key else None)
        for line in found.get("invited", [])
    ]
    return BookingRead(rows[0].booking, [row.case.child for row in rows], invited, reports)


def words_of(report: Line) -> dict[str, str]:
    """What a report says, by the key of each heading."""
    said: dict[str, str] = json.loads(report.words or "{}")
    return said
