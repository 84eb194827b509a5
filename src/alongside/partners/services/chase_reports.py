"""Asking again for a report to a conference: by hand, and by itself until it has come, nobody comes, or there is no conference."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Post, Practitioner, Role
from alongside.conferences.models import Booking, BookingChild, ConferenceReport, Invitation
from alongside.deadlines.calendars import calendar_in_force
from alongside.guidance.kernel.spans import WorkingDays
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.services import send_email
from alongside.partners.models import GuestLink
from alongside.partners.services.reply import refuse_if_over
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.words import count, date_words

#: Working days: how long before the conference reports are wanted where no day is said; how long before that day they
#: are asked for again; and how long between one time and the next. Ours and no rule's.
WANTED_BEFORE, ASKED_BEFORE, PAUSE = 3, 2, 2


def wanted_by(booking: Booking) -> date:
    """The day by which reports to this conference are wanted."""
    return booking.reports_by or _working_days_before(booking.day, WANTED_BEFORE)


def _working_days_before(day: date, number: int) -> date:
    calendar = calendar_in_force()
    while number:
        day -= timedelta(days=1)
        number -= calendar.is_working(day)
    return day


def waiting() -> QuerySet[Invitation]:
    """Invitations whose report is wanted and has not come, to conferences that are still to meet, not declined."""
    sent = ConferenceReport.objects.filter(booking=OuterRef("booking"), agency=OuterRef("agency"))
    return (
        Invitation.objects.filter(
            ~Exists(sent), report_wanted=True, booking__in=Booking.objects.to_come().values("pk")
        )
        .exclude(answer=Invitation.Answer.DECLINES)
        .select_related("booking__area", "booking__recorded_by", "agency", "practitioner")
    )


def chase_reports(now: datetime) -> str:
    """Ask again whoever was to report to a conference that is near. Nothing goes once the report has come.

    No message names a child. Once the day is past, whoever booked the conference is told too, and rings.
    """
    today = day_of(now)
    found = waiting().filter(booking__starts_at__gt=now, invited_on__lt=today)
    chased = [one for one in found if is_due(one, today) and _chase(one, now, by=None)]
    return f"{count(len(chased), 'report')} asked for again."


def is_due(invitation: Invitation, today: date) -> bool:
    """Whether today is a day on which this report is asked for again."""
    if today < _working_days_before(wanted_by(invitation.booking), ASKED_BEFORE):
        return False
    last = invitation.asked_again_on
    return last is None or WorkingDays(PAUSE).after(last, calendar_in_force()) <= today


@transaction.atomic
def ask_again(*, by: Practitioner, child: Person, invitation: Invitation, now: datetime) -> list[str]:
    """Ask for a report again. Gives whom the question reached, in words; nobody where all that is left is to ring.

    Raises Refusal where the report has come, was never wanted, was asked for today, or the conference is over.
    """
    policies.RECORD_CONFERENCE.lock(child, by)
    found = Invitation.objects.select_for_update(of=("self",)).select_related(
        "booking__area", "booking__recorded_by", "agency", "practitioner"
    )
    invitation = found.get(pk=invitation.pk, booking__children__case__child=child)
    refuse_if_over(invitation.booking)
    sent = ConferenceReport.objects.filter(booking=invitation.booking_id, agency=invitation.agency_id)
    if not invitation.report_wanted or (invitation.agency_id and sent.exists()):
        raise Refusal(
            f"Nothing more is wanted of {invitation}.", "The report has come, or none was asked for.", "Look at who else is missing.",
        )  # fmt: skip
    if invitation.asked_again_on == day_of(now):
        raise Refusal(f"{invitation} was asked again today.", "One message a day is enough.", "Ring them.")
    return _ask(invitation, now, by)


@transaction.atomic
def _chase(invitation: Invitation, now: datetime, by: Practitioner | None) -> bool:
    # Two workers may read the same row; only one writes the day.
    same = Invitation.objects.filter(pk=invitation.pk, asked_again_on=invitation.asked_again_on)
    if not same.update(asked_again_on=day_of(now)):
        return False
    reached = _ask(invitation, now, by)
    wanted = wanted_by(invitation.booking)
    if wanted < day_of(now) or not reached:
        _tell_booker(invitation, wanted, now)
    return True


def _ask(invitation: Invitation, now: datetime, by: Practitioner | None) -> list[str]:
    booking = invitation.booking
    Invitation.objects.filter(pk=invitation.pk).update(asked_again_on=day_of(now))
    reached = []
    child = (
        BookingChild.objects.filter(booking=booking)
        .select_related("case__child")
        .order_by("id")[0]
        .case.child
    )
    link = reverse_for("partners:report", child.reference, booking.pk)
    for one in _of_the_agency(invitation):
        notify(
            to=one, child=child, link=link, now=now,
            words=f"Your report to the {booking.get_kind_display().lower()} is wanted by {date_words(wanted_by(booking))}. "
            "Three questions are enough.",
        )  # fmt: skip
        reached.append(f"{one.name}, on their first page")
    links = GuestLink.objects.filter(
        invitation=invitation,
        purpose=GuestLink.Purpose.REPORT,
        done_at=None,
        revoked_at=None,
        expires_at__gt=now,
    )
    for guest in links.select_related("made_by"):
        send_email(
            to=guest.email, area=booking.area, about=guest, now=now, subject="Your report to a meeting is still wanted",
            body=_LETTER.format(
                who=(by or guest.made_by).name, area=booking.area.name, sent=date_words(guest.made_at),
                by=date_words(wanted_by(booking)),
            ),
        )  # fmt: skip
        reached.append(guest.email)
    return reached


def _of_the_agency(invitation: Invitation) -> Iterable[Practitioner]:
    """Who of the agency is told: whoever was invited by name, or who leads on safeguarding there."""
    if invitation.practitioner is not None:
        return [invitation.practitioner]
    if invitation.agency is None:
        return []
    posts = Post.objects.filter(Q(to_on=None), agency=invitation.agency)
    named = Practitioner.objects.filter(
        is_active=True, name=invitation.name, pk__in=posts.values("practitioner")
    )
    leads = Practitioner.objects.filter(
        is_active=True, pk__in=posts.filter(role=Role.SAFEGUARDING_LEAD).values("practitioner")
    )
    return list(named) or list(leads)


def _tell_booker(invitation: Invitation, wanted: date, now: datetime) -> None:
    booking = invitation.booking
    child = (
        BookingChild.objects.filter(booking=booking)
        .select_related("case__child")
        .order_by("id")[0]
        .case.child
    )
    who = f"{invitation}, {invitation.agency}," if invitation.agency else str(invitation)
    notify(
        to=booking.recorded_by, child=child, now=now, link=reverse_for("conferences:booking", child.reference, booking.pk),
        words=f"{who} was to report by {date_words(wanted)} and has not ({booking}). Ring them.",
    )  # fmt: skip


_LETTER = """{who} asked you for a report to a meeting in {area}. It is wanted by {by}, and has not come yet.

The link is in our letter of {sent}. Three questions are enough, and what you began is kept. If it comes after that day it
is still read. If you no longer have the letter, ring {who}. If a child is in danger now, ring 999.
"""
