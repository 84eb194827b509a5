"""Before what gives out or changes much, whoever sits there proves again who they are."""

from __future__ import annotations

import pytest
from django.contrib.sessions.middleware import SessionMiddleware
from django.test import Client, RequestFactory

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.signing_in import recent
from alongside.signing_in.proofs import WRONG_PASSWORD
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
CONFIRM = "/account/confirm/"


def asked(
    client: Client, practitioner: Practitioner, within: int = 10, address: str = "/export/?of=1"
) -> str:
    """Where ``require_recent`` sends this browser, and nothing where it lets it go on."""
    request = RequestFactory().get(address)
    SessionMiddleware(lambda _: None).process_request(request)
    request.session = client.session
    request.user = practitioner
    answer = recent.require_recent(request, within=within)
    return answer.headers["Location"] if answer else ""


def long_ago(client: Client, minutes: int) -> None:
    """Let so many minutes go by since they last proved who they are."""
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= minutes * 60
    session.save()


def confirm(client: Client, password: str = PASSWORD, next: str = "/change-password/"):
    return client.post(CONFIRM, {"password": password, "next": next})


def test_whoever_has_just_signed_in_is_not_asked(client, dana):
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    assert asked(client, dana) == ""


def test_after_a_while_they_are_asked_and_come_back_to_the_same_address(client, dana):
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    long_ago(client, 10)
    assert asked(client, dana) == f"{CONFIRM}?next=%2Fexport%2F%3Fof%3D1"
    answer = client.get(f"{CONFIRM}?next=%2Fexport%2F%3Fof%3D1")
    assert 'value="/export/?of=1"' in answer.content.decode()
    assert confirm(client, next="/export/?of=1").headers["Location"] == "/export/?of=1"
    assert asked(client, dana) == ""


def test_a_sign_in_that_says_nothing_of_how_is_no_proof(client, dana):
    client.force_login(dana)
    assert asked(client, dana)


def test_another_persons_proof_in_the_same_browser_is_none(client, dana, sam):
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    assert asked(client, sam)


def test_a_proof_from_the_future_is_none(client, dana):
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    long_ago(client, -60)
    assert asked(client, dana)


@pytest.mark.parametrize(("password", "said"), [("wrong", WRONG_PASSWORD), ("", "Enter your password")])
def test_a_wrong_password_proves_nothing(client, dana, password, said):
    client.force_login(dana)
    answer = confirm(client, password)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert asked(client, dana)


def test_guessing_is_stopped_here_too(client, dana):
    client.force_login(dana)
    for _ in range(10):
        confirm(client, "wrong")
    assert confirm(client).status_code == 422
    assert asked(client, dana)


@pytest.mark.parametrize(
    "elsewhere", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert()"]
)
def test_nobody_is_led_elsewhere(client, dana, elsewhere):
    client.force_login(dana)
    assert confirm(client, next=elsewhere).headers["Location"] == "/"


def test_it_is_written_down(client, dana):
    client.force_login(dana)
    confirm(client)
    row = Row.objects.get(action="credential")
    assert (row.actor, row.details) == (dana.pk, '{"how":"password","what":"confirmed"}')


def test_without_the_check_nobody_is_asked(client, dana, monkeypatch):
    """The seeded fault: what the tests above would see if the check were gone."""
    client.force_login(dana)
    monkeypatch.setattr(recent, "proved_within", lambda request, *, minutes: True)
    assert asked(client, dana) == ""
