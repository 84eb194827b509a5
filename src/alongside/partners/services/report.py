"""An agency's own report to a conference: kept as a draft, sent once, added to afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.conferences.forms.report import SHORT
from alongside.conferences.models import Booking, BookingChild, ConferenceReport, ReportAddendum
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.partners.models import ReportDraft
from alongside.partners.services.reply import refuse_if_over
from alongside.partners.telling import own_agency, tell_lead
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.words import date_words

RULE = "child-protection.conference-report"
SentAs = ConferenceReport.SentAs


@transaction.atomic
def send_report(
    *,
    by: Practitioner,
    child: Person,
    booking: Booking,
    agency: Agency,
    words: Mapping[str, str],
    shared_on: date | None = None,
    not_shared_because: str = "",
    now: datetime,
) -> ConferenceReport:
    """Send the agency's report. Once: what comes later is an addendum. The draft goes.

    words: by heading of the rule. A heading left out is a shortfall and no bar; so is a family that has not had it.
    Raises Refusal where one was sent, the conference is over, or a day lies in the future.
    """
    policies.REPORT_TO_CONFERENCE.lock(child, by)
    own_agency(by, agency)
    report = keep_report(
        booking, agency, words, written_by=by.name, by=by, sent_as=SentAs.AGENCY, now=now,
        shared_on=shared_on, not_shared_because=not_shared_because,
    )  # fmt: skip
    ReportDraft.objects.filter(booking=booking, agency=agency, link=None).delete()
    return report


def keep_report(
    booking: Booking, agency: Agency, words: Mapping[str, str], *, written_by: str, by: Practitioner, sent_as: str,
    now: datetime, shared_on: date | None, not_shared_because: str,
) -> ConferenceReport:  # fmt: skip
    """Keep the report of whoever was let in to write it; enter it for each child, and tell who leads and who chairs.

    by: who answers for the entry; for a guest, whoever invited them.
    """
    booking = Booking.objects.select_for_update(of=("self",)).select_related("chair").get(pk=booking.pk)
    refuse_if_over(booking, held=False)
    _refuse_second(booking, agency)
    _refuse_future(shared_on, day_of(now))
    report = ConferenceReport(
        booking=booking, agency=agency, written_by=written_by, received_on=day_of(now), words=dict(words),
        shared_on=shared_on, not_shared_because=not_shared_because, sent_as=sent_as, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(report)
    keep(report)
    # Three questions are a whole answer to what was asked: what was not asked for is not missing.
    short = words.keys() <= set(SHORT) and words.keys() & set(SHORT[:2])
    missing = [] if short else expected_but_absent(RULE, words.keys(), day_of(now))
    late = is_late(report)
    family = "The family has had it." if shared_on else f"The family has not had it: {not_shared_because}"
    for one in BookingChild.objects.filter(booking=booking).select_related("case__child"):
        entry = kinds.CONFERENCE_REPORT_SENT.record(
            one.case, on=day_of(now), at=now, by=by, now=now, source=agency.name[:100], agency=agency.name,
            author=written_by, conference=booking.get_kind_display().lower(), family=f"{family} {late}".strip(),
        )  # fmt: skip
        record_shortfall(entry, RULE, missing)
        link = reverse_for("conferences:booking", one.case.child.reference, booking.pk)
        tell_lead(
            one.case,
            f"{agency} sent its report ({booking}). {late}".strip(),
            link=link,
            also=booking.chair,
            now=now,
        )
        refresh(one.case)
    return report


def is_late(report: ConferenceReport) -> str:
    """That a report came after its day, or after the conference, in a sentence; empty where it came in time."""
    booking, came = report.booking, report.received_on
    if booking.conference_id:
        return "It came after the conference had been held, and goes to the core group."
    if booking.reports_by and came > booking.reports_by:
        return f"It was wanted by {date_words(booking.reports_by)}, and is read all the same."
    return ""


@transaction.atomic
def add_to_report(
    *, by: Practitioner, child: Person, report: ConferenceReport, words: str, now: datetime
) -> ReportAddendum:
    """Add to a report that was sent. Nothing of the report changes."""
    policies.REPORT_TO_CONFERENCE.lock(child, by)
    own_agency(by, report.agency)
    addendum = ReportAddendum(report=report, words=words, written_by=by.name, recorded_at=now, recorded_by=by)
    check(addendum)
    keep(addendum)
    booking = report.booking
    for one in BookingChild.objects.filter(booking=booking).select_related("case__child"):
        link = reverse_for("conferences:booking", one.case.child.reference, booking.pk)
        tell_lead(
            one.case,
            f"{report.agency} added to its report ({booking}).",
            link=link,
            also=booking.chair,
            now=now,
        )
    return addendum


@transaction.atomic
def keep_draft(
    *, by: Practitioner, child: Person, booking: Booking, agency: Agency, typed: str, now: datetime
) -> ReportDraft:
    """Keep what has been typed so far, for anybody of the agency who goes on with it."""
    policies.REPORT_TO_CONFERENCE.lock(child, by)
    own_agency(by, agency)
    draft, _ = ReportDraft.objects.update_or_create(
        booking=booking, agency=agency, link=None, defaults={"typed": typed, "saved_at": now, "saved_by": by}
    )
    return draft


def _refuse_second(booking: Booking, agency: Agency) -> None:
    sent = ConferenceReport.objects.filter(booking=booking, agency=agency).first()
    if sent is not None:
        raise Refusal(
            f"{agency} has sent its report to this conference.",
            f"{sent.written_by} wrote it, and it came on {sent.received_on:%-d %B %Y}. What was sent is never changed.",
            "Add to it instead: open the report and write an addendum.",
        )  # fmt: skip


def _refuse_future(day: date | None, today: date) -> None:
    if day and day > today:
        raise Refusal(
            "This day is in the future.",
            f"You entered {day:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter the day the family had it, or say why they have not had it yet.", field="shared_on",
        )  # fmt: skip
