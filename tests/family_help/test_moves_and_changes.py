"""A child in need moves to another area for good; a change that is known beforehand is planned. Through HTTP."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.family_help.models import ChildInNeedPlan, MoveOfArea, PlannedChange
from alongside.family_help.services import PlanAgreed, start_plan
from alongside.people.models import Person
from alongside.referrals.front_door import allocate_lead
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.conferences.given import a_plan

REFERENCE = "WREN-AMARA2"
AGREED = PlanAgreed(aims="Amara eats well.", family_agreed="yes", agreed_by="Grace Okoye, her mother")


def day(name: str, on: date) -> dict[str, str]:
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner, amara: Person) -> Client:
    start_plan(by=dana, child=amara, started_on=TODAY, plan=AGREED, now=NOW)
    client.force_login(dana)
    return client


def send(client: Client, page: str, *keys: object, **answers: Any) -> Any:
    address = reverse(f"family_help:{page}", args=(REFERENCE, *keys))
    return client.post(address, {**answers, "step": "confirm"})


def test_a_move_away_is_due_to_be_passed_on_and_help_goes_on_meanwhile(as_dana: Client, case: Case) -> None:
    """A-01: what the first authority does, and that its plan does not end by the move."""
    today = timezone.localdate()
    told = {
        **day("known_on", today),
        "way": "away",
        "other_authority": "Farholme",
        "meanwhile": "Visits go on weekly.",
    }
    assert send(as_dana, "move", **told).status_code == 303
    move = MoveOfArea.objects.get()
    waits = case.deadlines.get(rule_id="child-in-need.moved-area")
    assert waits.met_on is None
    assert ChildInNeedPlan.objects.get().is_open
    page = as_dana.get(reverse("family_help:plan", args=[REFERENCE])).content.decode()
    assert "Everything has still to be passed on." in page
    assert "Visits go on weekly." in page

    nothing = send(as_dana, "passed-on", move.pk, **day("passed_on", today), with_plan="yes")
    assert nothing.status_code == 422
    done = send(as_dana, "passed-on", move.pk, **day("passed_on", today), with_plan="yes", what="The whole record, by link.",
                need_weighed="Farholme assesses from Monday.")  # fmt: skip
    assert done.status_code == 303
    waits.refresh_from_db()
    assert waits.met_on == today
    assert as_dana.get(reverse("family_help:passed-on", args=[REFERENCE, move.pk])).status_code == 404


def test_a_family_that_moved_here_has_its_need_weighed_again(as_dana: Client, case: Case) -> None:
    today = timezone.localdate()
    answer = send(
        as_dana, "move", **day("known_on", today), way="here", other_authority="Farholme", **day("passed_on", today),
        what="Their plan and assessment", with_plan="yes",
    )  # fmt: skip
    assert answer.status_code == 303
    assert not case.deadlines.filter(rule_id="child-in-need.moved-area").exists()
    assert MoveOfArea.objects.get().with_plan
    assert "Weigh need again" in as_dana.get(answer.headers["Location"]).content.decode()


def test_what_was_passed_on_is_asked_for(as_dana: Client) -> None:
    today = timezone.localdate()
    answer = send(
        as_dana,
        "move",
        **day("known_on", today),
        way="away",
        other_authority="Farholme",
        **day("passed_on", today),
    )
    assert answer.status_code == 422
    assert "Enter what was passed on" in answer.content.decode()
    assert not MoveOfArea.objects.exists()


def test_a_change_near_eighteen_is_planned_ahead(as_dana: Client) -> None:
    """A-02: adult services, another area or another school, and what the child says of it."""
    today = timezone.localdate()
    answer = send(
        as_dana, "planned-change", **day("planned_on", today), kind="adult-services", how="A joint visit in May.",
        **day("changes_on", today + timedelta(days=90)), takes_over="Adult social care",
    )  # fmt: skip
    assert answer.status_code == 303
    assert PlannedChange.objects.get().takes_over == "Adult social care"
    page = as_dana.get(reverse("family_help:plan", args=[REFERENCE])).content.decode()
    assert "From children’s to adult services" in page
    assert "A joint visit in May." in page


@pytest.mark.parametrize("page", ["move", "planned-change"])
def test_whoever_does_not_keep_the_plan_finds_nothing(
    client: Client, case: Case, maya: Practitioner, stranger: Practitioner, page: str
) -> None:
    for who in (maya, stranger):
        client.force_login(who)
        assert client.get(reverse(f"family_help:{page}", args=[REFERENCE])).status_code == 404


@pytest.mark.parametrize(("on", "short"), [(date(2019, 5, 1), True), (date(2024, 5, 1), False)])
def test_who_may_lead_under_section_17_is_the_edition_s(
    case: Case, sam: Practitioner, olu: Practitioner, harbour_team: Team, amara: Person, on: date, short: bool
) -> None:
    """By the 2018 text a social worker; since 2023 any fitting practitioner. A shortfall, never a bar."""
    case.allocations.update(from_on=date(2019, 1, 7))
    Case.objects.filter(pk=case.pk).update(opened_on=date(2019, 1, 7))
    now = NOW.replace(year=on.year, month=on.month, day=on.day)
    allocate_lead(
        by=sam, child=amara, practitioner=olu, team=harbour_team, reason="She knows Amara.", now=now
    )
    said = Shortfall.objects.filter(case=case, rule_id="authority.assessment-lead")
    assert said.exists() is short


def test_a_child_in_need_near_eighteen_has_a_plan_for_it(
    client: Client, case: Case, dana: Practitioner, amara: Person
) -> None:
    """A-02: due ahead of the birthday, from 17 and a half on the first page, until who takes over is planned."""
    today = timezone.localdate()
    Person.objects.filter(pk=amara.pk).update(
        born_on=today - relativedelta(years=18) + relativedelta(months=4)
    )
    fresh = Person.objects.get(pk=amara.pk)
    start_plan(by=dana, child=fresh, started_on=today, plan=AGREED, now=timezone.now())
    client.force_login(dana)
    assert "Plan who helps as an adult" in client.get("/").content.decode()
    waits = case.deadlines.get(rule_id="child-in-need.change-planned")
    assert waits.due_on == today + relativedelta(months=4)
    planned = {**day("planned_on", today), "kind": "adult-services", "how": "With her and Ivo Penn."}
    assert send(client, "planned-change", **planned).status_code == 303
    waits.refresh_from_db()
    assert waits.met_on == today
    assert "Plan who helps as an adult" not in client.get("/").content.decode()


def test_a_child_in_need_plan_ends_where_a_child_protection_plan_begins(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> None:
    """Trap 9, I6: the two never stand on one day, whichever comes first."""
    start_plan(by=dana, child=amara, started_on=date(2025, 4, 2), plan=AGREED, now=NOW)
    a_plan(amara, dana, council, school, jamal)
    assert not ChildInNeedPlan.objects.get().is_open
    with pytest.raises(Refusal, match="child protection plan"):
        start_plan(by=dana, child=amara, started_on=TODAY, plan=AGREED, now=NOW)
