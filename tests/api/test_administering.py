"""An administrator lets a system in, sees its token once, gives it a new one and shuts it out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.api.models import ApiClient
from tests.api.conftest import System
from tests.pages import MOST_QUERIES, Read, reader

HERE = "/administration/199/systems/"


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client, proved=True)


def answers(school: Agency, **other: object) -> dict[str, object]:
    return {
        "name": "Mill Lane records", "agency": str(school.pk), "team": "", "permissions": ["refer", "read-children"],
        "expires_on_day": "17", "expires_on_month": "4", "expires_on_year": "2026", **other,
    }  # fmt: skip


def test_a_system_is_let_in_and_its_token_shown_once(
    read: Callable[..., Read], wyn: Practitioner, school: Agency
) -> None:
    page = read(wyn, f"{HERE}new/", answers(school))
    (token,) = re.findall(r"alongside_[\w-]{43}", page.body)
    system = ApiClient.objects.get()
    assert system.permissions == ["refer", "read-children"]
    assert System(system, token).get("/children").status == 200
    for address in (HERE, f"{HERE}{system.pk}/"):
        shown = read(wyn, address)
        assert "Mill Lane records" in shown.text
        assert token not in shown.body
        assert len(shown.sql) <= MOST_QUERIES


def test_a_token_is_made_for_whoever_has_just_proved_who_they_are(
    client: Client, wyn: Practitioner, schools: System
) -> None:
    client.force_login(wyn)
    for address in (f"{HERE}new/", f"{HERE}{schools.record.pk}/token/"):
        for answer in (client.get(address), client.post(address, {})):
            assert answer.headers["Location"].startswith("/account/confirm/?next=%2Fadministration%2F")


def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    read: Callable[..., Read], wyn: Practitioner, school: Agency
) -> None:
    page = read(wyn, f"{HERE}new/", answers(school, permissions=[]))
    assert page.status == 422
    assert "Mill Lane records" in page.body
    assert not ApiClient.objects.exists()


def test_a_team_of_another_agency_is_refused_on_the_form(
    read: Callable[..., Read], wyn: Practitioner, school: Agency, harbour_team: Team
) -> None:
    page = read(wyn, f"{HERE}new/", answers(school, team=str(harbour_team.pk)))
    assert page.status == 422
    assert "Harbour team is not a team of Mill Lane Primary School here." in page.text


def test_a_new_token_and_shutting_out(read: Callable[..., Read], wyn: Practitioner, schools: System) -> None:
    one = f"{HERE}{schools.record.pk}/"
    page = read(
        wyn, f"{one}token/", {"expires_on_day": "1", "expires_on_month": "6", "expires_on_year": "2025"}
    )
    assert re.search(r"alongside_[\w-]{43}", page.body)
    assert schools.get("/areas").status == 401
    assert read(wyn, f"{one}shut-out/", {"why": "Replaced."}).status == 303
    shown = read(wyn, one)
    assert "It may ask nothing." in shown.text
    assert shown.links("Make a new token") == []


def test_nobody_else_finds_the_pages(
    client: Client, priya: Practitioner, stranger: Practitioner, schools: System
) -> None:
    for practitioner in (priya, stranger):
        client.force_login(practitioner)
        for path in (
            "",
            "new/",
            f"{schools.record.pk}/",
            f"{schools.record.pk}/token/",
            f"{schools.record.pk}/shut-out/",
        ):
            assert client.get(f"{HERE}{path}").status_code == 404, path


def test_everyone_can_read_what_can_be_asked(client: Client, db: None) -> None:
    page = client.get("/api/v1/")
    assert page.status_code == 200
    words = page.content.decode()
    assert "POST /api/v1/referrals" in words
    assert '<script src="http' not in words
    assert client.get("/api/v1/openapi.json").json()["openapi"] == "3.1.0"
