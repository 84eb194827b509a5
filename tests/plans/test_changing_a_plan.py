"""Changing a plan between conferences: needs, actions, the core group, the child's own version."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry, Shortfall
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.agreed import (
    ActionDone,
    ActionDropped,
    AgreedAction,
    AgreedMember,
    AgreedNeed,
    AtCoreGroup,
)
from alongside.plans.models import Action, ChildProtectionPlan, CoreGroupMeeting, Need, PlanForTheChild
from alongside.plans.open_work import open_work
from alongside.plans.services import change_plan, record_core_group, write_plan_for_the_child
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.conferences.given import decided, noon, review, sitting

MET = date(2025, 4, 28)
Plan = ChildProtectionPlan


def change(by: Practitioner, amara: Person, **more: Any) -> Entry:
    given: dict[str, Any] = {"changed_on": TODAY, "why": "Agreed with Grace.", **more}
    return change_plan(by=by, child=amara, now=NOW, **given)


def action(plan: Plan) -> Action:
    return Action.objects.get(need__plan=plan)


def test_an_action_of_any_agency_or_of_the_family_joins_a_need(
    plan: Plan, amara: Person, dana: Practitioner, school: Agency
) -> None:
    need = plan.needs.get()
    breakfast = AgreedAction(
        need=need,
        what="Breakfast club every day",
        owner="Helen Marsh",
        agency=school,
        by_when=date(2025, 5, 1),
    )
    nana = AgreedAction(need=need, what="Sunday tea", owner="Nana Okoye", by_when=date(2025, 5, 4))

    entry = change(dana, amara, actions=[breakfast, nana])

    assert [(a.owner, a.agency) for a in need.actions.order_by("id")][1:] == [
        ("Helen Marsh", school),
        ("Nana Okoye", None),
    ]
    assert entry.kind == "plan-changed"
    assert entry.details["what"] == (
        "Action added: Breakfast club every day (Helen Marsh). Action added: Sunday tea (Nana Okoye). Agreed with Grace."
    )


def test_a_need_comes_with_its_actions(plan: Plan, amara: Person, dana: Practitioner) -> None:
    speech = AgreedNeed(
        need="Help with talking",
        must_change="Amara is heard and helped to talk",
        aim="health-and-development",
        actions=(AgreedAction(what="Speech check", owner="Ruth Keane", by_when=date(2025, 6, 2)),),
    )

    change(dana, amara, needs=[speech])

    assert Need.objects.get(need="Help with talking").actions.get().owner == "Ruth Keane"


def test_an_action_done_or_dropped_is_read_from_its_dates(
    plan: Plan, amara: Person, dana: Practitioner
) -> None:
    first = action(plan)
    assert first.state_on(date(2025, 5, 6)) == Action.TO_DO
    assert first.state_on(date(2025, 5, 7)) == Action.LATE
    change(dana, amara, actions=[AgreedAction(need=first.need, what="Call", owner="Dana", by_when=MET)])
    second = Action.objects.get(what="Call")

    change(
        dana,
        amara,
        done=[ActionDone(action=first, on=TODAY, words="She came each Tuesday")],
        dropped=[ActionDropped(action=second, because="Grace rang first.")],
    )

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state_on(TODAY), first.done_words) == (Action.DONE, "She came each Tuesday")
    assert (second.state_on(TODAY), second.dropped_because) == (Action.DROPPED, "Grace rang first.")


def test_someone_joins_the_core_group_once(plan: Plan, amara: Person, dana: Practitioner) -> None:
    ruth = AgreedMember(name="Ruth Keane", part="health visitor")
    change(dana, amara, members=[ruth])
    change(dana, amara, members=[ruth])

    assert plan.core_group.filter(name="Ruth Keane").count() == 1


def refusal(by: Practitioner, amara: Person, **more: Any) -> str:
    before = Entry.objects.count()
    with pytest.raises(Refusal) as found:
        change(by, amara, **more)
    assert Entry.objects.count() == before
    return str(found.value)


def test_what_cannot_be_is_refused_in_whole_sentences(plan: Plan, amara: Person, dana: Practitioner) -> None:
    member = [AgreedMember(name="Ruth Keane")]
    assert refusal(dana, amara) == (
        "Nothing in the plan is changed. No need, action or core group member was added, and no action was marked "
        "done or dropped. Say what changes, or go back to the plan."
    )
    assert refusal(dana, amara, members=member, changed_on=date(2025, 4, 18)) == (
        "This day is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day it happened, or come back once it has."
    )
    assert refusal(dana, amara, members=member, changed_on=date(2025, 4, 11)) == (
        "This day is before the plan began. You entered 11 April 2025, and the plan began on 14 April 2025. "
        "Enter a day from then on. If the plan began earlier, correct the conference first."
    )
    assert refusal(dana, amara, actions=[AgreedAction(what="Call", owner="Dana", by_when=MET)]) == (
        "This action serves no need in this plan. “Call” is not tied to anything that Amara Okoye needs. "
        "Choose the need it serves, or add the need first."
    )
    assert refusal(dana, amara, done=[ActionDone(action=action(plan), on=date(2025, 4, 18))]) == (
        "This action was not yet done. You entered 18 April 2025 for “Go to the Tuesday group at the Quay”, and are "
        "recording 17 April 2025. Enter the day it was done, or leave it to do."
    )


def test_an_action_is_settled_once(plan: Plan, amara: Person, dana: Practitioner) -> None:
    change(dana, amara, done=[ActionDone(action=action(plan), on=TODAY)])

    assert refusal(dana, amara, dropped=[ActionDropped(action=action(plan), because="No")]) == (
        "This action is not waiting to be done. “Go to the Tuesday group at the Quay” was settled meanwhile, or "
        "belongs to another plan. Look at the plan again; it shows what is still to do."
    )


@pytest.mark.parametrize(
    ("who", "may_read", "may_change"),
    [
        ("dana", True, True),
        ("sam", True, True),
        ("tom", True, False),
        ("helen", True, False),
        ("stranger", False, False),
        ("relative", False, False),
        ("ada", False, False),
    ],
)
def test_who_may_read_and_who_may_change_a_plan(
    plan: Plan,
    amara: Person,
    who: str,
    may_read: bool,
    may_change: bool,
    police_involved: object,
    request: pytest.FixtureRequest,
) -> None:
    by = request.getfixturevalue(who)

    assert policies.READ_CHILD.allows(amara, by) is may_read
    assert policies.KEEP_PLAN.allows(amara, by) is may_change
    if not may_change:
        with pytest.raises(PermissionDenied):
            change(by, amara, members=[AgreedMember(name="Someone")])


# The core group


def meet(by: Practitioner, *children: Person, on: date = MET, **more: Any) -> list[CoreGroupMeeting]:
    given: dict[str, Any] = {"attendance": [], "decisions": "Carry on, and meet again in May.", **more}
    return record_core_group(by=by, children=children, held_on=on, now=noon(on), **given)


def test_the_first_core_group_stops_its_clock(plan: Plan, amara: Person, dana: Practitioner) -> None:
    (meeting,) = meet(dana, amara)

    clock = Deadline.objects.get(child=amara, rule_id="child-protection.first-core-group")
    assert (clock.met_on, clock.due_on, clock.was_late) == (MET, date(2025, 4, 30), False)
    assert meeting.entry.details["decisions"] == "Carry on, and meet again in May."


def test_a_core_group_goes_ahead_without_the_social_worker(
    plan: Plan, amara: Person, dana: Practitioner, school: Agency, council: Agency
) -> None:
    meet(dana, amara, attendance=[
        AtCoreGroup(name="Helen Marsh", present=True, agency=school),
        AtCoreGroup(name="Grace Okoye", present=True),
        AtCoreGroup(name="Dana Wright", present=False, agency=council, written_views="The visits go well."),
    ])  # fmt: skip

    found = Shortfall.objects.filter(entry__kind="core-group-met").exclude(
        rule_id="child-protection.plan-content"
    )
    assert [one.words for one in found] == ["Who is in the core group: children's social care not recorded."]


def test_an_absent_member_whose_views_are_not_recorded_is_a_shortfall(
    plan: Plan, amara: Person, dana: Practitioner, school: Agency, council: Agency
) -> None:
    (meeting,) = meet(dana, amara, attendance=[
        AtCoreGroup(name="Dana Wright", present=True, agency=council),
        AtCoreGroup(name="Grace Okoye", present=True),
        AtCoreGroup(name="Helen Marsh", present=False, agency=school),
    ])  # fmt: skip

    (found,) = Shortfall.objects.filter(entry=meeting.entry, rule_id="child-protection.core-group-record")
    assert (
        found.words
        == "What the record of a core group sets out: the written views of Helen Marsh not recorded."
    )


def test_what_the_plan_does_not_say_after_a_core_group_is_kept_and_shown_until_it_does(
    plan: Plan, amara: Person, dana: Practitioner, client: Client
) -> None:
    """Never a bar: the group is recorded, the plan says what it lacks, and says it no longer once it is there."""
    (meeting,) = meet(dana, amara)
    (found,) = Shortfall.objects.filter(entry=meeting.entry, rule_id="child-protection.plan-content")
    assert found.words.endswith("How the plan was explained to and agreed with the child not recorded.")

    client.force_login(dana)
    lacking = "How the plan was explained to and agreed with the child"
    assert lacking in client.get("/children/WREN-AMARA2/plan/").content.decode()
    PlanForTheChild.objects.create(
        plan=plan, written_on=MET, worries="Drink.", promises="A group.", explained_on=MET, recorded_at=noon(MET),
        recorded_by=dana,
    )  # fmt: skip
    assert (
        lacking + "."
        not in client.get("/children/WREN-AMARA2/plan/").content.decode().partition("does not say them")[2]
    )


def test_what_the_core_group_agrees_goes_into_the_plan(plan: Plan, amara: Person, dana: Practitioner) -> None:
    need = plan.needs.get()
    done = ActionDone(action=action(plan), on=MET)
    new = AgreedAction(need=need, what="See the GP", owner="Grace Okoye", by_when=date(2025, 5, 20))

    meet(dana, amara, actions=[new], done=[done], next_on=date(2025, 5, 26))

    assert {a.what: a.state_on(MET) for a in need.actions.all()} == {
        "Go to the Tuesday group at the Quay": Action.DONE,
        "See the GP": Action.TO_DO,
    }
    assert CoreGroupMeeting.objects.get().next_on == date(2025, 5, 26)


def test_one_meeting_may_be_for_brothers_and_sisters(
    plan: Plan, bens_plan: Plan, amara: Person, ben: Person, dana: Practitioner
) -> None:
    held = meet(dana, amara, ben, attendance=[AtCoreGroup(name="Grace Okoye", present=True)])

    assert [(meeting.plan, meeting.entry.child) for meeting in held] == [(plan, amara), (bens_plan, ben)]
    assert not Deadline.objects.outstanding().filter(rule_id="child-protection.first-core-group").exists()


@pytest.fixture
def bens_plan(plan: Plan, ben: Person, case: Case, dana: Practitioner) -> Plan:
    from alongside.conferences.services import record_initial_conference

    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    team = case.allocations.filter(capacity="lead-practitioner").get().team
    Allocation.objects.create(area=ben.area, case=bens, practitioner=dana, team=team, from_on=bens.opened_on)
    record_initial_conference(by=dana, sitting=sitting(), decisions=[decided(ben)], now=NOW)
    return Plan.objects.get(child=ben)


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (
            date(2025, 4, 11),
            (
                "This day is before the plan began. You entered 11 April 2025, and the plan began on 14 April 2025. "
                "Enter a day from then on. If the plan began earlier, correct the conference first."
            ),
        ),
        (
            date(2025, 4, 18),
            (
                "This day is in the future. You entered 18 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
        ),
    ],
)
def test_a_core_group_on_a_day_that_cannot_be_is_refused(
    plan: Plan, amara: Person, dana: Practitioner, on: date, said: str
) -> None:
    with pytest.raises(Refusal) as found:
        record_core_group(by=dana, children=[amara], held_on=on, attendance=[], decisions="Met.", now=NOW)

    assert str(found.value) == said
    assert not CoreGroupMeeting.objects.exists()


# The child's own version


def test_the_childs_own_version_is_written_again_and_the_first_is_kept(
    plan: Plan, amara: Person, dana: Practitioner
) -> None:
    for worries in ("Mum gets poorly.", "Mum gets poorly when she drinks."):
        write_plan_for_the_child(
            by=dana, child=amara, worries=worries, promises="Mum will go to a group.", explained_on=TODAY,
            child_said="Can Nana come?", now=NOW,
        )  # fmt: skip

    assert [version.worries for version in plan.for_the_child.all()] == [
        "Mum gets poorly when she drinks.",
        "Mum gets poorly.",
    ]
    entry = Entry.objects.filter(kind="plan-changed").last()
    assert entry is not None
    assert entry.details["what"] == (
        "Amara Okoye's own version of the plan was written. It was explained to Amara Okoye on 17 April 2025. "
        "Amara Okoye said: “Can Nana come?”"
    )


def test_an_open_plan_stands_in_the_way_of_closing_and_an_ended_one_does_not(
    plan: Plan, case: Case, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    assert open_work(case) == ["The child protection plan that began on 14 April 2025 has not ended."]

    review(dana, jamal, date(2025, 7, 8), decided(amara, "end"))

    assert open_work(case) == []
