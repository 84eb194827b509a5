"""Letting in somebody without an account, for one purpose: a link, and a code that goes to their e-mail address."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.crypto import constant_time_compare, salted_hmac

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.conferences.models import Booking, Invitation
from alongside.front_door.models import CheckAnswer, CheckRequest
from alongside.keeping import check, keep
from alongside.outbox.services import Matters, send_email
from alongside.partners.models import GuestLink
from alongside.partners.services.reply import refuse_if_over
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.words import moment

LASTS = timedelta(days=14)
#: For how long after the conference a link for a report still takes one.
LATE = timedelta(days=7)
CODE_LASTS = timedelta(minutes=15)
#: Between one code and the next, and how many a link sends in all.
PAUSE, MOST_CODES = timedelta(seconds=60), 6
#: Wrong codes before the code that was sent is worth nothing.
MOST_WRONG = 5
FIGURES = 6


def digest_of(token: str) -> str:
    """What is kept of a link's secret. It is long and drawn by chance, so a plain hash cannot be turned back."""
    return hashlib.sha256(token.encode()).hexdigest()


def _digest_of_code(link: GuestLink, code: str) -> str:
    # Six figures could be tried out against a plain hash, so this one needs the installation's own key too.
    return salted_hmac(f"alongside.guest.{link.pk}.{link.codes_sent}", code, algorithm="sha256").hexdigest()


@transaction.atomic
def make_link(
    *,
    by: Practitioner,
    child: Person,
    invitation: Invitation,
    purpose: str,
    email: str,
    address_of: Callable[[str], str],
    now: datetime,
) -> GuestLink:
    """Send somebody invited a link for one purpose. It ends with the conference, and after two weeks at the latest; a link
    for a report a week after the conference, because one that is late is still read.

    address_of: the whole address of the page for a link's secret, which is in the e-mail and nowhere else.
    Raises Refusal where the conference is over.
    """
    policies.RECORD_CONFERENCE.lock(child, by)
    booking = Booking.objects.select_related("area").get(
        pk=invitation.booking_id, children__case__child=child
    )
    refuse_if_over(booking)
    if booking.starts_at <= now:
        raise Refusal(
            "This conference has begun.", f"It was booked for {moment(booking.starts_at)}.",
            "Book it anew, or write down what the guest tells you.",
        )  # fmt: skip
    # A report that comes late is still read, by the core group if not by the conference.
    over = booking.starts_at + (LATE if purpose == GuestLink.Purpose.REPORT else timedelta())
    ends = min(now + LASTS, over)
    link = GuestLink(
        area=booking.area, invitation=invitation, purpose=purpose, email=email, made_at=now, made_by=by, expires_at=ends
    )  # fmt: skip
    where = reverse_for("conferences:booking", child.reference, booking.pk)
    return _send(link, "Something is asked of you for a meeting about a child", address_of, where=where)


@transaction.atomic
def ask_by_link(
    *, by: Practitioner, child: Person, asked: CheckRequest, name: str, email: str,
    address_of: Callable[[str], str], now: datetime,
) -> GuestLink:  # fmt: skip
    """Send somebody of an agency that was asked a link by which they answer without an account. It ends after two weeks.

    Raises Refusal where the agency has answered. Working Together 2023, paragraph 152.
    """
    policies.ASK_PARTNER.lock(child, by)
    if CheckAnswer.objects.filter(request=asked).exists():
        raise Refusal(
            f"{asked.agency} has answered.", "Its answer stands with what was asked.",
            "Read it, and ask something else if you need more.",
        )  # fmt: skip
    link = GuestLink(
        area=asked.area, asked=asked, name=name, purpose=GuestLink.Purpose.CHECK, email=email, made_at=now,
        made_by=by, expires_at=now + LASTS,
    )  # fmt: skip
    where = reverse_for("front_door:checks", child.reference)
    return _send(link, "The front door asks you something about a child", address_of, where=where)


def _who(link: GuestLink) -> str:
    """Whom the link goes to, and where they work."""
    agency = link.asked.agency if link.asked else link.invitation.agency if link.invitation else None
    name = link.name or str(link.invitation)
    return f"{name} at {agency}" if agency else name


def _send(link: GuestLink, subject: str, address_of: Callable[[str], str], *, where: str) -> GuestLink:
    token = secrets.token_urlsafe(32)
    link.token_digest = digest_of(token)
    check(link)
    keep(link)
    body = _LETTER.format(
        who=link.made_by.name, area=link.area.name, address=address_of(token), ends=moment(link.expires_at)
    )
    matters = Matters(
        by=link.made_by, instead=f"Ring {_who(link)}, and write down what they tell you.", link=where
    )
    send_email(
        to=link.email,
        area=link.area,
        about=link,
        now=link.made_at,
        subject=subject,
        body=body,
        matters=matters,
    )
    write(
        Action.PERMISSION, area=link.area, by=link.made_by, about=link.pk, about_kind="guest-link", now=link.made_at,
        purpose=link.purpose,
    )  # fmt: skip
    return link


