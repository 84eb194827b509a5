"""A password that somebody else made opens nothing but the page where another is chosen."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.signing_in import temporary
from alongside.signing_in.models import TemporaryPassword
from tests.cast import NOW, PASSWORD

pytestmark = pytest.mark.django_db
OWN = "herring gulls over the quay"
CHANGE = "/change-password/"


@pytest.fixture
def newcomer(dana: Practitioner) -> Client:
    """A browser in which Dana has signed in with a password that was made for her."""
    temporary.mark(dana, now=NOW)
    browser = Client()
    browser.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    return browser


def choose(browser: Client, new: str = OWN):
    return browser.post(CHANGE, {"oldpassword": PASSWORD, "password1": new, "password2": new})


@pytest.mark.parametrize("address", ["/", "/search/?q=a", "/rules/", "/nowhere/", "/account/confirm/"])
def test_every_page_leads_to_where_another_is_chosen(newcomer, address):
    answer = newcomer.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (303, CHANGE)


def test_nothing_can_be_sent_either(newcomer):
    assert newcomer.post("/referrals/new/", {}).headers["Location"] == CHANGE


def test_the_page_says_why(newcomer):
    page = newcomer.get(CHANGE).content.decode()
    assert "somebody else has seen it" in page
    assert "Choose your own password" in page


def test_once_it_is_changed_everything_opens(newcomer, dana):
    assert choose(newcomer).headers["Location"] == "/change-password/done/"
    assert newcomer.get("/").status_code == 200
    assert not TemporaryPassword.objects.exists()
    again = Client()
    again.post("/sign-in/", {"login": dana.email, "password": OWN})
    assert again.get("/").status_code == 200


def test_the_same_password_is_not_another(newcomer):
    answer = choose(newcomer, PASSWORD)
    assert answer.status_code == 422
    assert "not the one you have" in answer.content.decode()
    assert newcomer.get("/").headers["Location"] == CHANGE


def test_they_can_sign_out(newcomer):
    assert newcomer.post("/sign-out/").headers["Location"] == "/sign-in/"


def test_everybody_else_is_left_alone(client, sam):
    client.post("/sign-in/", {"login": sam.email, "password": PASSWORD})
    assert client.get("/").status_code == 200


def test_without_the_hold_everything_would_open(newcomer, monkeypatch):
    """The seeded fault."""
    monkeypatch.setattr(temporary, "is_held", lambda request: False)
    assert newcomer.get("/").status_code == 200
