"""Families whose lives pass through the domain's own acts, one after another as time goes by.

A life is a generator: it yields the moment of its next act, and acts when it is resumed. Whoever runs
several merges them by time, so that the borough's days fill as a real one's do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from alongside.agencies.models import Practitioner
from alongside.assessments.approval import ToldInWriting, approve_assessment
from alongside.assessments.services import explain_over_run, start_assessment
from alongside.closure.services import Closure, close_case
from alongside.conferences.services import allocate_chair, record_initial_conference, record_review_conference
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.demo import figures, names
from alongside.demo.figures import pick, within
from alongside.demo.telling import Cast, at
from alongside.family_help.services.contents import NewAction, NewNeed, PlanAgreed
from alongside.family_help.services.end import end_plan
from alongside.family_help.services.start import start_plan
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.people.models import Person
from alongside.people.references import ALPHABET, LENGTH
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed, AtCoreGroup, Timetable
from alongside.plans.services import record_core_group
from alongside.referrals.front_door import Decided, acknowledge, allocate_lead, decide, tell_referrer
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.section47.said import ChildDiscussed, DiscussionHeld, Participant
from alongside.section47.services import conclude_section_47, record_strategy_discussion
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen

Life = Iterator[datetime]
WORKDAY = ("09:10", "09:45", "10:30", "11:15", "12:20", "13:40", "14:25", "15:10", "16:05", "16:40")


@dataclass(slots=True)
class Family:
    """One family as it lives through a referral: its children, who works with them, and chance."""

    cast: Cast
    chance: Random
    children: list[ReferredChild]
    team: str
    people: list[Person] = field(default_factory=list)
    referrals: list[Referral] = field(default_factory=list)
    worker: Practitioner = field(init=False)
    manager: Practitioner = field(init=False)

    def __post_init__(self) -> None:
        self.worker = self.chance.choice(self.cast.borough.workers(self.team))
        self.manager = self.cast.borough.manager(self.team)

    def when(self, on: date) -> datetime:
        """A moment of a working day, on or after this one."""
        while not ENGLAND_AND_WALES.is_working(on):
            on += timedelta(days=1)
        return at(on, self.chance.choice(WORKDAY))

    def after(self, moment: datetime, working_days: int) -> datetime:
        """A moment so many working days later, never before the one given."""
        on = ENGLAND_AND_WALES.after(moment.date(), working_days) if working_days else moment.date()
        later = at(on, self.chance.choice(WORKDAY))
        return max(later, moment + timedelta(minutes=20))


def family(cast: Cast, chance: Random, on: date) -> Family:
    """A family drawn by chance, with children of national ages and sexes."""
    surname = chance.choice(names.FAMILIES)
    children = [_child(chance, cast, surname, on) for _ in range(pick(chance, figures.FAMILY_SIZES))]
    return Family(cast, chance, children, chance.choice(("harbour", "beacon", "marsh")))


def _child(chance: Random, cast: Cast, surname: str, on: date) -> ReferredChild:
    sex, years = pick(chance, figures.SEXES), within(chance, pick(chance, figures.AGES))
    reference = f"{cast.borough.area.prefix}-{''.join(chance.choice(ALPHABET) for _ in range(LENGTH))}"
    if years < 0:
        expected = on + timedelta(days=chance.randint(30, 180))
        return ReferredChild(family=surname, expected_on=expected, reference=reference)
    born = date(on.year - years, on.month, 1) - timedelta(days=chance.randint(1, 330))
    given = chance.choice(names.GIVEN["F" if sex == "U" else sex])
    return ReferredChild(given=given, family=surname, born_on=born, sex=sex, reference=reference)


def live(home: Family, referred_at: datetime) -> Life:
    """A family's way from a referral to whatever it comes to."""
    outcome = pick(home.chance, figures.OUTCOMES)
    yield referred_at
    _refer(home, referred_at)
    now = home.after(referred_at, 0 if home.chance.random() < 0.7 else 1)
    yield now
    for referral in home.referrals:
        acknowledge(by=home.cast.staff("maya"), referral=referral, how="By e-mail", now=now)
    now = home.after(now, 0 if home.chance.random() < 0.85 else within(home.chance, (1, 2)))
    yield now
    _decide(home, outcome, now)
    if outcome == "no-further-action":
        return
    now = home.after(now, within(home.chance, (0, 2)))
    yield now
    _allocate(home, now)
    yield from _seen(home, now, "referral")
    if outcome == "section-47":
        yield from _enquiries(home, now)
    else:
        yield from _assessed(home, now, needs_help=outcome == "in-need")


