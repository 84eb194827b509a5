"""Signing in, as a person does it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from tests.cast import PASSWORD
from tests.inspecting import accessibility_problems, html_problems

pytestmark = pytest.mark.django_db(transaction=True)

# As a regular expression: a glob would also match the sign-in page, whose address names this one as the next.
CHANGE_PASSWORD = re.compile(r"^[^?]*/change-password/$")


@pytest.fixture
def rosa() -> Practitioner:
    return Practitioner.objects.create_user("rosa@wrenmouth.example", PASSWORD, name="Rosa Lind")


def sign_in(page, email, password):
    page.goto("/sign-in/?next=/change-password/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


def test_a_practitioner_signs_in_with_the_keyboard_alone(page, rosa):
    page.goto("/sign-in/?next=/change-password/")
    page.get_by_label("Email address").focus()
    page.keyboard.type(rosa.email)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(CHANGE_PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("Change your password", use_inner_text=True)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_wrong_password_is_explained_at_320_pixels(open_page, rosa, script):
    page = open_page(width=320, height=640, script=script)
    sign_in(page, rosa.email, "wrong")
    expect(page).to_have_title(re.compile("^Error: Sign in"))
    expect(page.get_by_role("alert")).to_contain_text(
        "The email address or the password is wrong", use_inner_text=True
    )
    expect(page.get_by_label("Email address")).to_have_value(rosa.email)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_pages_of_signing_in_are_accessible(page, rosa):
    page.goto("/sign-in/")
    assert accessibility_problems(page) == []
    sign_in(page, "", "")
    assert accessibility_problems(page) == []
    sign_in(page, rosa.email, PASSWORD)
    page.wait_for_url(CHANGE_PASSWORD)
    assert accessibility_problems(page) == []


def test_a_policy_keeps_scripts_of_others_out(page):
    refused = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    page.goto("/sign-in/")
    assert refused == [], "our own pages break no rule of their own policy"
    page.evaluate(
        "() => { const script = document.createElement('script');"
        "script.textContent = 'window.gotIn = true'; document.body.append(script) }"
    )
    assert page.evaluate("window.gotIn") is None
    assert "Content Security Policy" in refused[0]


@pytest.mark.html_checker
def test_the_pages_of_signing_in_are_valid_html(client, tmp_path):
    pages = {
        "sign-in": client.get("/sign-in/").content.decode(),
        "sign-in with errors": client.post("/sign-in/", {}).content.decode(),
        "not found": client.get("/nowhere/").content.decode(),
    }
    assert html_problems(pages, tmp_path) == []
