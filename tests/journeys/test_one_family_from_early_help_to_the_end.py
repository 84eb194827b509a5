"""One family, from the offer of early help through protection and back: ten months, and no words typed twice.

Every page is opened, filled in with what it does not offer, checked and confirmed, by whoever does that in life.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.models import Case, InNeed
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.family.names import mark_of
from alongside.family_help.models import ChildInNeedPlan
from alongside.people.models import Person, Relationship
from alongside.plans.models import Action, ChildProtectionPlan
from tests.journeys.by_hand import Hand, Typed

pytestmark = pytest.mark.django_db

Clock = time_machine.Traveller


@pytest.fixture
def clock() -> Iterator[Clock]:
    with time_machine.travel("2025-01-13T09:30:00+00:00", tick=True) as travelled:
        yield travelled


@pytest.fixture
def borough(
    helen: Practitioner, school: Agency, priya: Practitioner, dana: Practitioner, sam: Practitioner, jamal: Practitioner,
    ruth: Practitioner, hospital: Agency, police: Agency, front_door: Team, harbour_team: Team, conference_team: Team,
) -> None:  # fmt: skip
    """Everybody who works with the family."""


def day(clock: Clock, year: int, month: int, number: int) -> date:
    """It is now half past nine in the morning of this day."""
    clock.move_to(f"{year}-{month:02}-{number:02}T09:30:00+00:00")
    return date(year, month, number)


def early_help(hand: Hand, helen: Practitioner, clock: Clock) -> Person:
    """T8, T10: the school offers help, assesses, and agrees a plan with Zuri's mother."""
    hand.does(
        helen, "early_help:offer-new", given="Zuri", family="Bell", born_on=date(2018, 4, 2), why="Mornings are hard.",
        told="That school and the hub can see it.", signs=["parent-in-custody"],
        **{
            "answers-0-part": "parent", "answers-0-who": "Ana Bell, her mother", "answers-0-answer": "yes",
            "answers-0-may_share": "yes", "answers-0-words": "I want her to be on time.",
        },
    )  # fmt: skip
    zuri = Person.objects.get()
    day(clock, 2025, 1, 20)
    hand.does(
        helen, "early_help:write-assessment", zuri.reference, complete="yes", agreement="Zuri and Ana agreed at school.",
        wishes="I want to come on time every day.", contexts="The walk along the quay.", each_member="Ana works nights.",
        facts="Late eleven times this term.", action="Breakfast and a calm start.",
    )  # fmt: skip
    hand.does(
        helen, "family_help:start", zuri.reference, aims="At school on time.", family_agreed="yes",
        agreed_by="Ana Bell, her mother", next_review_on=date(2025, 3, 10),
        **{
            "needs-0-need": "A calm morning", "needs-0-outcome": "On time five days of five",
            "needs-0-what": "Breakfast club", "needs-0-who": "Helen Marsh",
        },
    )  # fmt: skip
    return zuri


def step_up(
    hand: Hand, zuri: Person, helen: Practitioner, priya: Practitioner, dana: Practitioner, clock: Clock
) -> None:
    """T11, T2, T6: Helen refers, Priya decides, Dana leads and begins to assess."""
    day(clock, 2025, 3, 17)
    hand.does(
        helen, "early_help:step-up", zuri.reference, immediate_danger="no", concern="She is afraid to go home.",
        family_asked="agreed",
    )  # fmt: skip
    referral = Case.objects.get().referrals.get()
    hand.does(
        priya, "referrals:decide", referral.pk, outcome="section-17-assessment", reasons="She may be in need.",
        told_how="later", to_tell_referrer="An assessment begins.",
    )  # fmt: skip
    hand.does(
        priya, "referrals:allocate", zuri.reference, practitioner="Dana Wright", reason="Knows the street."
    )
    day(clock, 2025, 3, 18)
    hand.does(
        dana, "family:add-relative", zuri.reference, query=f"?named={mark_of('Ana Bell')}", who="new", kind="mother",
        parental_responsibility="yes", lives_with_child="yes",
    )  # fmt: skip
    hand.does(
        dana, "visits:record-seen", zuri.reference, where="home", alone="yes", said="I heard shouting.",
        communication=["speech"], purpose="assessment", bedroom="yes",
    )  # fmt: skip
    hand.does(
        dana,
        "assessments:start",
        zuri.reference,
        basis="section-17",
        why="The help of the school is not enough.",
    )
    known = hand.opens(dana, "assessments:known", zuri.reference)
    still_so = {name: "yes" for name, kind in known.kinds.items() if kind == "radio"}
    assert len(still_so) >= 8, "what early help learnt, and what Zuri said, stands ready"
    hand.does(dana, "assessments:known", zuri.reference, **still_so)


