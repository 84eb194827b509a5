"""How much the pages ask of the database: no more than eight queries, however much there is to show."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.section47 import services
from alongside.section47.models import StrategyDiscussion
from tests.section47.scenes import FURTHER, discuss, noon

MOST = 8
CHILD = "/children/WREN-AMARA2/"
BEGAN, NOW = date(2025, 6, 2), noon(date(2025, 6, 20))


@pytest.fixture
def busy(
    client: Client, case: Case, amara: Person, ben: Person, dana: Practitioner, council: Agency, police: Agency,
    hospital: Agency, school: Agency,
) -> Client:  # fmt: skip
    """Dana's browser, with one of everything."""
    discuss(dana, amara, BEGAN, council, police, hospital)
    given = {"by": dana, "child": amara, "now": NOW}
    services.record_enquiry_step(**given, kind="medical", done_on=BEGAN, words="Two bruises.")
    services.request_conference(
        **given, requested_on=BEGAN, agency=school, practitioner="Helen Marsh", reasons="Afraid."
    )
    services.record_police_protection(**given, begun_at=noon(BEGAN), officer="PC Reed", why="Alone.")
    order = {"court": "Wrenmouth", "made_on": BEGAN}
    services.record_protection_order(**given, **order, applied_by="nspcc", expires_on=date(2025, 6, 10))
    services.record_assessment_order(**given, **order, runs_from=BEGAN)
    client.force_login(dana)
    client.get(f"{CHILD}section-47/")  # The first page after signing in also writes the session.
    return client


def much_more(child: Person, by: Practitioner, *agencies: Agency) -> None:
    """Ten times as much of everything that can be many."""
    given = {"by": by, "child": child, "now": NOW}
    for _ in range(10):
        discuss(by, child, BEGAN, *agencies, decision=FURTHER)
        services.record_enquiry_step(**given, kind="agencies", done_on=BEGAN, words="Nothing.")
        services.record_other_authority(**given, authority="Farholme", consulted_on=BEGAN, words="Asked.")
        services.record_immediate_action(
            **given, acted_on=BEGAN, acted_by="police", alone=True, way="other", what="Stayed with her."
        )


def asked(browser: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        answered = browser.get(CHILD + path)
    assert answered.status_code == 200, path
    return len(queries)


PAGES = (
    "immediate-protection/", "immediate-protection/police/", "immediate-protection/police/end/",
    "immediate-protection/order/", "immediate-protection/order/extend/", "immediate-protection/order/end/",
    "immediate-protection/assessment-order/", "immediate-protection/assessment-order/end/",
    "immediate-protection/action/", "immediate-protection/other-authority/", "section-47/",
    "immediate-protection/police/add/", "immediate-protection/order/add/", "section-47/steps/new/",
    "section-47/conclude/", "conference-requests/new/", "strategy-discussions/new/",
)  # fmt: skip


def test_no_page_asks_more_than_eight_queries_whatever_there_is_to_show(
    busy: Client, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    first = StrategyDiscussion.objects.get()
    pages = [*PAGES, f"strategy-discussions/{first.pk}/"]
    little = {path: asked(busy, path) for path in pages}
    much_more(amara, dana, council, police, hospital)

    assert {path: number for path, number in little.items() if number > MOST} == {}
    assert {path: asked(busy, path) for path in pages} == little


def test_the_discussion_of_another_child_is_not_shown_under_this_one(busy: Client, ben: Person) -> None:
    discussion = StrategyDiscussion.objects.get()

    assert busy.get(f"/children/{ben.reference}/strategy-discussions/{discussion.pk}/").status_code == 404


def test_a_discussion_whose_participants_were_not_recorded_is_shown(
    busy: Client, case: Case, dana: Practitioner
) -> None:
    """As one brought in from a return may be."""
    bare = StrategyDiscussion.objects.create(
        area=case.area, case=case, held_on=BEGAN, form="meeting", convened_by=dana, decided_by=dana,
        decision="further-discussion", reasons="Not known.", recorded_by=dana,
    )  # fmt: skip

    page = busy.get(f"{CHILD}strategy-discussions/{bare.pk}/").content.decode()
    assert "Not known." in page
