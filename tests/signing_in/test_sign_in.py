"""Signing in: practitioners get in, and nobody else learns anything."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.signing_in.adapter import WRONG
from tests.cast import PASSWORD

TOO_MANY = "There have been too many wrong tries. Wait 1 minute and try again"

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa() -> Practitioner:
    return Practitioner.objects.create_user("rosa@wrenmouth.example", PASSWORD, name="Rosa Lind")


def try_to_sign_in(client: Client, login: str, password: str, **extra: str):
    return client.post("/sign-in/", {"login": login, "password": password, **extra})


def test_a_practitioner_signs_in_and_goes_to_the_page_they_asked_for(client, rosa):
    answer = try_to_sign_in(client, "Rosa@Wrenmouth.example", PASSWORD, next="/change-password/")
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/change-password/"
    assert client.get("/change-password/").status_code == 200


def test_an_address_elsewhere_is_not_followed(client, rosa):
    answer = try_to_sign_in(client, rosa.email, PASSWORD, next="https://elsewhere.example/")
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize(
    ("login", "password", "why"),
    [
        ("rosa@wrenmouth.example", "wrong", "a wrong password"),
        ("nobody@wrenmouth.example", PASSWORD, "an unknown address"),
        ("closed@wrenmouth.example", PASSWORD, "a closed account, with the right password"),
    ],
)
def test_every_failure_reads_the_same(client, rosa, login, password, why):
    closed = Practitioner.objects.create_user("closed@wrenmouth.example", PASSWORD, name="Ines Dorn")
    closed.is_active = False
    closed.save()
    answer = try_to_sign_in(client, login, password)
    assert answer.status_code == 422, why
    page = answer.content.decode()
    assert WRONG in page
    assert page.count("<title>Error: Sign in") == 1
    assert "_auth_user_id" not in client.session


def test_what_is_missing_is_named(client, rosa):
    page = try_to_sign_in(client, "", "").content.decode()
    assert "Enter your email address" in page
    assert 'href="#id_password"' in page


def test_guessing_is_stopped_even_when_the_guess_becomes_right(client, rosa):
    for _ in range(5):
        assert WRONG in try_to_sign_in(client, rosa.email, "wrong").content.decode()
    answer = try_to_sign_in(client, rosa.email, PASSWORD)
    assert answer.status_code == 422
    assert TOO_MANY in answer.content.decode()


def test_guessing_from_one_place_is_stopped_across_addresses(client, rosa):
    for number in range(20):
        try_to_sign_in(client, f"somebody{number}@wrenmouth.example", "wrong")
    assert TOO_MANY in try_to_sign_in(client, rosa.email, PASSWORD).content.decode()


def test_a_practitioner_is_not_limited_by_signing_in_often(client, rosa):
    for _ in range(7):
        assert try_to_sign_in(client, rosa.email, PASSWORD).status_code == 302
        client.post("/sign-out/")


def test_signing_out_needs_a_form_of_ours(client, rosa):
    client.force_login(rosa)
    assert client.get("/sign-out/").status_code == 405
    answer = client.post("/sign-out/")
    assert answer.headers["Location"] == "/sign-in/"
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert client.get("/change-password/").status_code == 302


def test_nobody_can_sign_up(client):
    for address in ("/sign-up/", "/signup/", "/accounts/signup/", "/password/reset/"):
        assert client.get(address).status_code == 404


def test_a_password_is_changed_and_other_browsers_are_signed_out(client, rosa):
    elsewhere = Client()
    for browser in (client, elsewhere):
        browser.force_login(rosa)
    new = "herring gulls over the quay"
    answer = client.post(
        "/change-password/", {"oldpassword": PASSWORD, "password1": new, "password2": new}, follow=True
    )
    assert "Your password has been changed" in answer.content.decode()
    assert elsewhere.get("/change-password/").status_code == 302
    rosa.refresh_from_db()
    assert rosa.check_password(new)


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("wrong", "herring gulls over the quay", None, "The current password is wrong"),
        (PASSWORD, "short", None, "at least 12 characters"),
        (PASSWORD, "herring gulls over the quay", "herring gulls", "same password"),
    ],
)
def test_a_new_password_is_refused_with_the_reason(client, rosa, old, new, again, said):
    client.force_login(rosa)
    answer = client.post(
        "/change-password/", {"oldpassword": old, "password1": new, "password2": again or new}
    )
    assert answer.status_code == 422
    assert said in answer.content.decode()
    rosa.refresh_from_db()
    assert rosa.check_password(PASSWORD)
