"""Booking a conference, and calling one off."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import product

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import open_case
from alongside.conferences.models import Booking, BookingChild, Invitation
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.refusals import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """Someone asked to come, and whether they are asked for a report."""

    name: str
    part: str = ""
    agency: Agency | None = None
    practitioner: Practitioner | None = None
    report_wanted: bool = False


@transaction.atomic
def book_conference(
    *,
    by: Practitioner,
    children: Sequence[Person],
    kind: str,
    starts_at: datetime,
    place: str,
    chair: Practitioner | None = None,
    invitations: Sequence[Invited] = (),
    timing_reason: str = "",
    reports_by: date | None = None,
    now: datetime,
) -> Booking:
    """Book a conference about these children. Nothing has happened to them yet, so no entry is written.

    A weekend, a bank holiday or a day beyond the limit is booked like any other, with the reason where one
    was given. Raises Refusal for a moment that has passed, and for reports wanted after the conference.
    """
    if starts_at <= now:
        raise Refusal(
            "This time has passed.",
            f"You entered {day_of(starts_at):%-d %B %Y}, and today is {day_of(now):%-d %B %Y}.",
            "Enter a time to come. If the conference has been held, record it instead.",
            field="starts_at",
        )
    if reports_by is not None and not day_of(now) <= reports_by <= day_of(starts_at):
        raise Refusal(
            "Reports cannot be wanted by this day.",
            f"You entered {reports_by:%-d %B %Y}; the conference is on {day_of(starts_at):%-d %B %Y}.",
            "Enter a day from today up to the day of the conference, or leave it.",
            field="reports_by",
        )
    in_order = sorted(children, key=lambda child: str(child.pk))
    cases = [open_case(policies.RECORD_CONFERENCE.lock(child, by)) for child in in_order]
    booking = Booking(
        area_id=cases[0].area_id, kind=kind, starts_at=starts_at, place=place, chair=chair, timing_reason=timing_reason,
        reports_by=reports_by, called_at=now, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(booking)
    keep(booking)
    BookingChild.objects.bulk_create(BookingChild(booking=booking, case=case) for case in cases)
    for one in invitations:
        invitation = Invitation(
            booking=booking, name=one.name, part=one.part, agency=one.agency, practitioner=one.practitioner,
            report_wanted=one.report_wanted, invited_on=day_of(now),
        )  # fmt: skip
        check(invitation)
        keep(invitation)
        _tell_systems(booking, invitation, in_order, now)
    return booking


def _tell_systems(
    booking: Booking, invitation: Invitation, children: Sequence[Person], now: datetime
) -> None:
    events = [Event.CONFERENCE_INVITED, *([Event.REPORT_ASKED] if invitation.report_wanted else [])]
    for event, child in product(events, children):
        happened(
            event, area=booking.area_id, agency=invitation.agency, about=invitation, now=now,
            data={"conference": str(booking.pk), "child": child.reference},
        )  # fmt: skip


@transaction.atomic
def cancel_booking(*, by: Practitioner, child: Person, booking: Booking, because: str) -> Booking:
    """Call a booked conference off. Raises Refusal where it has been held."""
    policies.RECORD_CONFERENCE.lock(child, by)
    booking = Booking.objects.select_for_update(of=("self",)).get(pk=booking.pk, children__case__child=child)
    if booking.conference_id:
        raise Refusal(
            "This conference has been held.",
            "Its record is in the chronology, and a conference that was held cannot be called off.",
            "Correct the record of the conference if it is wrong.",
            field="because",
        )
    booking.cancelled_because = because
    check(booking)
    keep(booking, update_fields=["cancelled_because"])
    return booking
