"""Conferences of the small borough as they stand on the last day: one is booked with its reports partly in, one was stood
down for want of people, and one was held on the last working day, its letters still to be written. Told through the acts."""

from __future__ import annotations

from datetime import date, timedelta

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation
from alongside.conferences.models import Booking
from alongside.conferences.quorum import set_quorum
from alongside.conferences.services import (
    allocate_chair,
    book_conference,
    decide_with_too_few,
    record_report,
    record_review_conference,
)
from alongside.conferences.services.book import Invited
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.family.relatives import NewRelative, add_relative
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.people.models import Person
from alongside.plans.agreed import Timetable
from alongside.plans.models import ChildProtectionPlan

PLACE = "Beacon Hill family hub"
AGENCIES = (
    ("ruth", "health", "health visitor"),
    ("helen", "primary", "school"),
    ("tom", "police", "police officer"),
)
#: For how many days a plan has run whose review is told of here.
RUN_FOR = 45


def conferences_meet(borough: Borough, until: date) -> None:
    """Each of the three, for children on a plan whose conference nothing else here tells of."""
    cast, last = Cast(borough), _working_day_before(until)
    set_quorum(
        by=cast.staff("wyn"), area=borough.area, agencies=2, because="Local safeguarding procedures, section 4.2",
        from_on=until - timedelta(days=300), now=at(until - timedelta(days=300), "10:00"),
    )  # fmt: skip
    plans = ChildProtectionPlan.objects.open().filter(
        started_on__lt=until - timedelta(days=RUN_FOR), review_on__gt=until, case__movenotices=None, case__conference_bookings=None,
    )  # fmt: skip
    led = Allocation.objects.current().filter(capacity=policies.LEAD, case__in=plans.values("case"))
    # Those whom Dana leads on first: she is the one whom visitors sign in as.
    ordered = sorted(
        led.select_related("case__child", "practitioner"),
        key=lambda one: (
            one.practitioner != cast.staff("dana"),
            one.case.child.called,
            one.case.child.reference,
        ),
    )
    for tells, one in zip((_is_booked, _is_stood_down, _was_held), ordered, strict=False):
        tells(cast, one.practitioner, one.case.child, last)


def _is_booked(cast: Cast, lead: Practitioner, child: Person, last: date) -> None:
    """Booked for a week ahead: health has reported, the school and the police are still asked."""
    meets = ENGLAND_AND_WALES.after(last, 7)
    booking = _booked(
        cast,
        lead,
        child,
        mother="Carla",
        booked_on=_days_before(last, 6),
        meets=meets,
        reports_by=ENGLAND_AND_WALES.after(last, 4),
    )
    record_report(
        by=lead, child=child, booking=booking, agency=cast.agency("health"), written_by="Ruth Keane", received_on=last,
        shared_on=last, now=at(last, "12:00"),
        words={"known": "Seen at home three times since the last conference. Weight and sleep are as they should be.",
               "worries": "Two appointments were missed. The evenings are still hard.",
               "recommendation": "That the plan goes on, with somebody there in the evenings."},
    )  # fmt: skip


def _is_stood_down(cast: Cast, lead: Practitioner, child: Person, last: date) -> None:
    """Stood down on the last working day, to meet again within 10; the count of the first day runs on."""
    booking = _booked(
        cast, lead, child, mother="Joan", booked_on=_days_before(last, 12), meets=last, at_clock="09:30"
    )
    decide_with_too_few(
        by=lead, child=child, booking=booking, there="The lead practitioner and the mother",
        missing="The health visitor and the school: both were ill that morning. The police sent a report and nobody.",
        decision="stood-down", reasons="Nobody who sees the child every week is here.",
        interim_plan="The plan goes on as it is. The lead practitioner visits on Friday; the grandmother stays at night.",
        meets_again_at=at(ENGLAND_AND_WALES.after(last, 5), "10:00"), now=at(last, "09:50"),
    )  # fmt: skip


def _was_held(cast: Cast, lead: Practitioner, child: Person, last: date) -> None:
    """Held on the last working day: the plan goes on, and the letters are to be written."""
    booking = _booked(
        cast, lead, child, mother="Mina", booked_on=_days_before(last, 10), meets=last, at_clock="13:30"
    )
    came = tuple(
        AtConference(
            name=cast.staff(who).name,
            part=part,
            agency=cast.agency(agency),
            practitioner=cast.staff(who),
            report="verbal",
        )
        for who, agency, part in AGENCIES
    )
    plan = ChildProtectionPlan.objects.open().get(child=child)
    record_review_conference(
        by=lead, now=at(last, "16:10"),
        sitting=Sitting(held_on=last, chair=cast.staff("jamal"), place=PLACE, attendance=came, booking=booking),
        decisions=[DecidedForChild(
            child=child, decided="continue", category=plan.category, reasons="Much is better in the mornings; the nights are not.",
            child_views="I like it when Nan is there.", parents_views="Agrees, and wants it to end by the summer.",
            advocacy="declined", progress="Breakfast club every day. Two of five visits to the group.",
            proceedings="Considered; not needed now.", household="No other child lives there.",
            timetable=Timetable(review_on=last + timedelta(days=150)),
        )],
    )  # fmt: skip


def _booked(
    cast: Cast, lead: Practitioner, child: Person, *, mother: str, booked_on: date, meets: date, at_clock: str = "10:00",
    reports_by: date | None = None,
) -> Booking:  # fmt: skip
    now = at(booked_on, "11:00")
    allocate_chair(by=lead, children=[child], chair=cast.staff("jamal"), from_on=booked_on, now=now)
    her = add_relative(
        by=lead, child=child, now=now,
        relative=NewRelative(kind="mother", given=mother, family=child.called.split()[-1], parental_responsibility="yes",
                             lives_with_child=True),
    ).person  # fmt: skip
    return book_conference(
        by=lead, children=[child], kind="review", starts_at=at(meets, at_clock), place=PLACE, chair=cast.staff("jamal"),
        reports_by=reports_by, now=now,
        invitations=[
            Invited(name=her.called, part="mother"),
            *(Invited(name=cast.staff(who).name, part=part, agency=cast.agency(agency), report_wanted=True)
              for who, agency, part in AGENCIES),
        ],
    )  # fmt: skip


def _working_day_before(day: date) -> date:
    return _days_before(day, 1)


def _days_before(day: date, number: int) -> date:
    """So many working days earlier."""
    while number:
        day -= timedelta(days=1)
        number -= ENGLAND_AND_WALES.is_working(day)
    return day
