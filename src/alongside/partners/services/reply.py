"""Answering an invitation to a conference."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.conferences.models import Booking, BookingChild, Invitation
from alongside.keeping import check, keep
from alongside.partners.telling import own_agency, tell_lead
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for


@transaction.atomic
def reply_to_invitation(
    *,
    by: Practitioner,
    child: Person,
    invitation: Invitation,
    answer: str,
    reason: str = "",
    sends: str = "",
    now: datetime,
) -> Invitation:
    """Say whether one comes, sends somebody, or cannot come and why. Answered again, the later answer stands.

    Raises Refusal where the conference was held or called off.
    """
    policies.REPORT_TO_CONFERENCE.lock(child, by)
    agency = invitation.agency
    if agency is not None:
        own_agency(by, agency)
    return answer_as(invitation, answer, reason, sends, by.name, now)


def answer_as(
    invitation: Invitation, answer: str, reason: str, sends: str, who: str, now: datetime
) -> Invitation:
    """Keep the answer of whoever was let in for it, and tell the lead practitioner and the chair."""
    booking = (
        Booking.objects.select_for_update(of=("self",)).select_related("chair").get(pk=invitation.booking_id)
    )
    refuse_if_over(booking)
    invitation = (
        Invitation.objects.select_for_update(of=("self",)).select_related("agency").get(pk=invitation.pk)
    )
    invitation.answer, invitation.answer_reason = answer, reason
    invitation.sends = sends if answer == Invitation.Answer.SENDS else ""
    invitation.answered_at, invitation.answered_by = now, who
    check(invitation)
    keep(invitation)
    said = {"accepts": "comes", "sends": f"sends {sends}", "declines": f"cannot come: {reason}"}[answer]
    for_whom = invitation.name if invitation.agency is None else f"{invitation.name}, {invitation.agency},"
    for one in BookingChild.objects.filter(booking=booking).select_related("case__child"):
        link = reverse_for("conferences:booking", one.case.child.reference, booking.pk)
        tell_lead(one.case, f"{for_whom} {said} ({booking})"[:500], link=link, also=booking.chair, now=now)
    return invitation


def refuse_if_over(booking: Booking, *, held: bool = True) -> None:
    """Raise Refusal where the conference has been called off; where it was held too, unless ``held`` is False."""
    if (held and booking.conference_id) or booking.cancelled_because:
        over = "held" if booking.conference_id else "called off"
        raise Refusal(
            f"This conference has been {over}.", "Nothing more can be answered or sent to it here.",
            "Send what you know as information about the child instead.",
        )  # fmt: skip
