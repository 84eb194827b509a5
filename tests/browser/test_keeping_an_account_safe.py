"""The second factor, the blank screen and the end of a sign-in, as a person meets them."""

from __future__ import annotations

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from alongside.drafts.models import Draft
from tests.cast import PASSWORD
from tests.inspecting import accessibility_problems, html_problems
from tests.signing_in.conftest import KEY

pytestmark = pytest.mark.django_db(transaction=True)
SAFETY = re.compile(r"/account/$")
HOME = re.compile(r"^https?://[^/]+/$")


@pytest.fixture
def rosa() -> Practitioner:
    return Practitioner.objects.create_user("rosa@wrenmouth.example", PASSWORD, name="Rosa Lind")


def sign_in(page, rosa, to="/account/"):
    page.goto(f"/sign-in/?next={to}")
    page.get_by_label("Email address").fill(rosa.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def shown_by_app(key, later=0):
    return format_hotp_value(hotp_value(key, int(time.time()) // 30 + later))


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_app_is_set_up_and_asked_for_and_a_recovery_code_stands_in(open_page, rosa, script):
    page = open_page(width=320, height=640, script=script)
    sign_in(page, rosa)
    page.get_by_role("link", name="Set up an app").click()
    expect(page.get_by_role("img", name="QR code for your app")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    key = page.locator("code.app-code").inner_text().replace(" ", "")
    page.get_by_role("textbox", name="Code").fill(shown_by_app(key))
    page.get_by_role("button", name="Set up the app").click()
    expect(page.locator("code.app-code")).to_have_count(10)
    codes = page.locator("code.app-code").all_inner_texts()

    page.context.clear_cookies()
    sign_in(page, rosa)
    expect(page.get_by_role("heading", level=1)).to_have_text("Enter your code", use_inner_text=True)
    page.get_by_role("textbox", name="Code").fill(shown_by_app(key, 1))
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(SAFETY)

    page.context.clear_cookies()
    sign_in(page, rosa)
    page.get_by_role("textbox", name="Code").fill(codes[0])
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(SAFETY)
    expect(page.locator("main")).to_contain_text("You have 9 left", use_inner_text=True)


def with_authenticator(page):
    """A device of the browser's own that makes passkeys, with a finger always on it."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
        "isUserVerified": True, "automaticPresenceSimulation": True,
    }})  # fmt: skip
    return devtools


def test_a_passkey_is_added_asked_for_and_proves_who_it_is(page, rosa):
    with_authenticator(page)
    sign_in(page, rosa)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What shall it be called?").fill("My telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/account/recovery-codes/")
    page.goto("/account/")
    expect(page.locator("main")).to_contain_text("My telephone, added on", use_inner_text=True)

    page.context.clear_cookies()
    sign_in(page, rosa)
    expect(page.get_by_role("heading", level=1)).to_have_text("Use your passkey", use_inner_text=True)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(SAFETY)

    page.goto("/account/confirm/?next=/account/sign-ins/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/account/sign-ins/")


def test_a_passkey_of_another_device_does_not_let_in(page, open_page, rosa):
    with_authenticator(page)
    sign_in(page, rosa)
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("What shall it be called?").fill("My telephone")
    page.get_by_role("button", name="Add a passkey").click()
    page.wait_for_url("**/account/recovery-codes/")
    other = open_page()
    with_authenticator(other)
    sign_in(other, rosa)
    other.get_by_role("button", name="Use a passkey").click()
    other.get_by_text("No passkey was given").wait_for()
    other.goto("/account/")
    other.wait_for_url("**/sign-in/**")


def test_escape_twice_covers_the_page_and_only_its_button_uncovers_it(page, rosa, sign_in_as):
    sign_in_as(page, rosa)
    page.goto("/change-password/")
    page.locator("html[data-ready]").wait_for()
    page.get_by_label("Current password", exact=True).fill("half typed")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    cover = page.get_by_role("dialog", name="Screen blanked")
    box = cover.bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 1280, 900)
    expect(page).to_have_title("Alongside")
    button = page.get_by_role("button", name="Show the page again")
    expect(button).to_be_focused()
    assert page.evaluate("document.elementFromPoint(640, 200).closest('dialog') !== null")
    assert accessibility_problems(page) == []
    for _ in range(3):
        page.keyboard.press("Escape")
    expect(cover).to_be_visible()
    page.keyboard.press("Enter")
    expect(cover).to_be_hidden()
    expect(page.get_by_label("Current password", exact=True)).to_have_value("half typed")


def test_a_shared_computers_screen_covers_itself(page, rosa, sign_in_as, settings):
    settings.COVERED_AFTER_SECONDS = 300
    sign_in_as(page, rosa)
    page.clock.install()
    page.goto("/change-password/")
    page.locator("html[data-ready]").wait_for()
    page.clock.run_for(299_000)
    expect(page.get_by_role("dialog", name="Screen blanked")).to_be_hidden()
    page.clock.run_for(3_000)
    expect(page.get_by_role("dialog", name="Screen blanked")).to_be_visible()


def test_a_warning_comes_before_the_end_and_one_button_stays(page, rosa, sign_in_as):
    sign_in_as(page, rosa)
    page.clock.install()
    page.goto("/change-password/")
    page.locator("html[data-ready]").wait_for()
    warning = page.get_by_role("alertdialog", name="You will soon be signed out")
    page.clock.fast_forward("57:50")
    expect(warning).to_be_hidden()
    page.clock.run_for(15_000)
    expect(warning).to_be_visible()
    expect(warning).to_contain_text("It ends in 2 minutes.", use_inner_text=True)
    assert accessibility_problems(page) == []
    with page.expect_response("**/account/stay/") as answer:
        page.get_by_role("button", name="Stay signed in").click()
    assert answer.value.status == 204
    warning.wait_for(state="hidden")
    page.clock.fast_forward("50:00")
    expect(warning).to_be_hidden()


def test_at_the_end_what_was_typed_is_kept_and_put_back(page, rosa):
    sign_in(page, rosa, "/referrals/new/")
    page.clock.install()
    page.goto("/account/passkeys/new/")
    page.locator("html[data-ready]").wait_for()
    page.get_by_label("What shall it be called?").fill("Half a name")
    page.clock.fast_forward("58:30")
    page.clock.run_for(2_000)
    page.clock.fast_forward("01:30")
    page.clock.run_for(2_000)
    page.wait_for_url("**/sign-in/?next=/account/passkeys/new/")
    assert Draft.objects.get().practitioner == rosa
    page.get_by_label("Email address").fill(rosa.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Put it back into the form").click()
    expect(page.get_by_label("What shall it be called?")).to_have_value("Half a name")


def test_the_pages_are_accessible_fit_a_telephone_and_break_no_policy(narrow, rosa):
    refused = []
    narrow.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    sign_in(narrow, rosa)
    for address in ("", "app/", "passkeys/new/", "confirm/", "sign-ins/"):
        narrow.goto(f"/account/{address}")
        assert accessibility_problems(narrow) == [], address
        assert narrow.evaluate("document.documentElement.scrollWidth") <= 320, address
    assert refused == []


@pytest.mark.html_checker
def test_the_pages_are_valid_html(client, rosa, tmp_path):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
    from allauth.mfa.totp.internal.auth import TOTP

    client.post("/sign-in/", {"login": rosa.email, "password": PASSWORD})
    pages = {
        name: client.get(f"/account/{name}").content.decode()
        for name in ("app/", "passkeys/new/", "sign-ins/")
    }
    TOTP.activate(rosa, KEY)
    RecoveryCodes.activate(rosa)
    for name in ("", "confirm/?by=code", "recovery-codes/"):
        pages[name] = client.get(f"/account/{name}").content.decode()
    client.post("/sign-out/")
    client.post("/sign-in/", {"login": rosa.email, "password": PASSWORD})
    pages["second step"] = client.get("/sign-in/second-step/").content.decode()
    assert html_problems(pages, tmp_path) == []