def section_47(hand: Hand, zuri: Person, dana: Practitioner, clock: Clock) -> None:
    """T15, T19, T20, T25: a discussion, enquiries, and a conference is to be held."""
    met = day(clock, 2025, 3, 20)
    view = {f"participants-{number}-view": "cause" for number in range(3)}
    hand.does(
        dana, "section47:record-strategy-discussion", zuri.reference, held_on=met, held_time="09:00", form="meeting",
        convened_by="Dana Wright", childs_views_0="She is frightened when there is shouting.", decision_0="section-47-enquiry",
        enquiry_by_0="single", reasons_0="Two bruises were seen at school.", child_kept_safe="Ana's sister stays with them.",
        family_told="told", told_what="That enquiries begin.", decided_by="Sam Birch",
        **view, **{
            "participants-0-name": "Dana Wright", "participants-1-name": "Ruth Keane",
            "participants-2-name": "Sergeant Pell",
        },
    )  # fmt: skip
    talked = day(clock, 2025, 3, 24)
    hand.does(
        dana, "section47:record-step", zuri.reference, kind="parents", done_on=talked, with_whom="Ana Bell",
        words="Ana says that her partner drinks.",
    )  # fmt: skip
    hand.does(
        dana, "visits:record-seen", zuri.reference, where="school", alone="yes", said="I do not want to go home tonight.",
        communication=["speech"], purpose="section-47", bedroom="not-at-home",
    )  # fmt: skip
    concluded = day(clock, 2025, 3, 28)
    hand.does(
        dana, "section47:conclude", zuri.reference, concluded_on=concluded, analysis="The bruises fit her account.",
        childs_views="She wants the shouting to stop.", outcome="conference", reasons="It is likely to go on.",
        decided_by="Dana Wright", reviewed_by="Sam Birch", told=["child", "parents", "agencies"],
        told_what="That a conference is called.",
    )  # fmt: skip


def on_a_plan(hand: Hand, zuri: Person, dana: Practitioner, sam: Practitioner, clock: Clock) -> None:
    """T27, T28, T30, T13: a conference makes a plan, in which help that works goes on; the core group meets."""
    hand.does(
        dana, "conferences:book", zuri.reference, kind="initial", starts_at=date(2025, 4, 8), starts_at_time="10:00",
        place="Harbour House", chair="Jamal Amin",
        **{"invitations-0-name": "Ana Bell", "invitations-0-part": "Mother"},
    )  # fmt: skip
    day(clock, 2025, 4, 8)
    hand.does(
        dana, "conferences:record-initial", zuri.reference, c0_child_views="known",
        c0_child_views_known="I like it when Nana comes.", c0_parents_views="known", c0_parents_views_known="Ana wants help.",
        c0_advocacy="taken-up", c0_decided="plan", c0_category="Emotional abuse", c0_lead_statutory_body="local-authority",
        c0_core_group_on=date(2025, 4, 22), c0_ready_by=date(2025, 4, 30), c0_review_on=date(2025, 7, 3),
        c0_reasons="The harm goes on.", c0_goes_on=["Breakfast club (Helen Marsh)"],
        **{
            "attendance-0-came": "present", "c0_needs-0-need": "Evenings without fear",
            "c0_needs-0-must_change": "Adults stay sober", "c0_needs-0-how_much": "Every evening",
            "c0_needs-0-need_by_when": date(2025, 7, 3), "c0_needs-0-aim": "safe", "c0_needs-0-what": "Go to the Tuesday group",
            "c0_needs-0-owner": "Ana Bell", "c0_needs-0-by_when": date(2025, 5, 6), "c0_members-0-name": "Ana Bell",
        },
    )  # fmt: skip
    assert {action.what for action in Action.objects.all()} == {"Breakfast club", "Go to the Tuesday group"}
    day(clock, 2025, 4, 10)
    hand.does(
        dana,
        "assessments:send",
        zuri.reference,
        outcome="child-in-need-plan",
        reasons="Help is needed for longer.",
    )
    hand.does(
        sam, "assessments:approve", zuri.reference, outcome="child-in-need-plan", reasons="Agreed after reading it.",
        factors=["17A"],
    )  # fmt: skip
    met = day(clock, 2025, 4, 22)
    hand.does(
        dana, "plans:record-core-group", zuri.reference, held_on=met, decisions="Bedtime stories are added.",
        next_on=date(2025, 5, 20),
        **{
            "attendance-0-present": "yes", "actions-0-need": "Evenings without fear", "actions-0-what": "Stories at bedtime",
            "actions-0-owner": "Ana Bell", "actions-0-by_when": date(2025, 5, 12),
        },
    )  # fmt: skip


