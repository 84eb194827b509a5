"""My work: what each of the cast finds on the first page, and what it costs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Post, Practitioner, Role, Team
from alongside.assessments.services import send_for_approval, start_assessment
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology import kinds
from tests.cast import LONG_AGO, NOW
from tests.desk_work.conftest import plan, referred
from tests.pages import MOST_QUERIES, Read
from tests.query_plans import scanned

BIG = (
    "deadlines_deadline", "cases_allocation", "cases_case", "cases_involvement", "people_person",
    "people_name", "chronology_entry", "assessments_assessmentsubmission",
)  # fmt: skip


def test_a_visitor_is_asked_to_sign_in(client: Client, db: None) -> None:
    answer = client.get("/")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


def test_the_lead_practitioner_finds_what_is_due_and_the_act_that_answers_it(
    read: Callable[..., Read], dana: Practitioner, on_a_plan: Case
) -> None:
    page = read(dana, "/")
    assert page.h1 == ["My work"]
    assert "Social worker, Harbour team" in page.text
    assert "Next four weeks Child What When Do next Amara Okoye What Hold the first core group" in page.text
    assert "Due Wed 30 Apr · 7 working days" in page.text
    assert page.links("Record a core group") == ["/children/WREN-AMARA2/plan/core-groups/record/"]
    assert page.links("why?")[0].startswith("/children/WREN-AMARA2/due/")


def test_what_is_late_says_so_in_words_and_says_why_once_that_is_known(
    read: Callable[..., Read], dana: Practitioner, case: Case
) -> None:
    referred(case, dana, date(2025, 1, 6))
    assert "Late Was due Mon 10 Mar · reason not recorded yet" in read(dana, "/").text
    kinds.OVER_RUN_EXPLAINED.record(
        case, on=date(2025, 4, 2), by=dana, now=NOW, practitioner="Dana Wright", why="Amara was in hospital."
    )
    page = read(dana, "/")
    assert "Late Was due Mon 10 Mar · Amara was in hospital." in page.text


def test_what_others_have_to_do_stands_apart(
    read: Callable[..., Read], dana: Practitioner, case: Case
) -> None:
    referred(case, dana, date(2025, 4, 16))
    due, waiting = read(dana, "/").text.split("Waiting on others")
    assert "Decision" not in due.split("Due ")[-1]
    assert "Children's social care" in waiting


def test_a_child_closed_to_their_own_lead_practitioner_is_not_listed(
    read: Callable[..., Read], dana: Practitioner, on_a_plan: Case
) -> None:
    Restriction.objects.create(child=on_a_plan.child, practitioner=dana, why="A relative", from_on=LONG_AGO)
    assert "Amara" not in read(dana, "/").text


def test_the_chair_finds_reviews_and_waits_for_the_rest(
    read: Callable[..., Read], dana: Practitioner, jamal: Practitioner, case: Case, harbour_team: object
) -> None:
    plan(case, dana, date(2025, 2, 3))
    Allocation.objects.create(
        area=case.area, case=case, practitioner=jamal, team_id=case.allocations.get().team_id,  # type: ignore[attr-defined]
        from_on=date(2025, 2, 3), capacity="conference-chair",
    )  # fmt: skip
    due, waiting = read(jamal, "/").text.split("Waiting on others")
    assert "Hold the first review conference" in due
    assert "core group" in waiting
    assert "Late" in waiting


def test_the_front_door_finds_its_referrals(
    read: Callable[..., Read], maya: Practitioner, priya: Practitioner, case: Case
) -> None:
    referred(case, maya, date(2025, 4, 16))
    page = read(maya, "/")
    assert "At the front door" in page.text
    assert "Due today" in page.text
    assert page.links("The front-door board") == ["/front-door/"]


def test_an_empty_page_says_what_to_do_next(read: Callable[..., Read], dana: Practitioner) -> None:
    page = read(dana, "/")
    assert "Nothing of yours is due in the next four weeks." in page.text
    assert page.links("Find a child") == ["/search/"]


def test_whoever_holds_no_post_is_told_whom_to_ask(read: Callable[..., Read], db: None) -> None:
    nobody = Practitioner.objects.create_user("nobody@wrenmouth.example", "x", name="Nobody Yet")
    assert "Ask whoever looks after Alongside" in read(nobody, "/").text


def test_the_manager_finds_what_waits_for_approval_until_it_is_approved(
    read: Callable[..., Read], sam: Practitioner, dana: Practitioner, case: Case
) -> None:
    referred(case, dana, date(2025, 4, 1))
    start_assessment(by=dana, child=case.child, started_on=date(2025, 4, 2), basis="section-17", lead=dana,
                     why="Unexplained injury.", now=NOW)  # fmt: skip
    assert "No assessment is waiting for your approval." in read(sam, "/").text
    send_for_approval(by=dana, child=case.child, sent_on=date(2025, 4, 16), outcome="child-in-need-plan",
                      reasons="Help is needed.", now=NOW)  # fmt: skip
    page = read(sam, "/")
    assert "Dana Wright, on Wed 16 Apr 2025" in page.text
    assert "To sign off" not in read(dana, "/").text


def test_a_partner_sees_whom_they_work_with_why_and_whom_to_ring(
    read: Callable[..., Read], helen: Practitioner, dana: Practitioner, school_involved: Involvement
) -> None:
    dana.phone = "01632 960 001"
    dana.save()
    plan(school_involved.case, dana, date(2025, 4, 14))
    page = read(helen, "/")
    assert "Amara Okoye" in page.text
    assert "Your agency is working with this child: Amara's school, since 1 April 2025" in page.text
    assert "Dana Wright, Harbour team 01632 960 001 dana@wrenmouth.example" in page.text
    assert "core group" in page.text
    assert page.links("Make a referral") == ["/referrals/new/", "/referrals/new/"]
    assert page.links("Amara Okoye") == ["/children/WREN-AMARA2/our-part/"]
    assert "Waiting on others" not in page.text


def test_a_partner_whose_agency_works_with_nobody_sees_nobody(
    read: Callable[..., Read], tom: Practitioner, on_a_plan: Case
) -> None:
    page = read(tom, "/")
    assert "Amara" not in page.body
    assert "not recorded as working with a child" in page.text


def test_the_analyst_and_the_administrator_find_their_way(
    read: Callable[..., Read], ada: Practitioner, wyn: Practitioner
) -> None:
    assert "alongside timeliness" in read(ada, "/").text
    assert read(wyn, "/").links("Look after agencies") == ["/administration/"]


def test_five_hundred_rows_cost_as_many_queries_as_five(
    read: Callable[..., Read], dana: Practitioner, many: Callable[[int], list[Case]]
) -> None:
    many(5)
    few = len(read(dana, "/").sql)
    many(500)
    page = read(dana, "/")
    assert len(page.sql) == few <= MOST_QUERIES
    assert page.body.count("<tr") < 70
    (onward,) = page.links("More that is due")
    after = read(dana, f"/{onward}")
    assert len(after.sql) == few
    assert not set(page.links("why?")) & set(after.links("why?"))


@pytest.mark.parametrize("who", ["dana", "maya", "priya", "sam", "jamal", "helen", "ada", "wyn"])
def test_no_big_table_is_read_from_end_to_end(
    read: Callable[..., Read], who: str, request: pytest.FixtureRequest, on_a_plan: Case
) -> None:
    page = read(request.getfixturevalue(who), "/")
    assert len(page.sql) <= MOST_QUERIES
    assert not any("EXISTS" in query for query in page.sql)
    assert scanned(page.sql, BIG) == []


def test_whoever_does_everything_costs_no_more(
    read: Callable[..., Read], dana: Practitioner, front_door: Team, harbour_team: Team, conference_team: Team,
    school_involved: Involvement, school: Agency, on_a_plan: Case,
) -> None:  # fmt: skip
    """A manager of a team who chairs, screens, analyses, administers and works for a school as well."""
    posts = (
        (front_door, Role.TEAM_MANAGER), (harbour_team, Role.TEAM_MANAGER), (front_door, Role.SCREENER),
        (conference_team, Role.CONFERENCE_CHAIR), (front_door, Role.ANALYST), (front_door, Role.ADMINISTRATOR),
    )  # fmt: skip
    for team, role in posts:
        Post.objects.create(practitioner=dana, agency=team.agency, team=team, role=role, from_on=LONG_AGO)
    Post.objects.create(practitioner=dana, agency=school, role=Role.SAFEGUARDING_LEAD, from_on=LONG_AGO)
    read(dana, "/")  # The first row of an audit's chain begins the chain as well.
    page = read(dana, "/")
    for part in (
        "At the front door",
        "To sign off",
        "For Mill Lane Primary School",
        "alongside timeliness",
    ):
        assert part in page.text
    (there,) = page.links("What is asked of you there")
    assert "Amara's school, since 1 April 2025" in read(dana, there).text
    assert len(page.sql) <= MOST_QUERIES
