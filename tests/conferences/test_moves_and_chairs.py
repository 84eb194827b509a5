"""Children who move in on a plan elsewhere, and who chairs conferences."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry, Shortfall
from alongside.conferences.models import MoveNotice
from alongside.conferences.services import (
    allocate_chair,
    record_move_notified,
    record_transfer_in_conference,
)
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.conferences.given import (
    HELD,
    a_plan,
    decided,
    due_for,
    sitting,
)


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    return a_plan(amara, dana, council, school, jamal)


def test_being_told_of_a_move_starts_fifteen_working_days(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    notice = record_move_notified(
        by=dana,
        child=amara,
        notified_on=TODAY,
        authority="Farholme Council",
        moved_on=date(2025, 4, 2),
        now=NOW,
    )

    assert notice.entry.kind == "move-notified"
    running = due_for(amara, "child-protection.transfer-in-conference")
    assert running.due_on == date(2025, 5, 13)
    assert not ChildProtectionPlan.objects.exists(), "a plan elsewhere is not a plan here"


def test_the_transfer_in_conference_decides_on_a_plan_here(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    record_move_notified(
        by=dana, child=amara, notified_on=date(2025, 4, 3), authority="Farholme Council", now=NOW
    )
    record_transfer_in_conference(by=dana, sitting=sitting(chair=jamal), decisions=[decided(amara)], now=NOW)

    assert ChildProtectionPlan.objects.get().started_on == HELD
    assert Deadline.objects.get(rule_id="child-protection.transfer-in-conference").met_on == HELD
    assert not Shortfall.objects.filter(rule_id="child-protection.transfer-in-conference").exists()


def test_a_transfer_in_conference_without_notice_of_the_move_says_so(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    record_transfer_in_conference(by=dana, sitting=sitting(), decisions=[decided(amara)], now=NOW)

    assert Shortfall.objects.get(rule_id="child-protection.transfer-in-conference").words == (
        "No notice of Amara Okoye's move was recorded before the conference."
    )


def test_a_notice_in_the_future_or_for_a_child_with_a_plan_here_is_refused(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner
) -> None:
    def refusal(on: date) -> str:
        with pytest.raises(Refusal) as found:
            record_move_notified(by=dana, child=amara, notified_on=on, authority="Farholme Council", now=NOW)
        return str(found.value)

    assert refusal(date(2025, 4, 18)) == (
        "This notice is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day on which we were told of the move."
    )
    assert refusal(TODAY) == (
        "Amara Okoye has a child protection plan here already. It began on 14 April 2025. A transfer-in conference is "
        "for a child whose plan is elsewhere. Check that this is the right child. If the family has moved away, end "
        "this plan instead."
    )
    assert not MoveNotice.objects.exists()


def test_a_chair_can_open_the_record_from_then_on_and_a_new_one_takes_over(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner, priya: Practitioner
) -> None:
    assert not policies.RECORD_CONFERENCE.allows(amara, jamal)
    allocate_chair(by=dana, children=[amara], chair=jamal, from_on=date(2025, 4, 10), now=NOW)
    assert policies.RECORD_CONFERENCE.reasons(amara, jamal) == ["you chair this child's conferences"]

    allocate_chair(by=dana, children=[amara], chair=priya, from_on=TODAY, now=NOW)

    chairs = Allocation.objects.filter(capacity="conference-chair").order_by("from_on")
    assert [(one.practitioner, one.to_on) for one in chairs] == [(jamal, TODAY), (priya, None)]
    assert Entry.objects.filter(kind="chair-allocated").count() == 2
    assert not Shortfall.objects.exists()


def test_a_chair_who_manages_the_team_is_allocated_with_a_shortfall(
    case: Case, amara: Person, dana: Practitioner, sam: Practitioner
) -> None:
    allocate_chair(by=dana, children=[amara], chair=sam, from_on=TODAY, now=NOW)

    assert Shortfall.objects.get().words == (
        "Sam Birch is to chair, and manages the team that works with the child. "
        "The chair is independent of its management."
    )


def test_a_chair_in_no_team_and_a_day_to_come_are_refused(
    case: Case, amara: Person, dana: Practitioner, tom: Practitioner, jamal: Practitioner
) -> None:
    with pytest.raises(Refusal) as no_team:
        allocate_chair(by=dana, children=[amara], chair=tom, from_on=TODAY, now=NOW)
    with pytest.raises(Refusal) as to_come:
        allocate_chair(by=dana, children=[amara], chair=jamal, from_on=date(2025, 4, 18), now=NOW)

    assert str(no_team.value) == (
        "Tom Reed is in no team on this day. A chair takes the part for a team, and no post of Tom Reed's on "
        "17 April 2025 is in one. Choose someone else, or ask an administrator to record the post."
    )
    assert str(to_come.value) == (
        "This day is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter today or an earlier day; a chair can open the record from then on."
    )
