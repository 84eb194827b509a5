"""A family's script drawn by chance, at the rates of the national figures.

The same as ``demo.lives``, told as steps and for longer: with relatives and a home, a visit every month
and families who are referred again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from random import Random
from typing import Any

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.assessments.telling import ToldInWriting
from alongside.closure.services import TOLD, Closure
from alongside.conferences.sitting import AtConference, DecidedForChild, Sitting
from alongside.demo import figures, names
from alongside.demo.fast import steps
from alongside.demo.fast.steps import Script, Step
from alongside.demo.figures import pick, within
from alongside.demo.lives import Family
from alongside.family.homes import NewHome
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.people.models import Relationship
from alongside.people.references import ALPHABET, LENGTH
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed, AtCoreGroup, Timetable
from alongside.referrals.front_door import Decided
from alongside.referrals.services import ReferralGiven, Said
from alongside.section47.said import ActionAgreed, ChildDiscussed, DiscussionHeld, Participant
from alongside.visits.services import ChildSeen, VisitMade

#: Relatives: what they are, how often they are known, how often they live with the children, responsibility.
RELATIVES = (
    (Relationship.Kind.MOTHER, "F", 0.97, 0.86, "yes"),
    (Relationship.Kind.FATHER, "M", 0.71, 0.38, "unknown"),
    (Relationship.Kind.PARTNER, "M", 0.16, 0.70, "no"),
    (Relationship.Kind.GRANDPARENT, "F", 0.24, 0.12, "no"),
)
#: Share of families referred again within a year of closing.
REFERRED_AGAIN = 0.226
EVERYONE = tuple(key for key, _, _ in TOLD)
DECISIONS = {"no-further-action": "no-further-action", "section-47": "strategy-discussion"}


@dataclass(frozen=True, slots=True)
class Workforce:
    """Those who work with one family, and those who may refer it."""

    screener: Practitioner
    supervisor: Practitioner
    worker: Practitioner
    manager: Practitioner
    team: Team
    chair: Practitioner
    health: Practitioner
    police: Practitioner
    referrers: dict[str, list[Practitioner]]
    agencies: dict[str, Agency]


@dataclass(slots=True)
class Telling:
    """The script of one family as it is drawn. ``home`` draws days; each part gives the moment it ends at."""

    home: Family
    by: Workforce
    steps: list[Step] = field(default_factory=list)
    relatives: int = 0
    referrer: Agency | None = None

    @property
    def chance(self) -> Random:
        return self.home.chance

    def likely(self, share: float) -> bool:
        return self.chance.random() < share

    def add(self, kind: type[Step], by: Practitioner, now: datetime, /, **facts: Any) -> None:
        self.steps.append(kind(by=by, now=now, **facts))


def draw(home: Family, by: Workforce, referred_at: datetime, until: datetime) -> tuple[Script, int]:
    """The script of a family first referred then, as far as it has come by ``until``; how many people it names."""
    telling = Telling(home, by)
    ended = _episode(telling, referred_at, known=False)
    while ended < until and telling.likely(REFERRED_AGAIN):
        again = home.when(ended.date() + timedelta(days=within(home.chance, (20, 360))))
        ended = _episode(telling, again, known=True)
    script = Script(sorted(telling.steps, key=lambda step: step.now)).until(until)
    return script, len(home.children) + telling.relatives


def _episode(telling: Telling, referred_at: datetime, *, known: bool) -> datetime:
    chance, home, by = telling.chance, telling.home, telling.by
    outcome = pick(chance, figures.OUTCOMES)
    _refer(telling, referred_at, known=known)
    now = home.after(referred_at, 0 if telling.likely(0.7) else 1)
    telling.add(steps.Acknowledge, by.screener, now, how="By e-mail")
    now = home.after(now, 0 if telling.likely(0.85) else within(chance, (1, 2)))
    decided = Decided(
        outcome=DECISIONS.get(outcome, "section-17-assessment"), reasons="On what is known and the history.",
        threshold="Level 3", to_tell_referrer="What we decided, and why.",
    )  # fmt: skip
    telling.add(steps.Decide, by.supervisor, now, decided=decided)
    telling.add(steps.TellReferrer, by.screener, now, told=decided.to_tell_referrer, how="By e-mail")
    if outcome == "no-further-action":
        return now
    now = home.after(now, within(chance, (0, 2)))
    telling.add(
        steps.AllocateLead,
        by.supervisor,
        now,
        practitioner=by.worker,
        team=by.team,
        reason="Has room, and agrees.",
    )
    _see(telling, home.after(now, within(chance, (0, 4))), "referral")
    if outcome == "section-47":
        return _enquiries(telling, referred_at, now)
    return _assessment(telling, referred_at, now, needs_help=outcome == "in-need")


def _refer(telling: Telling, now: datetime, *, known: bool) -> None:
    chance, home, by = telling.chance, telling.home, telling.by
    posted = by.referrers.get(pick(chance, figures.REFERRERS))
    referrer = chance.choice(posted) if posted else None
    given = ReferralGiven(
        received_at=now, referrer_kind="practitioner" if referrer else "public", referrer=referrer,
        referrer_relation=referrer.job_title if referrer else "Neighbour", siblings=len(home.children) > 1,
        statements=(
            Said(kind="concern", words=chance.choice(names.CONCERNS), said_by=referrer.name if referrer else "A neighbour"),
            Said(kind="fact", words=chance.choice(names.FACTS), said_by="The referrer"),
            Said(kind="reported", words=chance.choice(names.REPORTED), said_by="The child"),
        ),
        immediate_danger="no", family_asked=chance.choice(("agreed", "agreed", "refused")),
        development="Nothing out of the way is known." if telling.likely(0.8) else "",
        capacity="Some strain at home.", outside_factors="School and friends were asked about." if telling.likely(0.7) else "",
    )  # fmt: skip
    telling.referrer = referrer.scope.posts[0].agency if referrer else None
    children = () if known else tuple(home.children)
    telling.add(steps.Refer, by.screener, now, given=given, children=children)
    if not known:
        _people_and_home(telling, now + timedelta(minutes=10))


def _people_and_home(telling: Telling, now: datetime) -> None:
    chance, screener = telling.chance, telling.by.screener
    family = telling.home.children[0].family
    for kind, sex, known, together, responsibility in RELATIVES:
        if telling.likely(known):
            telling.relatives += 1
            telling.add(
                steps.AddRelative, screener, now, kind=kind, called=f"{chance.choice(names.GIVEN[sex])} {family}",
                reference=reference(telling), lives_with_children=telling.likely(together),
                parental_responsibility=responsibility,
            )  # fmt: skip
    telling.add(steps.ShareHousehold, screener, now)
    lines = f"{chance.randint(1, 120)} {chance.choice(names.STREETS)}\n{chance.choice(names.DISTRICTS)}\nWrenmouth"
    # No postcode in use begins with ZZ.
    postcode = (
        f"ZZ{chance.randint(1, 9)} {chance.randint(1, 9)}{chance.choice('ABDEFGH')}{chance.choice('JLNPQRS')}"
    )
    home = NewHome(
        from_on=now.date(), lines=lines, postcode=postcode, protected=telling.likely(0.03),
        no_fixed_address=telling.likely(0.01),
    )  # fmt: skip
    telling.add(steps.MoveHome, screener, now, home=home)


def reference(telling: Telling) -> str:
    """A reference in the form of the borough's own."""
    letters = "".join(telling.chance.choice(ALPHABET) for _ in range(LENGTH))
    return f"{telling.home.cast.borough.area.prefix}-{letters}"


