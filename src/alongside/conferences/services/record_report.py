"""Keeping what an agency sent a conference, and whether the family has had it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.conferences.models import Booking, ConferenceReport
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def record_report(
    *,
    by: Practitioner,
    child: Person,
    booking: Booking,
    agency: Agency,
    written_by: str,
    received_on: date,
    words: Mapping[str, str],
    shared_on: date | None = None,
    not_shared_because: str = "",
    consulted: str = "",
    now: datetime,
) -> ConferenceReport:
    """Keep one agency's report to a booked conference; sent again, it takes the place of the first.

    consulted: what the police and the chair said to giving it to parents. words: by heading of ``child-protection.conference-report``; a heading may be left out. Raises Refusal for
    days in the future, or shared before it came.
    """
    policies.RECORD_CONFERENCE.lock(child, by)
    today = day_of(now)
    for day, field in ((received_on, "received_on"), (shared_on, "shared_on")):
        if day and day > today:
            raise Refusal(
                "This day is in the future.",
                f"You entered {day:%-d %B %Y}, and today is {today:%-d %B %Y}.",
                "Enter the day it happened, or leave it until it has.",
                field=field,
            )
    report = ConferenceReport.objects.filter(booking=booking, agency=agency).first()
    if report is not None and report.sent_as != ConferenceReport.SentAs.RECORDED:
        raise Refusal(
            f"{agency} has sent this report itself.", "What an agency sent is never written over.",
            "Ask the agency to add to it.", field="agency",
        )  # fmt: skip
    report = report or ConferenceReport(booking=booking, agency=agency, recorded_at=now, recorded_by=by)
    report.written_by, report.received_on, report.words = written_by, received_on, dict(words)
    report.shared_on, report.not_shared_because, report.consulted = shared_on, not_shared_because, consulted
    report.recorded_at, report.recorded_by = now, by
    check(report)
    keep(report)
    return report
