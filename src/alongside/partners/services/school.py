"""What a school enters, and whom it reaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.partners.models import SchoolNotice
from alongside.partners.telling import tell_front_door, tell_lead
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for

Kind = SchoolNotice.Kind
ROLL_CIRCUMSTANCES = "school.roll-circumstances"


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGiven:
    """What the school entered. Fields as on ``SchoolNotice``."""

    kind: str
    from_on: date
    to_on: date | None = None
    child_name: str = ""
    born_on: date | None = None
    possible: int | None = None
    attended: int | None = None
    absence: str = ""
    usual_transition: bool | None = None
    known_needs: str = ""
    words: str = ""


@transaction.atomic
def give_notice(
    *, by: Practitioner, school: Agency, child: Person | None, given: NoticeGiven, now: datetime
) -> SchoolNotice:
    """Keep what a school enters; write it in the chronology of a child with an open case, and tell who must know.

    child: one whom the school works with here. Without, the child is known by name and date of birth, and nobody is
    looked up: the notice waits at the front door, where a person matches it, and the school is not told with whom. An
    exclusion, leaving the roll and home education reach the front door of the area as a notice as well.
    """
    school = policies.KEEP_SCHOOL_RECORDS.lock(school, by)
    if child is not None:
        child = policies.RECORD_SCHOOL_NOTICE.lock(child, by)
    _refuse(given, day_of(now))
    area = child.area if child is not None else school.areas.order_by("name").first()
    if area is None:
        raise Refusal(
            f"{school} belongs to no area.", "A notice goes to the local authority of the school's area.",
            "Ask whoever looks after Alongside to place the school in its area.",
        )  # fmt: skip
    notice = SchoolNotice(
        area=area, agency=school, kind=given.kind, child=child, child_name="" if child else given.child_name,
        born_on=None if child else given.born_on, from_on=given.from_on, to_on=given.to_on, possible=given.possible,
        attended=given.attended, absence=given.absence, usual_transition=given.usual_transition,
        known_needs=given.known_needs, words=given.words, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(notice)
    case = Case.objects.filter(child=child, closed_on=None).select_related("child").first() if child else None
    said = words_of(notice)
    if case is not None:
        notice.entry = kinds.SCHOOL_NOTICE_GIVEN.record(
            case, on=max(given.from_on, case.opened_on), by=by, now=now, source=school.name[:100], school=school.name,
            what=given.kind, words=said,
        )  # fmt: skip
        if given.kind == Kind.OFF_ROLL and not given.usual_transition:
            told = ("circumstances",) if given.known_needs else ()
            missing = expected_but_absent(ROLL_CIRCUMSTANCES, told, day_of(now))
            record_shortfall(notice.entry, ROLL_CIRCUMSTANCES, missing)
        tell_lead(case, f"{school}: {said}"[:500], now=now)
        refresh(case)
    keep(notice)
    if given.kind in SchoolNotice.TOLD_TO_THE_AUTHORITY:
        who = child.called if child else f"{given.child_name}, born {given.born_on:%-d %B %Y}"
        link = "" if child else reverse_for("partners:unmatched-notice", notice.pk)
        tell_front_door(area.pk, f"{school} about {who}: {said}"[:500], link=link, now=now, child_case=case)
    return notice


def words_of(notice: SchoolNotice) -> str:
    """What was entered, in a sentence or two."""
    sentence = _SAID[Kind(notice.kind)](notice)
    return " ".join(part for part in (sentence, notice.known_needs, notice.words) if part)


def _attendance(notice: SchoolNotice) -> str:
    counted = (
        f"{notice.attended} of {notice.possible} sessions attended in the week of {notice.from_on:%-d %B %Y}."
        if notice.possible is not None
        else f"Attendance from {notice.from_on:%-d %B %Y}."
    )
    absence = {
        "persistent": " The school records persistent absence.",
        "severe": " The school records severe absence.",
    }
    return counted + absence.get(notice.absence, "")


def _suspension(notice: SchoolNotice) -> str:
    until = f" to {notice.to_on:%-d %B %Y}" if notice.to_on else ""
    return f"Suspended from {notice.from_on:%-d %B %Y}{until}."


def _off_roll(notice: SchoolNotice) -> str:
    when = "at a usual transition" if notice.usual_transition else "at a point that is not a usual transition"
    return f"Taken off the roll on {notice.from_on:%-d %B %Y}, {when}."


_SAID = {
    Kind.ATTENDANCE: _attendance,
    Kind.SUSPENSION: _suspension,
    Kind.EXCLUSION: lambda notice: f"Permanently excluded from {notice.from_on:%-d %B %Y}.",
    Kind.OFF_ROLL: _off_roll,
    Kind.HOME_EDUCATION: lambda notice: (
        f"The parents said on {notice.from_on:%-d %B %Y} that they will educate at home."
    ),
    Kind.YOUNG_CARER: lambda notice: (
        f"Known to the school as a young carer since {notice.from_on:%-d %B %Y}."
    ),
}


def _refuse(given: NoticeGiven, today: date) -> None:
    if given.from_on > today:
        raise Refusal(
            "This day is in the future.", f"You entered {given.from_on:%-d %B %Y}, and today is {today:%-d %B %Y}.",
            "Enter the day it happened, or come back once it has.", field="from_on",
        )  # fmt: skip
    if given.possible is not None and given.attended is not None and given.attended > given.possible:
        raise Refusal(
            "More sessions were attended than were possible.",
            f"You entered {given.attended} attended of {given.possible} possible.",
            "Check both numbers. A full week has ten sessions.", field="attended",
        )  # fmt: skip
    if given.to_on and given.to_on < given.from_on:
        raise Refusal(
            "The last day is before the first.", f"You entered {given.to_on:%-d %B %Y}.",
            "Change one of the two days.", field="to_on",
        )  # fmt: skip