def back_to_help(hand: Hand, zuri: Person, helen: Practitioner, dana: Practitioner, clock: Clock) -> None:
    """T32, T17, T12: a review ends the plan, what works goes on with less, and then the family goes on alone."""
    held = day(clock, 2025, 7, 3)
    hand.does(
        dana, "conferences:record-review", zuri.reference, held_on=held, place="The school library", chair="Jamal Amin",
        c0_child_views="known", c0_child_views_known="It is quiet now.", c0_parents_views="known",
        c0_parents_views_known="Ana is proud of what changed.", c0_advocacy="taken-up", c0_progress="Twelve weeks without drink.",
        c0_proceedings="Not needed now.", c0_household="No other child lives there.", c0_decided="end",
        c0_support="child-in-need-plan", c0_support_words="Dana goes on visiting.", c0_told=["Ana Bell"],
        c0_reasons="She is safe at home.",
        **{"attendance-0-came": "present", "attendance-0-report": "not-asked"},
    )  # fmt: skip
    hand.does(
        dana, "family_help:start", zuri.reference, aims="The quiet lasts.", family_agreed="yes", agreed_by="Ana Bell",
        taken_over=["A calm morning", "Breakfast club (Helen Marsh)", "Stories at bedtime (Ana Bell)"],
        next_review_on=date(2025, 9, 1), approved_by="Sam Birch",
    )  # fmt: skip
    assert "From the child protection plan of 8 April 2025" in hand.reads(
        dana, "family_help:plan", zuri.reference
    )
    day(clock, 2025, 9, 1)
    hand.does(
        dana, "family_help:review", zuri.reference, progress="Mornings are calm.", child_and_family="They are well.",
        decision="continue", reasons="One more term.", next_review_on=date(2025, 12, 1),
    )  # fmt: skip
    hand.does(
        dana, "early_help:step-down", zuri.reference, family_agreed="yes", agreed_by="Ana Bell", lead="Helen Marsh",
        family_view="Helen knows us.", reasons="Less is enough.", approved_by="Sam Birch",
    )  # fmt: skip
    hand.does(
        helen, "family_help:start", zuri.reference, aims="On time by herself.", family_agreed="yes", agreed_by="Ana Bell",
        taken_over=["A calm morning"], next_review_on=date(2025, 11, 3),
    )  # fmt: skip
    day(clock, 2025, 11, 3)
    hand.does(
        helen, "early_help:end", zuri.reference, outcome="early-help-needs-met", reasons="On time for a whole term.",
        views="I get up by myself.", told="That help is there if it is needed again.",
    )  # fmt: skip


def test_no_fact_is_typed_twice_from_early_help_to_the_end(
    client: Client, borough: None, clock: Clock, helen: Practitioner, priya: Practitioner, dana: Practitioner,
    sam: Practitioner,
) -> None:  # fmt: skip
    hand = Hand(client)
    zuri = early_help(hand, helen, clock)
    step_up(hand, zuri, helen, priya, dana, clock)
    section_47(hand, zuri, dana, clock)
    on_a_plan(hand, zuri, dana, sam, clock)
    back_to_help(hand, zuri, helen, dana, clock)

    case = Case.objects.get()
    assert (case.opened_on, case.closed_on) == (date(2025, 1, 13), date(2025, 11, 3)), (
        "one episode throughout"
    )
    in_need = InNeed.objects.get()
    assert (in_need.from_on, in_need.to_on) == (date(2025, 3, 17), date(2025, 9, 1))
    plan = ChildProtectionPlan.objects.get()
    assert (plan.started_on, plan.ended_on) == (date(2025, 4, 8), date(2025, 7, 3))
    assert [one.basis for one in ChildInNeedPlan.objects.order_by("started_on", "id")] == [
        "early-help", "section-17", "early-help",
    ]  # fmt: skip
    assert Relationship.objects.get().person.called == "Ana Bell"
    assert list(Entry.objects.in_order().values_list("kind", flat=True)) == [
        "early-help-offered", "early-help-assessed", "early-help-plan-started", "referral-received", "referral-decided",
        "lead-allocated", "details-changed", "child-seen", "assessment-started", "strategy-discussion-held",
        "enquiry-step-taken", "child-seen", "section-47-concluded", "initial-conference-held",
        "assessment-sent-for-approval", "assessment-approved", "core-group-met", "review-conference-held",
        "child-in-need-plan-started", "child-in-need-plan-reviewed", "stepped-down", "early-help-plan-started",
        "early-help-ended",
    ]  # fmt: skip
    on_time = {
        "referral.decision", "child-protection.initial-conference", "child-protection.first-core-group",
        "child-protection.first-review", "assessment.completion",
    }  # fmt: skip
    kept = Deadline.objects.filter(rule_id__in=on_time, met_on__isnull=False)
    assert {one.rule_id for one in kept if not one.was_late} == on_time
    assert hand.pages == 25


def test_words_that_are_typed_a_second_time_are_caught() -> None:
    """The seeded fault: the same name on another page, in other letters and with other spaces."""
    typed = Typed()
    typed.note("Ana Bell", "early_help:offer-new")
    typed.note("yes", "early_help:offer-new")
    typed.note("yes", "plans:change")
    with pytest.raises(
        AssertionError, match="was typed on early_help:offer-new, and plans:change asks for it again"
    ):
        typed.note("ana  bell", "plans:change")
