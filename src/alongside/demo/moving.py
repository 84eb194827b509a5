"""Children between authorities and at a turn in their lives, in the small borough: one moves away on a plan, one came on
another's plan, one is here for a time, one is looked after beside a plan, and one is nearly 18. Told through the acts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from alongside.care.status import become_looked_after
from alongside.cases.models import lead_practitioner
from alongside.conferences.services import record_initial_conference, record_move_notified
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast, at
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.people.models import Person
from alongside.plans.agreed import AgreedMember, Timetable
from alongside.plans.models import ChildProtectionPlan
from alongside.plans.services import (
    Moving,
    Staying,
    ask_about_move,
    plan_for_eighteen,
    record_move_away,
    record_stay_here,
    tell_of_move,
)
from alongside.referrals.front_door import Decided, acknowledge, allocate_lead, decide
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.section47.said import ChildDiscussed, DiscussionHeld, Participant
from alongside.section47.services import conclude_section_47, record_strategy_discussion

FARHOLME = "Farholme Council"


def move_about(borough: Borough, until: date) -> None:
    """Each kind of handover, as it stands on the last day."""
    telling = _Telling(borough, until)
    _moves_away(telling)
    _is_looked_after(telling)
    _moved_here(telling)
    _stays_here(telling)
    _turns_eighteen(telling)


@dataclass
class _Telling:
    """One story after another, told by working days before the last."""

    borough: Borough
    until: date

    def on(self, days: int) -> date:
        day = self.until - timedelta(days=1)
        while days > 1 or not ENGLAND_AND_WALES.is_working(day):
            days -= ENGLAND_AND_WALES.is_working(day)
            day -= timedelta(days=1)
        return day

    def moment(self, days: int, clock: str = "10:00") -> datetime:
        return at(self.on(days), clock)

    def referred(self, child: ReferredChild, days: int, concern: str, outcome: str, lead: str) -> Person:
        """Referred by another authority's duty worker, acknowledged, decided and allocated on one day."""
        cast = Cast(self.borough)
        gwen, priya, now = cast.staff("gwen"), cast.staff("priya"), self.moment(days, "09:20")
        given = ReferralGiven(
            received_at=now, referrer_kind="practitioner", referrer=gwen, family_asked="agreed",
            statements=[Said(kind="concern", words=concern, said_by="Farholme's duty worker")],
        )  # fmt: skip
        (referral,) = make_referral(by=gwen, area=self.borough.area, children=[child], given=given, now=now)
        later = now + timedelta(hours=2)
        acknowledge(by=cast.staff("maya"), referral=referral, how="by telephone", now=later)
        decide(
            by=priya,
            referrals=[referral],
            decided=Decided(outcome=outcome, reasons="We see the child first."),
            now=later,
        )
        allocate_lead(
            by=priya, child=referral.case.child, practitioner=cast.staff(lead), team=self.borough.teams["harbour"],
            reason="Knows the estate, and agrees to lead.", now=later,
        )  # fmt: skip
        return referral.case.child


def _plan(telling: _Telling, place: int) -> ChildProtectionPlan | None:
    """An open plan of the Harbour team's that nothing here tells of yet: the earliest but so many; None in a small borough."""
    harbour = {"case__allocations__team": telling.borough.teams["harbour"], "case__allocations__to_on": None}
    young = telling.until - relativedelta(years=15)
    plans = ChildProtectionPlan.objects.open().filter(
        started_on__lt=telling.on(15), child__born_on__gt=young, **harbour
    )
    return next(
        iter(plans.select_related("case__child").order_by("started_on", "id").distinct()[place : place + 1]),
        None,
    )


def _moves_away(telling: _Telling) -> None:
    """Told of the move nine working days ago; asked twice since, and not answered."""
    plan = _plan(telling, 0)
    if plan is None:
        return
    child, leads = plan.case.child, lead_practitioner(plan.case)
    assert leads is not None
    by = leads.practitioner
    move = record_move_away(
        by=by, child=child, now=telling.moment(10),
        moving=Moving(
            known_on=telling.on(10), lasting="for-good", authority=FARHOLME, moves_on=telling.on(8),
            meanwhile="The lead practitioner goes there every week until their conference; core groups meet by video.",
        ),
    )  # fmt: skip
    tell_of_move(
        by=by, child=child, move=move.pk, told_on=telling.on(9), told_by=by.name, whom="Their front door, by secure e-mail",
        sent="The plan, the last conference's record, the chronology, and who works with the family.", now=telling.moment(9),
    )  # fmt: skip
    for days, answer, words in (
        (5, "calls-back", "Received, and waiting for a team."),
        (2, "nobody", "No answer on either number; a message was left."),
    ):
        ask_about_move(
            by=by, child=child, move=move.pk, rung_on=telling.on(days), rung_by=by.name, whom="Their duty manager",
            answer=answer, words=words, now=telling.moment(days, "15:00"),
        )  # fmt: skip