def arrives(home: Family, on: date, *, acknowledged: bool) -> None:
    """A family is referred late on a day, and waits for a decision."""
    now = at(on, home.chance.choice(WORKDAY[-3:]))
    _refer(home, now)
    if acknowledged:
        for referral in home.referrals:
            acknowledge(
                by=home.cast.staff("maya"),
                referral=referral,
                how="By e-mail",
                now=now + timedelta(minutes=10),
            )


def _refer(home: Family, now: datetime) -> None:
    sector = pick(home.chance, figures.REFERRERS)
    posted = [p for p in home.cast.borough.staff.values() if p.scope.posts[0].agency.sector == sector]
    by = home.chance.choice(posted) if posted else home.cast.staff("maya")
    public = not posted
    given = ReferralGiven(
        received_at=now, referrer_kind="public" if public else "practitioner", referrer=None if public else by,
        referrer_relation="Neighbour" if public else by.job_title, siblings=len(home.children) > 1,
        statements=[
            Said(kind="concern", words=home.chance.choice(names.CONCERNS), said_by=by.name),
            Said(kind="fact", words=home.chance.choice(names.FACTS), said_by="The referrer"),
            Said(kind="reported", words=home.chance.choice(names.REPORTED), said_by="The child"),
        ],
        immediate_danger="no", family_asked=home.chance.choice(("agreed", "agreed", "refused")),
        development="Nothing out of the way is known.", capacity="Some strain at home.",
        outside_factors="School and friends were asked about.",
    )  # fmt: skip
    home.referrals = make_referral(
        by=by, area=home.cast.borough.area, children=home.children, given=given, now=now
    )
    home.people = [referral.case.child for referral in home.referrals]


def _decide(home: Family, outcome: str, now: datetime) -> None:
    chosen = {"no-further-action": "no-further-action", "section-47": "strategy-discussion"}.get(
        outcome, "section-17-assessment"
    )
    decisions = decide(
        by=home.cast.staff("priya"), referrals=home.referrals, now=now,
        decided=Decided(outcome=chosen, reasons="On what is known and the history.", threshold="Level 3",
                        to_tell_referrer="What we decided, and why."),
    )  # fmt: skip
    for decision in decisions:
        tell_referrer(
            by=home.cast.staff("maya"),
            decision=decision,
            told=decision.to_tell_referrer,
            how="By e-mail",
            now=now,
        )


def _allocate(home: Family, now: datetime) -> None:
    for child in home.people:
        allocate_lead(by=home.cast.staff("priya"), child=child, practitioner=home.worker, team=home.cast.borough.teams[home.team],
                      reason="Has room, and agrees.", now=now)  # fmt: skip


def _seen(home: Family, now: datetime, purpose: str) -> Life:
    now = home.after(now, within(home.chance, (0, 4)))
    yield now
    born = [child for child in home.people if not child.is_unborn]
    if born:
        record_child_seen(
            by=home.worker, now=now,
            visit=VisitMade(seen_on=now.date(), where=home.chance.choice(("home", "school")), purpose=purpose),
            children=[
                _one_seen(home, child, now)
                for child in born
            ],
        )  # fmt: skip


def _one_seen(home: Family, child: Person, now: datetime) -> ChildSeen:
    if (child.age_on(now.date()) or 0) < 3:
        return ChildSeen(child=child, alone="no", alone_why="Too young to be apart.", communication=["observed"],
                         observed=home.chance.choice(names.OBSERVED))  # fmt: skip
    alone = home.chance.choice(("yes", "yes", "no"))
    why = "Did not want to be apart from a parent today." if alone == "no" else ""
    return ChildSeen(
        child=child, alone=alone, alone_why=why, said=home.chance.choice(names.SAID), communication=["speech"]
    )


def _assessed(home: Family, now: datetime, *, needs_help: bool) -> Life:
    referred_on = home.referrals[0].received_on
    for child in home.people:
        start_assessment(by=home.worker, child=child, started_on=now.date(), basis="section-17", lead=home.worker,
                         why="To understand what help is needed.", now=now)  # fmt: skip
    took = within(home.chance, pick(home.chance, figures.ASSESSMENT_DAYS))
    done = max(home.after(at(referred_on), took), home.after(now, 1))
    if took > 45:
        yield home.after(at(referred_on), 44)
        for child in home.people:
            explain_over_run(by=home.worker, child=child, explained_on=ENGLAND_AND_WALES.after(referred_on, 44),
                             why="We wait for a specialist's view.", now=home.after(at(referred_on), 45))  # fmt: skip
    yield done
    outcome = "child-in-need-plan" if needs_help else "no-further-action"
    _approve(home, outcome, done)
    if needs_help:
        yield from _helped(home, done)
    else:
        yield from _closed(home, done, "no-further-action", "Assessed, and not in need of help from us.")


