"""The fast path leaves exactly what the acts leave: every row, every column.

Each script is played twice from the same start, through the acts and in bulk, and all tables of the
service are compared. Keys differ, being new each time, so each is replaced by its table and its
place there.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import partial
from io import StringIO
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import transaction
from django.db.models import CompositePrimaryKey

from alongside.assessments.telling import ToldInWriting
from alongside.audit.models import Head as AuditHead
from alongside.audit.models import Row as AuditRow
from alongside.cases.models import Allocation
from alongside.closure.services import Closure
from alongside.conferences.sitting import AtConference, DecidedForChild, Disagreement, Sitting
from alongside.deadlines.models import Deadline
from alongside.demo.fast import in_bulk, steps, through_acts
from alongside.demo.fast.family import NotWrittenFast
from alongside.demo.fast.steps import Script, Step
from alongside.demo.fast.writing import write
from alongside.demo.organisation import Borough, lay_out
from alongside.family.homes import NewHome
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed
from alongside.moments import LONDON
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed, AtCoreGroup, Timetable
from alongside.plans.notices import AgreedNotice
from alongside.referrals.front_door import Decided
from alongside.referrals.services import ReferralGiven, ReferredChild, Said
from alongside.section47.said import ActionAgreed, ChildDiscussed, DiscussionHeld, Participant
from alongside.visits.services import ChildSeen, VisitMade

pytestmark = pytest.mark.django_db

EDITH = ReferredChild(
    given="Edith", family="Quarmby", born_on=date(2013, 5, 22), sex="F", reference="WREN-EDYTH2"
)
FLYNN = ReferredChild(
    given="Flynn", family="Quarmby", born_on=date(2016, 8, 9), sex="M", reference="WREN-FLYNN2"
)
UNBORN = ReferredChild(family="Quarmby", expected_on=date(2099, 3, 1), reference="WREN-BABYQ2")


class Story:
    """Writes scripts for one borough, the days counted from the day of the referral."""

    def __init__(self, borough: Borough, first: date) -> None:
        self.borough, self.first = borough, first
        self.staff, self.agency = borough.staff, borough.agencies
        self.steps: list[Step] = []

    def day(self, n: int) -> date:
        return self.first + timedelta(days=n)

    def at(self, n: int, clock: str = "14:00") -> datetime:
        return datetime.combine(self.day(n), time.fromisoformat(clock), LONDON)

    def add(self, kind: type[Step], by: str, n: int, clock: str = "14:00", /, **facts: Any) -> None:
        self.steps.append(kind(by=self.staff[by], now=self.at(n, clock), **facts))

    def refer(self, n: int = 0, children: tuple[ReferredChild, ...] = (EDITH, FLYNN), **given: Any) -> None:
        told: dict[str, Any] = {
            "received_at": self.at(n, "09:20"), "referrer_kind": "practitioner", "referrer": self.staff["helen"],
            "referrer_relation": "Designated safeguarding lead", "siblings": len(children) > 1,
            "statements": (Said(kind="fact", words="No coat in the snow.", said_by="Her teacher"),
                           Said(kind="concern", words="Nobody gets them up.", said_by="Helen Marsh")),
            "immediate_danger": "no", "family_asked": "agreed", "development": "Reads well.",
        } | given  # fmt: skip
        self.add(steps.Refer, "maya", n, "09:40", given=ReferralGiven(**told), children=children)

    def decide(self, n: int, outcome: str, *, acknowledge: bool = True) -> None:
        if acknowledge:
            self.add(steps.Acknowledge, "maya", n, "10:00", how="By telephone")
        decided = Decided(
            outcome=outcome, reasons="On what is known.", threshold="Level 3", to_tell_referrer="This."
        )
        self.add(steps.Decide, "priya", n, "11:00", decided=decided)
        self.add(steps.TellReferrer, "maya", n, "11:30", told="What we decided.", how="By e-mail")

    def allocate(self, n: int, to: str = "dana") -> None:
        self.add(
            steps.AllocateLead, "priya", n, "12:00", practitioner=self.staff[to], team=self.borough.teams["harbour"],
            reason="Has room.",
        )  # fmt: skip

    def see(self, n: int, *said: str | None, by: str = "dana") -> None:
        seen = tuple(
            None if words is None
            else partial(ChildSeen, alone="yes" if words else "no", alone_why="" if words else "Too young.", said=words,
                         communication=("speech",) if words else ("observed",), observed="" if words else "Played.")
            for words in said
        )  # fmt: skip
        visit = VisitMade(
            seen_on=self.day(n),
            seen_at=self.at(n, "13:00"),
            where="home",
            purpose="assessment",
            bedroom="yes",
        )
        self.add(steps.SeeChildren, by, n, visit=visit, seen=seen)

    def assess(self, n: int, lead: str = "dana", basis: str = "section-17") -> None:
        self.add(
            steps.StartAssessment,
            lead,
            n,
            started_on=self.day(n),
            basis=basis,
            lead=self.staff[lead],
            why="To see.",
        )

    def approve(self, n: int, outcome: str, by: str = "sam", told: tuple[ToldInWriting, ...] = ()) -> None:
        self.add(steps.ApproveAssessment, by, n, approved_on=self.day(n), outcome=outcome, reasons="As found.",
                 factors=("16A", "7A"), told=told)  # fmt: skip

    def help(self, n: int, **agreed: Any) -> None:
        actions = (NewAction(what="Weekly mentor", agency=self.agency["primary"], practitioner=self.staff["helen"]),
                   NewAction(what="Mornings", owner="Rosa, their mother", by_when=self.day(n + 30)))  # fmt: skip
        plan = PlanAgreed(
            **{
                "aims": "Mornings.",
                "family_agreed": "yes",
                "agreed_by": "Rosa",
                "approved_by": self.staff["sam"],
            }
            | agreed
        )
        needs = (NewNeed(need="Someone to talk to", outcome="She says so", actions=actions),)
        self.add(steps.StartHelp, "dana", n, started_on=self.day(n), plan=plan, needs=needs)

    def end_help(self, n: int) -> None:
        self.add(steps.EndHelp, "dana", n, ended_on=self.day(n), outcome="need-met", reasons="Done.")

    def discuss(self, n: int, decision: str, *, police: bool = True, **held: Any) -> None:
        there = [("council", "dana"), ("health", "ruth"), ("police", "tom")][: 3 if police else 2]
        participants = tuple(
            Participant(name=self.staff[who].name, practitioner=self.staff[who], agency=self.agency[key], may_decide="yes",
                        information="What we know.", view="cause")
            for key, who in there
        )  # fmt: skip
        unlisted = Participant(
            name="A warden", agency_name="Saltings Moorings", sector="housing", dissent="Too soon."
        )
        discussion = DiscussionHeld(
            held_on=self.day(n), held_at=self.at(n, "10:00"), form="meeting", convened_by=self.staff["dana"],
            decided_by=self.staff["sam"], participants=(*participants, unlisted), **held,
        )  # fmt: skip
        begins = decision == "section-47-enquiry"
        about = partial(
            ChildDiscussed, decision=decision, reasons="Reasons.", enquiry_by="joint" if begins else ""
        )
        self.add(steps.DiscussStrategy, "dana", n, discussion=discussion, about=about)

    def conclude(self, n: int, outcome: str, **more: Any) -> None:
        self.add(steps.ConcludeEnquiries, "dana", n, concluded_on=self.day(n), outcome=outcome, reasons="As found.",
                 decided_by=self.staff["dana"], **more)  # fmt: skip

    def sitting(self, n: int) -> Sitting:
        return Sitting(
            held_on=self.day(n), chair=self.staff["jamal"], place="Family hub",
            attendance=(
                AtConference(name="Rosa Quarmby", part="mother"),
                AtConference(name="Dana Wright", practitioner=self.staff["dana"], agency=self.agency["council"], report="received"),
                AtConference(name="Helen Marsh", practitioner=self.staff["helen"], agency=self.agency["primary"], report="received",
                             report_received_on=self.day(n - 2)),
                AtConference(name="Tom Reed", practitioner=self.staff["tom"], agency=self.agency["police"], came="apologies"),
                AtConference(name="Neil Cope", practitioner=self.staff["neil"], agency=self.agency["housing"], invited=False),
            ),
        )  # fmt: skip

    def told(self, n: int, decided: str, category: str = "", **more: Any) -> partial[DecidedForChild]:
        plan = decided == "plan"
        action = AgreedAction(what="Visit", owner="Dana Wright", agency=self.agency["council"], practitioner=self.staff["dana"],
                              by_when=self.day(n + 30), how_we_will_know="She says so")  # fmt: skip
        facts: dict[str, Any] = {
            "decided": decided, "category": category, "reasons": "What everyone brought.", "child_views": "Quiet nights.",
            "parents_views": "For it to be over.", "advocacy": "taken-up",
            "needs": (AgreedNeed(need="Safe", must_change="Nights", how_much="All", actions=(action,)),) if plan else (),
            "members": (AgreedMember(name="Dana Wright", part="social worker", agency=self.agency["council"]),
                        AgreedMember(name="Nell Quarmby", part="grandmother")) if plan else (),
        } | more  # fmt: skip
        return partial(DecidedForChild, **facts)

    def chair(self, n: int, who: str = "jamal") -> None:
        self.add(steps.AllocateChair, "dana", n, "15:00", chair=self.staff[who], from_on=self.day(n))

    def conference(self, n: int, decided: str, category: str = "", **more: Any) -> None:
        told = self.told(n, decided, category, **more)
        self.add(steps.HoldInitialConference, "jamal", n, sitting=self.sitting(n), decided=told)

    def review(self, n: int, decided: str, category: str = "", **more: Any) -> None:
        told = self.told(n, decided, category, **more)
        self.add(steps.HoldReviewConference, "jamal", n, sitting=self.sitting(n), decided=told)

    def core_group(self, n: int, *, with_family: bool = True, **more: Any) -> None:
        attendance = [AtCoreGroup(name="Dana Wright", present=True, agency=self.agency["council"]),
                      AtCoreGroup(name="Helen Marsh", present=False, agency=self.agency["primary"])]  # fmt: skip
        if with_family:
            attendance.append(AtCoreGroup(name="Rosa Quarmby", present=True))
        self.add(steps.MeetCoreGroup, "dana", n, held_on=self.day(n), decisions="Who does what.",
                 attendance=tuple(attendance), **more)  # fmt: skip

    def close(self, n: int, outcome: str = "no-longer-in-need", **more: Any) -> None:
        closure = Closure(closed_on=self.day(n), outcome=outcome, reasons="Nothing more to do.", **more)
        self.add(steps.CloseCase, "sam", n, "16:00", closure=closure)

    def at_home(self, n: int) -> None:
        self.add(steps.AddRelative, "maya", n, "12:10", kind="mother", called="Rosa Quarmby", reference="WREN-RYSAQ2",
                 parental_responsibility="yes", lives_with_children=True)  # fmt: skip
        self.add(
            steps.AddRelative,
            "maya",
            n,
            "12:11",
            kind="father",
            called="Father (not known)",
            reference="WREN-DADXQ2",
        )
        self.add(steps.ShareHousehold, "maya", n, "12:12")
        self.add(
            steps.MoveHome,
            "maya",
            n,
            "12:13",
            home=NewHome(from_on=self.day(n), lines="4 Tern Street", postcode="zz9 1aa"),
        )


def nothing_further(story: Story) -> None:
    """Somebody anonymous; no heading filled; nobody else is told before the afternoon."""
    story.refer(
        children=(EDITH, FLYNN, UNBORN),
        referrer_kind="anonymous",
        referrer=None,
        development="",
        statements=(),
    )
    story.decide(1, "no-further-action", acknowledge=False)


def assessed_late_and_helped(story: Story) -> None:
    story.refer(children=(EDITH, UNBORN))
    story.decide(1, "section-17-assessment")
    story.at_home(1)
    story.allocate(1)
    story.see(3, "I like school.", None)
    story.assess(4)
    story.add(
        steps.ExplainOverRun,
        "dana",
        60,
        explained_on=story.day(60),
        why="We wait.",
        discussed_with=("family",),
    )
    story.approve(75, "child-in-need-plan", told=(ToldInWriting(how="copy"),))
    story.help(80, next_review_on=story.day(120), strengths="Warm.")
    story.add(steps.MoveHome, "maya", 90, home=NewHome(from_on=story.day(90), lines="2 Quay", protected=True))
    story.add(steps.ReviewHelp, "dana", 120, reviewed_on=story.day(120), decision="continue", reasons="More to do.",
              agreed_with=story.staff["sam"], next_review_on=story.day(200))  # fmt: skip
    story.add(steps.MoveHome, "maya", 130, home=NewHome(from_on=story.day(130), no_fixed_address=True))
    story.end_help(150)
    story.close(151, views="Bye.", told=("child", "agencies"), why_not_told="The parents have left.")


def led_and_approved_by_others(story: Story) -> None:
    """Not a social worker leads, then another lead; the limit is passed and nobody says why."""
    story.refer(children=(EDITH,))
    story.decide(0, "section-17-assessment")
    story.allocate(0, to="olu")
    story.assess(2, lead="olu")
    story.allocate(10, to="sam")
    story.approve(70, "no-further-action")
    story.close(72)


def enquiries_without_a_conference(story: Story) -> None:
    story.refer()
    story.decide(0, "strategy-discussion")
    story.allocate(0)
    story.discuss(1, "further-discussion", police=False, next_discussion_on=story.day(2))
    actions = (ActionAgreed(what="See both", agency=story.agency["council"], by_on=story.day(2)),)
    story.discuss(2, "section-47-enquiry", actions=actions, family_told="told", told_what="Why we ask.")
    story.assess(2, basis="section-47")
    story.discuss(4, "section-47-enquiry", criminal_investigation="None.")
    story.see(3, "Nobody asks me.", "")
    story.conclude(9, "not-substantiated", told=("child", "parents"))
    story.approve(
        30,
        "no-further-action",
        told=(ToldInWriting(how="copy"), ToldInWriting(how="letter", agency=story.agency["police"])),
    )
    story.close(31, views="I am fine.", told=("child", "parents", "agencies"))


def a_conference_and_no_plan(story: Story) -> None:
    story.refer(children=(FLYNN,))
    story.decide(0, "strategy-discussion")
    story.allocate(0)
    story.chair(1, "lena")
    story.chair(2)
    story.discuss(2, "section-47-enquiry")
    story.assess(2, basis="section-47")
    # Nobody concluded the enquiries before the conference.
    dissent = (
        Disagreement(name="Helen Marsh", reasons="I would have a plan.", agency=story.agency["primary"]),
    )
    story.conference(20, "no-plan", support="child-in-need-plan", dissent=dissent)
    story.conclude(
        21,
        "substantiated-no-conference",
        analysis="Said.",
        childs_views="Heard.",
        reviewed_by=story.staff["sam"],
    )
    story.approve(28, "child-in-need-plan")
    story.help(30, approved_by=None, family_agreed="not-asked", agreed_by="")


def a_plan_from_start_to_end(story: Story) -> None:
    """A child-in-need plan gives way to a plan, whose days were set too late; it ends and help goes on."""
    story.refer()
    story.decide(0, "section-17-assessment")
    story.at_home(0)
    story.allocate(0)
    story.see(2, "I do the breakfast.", "")
    story.assess(2)
    story.help(6)
    story.discuss(10, "section-47-enquiry")
    story.see(11, "It was dark.", "", by="dana")
    story.conclude(18, "conference", reviewed_by=story.staff["sam"], told=("child",))
    story.chair(18)
    late = Timetable(core_group_on=story.day(60), ready_by=story.day(60), review_on=story.day(160))
    story.conference(24, "plan", "neglect", timetable=late)
    story.core_group(34, next_on=story.day(70))
    story.approve(44, "child-in-need-plan", by="sam")
    story.core_group(70, with_family=False)
    later = Timetable(review_on=story.day(270))
    joins = (AgreedMember(name="Ruth Keane", part="health visitor", agency=story.agency["health"]),
             AgreedMember(name="Nell Quarmby", part="grandmother"))  # fmt: skip
    story.review(
        108, "continue", "emotional-abuse", timetable=later, progress="Nights are better.", members=joins
    )
    notices = (AgreedNotice(name="Estuary Police", agency=story.agency["police"], told_on=story.day(275)),)
    story.review(275, "end", support="child-in-need-plan", notices=notices)
    story.help(280)
    story.end_help(330)
    story.close(340, views="Bye.", told=("child", "parents", "agencies"))


def referred_again(story: Story) -> None:
    assessed_twice = replace(FLYNN, reference="WREN-TWYCE2")
    story.refer(children=(EDITH, assessed_twice))
    story.decide(0, "section-17-assessment")
    story.allocate(0)
    story.assess(2)
    story.approve(20, "no-further-action")
    story.close(21)
    story.refer(200, children=(), siblings=True)
    story.decide(201, "advice")
    story.refer(300, children=(), siblings=True, early_help_assessment="Attached.", capacity="Strained.")
    story.decide(300, "section-17-assessment")
    story.allocate(300)
    story.assess(302)


def a_plan_ends_with_no_help(story: Story) -> None:
    """Its conference was held too late, and its review too."""
    story.refer(children=(EDITH,))
    story.decide(0, "strategy-discussion")
    story.allocate(0)
    story.discuss(0, "section-47-enquiry")
    story.conclude(4, "conference", reviewed_by=story.staff["olu"])
    story.chair(4)
    story.conference(40, "plan", "multiple")
    story.review(150, "end", household="All were considered.", proceedings="Considered; not now.")


LIVES: tuple[Callable[[Story], None], ...] = (
    nothing_further, assessed_late_and_helped, led_and_approved_by_others, enquiries_without_a_conference,
    a_conference_and_no_plan, a_plan_from_start_to_end, referred_again, a_plan_ends_with_no_help,
)  # fmt: skip
A_MONDAY = date(2024, 12, 2)
#: Other days to begin on, so that clocks start under each edition.
OTHER_EDITIONS = (date(2018, 7, 9), date(2021, 2, 1), date(2026, 3, 23))
PLAYED = [(life, A_MONDAY) for life in LIVES] + [
    (life, first) for life in (assessed_late_and_helped, a_plan_from_start_to_end) for first in OTHER_EDITIONS
]


@pytest.fixture
def borough(db: None) -> Borough:
    return lay_out(password="only for a test")


def script_of(life: Callable[[Story], None], borough: Borough, first: date = A_MONDAY) -> Script:
    story = Story(borough, first)
    life(story)
    return Script(story.steps)


def everything() -> dict[str, list[str]]:
    """Every row of every table of the service, as text without keys."""
    models = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
    rows = {model: list(model._default_manager.order_by("pk").values()) for model in models}
    keys: dict[UUID, str] = {}
    for model, found in rows.items():
        for place, row in enumerate(found):
            if not isinstance(model._meta.pk, CompositePrimaryKey):
                keys[row[model._meta.pk.attname]] = f"{model._meta.label} {place}"
    return {
        model._meta.label: sorted(str(_without_keys(model, row, keys)) for row in found)
        for model, found in rows.items()
    }


def _without_keys(model: type[Any], row: dict[str, Any], keys: dict[UUID, str]) -> dict[str, Any]:
    row = {name: _known(value, keys) for name, value in row.items()}
    if model is AuditRow:
        # A row's hash, and the digest of its entry, follow from keys that are new each time.
        del row["previous"], row["hash"]
        row["details"] = {**json.loads(row["details"]), "entry": "", "sha256": ""}
    if model is AuditHead:
        del row["hash"]
    if model is Deadline:
        # Acts write deadlines one at a time, the fast path all at the end: their order says nothing.
        del row["id"]
    if (
        model._meta.label == "cases.Involvement"
        or row.get("capacity") == Allocation.Capacity.CONFERENCE_CHAIR
    ):
        # The acts leave this to the database's clock, so that it differs from one second to the next.
        del row["recorded_at"]
    return row


def _known(value: Any, keys: dict[UUID, str]) -> Any:
    if isinstance(value, dict):
        return {name: _known(one, keys) for name, one in sorted(value.items())}
    if isinstance(value, UUID):
        return keys.setdefault(value, f"shared {sum(name.startswith('shared') for name in keys.values())}")
    if isinstance(value, str) and len(value) == 36 and value.count("-") == 4:
        return keys.get(UUID(value), value)
    return value


def played(play: Callable[[], object]) -> dict[str, list[str]]:
    """What there is after playing, with the play then undone."""
    with transaction.atomic():
        play()
        found = everything()
        transaction.set_rollback(True)
    return found


def differences(one: dict[str, list[str]], other: dict[str, list[str]]) -> Iterator[str]:
    for label in one.keys() | other.keys():
        for row in sorted(set(one[label]) ^ set(other[label])):
            yield f"{label} {'only by acts' if row in one[label] else 'only in bulk'}: {row}"
        if len(one[label]) != len(other[label]):
            yield f"{label}: {len(one[label])} rows by acts, {len(other[label])} in bulk"


@pytest.mark.parametrize(("life", "first"), PLAYED, ids=lambda one: getattr(one, "__name__", str(one)))
def test_in_bulk_leaves_every_row_that_the_acts_leave(
    life: Callable[[Story], None], first: date, borough: Borough
) -> None:
    script = script_of(life, borough, first)
    by_acts = played(lambda: through_acts.play(borough.area, script))
    in_bulk.acquaint(borough.staff.values())
    bulk = played(lambda: in_bulk.play(borough.area, [script]))
    assert "\n".join(differences(by_acts, bulk)) == ""


def test_families_written_together_are_as_those_written_alone(borough: Borough) -> None:
    in_bulk.acquaint(borough.staff.values())
    scripts = [script_of(life, borough) for life in (nothing_further, a_plan_from_start_to_end)]
    scripts[0].steps[0] = _under_other_references(scripts[0].steps[0])
    together = played(lambda: in_bulk.play(borough.area, scripts, chunk=100_000))
    one_by_one = played(lambda: [in_bulk.play(borough.area, [script], chunk=1) for script in scripts])
    assert not list(differences(together, one_by_one))


def _under_other_references(step: Step) -> Step:
    assert isinstance(step, steps.Refer)
    others = (replace(child, reference=child.reference[:-1] + "9") for child in step.children)
    return replace(step, children=tuple(others))


def test_rebuilding_deadlines_changes_nothing(borough: Borough) -> None:
    in_bulk.acquaint(borough.staff.values())
    for life in LIVES:
        with transaction.atomic():
            in_bulk.play(borough.area, [script_of(life, borough)])
            out = StringIO()
            call_command("deadlines_rebuild", stdout=out, stderr=StringIO())
            assert out.getvalue().startswith("Deadlines: 0 changed"), life.__name__
            assert Deadline.objects.exists()
            transaction.set_rollback(True)


def test_the_lives_hold_every_step(borough: Borough) -> None:
    held = {type(step) for life in LIVES for step in script_of(life, borough).steps}
    assert held == set(write.registry) - {object} == set(through_acts.act.registry) - {object}


def test_a_step_that_cannot_be_is_refused(borough: Borough) -> None:
    story = Story(borough, A_MONDAY)
    story.refer(children=(EDITH,))
    story.end_help(3)
    with pytest.raises(NotWrittenFast, match="no child-in-need plan"):
        in_bulk.play(borough.area, [Script(story.steps)])