def _is_looked_after(telling: _Telling) -> None:
    """Accommodated by agreement beside a plan; nobody has weighed yet whether both are needed."""
    plan = _plan(telling, 1)
    if plan is None:
        return
    leads = lead_practitioner(plan.case)
    assert leads is not None
    become_looked_after(
        by=leads.practitioner, child=plan.case.child, began_on=telling.on(4), status="accommodated",
        reasons="A parent went into hospital, and nobody in the family could take the child in. Both parents agreed.",
        reviewing_officer="Una Crewe", next_review_on=ENGLAND_AND_WALES.after(telling.on(4), 20), now=telling.moment(4, "16:00"),
    )  # fmt: skip


def _moved_here(telling: _Telling) -> None:
    """Moved here for good on Farholme's plan: our conference is due."""
    child = telling.referred(
        ReferredChild(given="Nell", family="Garrow", born_on=date(2019, 3, 4), sex="F", reference="WREN-NELL44"), 7,
        "She is on our plan for neglect, and moved to you on Friday.", "transfer-in-conference", "dana",
    )  # fmt: skip
    record_move_notified(
        by=telling.borough.staff["dana"], child=child, notified_on=telling.on(6), authority=FARHOLME,
        told_by="Farholme's lead practitioner, by letter", moved_on=telling.on(8), plan_there="Neglect: food, warmth, school.",
        now=telling.moment(6),
    )  # fmt: skip


def _stays_here(telling: _Telling) -> None:
    """Here for a time with an aunt, on Farholme's plan, which stays theirs."""
    child = telling.referred(
        ReferredChild(given="Rafi", family="Sorley", born_on=date(2016, 8, 19), sex="M", reference="WREN-RAFY55"), 6,
        "He is on our plan and stays with his aunt in your area for some weeks.", "section-17-assessment", "dana",
    )  # fmt: skip
    record_stay_here(
        by=telling.borough.staff["dana"], child=child, now=telling.moment(5),
        staying=Staying(
            from_on=telling.on(6), authority=FARHOLME, their_lead="Mo Reed, 01632 960140",
            agreed="Mo visits every week. We see him where something is urgent, and tell Mo the same day.",
            until_on=telling.until + timedelta(days=30), plan_there="Physical abuse by his mother's partner.",
        ),
    )  # fmt: skip


def _turns_eighteen(telling: _Telling) -> None:
    """On a plan, and 18 in three months: the review around the birthday is set, and an adult service named."""
    birthday = telling.until + relativedelta(months=3)
    child = telling.referred(
        ReferredChild(given="Ivo", family="Tarn", born_on=birthday - relativedelta(years=18), sex="M", reference="WREN-YVWO66"),
        40, "He is afraid of his stepfather, and was seen with a split lip.", "strategy-discussion", "dana",
    )  # fmt: skip
    cast, held = Cast(telling.borough), telling.on(39)
    dana = cast.staff("dana")
    taking_part = [
        Participant(
            name=cast.staff(key).name,
            agency=cast.agency(agency),
            may_decide="yes",
            view="cause",
            information=words,
        )
        for key, agency, words in (
            ("dana", "council", "He told a teacher that he is afraid to go home."),
            ("tom", "police", "Two calls to the address in a month."),
            ("ruth", "health", "Seen in the emergency department once."),
        )
    ]
    record_strategy_discussion(
        by=dana, now=at(held, "11:00"),
        children=[ChildDiscussed(child=child, decision="section-47-enquiry", enquiry_by="joint", reasons="An injury, and fear.")],
        discussion=DiscussionHeld(
            held_on=held, form="meeting", convened_by=dana, decided_by=cast.staff("sam"), participants=tuple(taking_part),
            family_told="told", police_tasks="Interview the stepfather.", health_tasks="A doctor sees him today.",
            other_children="None live there.", child_kept_safe="He stays with his grandfather.",
        ),
    )  # fmt: skip
    conclude_section_47(
        by=dana, child=child, concluded_on=telling.on(32), outcome="conference", reasons="He is likely to be hurt again.",
        decided_by=dana, harm="likely", told=["child", "parents"], now=telling.moment(32, "15:00"),
    )  # fmt: skip
    conference = telling.on(28)
    record_initial_conference(
        by=dana, now=at(conference, "16:00"),
        sitting=Sitting(
            held_on=conference, place="Harbour House", chair=cast.staff("jamal"),
            attendance=(AtConference(name="Ivo Tarn", part="himself"), AtConference(name=dana.name, agency=cast.agency("council"))),
        ),
        decisions=[DecidedForChild(
            child=child, decided="plan", category="physical-abuse", reasons="He is likely to be hurt again at home.",
            child_views="I want to stay at Grandad's.", parents_views="His mother wants him home.",
            members=(AgreedMember(name="Ivo Tarn", part="himself"), AgreedMember(name=dana.name, part="social worker", agency=cast.agency("council"))),
            timetable=Timetable(core_group_on=telling.on(22), review_on=birthday - timedelta(days=14)),
        )],
    )  # fmt: skip
    plan_for_eighteen(
        by=dana, child=child, planned_on=telling.on(3), review_on=birthday - timedelta(days=14),
        how="With Ivo and his grandfather. He keeps his social worker until the review.",
        adult_services="Adult social care, young adults' team: Bea Lund", views="I want to know who I ring.",
        now=telling.moment(3, "14:00"),
    )  # fmt: skip
