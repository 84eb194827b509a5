"""What must not be lost between people, on the first page of whoever leads and of whoever manages. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Absence, Agency, Practitioner, Role
from alongside.care.status import become_looked_after
from alongside.cases.models import Case
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from alongside.plans import services as plans
from alongside.plans.models import ChildProtectionPlan, PlanMove
from alongside.section47.services import (
    record_other_authority,
    record_police_protection,
    record_protection_order,
)
from tests.cast import practitioner
from tests.conferences.given import a_plan
from tests.pages import MOST_QUERIES, reader

HANDOVERS = reverse("desk:handovers")


@pytest.fixture
def today() -> date:
    return timezone.localdate()


@pytest.fixture
def plan(case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner) -> ChildProtectionPlan:  # fmt: skip
    return a_plan(amara, dana, council, school, jamal)


def move(dana: Practitioner, amara: Person, today: date) -> PlanMove:
    moving = plans.Moving(known_on=today, lasting="for-good", authority="Easthaven", meanwhile="Dana visits.")
    return plans.record_move_away(by=dana, child=amara, moving=moving, now=timezone.now())


def pages(client: Client, *people: Practitioner) -> list[str]:
    """The first page of each, and then the page of all handovers of the last."""
    found = []
    for one in people:
        client.force_login(one)
        found.append(client.get("/").content.decode())
    return [*found, client.get(HANDOVERS).content.decode()]


def test_a_move_is_on_the_lists_of_lead_and_manager_until_it_is_answered(
    client: Client,
    plan: ChildProtectionPlan,
    amara: Person,
    dana: Practitioner,
    sam: Practitioner,
    today: date,
) -> None:
    """T33: not told; told and not answered; who was asked and when; answered. Neither side may lose the child."""
    now, moving = timezone.now(), move(dana, amara, today)
    hal = practitioner("Hal Osgood", sam.scope.posts[0].team, Role.SOCIAL_WORKER, social_work=True)
    assert "Easthaven" not in "".join(pages(client, hal))
    Absence.objects.create(
        area=amara.area, practitioner=dana, covered_by=hal, from_on=today, to_on=today, recorded_by=sam
    )
    assert all("Easthaven has not been told" in page for page in pages(client, hal)), (
        "while he covers for Dana"
    )
    assert all("Easthaven has not been told" in page for page in pages(client, dana, sam))

    plans.tell_of_move(
        by=dana, child=amara, move=moving.pk, told_on=today, told_by="Dana Wright", sent="The plan", now=now
    )
    assert all("has not answered; nobody has asked again" in page for page in pages(client, dana, sam))

    plans.ask_about_move(by=dana, child=amara, move=moving.pk, rung_on=today, rung_by="Dana Wright", answer="calls-back",
                         words="Tomorrow.", now=now)  # fmt: skip
    assert all(
        "Dana Wright asked on" in page and "they call back" in page for page in pages(client, dana, sam)
    )

    plans.receive_answer(
        by=dana,
        child=amara,
        move=moving.pk,
        held_on=today,
        written_on=today,
        decided="plan",
        words="Yes.",
        now=now,
    )
    assert all("Easthaven has answered; the plan here may end" in page for page in pages(client, dana, sam))


def test_protection_that_ends_with_nothing_settled_is_an_alarm(
    client: Client, case: Case, amara: Person, dana: Practitioner, sam: Practitioner, today: date
) -> None:
    """T42: on the manager's page until something is settled, or the child is looked after on a footing that lasts."""
    now = timezone.now()
    record_police_protection(
        by=dana, child=amara, begun_at=now - timedelta(hours=40), officer="PC Reed", why="Alone.", now=now
    )
    for page in pages(client, dana, sam):
        assert "Alarm" in page
        assert "Police protection ends on" in page
    record_protection_order(by=dana, child=amara, court="A court", made_on=today, applied_by="local-authority",
                            expires_on=today + timedelta(days=1), now=now)  # fmt: skip
    for page in pages(client, sam):
        assert "Police protection ends on" not in page, "the order follows it"
        assert "An emergency protection order ends on" in page
    become_looked_after(
        by=dana, child=amara, began_on=today, status="interim-care-order", reasons="Made today.", now=now
    )
    assert "An emergency protection order ends on" not in pages(client, sam)[0]


def test_responsibility_that_nobody_accepted_is_chased(
    client: Client, case: Case, amara: Person, dana: Practitioner, sam: Practitioner, today: date
) -> None:
    """TL-53: asked, and not accepted in writing."""
    told = {
        "by": dana,
        "child": amara,
        "authority": "Easthaven",
        "consulted_on": today,
        "words": "Rang.",
        "now": timezone.now(),
    }
    record_other_authority(**told, asked_to_accept=True)
    assert all("Easthaven was asked to take responsibility" in page for page in pages(client, dana, sam))
    record_other_authority(**told, asked_to_accept=True, accepted_in_writing_on=today)
    assert all("was asked to take responsibility" not in page for page in pages(client, dana, sam))


@pytest.mark.parametrize(("months", "listed"), [(5, True), (8, False)])
def test_turning_eighteen_is_listed_from_seventeen_and_a_half(
    client: Client, plan: ChildProtectionPlan, case: Case, amara: Person, dana: Practitioner, months: int, listed: bool, today: date,
) -> None:  # fmt: skip
    """T34: local lead time; due around the birthday."""
    Person.objects.filter(pk=amara.pk).update(
        born_on=today - relativedelta(years=18) + relativedelta(months=months)
    )
    refresh(Case.objects.get(pk=case.pk))
    first, _ = pages(client, dana)
    assert ("Plan the review around the eighteenth birthday" in first) is listed
    assert ("Planned ahead" in first) is listed


def test_two_plans_that_nobody_weighed_are_listed(
    client: Client, plan: ChildProtectionPlan, amara: Person, dana: Practitioner, today: date
) -> None:
    """Dual status."""
    become_looked_after(
        by=dana, child=amara, began_on=today, status="accommodated", reasons="Ill.", now=timezone.now()
    )
    assert "Whether both plans are needed has not been considered" in pages(client, dana)[0]


def test_it_is_for_those_who_lead_or_manage_and_asks_little(
    client: Client, plan: ChildProtectionPlan, amara: Person, dana: Practitioner, olu: Practitioner, stranger: Practitioner,
    helen: Practitioner, jamal: Practitioner, today: date,
) -> None:  # fmt: skip
    """T33: who may not."""
    move(dana, amara, today)
    for other in (olu, stranger):
        client.force_login(other)
        assert "Easthaven" not in client.get(HANDOVERS).content.decode()
    for nobody in (helen, jamal):
        client.force_login(nobody)
        assert client.get(HANDOVERS).status_code == 404
    read = reader(client)
    assert len(read(dana, HANDOVERS).sql) <= MOST_QUERIES
    assert len(read(dana, "/").sql) <= MOST_QUERIES
