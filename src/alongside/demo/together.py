"""What agencies do together in the small borough: reviews to come, promises, reports, notices and files on their way.

Told at its end, through the acts that pages call, so that a school, the police or a health visitor who signs in
finds something to do.
"""

from __future__ import annotations

from datetime import date, timedelta

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import involve
from alongside.cases.models import lead_practitioner
from alongside.conferences.models import Booking
from alongside.conferences.services import book_conference
from alongside.conferences.services.book import Invited
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.partners import services
from alongside.partners.services import NoticeGiven, Told
from alongside.people.models import Person
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed
from alongside.plans.models import ChildProtectionPlan
from alongside.plans.services import change_plan

#: For how many children with a plan a review is booked.
REVIEWS = 3


def work_together(borough: Borough, until: date) -> None:
    """Reviews of a few plans, and what is asked of agencies for them; then what the schools enter and send."""
    cast, yesterday = Cast(borough), _working_day_before(until)
    plans = list(
        ChildProtectionPlan.objects.open().select_related("case__child").order_by("-started_on", "id")
    )
    # Mill Lane's children first: its safeguarding lead is the one whom visitors sign in as.
    plans.sort(key=lambda plan: _school(cast, plan.case.child, until)[1] != cast.staff("helen"))
    for number, plan in enumerate(plans[:REVIEWS]):
        booking = _book(cast, plan, until, number)
        if booking is not None:
            _promise(cast, plan, until, yesterday)
            _answer(cast, plan.case.child, booking, yesterday, number)
    _schools(cast, yesterday)


def _school(cast: Cast, child: Person, on: date) -> tuple[Agency, Practitioner]:
    """The child's school or nursery by age, and who leads on safeguarding there."""
    years = (on - child.born_on).days / 365.25 if child.born_on else 6
    key, lead = (
        ("nursery", "tilly") if years < 4 else ("primary", "helen") if years < 11 else ("secondary", "dev")
    )
    return cast.agency(key), cast.staff(lead)


def _book(cast: Cast, plan: ChildProtectionPlan, until: date, number: int) -> Booking | None:
    """The review, in one to three weeks."""
    child, leads = plan.case.child, lead_practitioner(plan.case)
    if leads is None:
        return None
    school, dsl = _school(cast, child, until)
    involve(plan.case, school, why=f"{child.called.split()[0]}'s school", on=plan.started_on, through=dsl)
    day = ENGLAND_AND_WALES.after(until, 5 * (number + 1))
    chairs = (
        plan.case.allocations.filter(capacity="conference-chair", to_on=None)
        .select_related("practitioner")
        .first()
    )
    return book_conference(
        by=leads.practitioner, children=[child], kind="review", starts_at=at(day, "10:00"), place="Quay Room, Harbour House",
        chair=chairs.practitioner if chairs else None, now=at(until, "08:00"),
        invitations=[
            Invited(name=dsl.name, part="Designated safeguarding lead", agency=school, practitioner=dsl, report_wanted=True),
            Invited(name="Ruth Keane", part="Health visitor", agency=cast.agency("health"), practitioner=cast.staff("ruth"),
                    report_wanted=True),
            Invited(name="Tom Reed", agency=cast.agency("police"), practitioner=cast.staff("tom"), report_wanted=True),
            Invited(name="Ines Duarte", part="GP", agency=cast.agency("surgery"), report_wanted=True),
        ],
    )  # fmt: skip


def _promise(cast: Cast, plan: ChildProtectionPlan, until: date, yesterday: date) -> None:
    """What the school, health and police promise, from yesterday."""
    child, leads = plan.case.child, lead_practitioner(plan.case)
    if leads is None or plan.started_on > yesterday:
        return
    school, dsl = _school(cast, child, until)
    health, police = cast.agency("health"), cast.agency("police")
    change_plan(
        by=leads.practitioner, child=child, changed_on=yesterday, why="Agreed with everybody by telephone.",
        now=at(yesterday, "15:00"),
        needs=[AgreedNeed(
            need=f"{child.called.split()[0]} is seen every week by somebody who knows the plan",
            must_change="Somebody notices the same day when things get worse", by_when=until + timedelta(days=60),
            actions=(
                AgreedAction(what="A word with the class teacher each Friday, written down", owner=dsl.name, agency=school,
                             practitioner=dsl, by_when=until + timedelta(days=7), how_we_will_know="The notes"),
                AgreedAction(what="Weigh and measure, and talk with the parents about sleep", owner="Ruth Keane", agency=health,
                             practitioner=cast.staff("ruth"), by_when=until + timedelta(days=10), how_we_will_know="The red book"),
                AgreedAction(what="Flag the address, so that a call is answered as about a child", owner="Tom Reed",
                             agency=police, by_when=yesterday, how_we_will_know="The flag is on"),
            ),
        )],
        members=[
            AgreedMember(name=leads.practitioner.name, part="social worker", agency=leads.team.agency),
            AgreedMember(name=dsl.name, part="school", agency=school, practitioner=dsl),
            AgreedMember(name="Ruth Keane", part="health visitor", agency=health, practitioner=cast.staff("ruth")),
        ],
    )  # fmt: skip


