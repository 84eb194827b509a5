"""Review conferences: a plan goes on, or ends."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states
from alongside.conferences.models import Conference
from alongside.conferences.services import (
    record_initial_conference,
)
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.agreed import Timetable
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.plans.notices import AgreedNotice
from alongside.refusals import Refusal
from tests.conferences.given import (
    HELD,
    a_plan,
    decided,
    due_for,
    noon,
    review,
    sitting,
)

REVIEWED = date(2025, 7, 8)


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    return a_plan(amara, dana, council, school, jamal)


def test_a_plan_continues_with_its_category_set_again(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    to_come = Timetable(review_on=date(2025, 12, 1))
    review(dana, jamal, REVIEWED, decided(amara, "continue", category="emotional-abuse", timetable=to_come))

    plan.refresh_from_db()
    assert (plan.initial_category, plan.category) == ("neglect", "emotional-abuse")
    assert (plan.review_on, plan.is_open) == (date(2025, 12, 1), True)
    assert states(plan.case.chronology.in_order()).category == "emotional-abuse"


@pytest.mark.parametrize(
    ("reviewed", "next_by", "why"),
    [
        (date(2025, 7, 8), date(2026, 1, 8), "the same day of the month"),
        (date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
    ],
)
def test_a_review_stops_one_clock_and_starts_the_next(
    plan: ChildProtectionPlan,
    amara: Person,
    dana: Practitioner,
    jamal: Practitioner,
    reviewed: date,
    next_by: date,
    why: str,
) -> None:
    review(dana, jamal, reviewed, decided(amara, "continue"))

    first = Deadline.objects.get(child=amara, rule_id="child-protection.first-review")
    assert first.met_on == reviewed
    assert due_for(amara, "child-protection.next-review").due_on == next_by, why


def test_a_review_ends_the_plan_on_the_ground_that_only_a_review_decides(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end", reasons="Grace has kept every promise."))

    plan.refresh_from_db()
    assert (plan.ended_on, plan.ended_because) == (REVIEWED, "no-longer-at-risk")
    assert plan.ending_reasons == "Grace has kept every promise."
    assert plan.ending_entry == Entry.objects.get(kind="review-conference-held")
    assert not plan.core_group.filter(to_on=None).exists()
    assert (
        not Deadline.objects.outstanding()
        .filter(child=amara, rule_id__startswith="child-protection")
        .exclude(rule_id="child-protection.ending-told")
        .exists()
    )
    assert states(plan.case.chronology.in_order()).plan_since is None


def test_when_a_plan_ends_everyone_the_guidance_names_is_kept_to_be_told(
    plan: ChildProtectionPlan,
    case: Case,
    amara: Person,
    dana: Practitioner,
    jamal: Practitioner,
    school: Agency,
    hospital: Agency,
) -> None:
    Involvement.objects.create(area=case.area, case=case, agency=hospital, why="Health visitor", from_on=HELD)
    told = AgreedNotice(name=school.name, agency=school, told_on=REVIEWED)

    review(dana, jamal, REVIEWED, decided(amara, "end", notices=(told,)))

    assert {notice.name: notice.told_on for notice in EndingNotice.objects.all()} == {
        "Mill Lane Primary School": REVIEWED,
        "Wrenmouth Community Health": None,
        "Wrenmouth Council": None,
        "Grace Okoye": None,
    }


@pytest.mark.parametrize(("day", "said"), [(HELD, "14 April 2025"), (date(2025, 4, 10), "10 April 2025")])
def test_a_review_on_or_before_the_day_the_plan_began_is_refused(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner, day: date, said: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        review(dana, jamal, day, decided(amara, "continue"))

    assert str(refusal.value) == (
        f"This is not after the day the plan began. You entered {said}, and the plan began on 14 April 2025. A plan "
        "cannot end, or be reviewed, on or before the day of the conference that made it. Enter a later day. If the "
        "plan began earlier than that, correct the conference first."
    )
    assert Conference.objects.count() == 1


def test_a_review_without_an_open_plan_is_refused(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    with pytest.raises(Refusal) as refusal:
        review(dana, jamal, HELD, decided(amara, "continue"))

    assert str(refusal.value) == (
        "Amara Okoye has no child protection plan that is open. What you are recording belongs to a plan, and no plan "
        "has begun, or the last one has ended. Check that this is the right child. If a conference has made a plan, "
        "record that conference first."
    )


def test_a_review_that_considered_neither_court_nor_household_says_so(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "continue", proceedings="", household=""))

    words = Shortfall.objects.get(rule_id="child-protection.review-record").words
    assert "Whether court proceedings were considered" in words
    assert "All the children of the household considered" in words
    assert "The date of the next review" in words


def test_an_end_without_a_word_on_support_says_so(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end", support=""))

    assert Shortfall.objects.filter(rule_id="child-protection.plan-ending-record").count() == 1


def test_after_an_end_a_new_conference_may_make_a_new_plan_but_not_one_that_overlaps(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end"))
    later = noon(date(2025, 9, 1))

    with pytest.raises(Refusal) as refusal:
        record_initial_conference(
            by=dana, sitting=sitting(date(2025, 6, 2)), decisions=[decided(amara)], now=later
        )
    record_initial_conference(
        by=dana, sitting=sitting(date(2025, 9, 1)), decisions=[decided(amara)], now=later
    )

    assert str(refusal.value) == (
        "Amara Okoye still had another child protection plan on 2 June 2025. It ran from 14 April 2025 to 8 July 2025. "
        "A child has one plan at a time. Check the day of the conference. If the earlier plan ended sooner, correct "
        "its end first."
    )
    assert ChildProtectionPlan.objects.filter(child=amara).count() == 2
