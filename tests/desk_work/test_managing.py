"""For those who manage: who leads on how many children, and what waits for a signature."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.assessments.models import AssessmentSection, AssessmentSectionVersion
from alongside.assessments.services import return_for_more_work, send_for_approval, start_assessment
from alongside.cases.models import Case
from alongside.family_help.models import ChildInNeedPlan
from alongside.people.models import Person
from tests.cast import NOW
from tests.pages import MOST_QUERIES, Read

LOAD, SIGN_OFF = "/team/load/", "/team/sign-off/"


def assessed(case: Case, dana: Practitioner) -> None:
    start_assessment(by=dana, child=case.child, started_on=date(2025, 4, 2), basis="section-17", lead=dana,
                     why="Unexplained injury.", now=NOW)  # fmt: skip


def sent(case: Case, dana: Practitioner) -> None:
    send_for_approval(by=dana, child=case.child, sent_on=date(2025, 4, 16), outcome="child-in-need-plan",
                      reasons="Help is needed.", now=NOW)  # fmt: skip


def test_who_leads_on_how_many_by_work_and_age(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, olu: Practitioner, case: Case,
    many: Callable[[int], list[Case]],
) -> None:  # fmt: skip
    assessed(case, dana)
    few = read(sam, LOAD)
    assert "Dana Wright Children 1 Assessment 1" in few.text
    assert "Olu Adeyemi Children 0" in few.text
    many(40)
    page = read(sam, LOAD)
    assert (
        "Dana Wright Children 40 Assessment 1 Child-in-need plan 0 Child protection plan 0 None of these 39"
        in page.text
    )
    assert "Under 3 months 40 3 to 12 months 0" in page.text
    assert len(page.sql) == len(few.sql) <= MOST_QUERIES
    assert "3 March 2025" in page.text


def test_the_numbers_tell_nothing_of_a_record_that_is_closed_to_the_manager(
    read: Callable[..., Read], sam: Practitioner, case: Case, amara: Person
) -> None:
    Restriction.objects.create(child=amara, practitioner=sam, why="A cousin", from_on=date(2025, 4, 1))
    assert "Dana Wright Children 0" in read(sam, LOAD).text


def test_both_are_for_those_who_manage(
    read: Callable[..., Read], dana: Practitioner, helen: Practitioner, case: Case
) -> None:
    for who in (dana, helen):
        assert read(who, LOAD).status == read(who, SIGN_OFF).status == 404


def test_an_assessment_that_was_returned_says_what_changed_since(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, case: Case
) -> None:
    assert "No assessment is waiting for your approval." in read(sam, SIGN_OFF).text
    assessed(case, dana)
    sent(case, dana)
    page = read(sam, SIGN_OFF)
    assert "Sent for the first time" in page.text
    assert page.links("Amara Okoye") == ["/children/WREN-AMARA2/assessment/approve/"]
    return_for_more_work(
        by=sam, child=case.child, returned_on=date(2025, 4, 17), why="What does she say?", now=NOW
    )
    section, _ = AssessmentSection.objects.update_or_create(
        assessment=case.assessments.get(), heading="health",
        defaults={"words": "Well.", "version": 1, "saved_at": NOW + timedelta(hours=1), "saved_by": dana},
    )  # fmt: skip
    AssessmentSectionVersion.objects.create(
        section=section, number=1, words="Well.", saved_at=NOW + timedelta(hours=1), saved_by=dana
    )
    sent(case, dana)
    assert "1 heading changed since it was returned" in read(sam, SIGN_OFF).text
    assert len(read(sam, SIGN_OFF).sql) <= MOST_QUERIES


def test_plans_that_nobody_agreed_and_assessments_that_run_over_wait_too(
    read: Callable[..., Read],
    sam: Practitioner,
    dana: Practitioner,
    case: Case,
    many: Callable[[int], list[Case]],
) -> None:
    ChildInNeedPlan.objects.create(
        area=case.area,
        case=case,
        started_on=date(2025, 4, 10),
        aims="Well fed.",
        family_agreed="not-asked",
        recorded_by=dana,
    )
    page = read(sam, SIGN_OFF)
    assert "no supervisor or manager is recorded as having agreed" in page.text
    assert "Thu 10 Apr 2025" in page.text