def _answer(cast: Cast, child: Person, booking: Booking, on: date, number: int) -> None:
    """The police report to the first review; health answers; the nursery or school tells something."""
    tom, ruth = cast.staff("tom"), cast.staff("ruth")
    invited = {one.name: one for one in booking.invitations.select_related("agency")}
    services.reply_to_invitation(
        by=ruth, child=child, invitation=invited["Ruth Keane"], answer="accepts", now=at(on, "16:00")
    )
    if number == 0:
        services.send_report(
            by=tom, child=child, booking=booking, agency=cast.agency("police"), now=at(on, "16:10"),
            words={
                "harm": "No call to the address since the last conference. One call in the three months before it.",
                "views": "Not spoken to for this report.",
                "analysis": "Less is known to us than before, which may be good or may be silence.",
                "recommendation": "That the plan goes on until the next review.",
            },
            not_shared_because="The chair decides what of it may be shared.",
        )  # fmt: skip
    school, dsl = _school(cast, child, on)
    services.send_information(
        by=dsl, child=child, agency=school, now=at(on, "16:20"),
        told=Told(
            about="child", fact=f"{child.called.split()[0]} was collected late on Tuesday and on Thursday.",
            reported="“We walked home by the water.”", reported_by=child.called.split()[0],
            opinion="Tired, and glad to be at school.", family_knows="yes",
        ),
    )  # fmt: skip


def _schools(cast: Cast, on: date) -> None:
    """Mill Lane enters what a school enters, and files go back and forth."""
    helen, primary = cast.staff("helen"), cast.agency("primary")
    monday = on - timedelta(days=on.weekday())
    ours = policies.RECORD_SCHOOL_NOTICE.filter(
        Person.objects.filter(cases__opened_on__lt=on, cases__closed_on=None), helen
    )
    for child, given in zip(ours.order_by("called", "pk")[:3], (
        NoticeGiven(kind="attendance", from_on=monday, possible=10, attended=6, absence="persistent"),
        NoticeGiven(kind="young-carer", from_on=monday, words="Gets a younger brother up and to nursery."),
        NoticeGiven(kind="attendance", from_on=monday, possible=10, attended=9, absence="neither"),
    ), strict=False):  # fmt: skip
        services.give_notice(by=helen, school=primary, child=child, given=given, now=at(on, "16:30"))
    services.give_notice(
        by=helen, school=primary, child=None, now=at(on, "16:35"),
        given=NoticeGiven(kind="off-roll", from_on=on, child_name="Jonah Pell", born_on=date(2017, 3, 9), usual_transition=False,
                          words="The family says that it moves to Farholme; no school there has asked for the file."),
    )  # fmt: skip
    services.send_file(
        by=cast.staff("tilly"), sender=cast.agency("nursery"), receiver=primary, child_name="Mabel Thorne",
        born_on=date(2021, 6, 2), now=at(on, "11:00"),
        summary="Two concerns in the spring, both told to the health visitor. Mabel's speech is late. Her grandmother collects.",
    )  # fmt: skip
    sent = services.send_file(
        by=helen, sender=primary, receiver=cast.agency("secondary"), child_name="Oskar Lindley", born_on=date(2014, 11, 20),
        now=at(on - timedelta(days=14), "11:00"), summary="A child-in-need plan ended in the summer. His father's hospital stays.",
    )  # fmt: skip
    services.acknowledge_file(by=cast.staff("dev"), file=sent, now=at(on - timedelta(days=12), "09:00"))
    services.send_file(
        by=helen, sender=primary, receiver=cast.agency("secondary"), child_name="Ivy Sand", born_on=date(2014, 10, 2),
        now=at(on - timedelta(days=14), "11:20"), summary="Young carer. Talks to nobody new in the first weeks.",
    )  # fmt: skip


def _working_day_before(day: date) -> date:
    before = day - timedelta(days=1)
    while not ENGLAND_AND_WALES.is_working(before):
        before -= timedelta(days=1)
    return before
