"""Every operation of the interface, asked with every kind of token, about a record that is open or closed.

The operations come from the description of the interface, so a new one cannot be forgotten: it fails here until
somebody says in tests/access/route_table.py what it asks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.api import clients
from alongside.api.models import ApiClient, Permission
from alongside.api.views import described
from alongside.moments import day_of
from tests.access.matrix_table import ALLOW
from tests.access.matrix_world import CLOSED, Everybody, build, undone
from tests.access.planting import MARK, plant
from tests.access.printed import COUNTED
from tests.access.route_table import OF_ITS_OWN, OPERATIONS, SYSTEMS
from tests.api.conftest import referral

pytestmark = pytest.mark.django_db
#: Answered in full; or a change refused only because somebody else may have been first.
DONE = {200, 201, 204, 412}
#: What says anything of Edie; the rest is asked once, while her record is open.
ABOUT_HER = {name for name, (*_, policies) in OPERATIONS.items() if policies} | {"children", "information"}
#: No system holds a key to a seal.
ARCHETYPES = {"ordinary": True, "restricted": False, "adoption": False}


@dataclass
class Asking:
    """A system and its token, and what it is answered."""

    record: ApiClient
    token: str

    def ask(self, operation: str, places: dict[str, str], token: str | None = None) -> tuple[int, str]:
        method, path, _, _ = OPERATIONS[operation]
        answer = Client().generic(
            method, f"/api/v1{path.format(**places)}", json.dumps(BODIES.get(operation, {})),
            content_type="application/json", HTTP_IDEMPOTENCY_KEY=f"for {operation}", HTTP_IF_MATCH='"none"',
            HTTP_AUTHORIZATION=f"Bearer {self.token if token is None else token}",
        )  # fmt: skip
        return answer.status_code, answer.content.decode() + AFTER + str(answer.headers)


#: Between a body and its headers.
AFTER = "\n\n"
BODIES: dict[str, Any] = {
    "send_referral": referral(),
    "send_police_notices": {"area": "199", "notices": [
        {"number": "1", "happened_at": "2025-04-16T22:40", "kind": "missing", "words": "Found."}
    ]},
    "tell_about_child": {"about": "child", "fact": "Late.", "family_knows": "yes"},
    "set_details": {"first_language": "Igbo"},
    "subscribe": {"area": "199", "url": "https://receiver.example.org/", "events": ["referral.decided"]},
}  # fmt: skip


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    """Asked today; as often as is needed."""
    with override_settings(
        API_REQUESTS_A_MINUTE=1_000_000, WEBHOOK_HOSTS=frozenset({"receiver.example.org"})
    ):
        yield


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: Any) -> Iterator[Everybody]:
    with django_db_blocker.unblock(), undone():
        yield build()


@pytest.fixture(scope="module")
def systems(everybody: Everybody) -> dict[str, Asking]:
    """One for each line of the table, with every permission."""
    borough = everybody.world.borough
    found = {
        who: _system(who, everybody, borough.agencies[who])
        for who in ("primary", "police", "surgery", "health")
    }
    council = borough.teams["harbour"].agency
    for who in ("harbour", "front-door", "beacon"):
        found[who] = _system(who, everybody, council, borough.teams[who])
    found["no team"] = _system("no team", everybody, council)
    found["secondary"] = _system("secondary", everybody, borough.agencies["secondary"])
    found["nursery"] = _system("nursery", everybody, borough.agencies["nursery"])
    found["conflicted"] = _system("conflicted", everybody, borough.agencies["primary"])
    Restriction.objects.create(
        child=everybody.child, practitioner=found["conflicted"].record.practitioner, why="Tried out",
        from_on=date(2025, 1, 1),
    )  # fmt: skip
    found["elsewhere"] = _elsewhere()
    return found


def _system(who: str, everybody: Everybody, agency: Agency, team: Team | None = None) -> Asking:
    wyn, now = everybody.fresh("wyn"), timezone.now()
    return Asking(*clients.let_in(
        by=wyn, area=everybody.world.borough.area, agency=agency, team=team, name=who,
        permissions=Permission.values, expires_on=day_of(now) + timedelta(days=30), now=now,
    ))  # fmt: skip


def _elsewhere() -> Asking:
    from alongside.agencies.models import Post, Role

    area = Area.objects.get(code="198")
    team = Team.objects.get(area=area)
    stella = Practitioner.objects.get(name="Stella Stranger")
    Post.objects.create(
        practitioner=stella, agency=team.agency, team=team, role=Role.ADMINISTRATOR, from_on=date(2016, 1, 1)
    )
    by, now = Practitioner.objects.get(pk=stella.pk), timezone.now()
    return Asking(*clients.let_in(
        by=by, area=area, agency=team.agency, team=team, name="elsewhere", permissions=Permission.values,
        expires_on=day_of(now) + timedelta(days=30), now=now,
    ))  # fmt: skip


@pytest.fixture(scope="module")
def places(everybody: Everybody, systems: dict[str, Asking], planted: dict[str, str]) -> dict[str, str]:
    """Where each operation is asked: Edie, and what the primary school's system has sent and asked for."""
    at = {
        "child": everybody.child.reference,
        "receipt": "",
        "information": "",
        "subscription": "",
        "notices": "",
    }
    made = {}
    with override_settings(WEBHOOK_HOSTS=frozenset({"receiver.example.org"})):
        for operation in ("tell_about_child", "subscribe", "send_referral"):
            status, told = systems["primary"].ask(operation, at)
            assert status == 201, told
            made[operation] = json.loads(told.partition(AFTER)[0])
    notices = json.loads(systems["police"].ask("send_police_notices", at)[1].partition(AFTER)[0])
    return at | {
        "information": made["tell_about_child"]["id"], "subscription": made["subscribe"]["id"],
        "receipt": made["send_referral"]["reference"], "notices": notices["receipt"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def planted(everybody: Everybody) -> dict[str, str]:
    return plant(everybody.child)


def test_every_operation_says_what_it_asks() -> None:
    """One that is new fails here, until the table says what it asks."""
    there = {
        one["operationId"]: method.upper()
        for path in described()["paths"].values()
        for method, one in path.items()
    }
    assert there == {name: method for name, (method, *_) in OPERATIONS.items()}
    assert {policy for *_, policies in OPERATIONS.values() for policy in policies} <= ALLOW.keys()
    assert {permission for _, _, permission, _ in OPERATIONS.values()} - {""} == set(Permission.values)


def expected(operation: str, who: str, is_open: bool) -> int:
    """What the table says that a good token with every permission is answered; 0 where it is answered in full."""
    *_, policies = OPERATIONS[operation]
    if policies:
        held = set().union(*(ALLOW[policy] for policy in policies))
        return 0 if is_open and held & SYSTEMS[who] else 404
    if operation in OF_ITS_OWN:
        closed = operation == "information" and (not is_open or who == "conflicted")
        theirs = who == "primary" or (who == "conflicted" and operation != "unsubscribe")
        return 0 if theirs and not closed else 404
    if operation == "send_police_notices" and who != "police":
        return 403
    if operation == "police_notices_receipt":
        return 0 if who == "police" else 404
    if who == "elsewhere" and operation in ("send_referral", "subscribe"):
        return 422 if operation == "send_referral" else 404
    return 0


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_cell_is_as_the_table_says(
    archetype: str, everybody: Everybody, systems: dict[str, Asking], places: dict[str, str]
) -> None:
    wrong, shown, number = {}, {}, 0
    with undone():
        CLOSED[archetype](everybody)
        for who, system in systems.items():
            for operation in OPERATIONS if archetype == "ordinary" else ABOUT_HER:
                number += 1
                with undone():
                    status, told = system.ask(operation, places)
                want = expected(operation, who, ARCHETYPES[archetype])
                if status != want and (want or status not in DONE):
                    wrong[operation, who] = (status, want)
                tells = MARK in told or (operation == "children" and places["child"] in told)
                if tells and not (ARCHETYPES[archetype] and SYSTEMS[who]):
                    shown[operation, who] = told[:300]
    cells = "cells of systems and operations, each as the table says"
    COUNTED[cells] = COUNTED.get(cells, 0) + number
    assert wrong == {}
    assert shown == {}


def test_what_is_hidden_from_others_is_shown_to_whoever_may(
    systems: dict[str, Asking], places: dict[str, str]
) -> None:
    """The positive control: otherwise nothing would be hidden because nothing is shown."""
    assert MARK in systems["harbour"].ask("chronology", places)[1]
    assert places["child"] in systems["primary"].ask("children", places)[1]


def test_a_token_without_the_permission_is_refused_by_every_operation_that_asks_one(
    systems: dict[str, Asking], places: dict[str, str]
) -> None:
    wrong = {}
    with undone():
        for who in ("primary", "harbour"):
            for operation, (_, _, permission, _) in OPERATIONS.items():
                others = [one for one in Permission.values if one != permission]
                ApiClient.objects.filter(pk=systems[who].record.pk).update(permissions=others)
                status, _ = systems[who].ask(operation, places)
                if permission and status != 403:
                    wrong[operation, who] = status
    COUNTED["operations asked without their permission"] = 2 * len(OPERATIONS)
    assert wrong == {}


@pytest.mark.parametrize("how", ["no token", "misspelt", "expired", "shut out", "post ended"])
def test_a_token_that_is_no_longer_good_opens_nothing(
    how: str, everybody: Everybody, systems: dict[str, Asking], places: dict[str, str]
) -> None:
    wrong, system = {}, systems["primary"]
    with undone():
        token = {"no token": "", "misspelt": system.token[:-1] + "_"}.get(how, system.token)
        if how == "expired":
            ApiClient.objects.filter(pk=system.record.pk).update(expires_at=timezone.now())
        elif how == "shut out":
            by, area = everybody.fresh("wyn"), everybody.world.borough.area
            clients.shut_out(by=by, area=area, system=system.record, why="Replaced.", now=timezone.now())
        elif how == "post ended":
            system.record.practitioner.posts.update(from_on=date(2024, 1, 1), to_on=date(2025, 1, 1))
        for operation, (*_, policies) in OPERATIONS.items():
            status, told = system.ask(operation, places, token)
            if status != (404 if how == "post ended" and policies else 401) and not (
                how == "post ended" and not policies
            ):
                wrong[operation] = status
            if MARK in told:
                wrong[operation] = "shows"
    assert wrong == {}


def test_a_door_that_is_left_out_would_be_noticed(
    everybody: Everybody, systems: dict[str, Asking], places: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: an operation that finds the child without asking whether it may."""
    from alongside.api.operations import children

    def without_door(request: Any, reference: str, policy: object) -> Any:
        found = type(everybody.child).objects.get(reference=reference)
        found.opened_because = []
        return found

    monkeypatch.setattr(children, "hold", without_door)
    status, _ = systems["secondary"].ask("chronology", places)
    assert status != expected("chronology", "secondary", True)
