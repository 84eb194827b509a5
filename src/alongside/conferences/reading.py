"""A conference, and a booking, as pages show them: what hangs on one is read in one query, however much it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.functions import Concat

from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.conferences.models import (
    Attendance,
    Booking,
    BookingChild,
    ConferenceDecision,
    ConferenceReport,
    ConsideredAtReview,
    Dissent,
    EnoughThere,
    Invitation,
    KeptAway,
    PapersGiven,
    ReportAddendum,
)
from alongside.people.models import Person
from alongside.plans.lists import Line, listed, read


def hanging_on(decision: ConferenceDecision) -> dict[str, list[Line]]:
    """Who was at the conference ("attendance"), who disagreed ("dissent"), what was missing ("shortfall")."""
    return read(
        listed("attendance", Attendance.objects.filter(conference=decision.conference_id), name="name", part="part",
               source="agency__name", state="came", report="report", on="report_received_on", key="id"),
        listed("dissent", Dissent.objects.filter(decision=decision), name="name", source="agency__name",
               words="reasons", key="id"),
        listed("considered", ConsideredAtReview.objects.filter(decision=decision), name="child__called", words="words",
               key="id"),
        listed("shortfall", Shortfall.objects.filter(entry=decision.entry_id), words="words", part="explanation", key="id"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class BookingRead:
    """A booked conference, the children it is about, who is invited, and the reports that came."""

    booking: Booking
    children: list[Person]
    invited: list[tuple[Line, Line | None]] = field(default_factory=list)
    reports: list[Line] = field(default_factory=list)
    added: list[Line] = field(default_factory=list)
    away: list[Line] = field(default_factory=list)
    too_few: list[Line] = field(default_factory=list)
    given: list[Line] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    also: Mapping[str, list[Line]] = field(default_factory=dict)

    def case_of(self, child: Person) -> Case:
        """The case of one of its children, with its area."""
        found = next(case for case in self.cases if case.child_id == child.pk)
        found.child = child
        return found

    @property
    def unasked(self) -> list[Line]:
        """Reports from agencies that were not invited."""
        asked = {line.owner for line, _ in self.invited}
        return [report for report in self.reports if report.owner not in asked]


def read_booking(child: Person, key: UUID, *also: QuerySet[Any]) -> BookingRead | None:
    """A conference booked about this child; None where there is none of this key. Two queries.

    also: other lists that a page wants to be read in the same question.
    """
    about = BookingChild.objects.filter(booking=key).select_related(
        "booking__chair", "case__child", "case__area"
    )
    rows = list(about)
    if child.pk not in {row.case.child_id for row in rows}:
        return None
    found = read(
        listed("invited", Invitation.objects.filter(booking=key), name="name", part="part", source="agency__name",
               owner="agency", state="report_wanted", report="answer", words=Concat("sends", "answer_reason"),
               at="answered_at", on="invited_on", since="asked_again_on", key="id"),
        # source: who decided. report: how their views come.
        listed("away", KeptAway.objects.filter(booking=key), name="name", part="away_from", source="decided_by__name",
               words="reasons", report="views_come", on="decided_on", owner="invitation", key="id"),
        # name: the decision. part: who was missing. report: what keeps the child safe meanwhile.
        listed("few", EnoughThere.objects.filter(booking=key), name="decision", part="missing", source="decided_by__name",
               words="reasons", report="interim_plan", state="there", at="booked_for", key="id"),
        listed("given", PapersGiven.objects.filter(booking=key), on="given_on", owner="invitation", state="how", key="id"),
        # owner: the report's.
        listed("added", ReportAddendum.objects.filter(report__booking=key), name="written_by", words="words",
               at="recorded_at", owner="report", key="id"),
        listed("report", ConferenceReport.objects.filter(booking=key), name="written_by", source="agency__name",
               owner="agency", on="received_on", since="shared_on", part="not_shared_because", state="consulted", words="words", key="id"),
        *also,
    )  # fmt: skip
    reports = found.get("report", [])
    by_agency = {report.owner: report for report in reports}
    invited = [(line, by_agency.get(line.owner) if line.owner else None) for line in found.get("invited", [])]
    return BookingRead(
        rows[0].booking, [row.case.child for row in rows], invited, reports, found.get("added", []),
        found.get("away", []), found.get("few", []), found.get("given", []), [row.case for row in rows], found,
    )  # fmt: skip


def words_of(report: Line) -> dict[str, str]:
    """What a report says, by the key of each heading."""
    said: dict[str, str] = json.loads(report.words or "{}")
    return said
