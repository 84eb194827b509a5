"""What is decided on the way to a conference: before a birth, who is kept away, and when too few are there."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.conferences.models import BeforeBirth, Booking, EnoughThere, Invitation, KeptAway
from alongside.conferences.quorum import quorum_of
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.words import moment


@transaction.atomic
def consider_before_birth(
    *, by: Practitioner, child: Person, decision: str, reasons: str, now: datetime
) -> BeforeBirth:
    """Record whether a conference is to be held before an unborn child is born (Working Together 2023, page 93).

    Considered again, the later answer stands beside the earlier. Raises Refusal for a child who is born.
    """
    child = policies.RECORD_CONFERENCE.lock(child, by)
    if not child.is_unborn:
        raise Refusal(
            f"{child} has been born.", "A conference before birth is considered for an unborn child.",
            "Book an initial conference if one is needed.",
        )  # fmt: skip
    case, today = open_case(child), day_of(now)
    considered = BeforeBirth(
        area_id=case.area_id, case=case, considered_on=today, decision=decision, reasons=reasons, recorded_at=now, recorded_by=by
    )  # fmt: skip
    check(considered, exclude=("entry",))
    label = considered.get_decision_display()
    considered.entry = kinds.CONFERENCE_BEFORE_BIRTH_CONSIDERED.record(
        case,
        on=today,
        by=by,
        now=now,
        decided=decision,
        outcome=label[:1].lower() + label[1:],
        reasons=reasons,
    )
    keep(considered)
    refresh(case)
    return considered


@transaction.atomic
def keep_away(
    *, by: Practitioner, child: Person, booking: Booking, name: str, away_from: str, reasons: str, views_come: str,
    part: str = "", invitation: Invitation | None = None, now: datetime,
) -> KeptAway:  # fmt: skip
    """Record the chair's exceptional decision that somebody does not take part. An area's own procedure, not Working Together's.

    The decision is the chair's, whoever writes it down; a chair who did not is told. Raises Refusal without a chair, and
    once the conference is over.
    """
    policies.RECORD_CONFERENCE.lock(child, by)
    booking, chair = _to_come(booking, child, "Whom to keep away")
    away = KeptAway(
        booking=booking, invitation=invitation, name=name, part=part, away_from=away_from, reasons=reasons,
        views_come=views_come, decided_by=chair, decided_on=day_of(now), recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(away)
    keep(away)
    for case in _cases(booking):
        kinds.KEPT_AWAY_FROM_CONFERENCE.record(
            case, on=day_of(now), by=by, now=now, practitioner=chair.name, who=f"{name} ({part})" if part else name,
            away_from=away_from, reasons=_ended(reasons), views_come=views_come,
        )  # fmt: skip
        refresh(case)
    _tell_chair(booking, chair, by, f"{away}.", now, child)
    return away


@transaction.atomic
def decide_with_too_few(
    *, by: Practitioner, child: Person, booking: Booking, there: str, missing: str, decision: str, reasons: str,
    interim_plan: str = "", meets_again_at: datetime | None = None, now: datetime,
) -> EnoughThere:  # fmt: skip
    """Record that too few were there, and that the chair goes on or stands the conference down.

    Stood down, the same booking meets on another day: invitations and reports stay with it, everybody is asked anew, and
    the limit for the conference goes on from its first day. Working Together sets no quorum.
    Raises Refusal without a chair, before the day, and for a new day that has passed.
    """
    policies.RECORD_CONFERENCE.lock(child, by)
    booking, chair = _to_come(booking, child, "Whether to go on")
    if day_of(booking.starts_at) > day_of(now):
        raise Refusal(
            "This conference has not met yet.", f"It is booked for {moment(booking.starts_at)}.",
            "Decide on its day, when you see who is there. To move it before then, call it off and book another.",
        )  # fmt: skip
    if meets_again_at is not None and meets_again_at <= now:
        raise Refusal(
            "This time has passed.", f"You entered {moment(meets_again_at)}.", "Enter when the conference meets again.",
            field="meets_again_at",
        )  # fmt: skip
    quorum = quorum_of(booking.area_id, day_of(now))
    decided = EnoughThere(
        booking=booking, booked_for=booking.starts_at, asked_for=quorum.words[:300], there=there, missing=missing,
        decision=decision, reasons=reasons, interim_plan=interim_plan, meets_again_at=meets_again_at, decided_by=chair,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(decided)
    keep(decided)
    stood_down = decision == EnoughThere.Decision.STOOD_DOWN
    meanwhile = f"Until it meets again on {moment(meets_again_at)}: {interim_plan}" if stood_down else ""
    label = decided.get_decision_display()
    cases = _cases(booking)
    for case in cases:
        kinds.CONFERENCE_TOO_FEW.record(
            case, on=day_of(now), by=by, now=now, practitioner=chair.name, decided=decision,
            outcome=label[:1].lower() + label[1:], reasons=_ended(reasons), meanwhile=meanwhile,
        )  # fmt: skip
        refresh(case)
    _tell_chair(booking, chair, by, f"{decided}.", now, child)
    if stood_down and meets_again_at is not None:
        _meet_again(booking, meets_again_at, cases, now)
    return decided


def _meet_again(booking: Booking, at: datetime, cases: list[Case], now: datetime) -> None:
    booking.starts_at, booking.called_at, booking.reports_by = at, now, None
    check(booking)
    keep(booking, update_fields=("starts_at", "called_at", "reports_by"))
    booking.invitations.update(
        answer="", answer_reason="", sends="", answered_at=None, answered_by="", invited_on=day_of(now), asked_again_on=None
    )  # fmt: skip
    for invitation in booking.invitations.select_related("agency"):
        for case in cases:
            happened(
                Event.CONFERENCE_INVITED, area=booking.area_id, agency=invitation.agency, about=invitation, now=now,
                data={"conference": str(booking.pk), "child": case.child.reference},
            )  # fmt: skip


def _to_come(booking: Booking, child: Person, what: str) -> tuple[Booking, Practitioner]:
    """The booking, still to come, and its chair, whose decision it is. Raises Refusal without a chair, and once it is over."""
    found = Booking.objects.select_for_update(of=("self",)).select_related("chair")
    booking = found.get(pk=booking.pk, children__case__child=child)
    if booking.conference_id or booking.cancelled_because:
        over = "held" if booking.conference_id else "called off"
        raise Refusal(
            f"This conference has been {over}.", "Nothing more is decided about it here.", "Read its record instead."
        )  # fmt: skip
    if booking.chair is None:
        raise Refusal(
            "Nobody chairs this conference yet.", f"{what} is for the chair to decide.",
            "Call this booking off and book it with its chair.",
        )  # fmt: skip
    return booking, booking.chair


def _tell_chair(
    booking: Booking, chair: Practitioner, by: Practitioner, words: str, now: datetime, child: Person
) -> None:
    """A decision that somebody wrote down for the chair is shown to the chair."""
    if chair.pk != by.pk:
        link = reverse_for("conferences:booking", child.reference, booking.pk)
        notify(
            to=chair,
            child=child,
            now=now,
            link=link,
            words=f"{by.name} recorded as your decision: {words}"[:500],
        )


def _cases(booking: Booking) -> list[Case]:
    """The cases the booking is about, in one order always."""
    rows = booking.children.select_related("case__child").order_by("case__child")
    return [row.case for row in rows]


def _ended(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?")) else f"{words}."