def _approve(home: Family, outcome: str, now: datetime) -> None:
    referrer = home.referrals[0].referrer_agency
    told = [ToldInWriting(how="copy"), *([ToldInWriting(how="email", agency=referrer)] if referrer else [])]
    for child in home.people:
        approve_assessment(
            by=home.manager, child=child, approved_on=now.date(), outcome=outcome, reasons="The assessment says why.",
            factors=["16A"] if outcome != "no-further-action" else ["21"], now=now, told=told,
        )  # fmt: skip


def _helped(home: Family, now: datetime) -> Life:
    now = home.after(now, within(home.chance, (1, 8)))
    yield now
    for child in home.people:
        start_plan(
            by=home.worker, child=child, started_on=now.date(), now=now,
            plan=PlanAgreed(aims="Mornings, school and someone to talk to.", family_agreed="yes", agreed_by="Their mother",
                            approved_by=home.manager),
            needs=[NewNeed(need="Someone to talk to", outcome="The child says so",
                           actions=[NewAction(what="Weekly time with a mentor", agency=home.cast.agency("primary"))])],
        )  # fmt: skip
    for _ in range(3):
        yield from _seen(home, home.after(now, 20), "child-in-need-plan")
        now = home.after(now, 22)
    now = home.after(now, within(home.chance, (5, 80)))
    yield now
    for child in home.people:
        end_plan(
            by=home.worker,
            child=child,
            ended_on=now.date(),
            outcome="need-met",
            reasons="What the plan set out is done.",
            now=now,
        )
    yield from _closed(home, now, "no-longer-in-need", "The plan did what it set out to do.")


def _closed(home: Family, now: datetime, outcome: str, reasons: str) -> Life:
    now = home.after(now, within(home.chance, (1, 10)))
    yield now
    for child in home.people:
        closure = Closure(closed_on=now.date(), outcome=outcome, reasons=reasons, views="I know who to ring.",
                          told=("child", "parents", "agencies"))  # fmt: skip
        close_case(by=home.manager, child=child, closure=closure, now=now)


def _enquiries(home: Family, now: datetime) -> Life:
    discussed = now = home.after(now, within(home.chance, (0, 2)))
    yield now
    _discuss(home, now)
    for child in home.people:
        start_assessment(by=home.worker, child=child, started_on=now.date(), basis="section-47", lead=home.worker,
                         why="Enquiries under section 47.", now=now)  # fmt: skip
    yield from _seen(home, now, "section-47")
    to_conference = home.chance.random() < figures.ENQUIRIES_TO_CONFERENCE
    now = home.after(now, within(home.chance, (6, 11)))
    yield now
    for child in home.people:
        conclude_section_47(
            by=home.worker, child=child, concluded_on=now.date(), decided_by=home.worker, told=("child", "parents", "agencies"),
            outcome="conference" if to_conference else "not-substantiated", reasons="On everything the enquiries found.",
            reviewed_by=home.manager, now=now,
        )  # fmt: skip
    took = within(home.chance, pick(home.chance, figures.ASSESSMENT_DAYS))
    done = max(home.after(at(home.referrals[0].received_on), took), home.after(now, 1))
    if not to_conference:
        yield done
        _approve(home, "no-further-action", done)
        yield from _closed(
            home, done, "no-longer-in-need", "Enquiries did not bear out the concern; help was offered."
        )
        return
    yield from _conference(home, discussed, now)


def _discuss(home: Family, now: datetime) -> None:
    there = (
        ("council", home.worker),
        ("health", home.cast.staff("ruth")),
        ("police", home.cast.staff("tom")),
    )
    participants = tuple(
        Participant(
            name=p.name,
            practitioner=p,
            agency=home.cast.agency(key),
            may_decide="yes",
            information="What we know.",
        )
        for key, p in (there if home.chance.random() < 0.93 else there[:2])
    )
    record_strategy_discussion(
        by=home.worker, now=now,
        children=[ChildDiscussed(child=child, decision="section-47-enquiry", reasons="Reasonable cause to suspect harm.", enquiry_by="single")
                  for child in home.people],
        discussion=DiscussionHeld(held_on=now.date(), held_at=now - timedelta(minutes=10), form="meeting", convened_by=home.worker,
                                  decided_by=home.manager, participants=participants),
    )  # fmt: skip