_LETTER = """{who} asks you for something about a child you work with in {area}.

Open this page. It sends a code to this address before it shows anything:

{address}

The link is yours alone and ends on {ends}. Do not forward it. If you did not expect it, tell {who}.
"""


@transaction.atomic
def withdraw_link(*, by: Practitioner, child: Person, link: GuestLink, now: datetime) -> None:
    """The link leads nowhere from the next request on. Whoever may send such a link may withdraw one."""
    policy = policies.ASK_PARTNER if link.purpose == GuestLink.Purpose.CHECK else policies.RECORD_CONFERENCE
    policy.lock(child, by)
    withdrawn = GuestLink.objects.filter(pk=link.pk, revoked_at=None, done_at=None).update(
        revoked_at=now, revoked_by=by
    )
    if withdrawn:
        write(
            Action.PERMISSION,
            area=link.area,
            by=by,
            about=link.pk,
            about_kind="guest-link",
            now=now,
            withdrawn=True,
        )


def find_link(token: str, now: datetime) -> GuestLink | None:
    """The link of this secret, where it still leads somewhere."""
    about = ("area", "made_by", "invitation__agency", "invitation__booking__chair", "asked__agency",
             "asked__case__child", "asked__recorded_by", "asked__area", "asked__answer")  # fmt: skip
    link = GuestLink.objects.filter(token_digest=digest_of(token)).select_related(*about).first()
    return link if link and link.stands(now) and not _is_over(link) else None


def _is_over(link: GuestLink) -> bool:
    """Whether what it was for has been settled another way."""
    if link.asked is not None:
        return hasattr(link.asked, "answer") or link.asked.case.closed_on is not None
    assert link.invitation is not None
    booking = link.invitation.booking
    held = booking.conference_id and link.purpose != GuestLink.Purpose.REPORT
    return bool(held or booking.cancelled_because)


@transaction.atomic
def send_code(*, link: GuestLink, now: datetime) -> None:
    """Send a code to the address the link went to. Raises Refusal where too many were asked for."""
    link = GuestLink.objects.select_for_update(of=("self",)).select_related("area").get(pk=link.pk)
    if link.code_sent_at and now - link.code_sent_at < PAUSE:
        raise Refusal(
            "A code was sent a moment ago.", "It can take a minute to arrive.",
            "Look for it, also among unwanted mail, before you ask for another.",
        )  # fmt: skip
    if link.codes_sent >= MOST_CODES:
        raise Refusal(
            "This link has sent as many codes as it may.", f"It sends {MOST_CODES}.",
            "Ask whoever sent you the link for a new one.",
        )  # fmt: skip
    link.codes_sent += 1
    code = f"{secrets.randbelow(10**FIGURES):0{FIGURES}}"
    link.code_digest, link.code_sent_at, link.wrong_codes = _digest_of_code(link, code), now, 0
    keep(link, update_fields=("codes_sent", "code_digest", "code_sent_at", "wrong_codes"))
    send_email(
        to=link.email, area=link.area, about=link, now=now, subject="Your code",
        body=f"{code} is your code. It lasts 15 minutes. Whoever asks you for it by telephone is not one of us.\n",
    )  # fmt: skip


@transaction.atomic
def code_is_right(*, link: GuestLink, code: str, now: datetime) -> bool:
    """Whether it is the code that was sent, in time and with few enough tries. A right code works once."""
    link = GuestLink.objects.select_for_update(of=("self",)).select_related("area").get(pk=link.pk)
    given = "".join(one for one in code if one.isdecimal())
    # Compared even where it cannot be right, so that the answer takes as long.
    right = constant_time_compare(_digest_of_code(link, given), link.code_digest)
    live = (
        link.code_sent_at is not None
        and now - link.code_sent_at <= CODE_LASTS
        and link.wrong_codes < MOST_WRONG
    )
    if right and live:
        link.code_digest, link.opened_at = "", link.opened_at or now
        keep(link, update_fields=("code_digest", "opened_at"))
        write(
            Action.SIGN_IN,
            area=link.area,
            actor_kind="guest",
            actor=link.pk,
            about=link.pk,
            about_kind="guest-link",
            now=now,
        )
        return True
    link.wrong_codes += 1
    keep(link, update_fields=("wrong_codes",))
    write(
        Action.SIGN_IN_REFUSED, area=link.area, actor_kind="guest", actor=link.pk, about=link.pk, about_kind="guest-link",
        now=now, wrong=link.wrong_codes,
    )  # fmt: skip
    return False


def use_up(link: GuestLink, now: datetime) -> None:
    """The purpose is served: the link leads nowhere any more. Inside the act's own transaction."""
    GuestLink.objects.filter(pk=link.pk).update(done_at=now)
    about = link.invitation.booking_id if link.invitation is not None else link.asked_id
    write(
        Action.ACT, area=link.area, actor_kind="guest", actor=link.pk, about=about,
        about_kind="booking" if link.invitation is not None else "check", now=now, purpose=link.purpose,
    )  # fmt: skip
