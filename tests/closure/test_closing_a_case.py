"""Closing a case: what stands in the way, what ends with it, and what is recorded as missing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.assessments.services import start_assessment
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry, Shortfall
from alongside.closure.guards import guards, open_work
from alongside.closure.services import Closure, close_case, outcomes
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import refresh
from alongside.plans.models import Category, ChildProtectionPlan
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal
from alongside.section47.services import record_police_protection, request_conference
from tests.cast import NOW, TODAY
from tests.pages import MOST_QUERIES, reader

ADDRESS = "/children/WREN-AMARA2/close/"
EVERYONE = ("child", "parents", "agencies")


def closure(**changes: object) -> Closure:
    said = {
        "closed_on": TODAY, "outcome": "no-longer-in-need", "reasons": "Nana keeps her safe.", "views": "I am happy.",
        "told": EVERYONE,
    }  # fmt: skip
    return Closure(**(said | changes))


@pytest.fixture
def on_a_plan(case: Case, jamal: Practitioner) -> ChildProtectionPlan:
    entry = kinds.INITIAL_CONFERENCE_HELD.record(
        case, on=date(2025, 4, 10), by=jamal, now=NOW, decided="plan", outcome="A plan", category="neglect",
        reasons="Neglect.",
    )  # fmt: skip
    return ChildProtectionPlan.objects.create(
        area_id=case.area_id, case=case, child_id=case.child_id, started_on=date(2025, 4, 10), entry=entry,
        initial_category=Category.NEGLECT, category=Category.NEGLECT, recorded_at=NOW, recorded_by=jamal,
    )  # fmt: skip


def test_a_case_closes_and_everyones_part_in_it_ends(case, sam, school_involved):
    kinds.REFERRAL_RECEIVED.record(
        case, on=date(2025, 4, 1), by=sam, now=NOW, referrer="School", concern="Bruises."
    )
    refresh(case)
    assert Deadline.objects.outstanding().filter(case=case).exists()
    closed = close_case(by=sam, child=case.child, closure=closure(), now=NOW)
    assert (closed.closed_on, closed.closure_reason) == (TODAY, "no-longer-in-need")
    assert set(case.allocations.values_list("to_on", flat=True)) == {TODAY}
    assert set(case.involvements.values_list("to_on", flat=True)) == {TODAY}
    assert not Deadline.objects.outstanding().filter(case=case).exists()
    entry = Entry.objects.get(kind=kinds.CASE_CLOSED.id)
    assert "The child is no longer in need" in kinds.CASE_CLOSED.words(entry.details)
    assert "Amara Okoye said: “I am happy.”" in kinds.CASE_CLOSED.words(entry.details)
    assert not Shortfall.objects.filter(case=case).exists()


def test_what_was_not_said_or_not_told_is_recorded_and_bars_nothing(case, sam):
    close_case(
        by=sam, child=case.child, now=NOW,
        closure=closure(views="", told=("parents",), why_not_told="Amara is two weeks old."),
    )  # fmt: skip
    shortfall = Shortfall.objects.get(case=case)
    assert "the child’s last views; telling the child" in shortfall.words
    assert "the agencies working with the child" in shortfall.words
    assert shortfall.explanation == "Amara is two weeks old."


def test_a_plan_that_runs_stands_in_the_way_and_is_named(case, sam, on_a_plan):
    with pytest.raises(Refusal) as refused:
        close_case(by=sam, child=case.child, closure=closure(), now=NOW)
    assert "child protection plan that began on 10 April 2025" in str(refused.value)
    case.refresh_from_db()
    assert case.closed_on is None


def test_a_referral_that_waits_stands_in_the_way(case, sam, wrenmouth, helen, amara):
    given = ReferralGiven(
        received_at=NOW, referrer_kind="practitioner", referrer=helen,
        statements=[Said(kind="concern", words="Bruises.", said_by="Helen Marsh")],
    )  # fmt: skip
    make_referral(
        by=helen, area=wrenmouth, children=[ReferredChild(given="Cleo", family="Abara")], given=given, now=NOW
    )
    theirs = Case.objects.exclude(pk=case.pk).get()
    assert [work.words for work in open_work(theirs)] == [
        "The referral received on 17 April 2025 has not been decided."
    ]
    assert open_work(case) == []


def test_what_was_decided_and_not_done_stands_in_the_way(case, sam):
    kinds.SECTION_47_CONCLUDED.record(
        case,
        on=date(2025, 4, 9),
        by=sam,
        now=NOW,
        decided="conference",
        outcome="A conference",
        reasons="Harm.",
    )
    words = "A child protection conference was decided on 9 April 2025 and has not been held."
    assert [work.words for work in open_work(case)] == [words]
    with pytest.raises(Refusal, match=words):
        close_case(by=sam, child=case.child, closure=closure(), now=NOW)


def test_every_process_says_what_it_leaves_open():
    apps = {name.removeprefix("alongside.") for name, _ in guards()}
    assert {"assessments", "family_help", "section47", "plans"} <= apps


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"closed_on": TODAY + timedelta(days=1)}, "This closure is in the future."),
        ({"closed_on": date(2025, 3, 31)}, "This closure is before the case opened."),
        ({"closed_on": date(2025, 4, 2)}, "Something happened after this day."),
        ({"outcome": "bored"}, "Choose why the case closes."),
    ],
)
def test_what_cannot_be_is_refused(case, sam, changes, what):
    kinds.PLAN_CHANGED.record(case, on=date(2025, 4, 3), by=sam, now=NOW, what="Nana helps.")
    with pytest.raises(Refusal, match=what):
        close_case(by=sam, child=case.child, closure=closure(**changes), now=NOW)


@pytest.mark.parametrize("name", ["dana", "maya", "helen", "stranger", "relative"])
def test_who_may_not_close(request, case, school_involved, name):
    with pytest.raises(PermissionDenied):
        close_case(by=request.getfixturevalue(name), child=case.child, closure=closure(), now=NOW)


def test_a_new_referral_opens_a_new_case_with_the_old_one_on_record(case, sam, amara, priya, wrenmouth):
    close_case(by=sam, child=amara, closure=closure(), now=NOW)
    given = ReferralGiven(
        received_at=NOW, referrer_kind="practitioner", referrer=priya,
        statements=[Said(kind="concern", words="New bruises.", said_by="Priya Nair")],
    )  # fmt: skip
    (referral,) = make_referral(
        by=priya, area=wrenmouth, children=[ReferredChild(known=amara)], given=given, now=NOW
    )
    assert referral.case != case
    assert Case.objects.filter(child=amara).count() == 2


def test_the_page_asks_tells_back_closes_and_says_what_is_next(client, case, sam):
    client.force_login(sam)
    answers = {
        "closed_on_day": "17", "closed_on_month": "4", "closed_on_year": "2025", "outcome": "no-longer-in-need",
        "reasons": "Nana keeps her safe.", "views": "", "told": ["parents"], "why_not_told": "",
    }  # fmt: skip
    page = client.get(ADDRESS).content.decode()
    assert all(step.label in page for step in outcomes(timezone.localdate()))
    assert " checked" not in page.replace("Not yet checked", "")
    assert "Check your answers" in client.post(ADDRESS, answers).content.decode()
    answer = client.post(ADDRESS, answers | {"step": "confirm"})
    assert answer.status_code == 303
    case.refresh_from_db()
    assert case.closed_on == TODAY
    assert client.get("/children/WREN-AMARA2/").status_code == 404, "the team's work is over"


def test_the_page_of_a_case_with_open_work_leads_to_it(client, case, sam, on_a_plan):
    client.force_login(sam)
    page = client.get(ADDRESS).content.decode()
    assert "This case cannot close yet" in page
    assert "The child protection plan that began on 10 April 2025 has not ended." in page
    assert '<form method="post" class' not in page


def test_what_is_missing_is_asked_for_in_words(client, case, sam):
    client.force_login(sam)
    answer = client.post(ADDRESS, {})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "<title>Error: Close the case" in page
    assert "Select why the case closes" in page
    assert "Enter the reasons for closing the case" in page


@pytest.mark.parametrize("name", ["dana", "stranger", "relative"])
def test_the_page_is_not_there_for_others(client, request, case, name):
    client.force_login(request.getfixturevalue(name))
    assert client.get(ADDRESS).status_code == 404


def test_the_page_costs_no_more_than_others(client, case, sam):
    page = reader(client)(sam, ADDRESS)
    assert page.status == 200
    assert len(page.sql) <= MOST_QUERIES


def test_the_page_that_names_open_work_costs_no_more_however_much_is_open(
    client, case, sam, dana, amara, council, police, hospital, on_a_plan, school_involved
):
    section_47 = {"by": dana, "child": amara, "now": NOW}
    start_assessment(**section_47, started_on=TODAY, basis="section-17", lead=dana, why="Unexplained injury.")
    record_police_protection(**section_47, begun_at=NOW, officer="PC Reed", why="Alone.")
    request_conference(
        **section_47,
        requested_on=TODAY,
        agency=school_involved.agency,
        practitioner="Helen Marsh",
        reasons="Afraid.",
    )
    kinds.SECTION_47_CONCLUDED.record(
        case, on=TODAY, by=sam, now=NOW, decided="conference", outcome="A conference", reasons="Harm."
    )
    page = reader(client)(sam, ADDRESS)
    for words in (
        "The child protection plan that began on 10 April 2025", "The assessment that began on 17 April 2025",
        "in police protection since 17 April 2025", "Mill Lane Primary School asked for a conference on 17 April 2025",
        "A child protection conference was decided on 17 April 2025",
    ):  # fmt: skip
        assert words in page.text
    assert len(page.sql) <= MOST_QUERIES, page.sql
