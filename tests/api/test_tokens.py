"""A token opens what it is for, until it ends; how it is refused says nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client, override_settings
from django.utils import timezone

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Agency, Area, Practitioner, Role, Team
from alongside.api import clients
from alongside.api.models import ApiClient, Permission
from alongside.refusals import Refusal
from tests.api.conftest import System, let_in, referral
from tests.cast import NOW, PASSWORD
from tests.cast import practitioner as somebody


def test_of_a_token_only_a_digest_is_kept(schools: System) -> None:
    record = ApiClient.objects.get()
    kept = " ".join(str(getattr(record, field.attname)) for field in record._meta.concrete_fields)
    assert schools.token.startswith("alongside_")
    assert schools.token not in kept
    assert schools.token.removeprefix("alongside_") not in kept


@pytest.mark.parametrize(
    "spoil",
    [
        lambda token: "", lambda token: "Bearer", lambda token: f"Bearer {token}x", lambda token: f"Basic {token}",
        lambda token: f"Bearer {token[:-1]}", lambda token: token, lambda token: "Bearer \xff\xfe",
        lambda token: f"Bearer {token} {token}", lambda token: "Bearer alongside_",
    ],
)  # fmt: skip
def test_without_a_good_token_nothing_opens(schools: System, spoil: Callable[[str], str]) -> None:
    answer = Client().get("/api/v1/areas", HTTP_AUTHORIZATION=spoil(schools.token))
    assert answer.status_code == 401
    assert answer.headers["WWW-Authenticate"] == "Bearer"
    assert answer.json()["problems"][0]["what"] == "No token that is good came with this request."


def test_being_signed_in_opens_nothing(client: Client, priya: Practitioner) -> None:
    """Cookies are not for systems: a page on another site could send them."""
    client.force_login(priya)
    assert client.get("/api/v1/areas").status_code == 401
    assert client.post("/api/v1/referrals", referral(), content_type="application/json").status_code == 401


def test_a_token_in_the_address_opens_nothing(schools: System) -> None:
    for name in ("token", "access_token", "Authorization"):
        assert Client().get(f"/api/v1/areas?{name}={schools.token}").status_code == 401


def test_a_system_cannot_sign_in(schools: System) -> None:
    practitioner = schools.record.practitioner
    assert not practitioner.is_active
    assert not practitioner.has_usable_password()
    assert not Client().login(email=practitioner.email, password=PASSWORD)


def test_a_token_ends_on_its_day(schools: System, monkeypatch: pytest.MonkeyPatch) -> None:
    last = NOW + timedelta(days=365)
    monkeypatch.setattr(timezone, "now", lambda: last - timedelta(seconds=1))
    assert schools.get("/areas").status == 200
    monkeypatch.setattr(timezone, "now", lambda: last)
    assert schools.get("/areas").status == 401


def test_shutting_a_system_out_holds_from_its_next_request(
    schools: System, wrenmouth: Area, wyn: Practitioner
) -> None:
    assert schools.get("/areas").status == 200
    clients.shut_out(by=wyn, area=wrenmouth, system=schools.record, why="Replaced.", now=NOW)
    for path in (
        "/areas",
        "/rules",
        "/rules/referral.decision/due?starts=2025-04-17",
        "/children",
        "/subscriptions",
    ):
        assert schools.get(path).status == 401, path
    with pytest.raises(Refusal, match="was shut out"):
        clients.renew(by=wyn, area=wrenmouth, system=schools.record, expires_on=date(2026, 1, 1), now=NOW)


def test_a_new_token_ends_the_old_one(schools: System, wrenmouth: Area, wyn: Practitioner) -> None:
    token = clients.renew(by=wyn, area=wrenmouth, system=schools.record, expires_on=date(2026, 1, 1), now=NOW)
    assert schools.get("/areas").status == 401
    assert System(schools.record, token).get("/areas").status == 200


def test_a_token_is_for_what_it_was_given_for(school: Agency, wrenmouth: Area, wyn: Practitioner) -> None:
    system = let_in(school, wrenmouth, wyn, permissions=(Permission.READ_CHILDREN.value,))
    assert system.get("/children").status == 200
    refused = system.post("/referrals", referral(), idempotency_key="1")
    assert refused.status == 403
    assert refused.problems == [
        "This token is not for that. | Authorization | It does not have the permission “refer”. | "
        "Ask the administrator who gave it to you for one that has."
    ]


def test_a_system_that_asks_too_often_is_told_how_long_to_wait(schools: System, forces: System) -> None:
    with override_settings(API_REQUESTS_A_MINUTE=3):
        assert [schools.get("/areas").status for _ in range(3)] == [200, 200, 200]
        refused = schools.get("/areas")
        assert (refused.status, refused.headers["Retry-After"]) == (429, "60")
        assert forces.get("/areas").status == 200, "each system has its own number"


def test_the_next_minute_counts_afresh(schools: System, monkeypatch: pytest.MonkeyPatch) -> None:
    with override_settings(API_REQUESTS_A_MINUTE=1):
        assert schools.get("/areas").status == 200
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(seconds=59))
        assert (refused := schools.get("/areas")).status == 429
        assert refused.headers["Retry-After"] == "1"
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(seconds=60))
        assert schools.get("/areas").status == 200


def test_what_a_system_sees_comes_from_its_post(
    schools: System, councils: System, council: Agency, front_door: Team, wrenmouth: Area, wyn: Practitioner
) -> None:
    without_team = let_in(council, wrenmouth, wyn, name="Statistics")
    at_front_door = let_in(council, wrenmouth, wyn, name="Front door", team=front_door)
    roles = [
        one.record.practitioner.posts.get().role for one in (schools, councils, without_team, at_front_door)
    ]
    assert roles == [
        Role.PARTNER_PRACTITIONER, Role.FAMILY_SUPPORT_WORKER, Role.PARTNER_PRACTITIONER, Role.SCREENER,
    ]  # fmt: skip


def test_only_an_administrator_of_the_area_lets_a_system_in(
    school: Agency, wrenmouth: Area, priya: Practitioner
) -> None:
    with pytest.raises(PermissionDenied):
        let_in(school, wrenmouth, priya)
    assert not ApiClient.objects.exists()


@pytest.mark.parametrize(
    "day", [NOW.date(), NOW.date() - timedelta(days=1), NOW.date() + timedelta(days=732)]
)
def test_a_token_lasts_no_longer_than_two_years(
    school: Agency, wrenmouth: Area, wyn: Practitioner, day: date
) -> None:
    with pytest.raises(Refusal, match="within two years"):
        let_in(school, wrenmouth, wyn, expires_on=day)


def test_an_agency_of_another_area_and_a_team_of_another_agency_are_refused(
    school: Agency, front_door: Team, wrenmouth: Area, wyn: Practitioner, stranger: Practitioner
) -> None:
    elsewhere = Agency.objects.get(name="Farholme Council")
    with pytest.raises(Refusal, match="does not work in Wrenmouth"):
        let_in(elsewhere, wrenmouth, wyn)
    with pytest.raises(Refusal, match="not a team of Mill Lane"):
        let_in(school, wrenmouth, wyn, team=front_door)


def test_each_change_is_kept(schools: System, wrenmouth: Area, wyn: Practitioner) -> None:
    clients.shut_out(by=wyn, area=wrenmouth, system=schools.record, why="Replaced.", now=NOW)
    words = list(AdministrativeChange.objects.order_by("id").values_list("words", flat=True))
    assert words[0].startswith(
        "System let in: Records of Mill Lane Primary School, until 17 April 2026; it may send"
    )
    assert words[1] == "System shut out: Records of Mill Lane Primary School. Replaced."


def test_two_systems_of_one_name_are_refused(
    schools: System, school: Agency, wrenmouth: Area, wyn: Practitioner
) -> None:
    with pytest.raises(Refusal, match="has a system called Records already"):
        let_in(school, wrenmouth, wyn)


def test_a_system_is_nobody_who_could_be_chosen_for_a_case(schools: System, council: Agency) -> None:
    other = somebody("Other Person", council, Role.SOCIAL_WORKER)
    assert other.is_active
    assert schools.record.practitioner.job_title == "Not a person"