def _see(telling: Telling, now: datetime, purpose: str) -> None:
    chance = telling.chance
    seen = tuple(
        None if child.expected_on
        else partial(
            ChildSeen, alone=chance.choice(("yes", "yes", "no")), alone_why="Too young to be apart.",
            said=chance.choice(names.SAID), communication=("speech",),
        )
        for child in telling.home.children
    )  # fmt: skip
    if any(seen):
        visit = VisitMade(
            seen_on=now.date(), where=chance.choice(("home", "home", "school")), purpose=purpose
        )
        telling.add(steps.SeeChildren, telling.by.worker, now, visit=visit, seen=seen)


def _visits(telling: Telling, first: datetime, last: datetime, purpose: str) -> None:
    """About once a month between two moments."""
    now = telling.home.after(first, within(telling.chance, (8, 20)))
    while now < last:
        _see(telling, now, purpose)
        now = telling.home.after(now, within(telling.chance, (15, 24)))


def _start_assessment(telling: Telling, now: datetime, basis: str, why: str) -> None:
    worker = telling.by.worker
    telling.add(steps.StartAssessment, worker, now, started_on=now.date(), basis=basis, lead=worker, why=why)


def _approve(telling: Telling, referred_at: datetime, started: datetime, outcome: str) -> datetime:
    """Approved after as many days as chance has it; most, but not all, of those past the limit say why."""
    chance, home, by = telling.chance, telling.home, telling.by
    took = within(chance, pick(chance, figures.ASSESSMENT_DAYS))
    done = max(home.after(referred_at, took), home.after(started, 1))
    if took > 45 and telling.likely(0.8):
        explained = max(home.after(referred_at, 44), home.after(started, 0))
        why = "We wait for a specialist's view."
        telling.add(
            steps.ExplainOverRun,
            by.worker,
            min(explained, done),
            explained_on=min(explained, done).date(),
            why=why,
        )
    telling.add(
        steps.ApproveAssessment, by.manager, done, approved_on=done.date(), outcome=outcome,
        reasons="The assessment says why.", factors=("21",) if outcome == "no-further-action" else ("16A",),
        told=_told(telling) if telling.likely(0.9) else (),
    )  # fmt: skip
    return done