def _attendance(home: Family) -> tuple[AtConference, ...]:
    return (
        AtConference(name=f"{home.children[0].family}, mother", part="mother"),
        AtConference(name=home.worker.name, practitioner=home.worker, agency=home.cast.agency("council"), report="received"),
        AtConference(name="Ruth Keane", practitioner=home.cast.staff("ruth"), agency=home.cast.agency("health"), report="received"),
    )  # fmt: skip


def _conference(home: Family, discussed: datetime, now: datetime) -> Life:
    chair = home.cast.staff(home.chance.choice(("jamal", "lena")))
    allocate_chair(by=home.worker, children=home.people, chair=chair, from_on=now.date(), now=now)
    held = max(
        home.after(discussed, within(home.chance, pick(home.chance, figures.CONFERENCE_DAYS))),
        home.after(now, 1),
    )
    yield held
    plan = home.chance.random() < figures.CONFERENCES_WITH_A_PLAN
    category = pick(home.chance, figures.CATEGORIES)
    record_initial_conference(
        by=chair, now=held, sitting=Sitting(held_on=held.date(), chair=chair, attendance=_attendance(home)),
        decisions=[_decided(home, child, "plan" if plan else "no-plan", category if plan else "", held) for child in home.people],
    )  # fmt: skip
    done = home.after(held, within(home.chance, (3, 18)))
    if not plan:
        yield done
        _approve(home, "child-in-need-plan", done)
        yield from _helped(home, done)
        return
    yield from _planned(home, chair, category, held, done)


def _decided(home: Family, child: Person, decided: str, category: str, held: datetime) -> DecidedForChild:
    need = AgreedNeed(
        need="Safe at home", must_change="What worried everyone stops", how_much="Every day", by_when=held.date() + timedelta(days=80),
        actions=(AgreedAction(what="Visit, and work with parents", owner=home.worker.name, agency=home.cast.agency("council"),
                              practitioner=home.worker, by_when=held.date() + timedelta(days=30), how_we_will_know="The child says so"),),
    )  # fmt: skip
    return DecidedForChild(
        child=child, decided=decided, category=category, reasons="On what everyone brought to the table.",
        child_views=home.chance.choice(names.SAID), parents_views="They want it to be over.", advocacy="taken-up", plan_given=decided == "plan",
        needs=(need,) if decided == "plan" else (), support="" if decided in ("plan", "continue") else "child-in-need-plan",
        members=(AgreedMember(name=home.worker.name, part="social worker", agency=home.cast.agency("council"), practitioner=home.worker),)
        if decided == "plan" else (),
        timetable=Timetable(core_group_on=ENGLAND_AND_WALES.after(held.date(), 9), ready_by=ENGLAND_AND_WALES.after(held.date(), 9),
                            review_on=held.date() + timedelta(days=84)) if decided == "plan" else Timetable(),
        proceedings="Considered; not now.", household="All children were considered.",
    )  # fmt: skip


def _planned(home: Family, chair: Practitioner, category: str, held: datetime, assessed: datetime) -> Life:
    met = home.after(held, 9 if home.chance.random() < 0.9 else 13)
    first, second = sorted((met, assessed))
    yield first
    _at_first(home, first, met)
    yield second
    _at_first(home, second, met)
    months = within(home.chance, pick(home.chance, figures.PLAN_MONTHS))
    review, lasted = (
        home.when(
            held.date() + timedelta(days=82 if home.chance.random() < figures.REVIEWS_IN_TIME else 101)
        ),
        3,
    )
    while True:
        yield from _seen(home, home.after(review, 0) - timedelta(days=30), "child-protection-plan")
        yield review
        ends = lasted >= months
        record_review_conference(
            by=chair, now=review, sitting=Sitting(held_on=review.date(), chair=chair, attendance=_attendance(home)),
            decisions=[_decided(home, child, "end" if ends else "continue", "" if ends else category, review) for child in home.people],
        )  # fmt: skip
        if ends:
            yield from _helped(home, review)
            return
        late = home.chance.random() >= figures.REVIEWS_IN_TIME
        review, lasted = home.when(review.date() + timedelta(days=192 if late else 175)), lasted + 6


def _at_first(home: Family, now: datetime, met: datetime) -> None:
    if now != met:
        _approve(home, "child-in-need-plan", now)
        return
    record_core_group(
        by=home.worker, children=home.people, held_on=now.date(), now=now, decisions="Who does what until the next one.",
        attendance=[AtCoreGroup(name=home.worker.name, present=True, agency=home.cast.agency("council"))],
    )  # fmt: skip
