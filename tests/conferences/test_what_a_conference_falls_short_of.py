"""What a conference falls short of is kept, and never a bar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Shortfall
from alongside.conferences.models import Conference, ConferenceDecision
from alongside.conferences.services import record_initial_conference
from alongside.conferences.sitting import AtConference, DecidedForChild
from alongside.people.models import Person
from alongside.plans.agreed import Timetable
from alongside.plans.models import ChildProtectionPlan
from tests.cast import NOW
from tests.conferences.given import (
    CORE_GROUP_BY,
    HELD,
    REVIEW_BY,
    decided,
    discussion,
    enquiry_concluded,
    full_plan_decision,
    sitting,
)


def hold(dana: Practitioner, *told: DecidedForChild, on: date = HELD, **more: object) -> Conference:
    return record_initial_conference(by=dana, sitting=sitting(on, **more), decisions=told, now=NOW)


def shortfalls(rule_id: str) -> list[str]:
    return [found.words for found in Shortfall.objects.filter(rule_id=rule_id)]


def test_a_conference_short_of_nothing_has_no_shortfall(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner, council: Agency, school: Agency
) -> None:
    discussion(case, date(2025, 4, 2), dana)
    enquiry_concluded(case, date(2025, 4, 11), dana)

    hold(dana, full_plan_decision(amara, council, school), chair=jamal)

    assert [found.words for found in Shortfall.objects.all()] == []


def test_a_conference_without_a_concluded_enquiry_is_recorded_with_a_shortfall(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    hold(dana, decided(amara))

    assert shortfalls("child-protection.initial-conference") == [
        "No section 47 enquiry about Amara Okoye had been concluded before the conference."
    ]


def test_a_chair_who_leads_or_manages_the_work_is_recorded_with_a_shortfall(
    case: Case, bens_case: Case, amara: Person, ben: Person, dana: Practitioner, sam: Practitioner
) -> None:
    hold(dana, decided(amara), chair=dana)
    hold(dana, decided(ben), chair=sam)

    assert sorted(shortfalls("child-protection.conference-chair")) == [
        "Dana Wright chaired, and is the lead practitioner. The chair is independent of the work with the child.",
        (
            "Sam Birch chaired, and manages the team that works with the child. "
            "The chair is independent of its management."
        ),
    ]


def test_a_timetable_beyond_the_limits_is_recorded_with_a_shortfall(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    late = Timetable(core_group_on=CORE_GROUP_BY + timedelta(1), review_on=REVIEW_BY + timedelta(1))

    hold(dana, decided(amara, timetable=late))

    assert shortfalls("child-protection.first-core-group") == [
        (
            "The first core group was set for 1 May 2025. The guidance expects it by 30 April 2025 "
            "(10 working days from the initial child protection conference, on 14 April 2025; Working Together 2023 "
            "(February 2024 issue), page 97)."
        )
    ]
    assert len(shortfalls("child-protection.first-review")) == 1
    assert ChildProtectionPlan.objects.get().core_group_on == date(2025, 5, 1)


def test_days_on_the_limit_are_in_time(case: Case, amara: Person, dana: Practitioner) -> None:
    hold(dana, decided(amara, timetable=Timetable(core_group_on=CORE_GROUP_BY, review_on=REVIEW_BY)))

    assert shortfalls("child-protection.first-core-group") == []
    assert shortfalls("child-protection.first-review") == []


def test_a_lead_who_is_not_a_social_worker_is_recorded_with_a_shortfall(
    case: Case, amara: Person, dana: Practitioner, olu: Practitioner
) -> None:
    Allocation.objects.filter(case=case).update(practitioner=olu)

    hold(dana, decided(amara))

    assert shortfalls("authority.plan-lead") == [
        "Who leads a child protection plan: social worker not recorded."
    ]


def test_a_record_without_views_attendance_or_timetable_says_so(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    bare = decided(amara, child_views="", parents_views="")

    record_initial_conference(
        by=dana, sitting=sitting(HELD, AtConference(name="Dana Wright")), decisions=[bare], now=NOW
    )

    (words,) = shortfalls("child-protection.conference-record")
    assert "The views of the child and parents" in words
    assert "When the core group meets" in words
    assert "The members of the core group" in words


@pytest.mark.parametrize(
    ("answer", "missing"), [("declined", False), ("not-asked", True), ("unknown", True), ("", True)]
)
def test_views_that_were_asked_for_and_declined_are_no_shortfall(
    case: Case, amara: Person, dana: Practitioner, answer: str, missing: bool
) -> None:
    hold(dana, decided(amara, "no-plan", child_views="", child_views_answer=answer))

    found = " ".join(shortfalls("child-protection.conference-record"))
    assert ("The views of the child and parents" in found) is missing
    assert ConferenceDecision.objects.get().child_views_answer == answer


def test_a_conference_on_a_saturday_is_recorded_like_any_other(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    assert hold(dana, decided(amara), on=date(2025, 4, 12)).held_on == date(2025, 4, 12)