def _told(telling: Telling) -> tuple[ToldInWriting, ...]:
    referrer = telling.referrer
    return (ToldInWriting(how="copy"), *((ToldInWriting(how="email", agency=referrer),) if referrer else ()))


def _assessment(telling: Telling, referred_at: datetime, now: datetime, *, needs_help: bool) -> datetime:
    _start_assessment(telling, now, "section-17", "To understand what help is needed.")
    done = _approve(telling, referred_at, now, "child-in-need-plan" if needs_help else "no-further-action")
    if needs_help:
        return _help(telling, done)
    return _close(telling, done, "no-further-action", "Assessed, and not in need of help from us.")


def _help(telling: Telling, now: datetime) -> datetime:
    chance, home, by = telling.chance, telling.home, telling.by
    now = home.after(now, within(chance, (1, 8)))
    mentor = NewAction(what="Weekly time with a mentor", agency=by.agencies["primary"])
    plan = PlanAgreed(
        aims="Mornings, school and someone to talk to.", family_agreed="yes", agreed_by="Their mother",
        approved_by=by.manager,
    )  # fmt: skip
    needs = (NewNeed(need="Someone to talk to", outcome="The child says so", actions=(mentor,)),)
    telling.add(steps.StartHelp, by.worker, now, started_on=now.date(), plan=plan, needs=needs)
    ends = home.after(now, within(chance, (30, 200)))
    _visits(telling, now, ends, "child-in-need-plan")
    telling.add(
        steps.EndHelp, by.worker, ends, ended_on=ends.date(), outcome="need-met",
        reasons="What the plan set out is done.",
    )  # fmt: skip
    return _close(telling, ends, "no-longer-in-need", "The plan did what it set out to do.")


def _close(telling: Telling, now: datetime, outcome: str, reasons: str) -> datetime:
    last = max(step.now for step in telling.steps)
    now = telling.home.after(max(now, last), within(telling.chance, (1, 10)))
    closure = Closure(
        closed_on=now.date(), outcome=outcome, reasons=reasons,
        views="Knows who to ring." if telling.likely(0.9) else "", told=EVERYONE if telling.likely(0.9) else EVERYONE[1:],
    )  # fmt: skip
    telling.add(steps.CloseCase, telling.by.manager, now, closure=closure)
    return now


def _enquiries(telling: Telling, referred_at: datetime, now: datetime) -> datetime:
    chance, home, by = telling.chance, telling.home, telling.by
    discussed = now = home.after(now, within(chance, (0, 2)))
    _discuss(telling, now)
    _start_assessment(telling, now, "section-47", "Enquiries under section 47.")
    _see(telling, home.after(now, within(chance, (0, 2))), "section-47")
    to_conference = telling.likely(figures.ENQUIRIES_TO_CONFERENCE)
    now = home.after(now, within(chance, (4, 11)))
    telling.add(
        steps.ConcludeEnquiries, by.worker, now, concluded_on=now.date(), decided_by=by.worker, told=EVERYONE,
        outcome="conference" if to_conference else "not-substantiated", reasons="On everything the enquiries found.",
        reviewed_by=by.manager if telling.likely(0.9) else None,
    )  # fmt: skip
    if to_conference:
        return _conference(telling, referred_at, discussed, now)
    done = _approve(telling, referred_at, now, "no-further-action")
    return _close(
        telling, done, "no-longer-in-need", "Enquiries did not bear out the concern; help was offered."
    )


def _discuss(telling: Telling, now: datetime) -> None:
    by = telling.by
    there = (("council", by.worker), ("health", by.health), ("police", by.police))
    participants = tuple(
        Participant(name=one.name, practitioner=one, agency=by.agencies[key], may_decide="yes", information="What we know.")
        for key, one in (there if telling.likely(0.93) else there[:2])
    )  # fmt: skip
    discussion = DiscussionHeld(
        held_on=now.date(), held_at=now, form="meeting", convened_by=by.worker, decided_by=by.manager,
        participants=participants, actions=(ActionAgreed(what="See the children", agency=by.agencies["council"]),),
        family_told="told" if telling.likely(0.9) else "", child_kept_safe="A relative stays with them.",
    )  # fmt: skip
    about = partial(
        ChildDiscussed,
        decision="section-47-enquiry",
        reasons="Reasonable cause to suspect harm.",
        enquiry_by="single",
    )
    telling.add(steps.DiscussStrategy, by.worker, now, discussion=discussion, about=about)


