"""A conference as one invited agency sees it: when and where, what is expected, its own answer and report. Reads only."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import Http404, QueryDict

from alongside.access.policies import SEE_PART
from alongside.agencies.models import Agency, Practitioner
from alongside.conferences.models import (
    Booking,
    BookingChild,
    ConferenceReport,
    Invitation,
    Kind,
    ReportAddendum,
)
from alongside.facts import Fact, listed_as, read
from alongside.partners.asked import as_text, said_in
from alongside.partners.models import ReportDraft
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Sent:
    """This agency's report as it was sent. words: by heading. added: who, when, what."""

    key: UUID
    by: str
    on: date
    shared_on: date | None
    not_shared_because: str
    words: dict[str, str]
    added: list[tuple[str, datetime, str]]


@dataclass(slots=True)
class Invited:
    """agency: whose answer and report it is. invitation: none where the agency works with the child but is not invited."""

    booking: Booking
    chair: str
    agency: Agency
    about: list[str] = field(default_factory=list)
    invitation: Invitation | None = None
    report: Sent | None = None
    draft: QueryDict | None = None
    draft_at: datetime | None = None

    @property
    def is_over(self) -> bool:
        return bool(self.booking.conference_id or self.booking.cancelled_because)


def read_invited(child: Person, me: Practitioner, key: UUID) -> Invited:
    """The booked conference about this child as the reader's agency sees it. Raises Http404 without. One query."""
    rows: dict[str, list[Fact]] = {}
    for row in read(_lists(child, me, key)):
        rows.setdefault(row.what, []).append(row)
    if not rows.get("booking") or not rows.get("agency"):
        raise Http404("There is no invitation here that you can open.")
    invitation = next(iter(rows.get("invited", [])), None)
    found = Invited(_booking(rows["booking"][0], key), rows["booking"][0].detail, _agency(rows, invitation))
    found.booking.cancelled_because = next((row.detail for row in rows.get("cancelled", [])), "")
    found.about = sorted(row.name for row in rows.get("about", []))
    found.invitation = _invitation(invitation, key) if invitation else None
    found.report = _report(rows, found.agency)
    for row in rows.get("draft", []):
        found.draft, found.draft_at = QueryDict(row.detail), row.at
    return found


def _lists(child: Person, me: Practitioner, key: UUID) -> list[QuerySet[Any]]:
    mine: Any = me.scope.partner_agencies
    this = Booking.objects.filter(pk=key, children__case__child=child)
    about = SEE_PART.filter_through("case__child", BookingChild.objects.filter(booking=key), me)
    reports = ConferenceReport.objects.filter(booking=key, agency__in=mine)
    return [
        # name: the kind. role: the place. detail: the chair. key: the conference it became.
        listed_as("booking", this, name="kind", role="place", detail="chair__name", at="starts_at", key="conference"),
        listed_as("cancelled", this.exclude(cancelled_because=""), detail="cancelled_because"),
        listed_as("agency", Agency.objects.filter(pk__in=mine), name="name", key="pk"),
        listed_as("about", about, name="case__child__called"),
        listed_as("invited", Invitation.objects.filter(Q(agency__in=mine) | Q(practitioner=me), booking=key), name="name", role="part", from_on="invited_on", at="answered_at", key="pk",
                  detail=as_text(agency="agency", answer="answer", reason="answer_reason", sends="sends",
                                 wanted="report_wanted", by="answered_by")),
        listed_as("report", reports, name="written_by", role="not_shared_because", from_on="received_on",
                  to_on="shared_on", detail=Cast("words", TextField()), key="pk"),
        listed_as("report-agency", reports, key="agency"),
        listed_as("added", ReportAddendum.objects.filter(report__in=reports.values("pk")), name="written_by",
                  detail="words", at="recorded_at"),
        listed_as("draft", ReportDraft.objects.filter(booking=key, agency__in=mine, link=None), detail="typed", at="saved_at"),
    ]  # fmt: skip


def _booking(row: Fact, key: UUID) -> Booking:
    assert row.at is not None
    return Booking(id=key, kind=Kind(row.name), place=row.role, starts_at=row.at, conference_id=row.key)


def _agency(rows: dict[str, list[Fact]], invitation: Fact | None) -> Agency:
    """The agency that was invited, or that has reported; of several the first by name."""
    theirs = {row.key: row for row in sorted(rows["agency"], key=lambda row: row.name)}
    asked = said_in(invitation.detail)["agency"] if invitation else None
    chosen = UUID(str(asked)) if asked else next((row.key for row in rows.get("report-agency", [])), None)
    row = theirs.get(chosen) or next(iter(theirs.values()))
    assert row.key is not None
    return Agency(id=row.key, name=row.name)


def _invitation(row: Fact, key: UUID) -> Invitation:
    told = said_in(row.detail)
    assert row.key is not None
    assert row.from_on is not None
    return Invitation(
        id=row.key, booking_id=key, name=row.name, part=row.role, invited_on=row.from_on, answered_at=row.at,
        agency_id=UUID(str(told["agency"])) if told["agency"] else None, answer=told["answer"],
        answer_reason=told["reason"], sends=told["sends"], report_wanted=bool(told["wanted"]), answered_by=told["by"],
    )  # fmt: skip


def _report(rows: dict[str, list[Fact]], agency: Agency) -> Sent | None:
    for row in rows.get("report", []):
        assert row.key is not None
        assert row.from_on is not None
        added = [(one.name, one.at, one.detail) for one in rows.get("added", []) if one.at]
        return Sent(
            key=row.key, by=row.name, on=row.from_on, shared_on=row.to_on, not_shared_because=row.role,
            words=said_in(row.detail), added=sorted(added, key=lambda one: one[1]),
        )  # fmt: skip
    return None