def _sitting(telling: Telling, held: datetime) -> Sitting:
    by = telling.by
    attendance = (
        AtConference(name=f"{telling.home.children[0].family}, mother", part="mother"),
        AtConference(
            name=by.worker.name, practitioner=by.worker, agency=by.agencies["council"], report="received"
        ),
        AtConference(
            name=by.health.name, practitioner=by.health, agency=by.agencies["health"], report="received"
        ),
    )
    return Sitting(held_on=held.date(), chair=by.chair, attendance=attendance)


def _conference(telling: Telling, referred_at: datetime, discussed: datetime, now: datetime) -> datetime:
    chance, home, by = telling.chance, telling.home, telling.by
    telling.add(steps.AllocateChair, by.worker, now, chair=by.chair, from_on=now.date())
    took = within(chance, pick(chance, figures.CONFERENCE_DAYS))
    held = max(home.after(discussed, took), home.after(now, 1))
    plan = telling.likely(figures.CONFERENCES_WITH_A_PLAN)
    category = pick(chance, figures.CATEGORIES) if plan else ""
    decided = _decided(telling, held, "plan" if plan else "no-plan", category)
    telling.add(steps.HoldInitialConference, by.chair, held, sitting=_sitting(telling, held), decided=decided)
    approved = _approve(telling, referred_at, now, "child-in-need-plan")
    if not plan:
        return _help(telling, max(held, approved))
    return _help(telling, max(_plan(telling, held, category), approved))


def _decided(telling: Telling, held: datetime, decided: str, category: str) -> partial[DecidedForChild]:
    by, on, plan = telling.by, held.date(), decided == "plan"
    action = AgreedAction(
        what="Visit, and work with parents", owner=by.worker.name, agency=by.agencies["council"], practitioner=by.worker,
        by_when=on + timedelta(days=30), how_we_will_know="The child says so",
    )  # fmt: skip
    need = AgreedNeed(
        need="Safe at home", must_change="What worried everyone stops", how_much="Every day",
        by_when=on + timedelta(days=80), actions=(action,),
    )  # fmt: skip
    member = AgreedMember(
        name=by.worker.name, part="social worker", agency=by.agencies["council"], practitioner=by.worker
    )
    return partial(
        DecidedForChild, decided=decided, category=category, reasons="On what everyone brought to the table.",
        child_views=telling.chance.choice(names.SAID), parents_views="They want it to be over.", advocacy="taken-up",
        plan_given=plan, needs=(need,) if plan else (), members=(member,) if plan else (), timetable=_timetable(on) if plan else Timetable(),
        support="" if decided in ("plan", "continue") else "child-in-need-plan",
        progress="" if plan or decided == "no-plan" else "What has changed was gone through.",
        proceedings="Considered; not now.", household="All children were considered.",
    )  # fmt: skip


def _timetable(held_on: date) -> Timetable:
    ninth = ENGLAND_AND_WALES.after(held_on, 9)
    return Timetable(core_group_on=ninth, ready_by=ninth, review_on=held_on + timedelta(days=84))


def _plan(telling: Telling, held: datetime, category: str) -> datetime:
    """Core groups, visits and reviews, until a review ends the plan."""
    chance, home, by = telling.chance, telling.home, telling.by
    _core_group(telling, home.after(held, 9 if telling.likely(0.9) else 13))
    months, lasted = within(chance, pick(chance, figures.PLAN_MONTHS)), 3
    in_time = telling.likely(figures.REVIEWS_IN_TIME)
    review = home.when(held.date() + timedelta(days=82 if in_time else 101))
    while lasted < months:
        _core_group(telling, home.when(review.date() - timedelta(days=20)))
        decided = _decided(telling, review, "continue", category)
        telling.add(
            steps.HoldReviewConference, by.chair, review, sitting=_sitting(telling, review), decided=decided
        )
        late = not telling.likely(figures.REVIEWS_IN_TIME)
        review, lasted = home.when(review.date() + timedelta(days=192 if late else 175)), lasted + 6
    _visits(telling, held, review, "child-protection-plan")
    decided = _decided(telling, review, "end", "")
    telling.add(
        steps.HoldReviewConference, by.chair, review, sitting=_sitting(telling, review), decided=decided
    )
    return review


def _core_group(telling: Telling, now: datetime) -> None:
    by = telling.by
    attendance = [AtCoreGroup(name=by.worker.name, present=True, agency=by.agencies["council"])]
    if telling.likely(0.8):
        attendance.append(AtCoreGroup(name="Their mother", present=True))
    telling.add(
        steps.MeetCoreGroup, by.worker, now, held_on=now.date(), decisions="Who does what until the next one.",
        attendance=tuple(attendance),
    )  # fmt: skip
