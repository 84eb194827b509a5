"""A password alone does not open an account that has a second factor."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from alongside.audit.models import Row
from alongside.signing_in import factors, limits
from tests.cast import PASSWORD
from tests.signing_in.conftest import code, recovery_codes_of, shown_by_app

pytestmark = pytest.mark.django_db
STEP = "/sign-in/second-step/"


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


def enter(browser: Client, given: str):
    return browser.post(STEP, {"code": given})


# --- Signing in ---------------------------------------------------------------------------------------


def test_the_password_leads_to_the_second_step_and_no_further(with_app, signed_in):
    browser = signed_in(with_app, next="/change-password/")
    assert not is_in(browser)
    assert browser.get("/").headers["Location"].startswith("/sign-in/")
    assert "Enter your code" in browser.get(STEP).content.decode()


def test_a_code_from_the_app_signs_in_and_leads_on(with_app, signed_in):
    browser = signed_in(with_app, next="/change-password/")
    assert enter(browser, code()).headers["Location"] == "/change-password/"
    assert is_in(browser)


@pytest.mark.parametrize("near", [-1, 0, 1])
def test_a_clock_may_differ_by_half_a_minute(with_app, signed_in, near):
    browser = signed_in(with_app)
    enter(browser, code(near))
    assert is_in(browser)


@pytest.mark.parametrize("far", [-3, 3])
def test_a_code_of_another_time_is_refused(with_app, signed_in, far):
    browser = signed_in(with_app)
    assert enter(browser, code(far)).status_code == 422
    assert not is_in(browser)


def test_a_code_that_somebody_saw_is_worth_nothing(with_app, signed_in):
    shown = code()
    enter(signed_in(with_app), shown)
    for _ in range(3):
        thief = signed_in(with_app)
        answer = enter(thief, shown)
        assert answer.status_code == 422
        assert factors.WRONG_CODE in answer.content.decode()
        assert not is_in(thief)


def test_no_code_older_than_the_last_one_is_taken(with_app, signed_in):
    enter(signed_in(with_app), code(1))
    thief = signed_in(with_app)
    enter(thief, code())
    assert not is_in(thief)


def test_a_replay_would_be_seen_if_codes_were_not_remembered(with_app, signed_in):
    """The seeded fault: an app whose last code is forgotten takes it again."""
    shown = code()
    enter(signed_in(with_app), shown)
    app = Authenticator.objects.get(user=with_app, type="totp")
    del app.data["last_counter"]
    app.save()
    thief = signed_in(with_app)
    enter(thief, shown)
    assert is_in(thief)


def test_a_recovery_code_lets_in_once(with_app, signed_in):
    first = recovery_codes_of(with_app)[0]
    browser = signed_in(with_app)
    enter(browser, f"{first[:4]} {first[4:]}")
    assert is_in(browser)
    again = signed_in(with_app)
    enter(again, first)
    assert not is_in(again)
    assert len(recovery_codes_of(with_app)) == 9


@pytest.mark.parametrize("given", ["", "000000", "letters", "9" * 200, "１２３４５６"])
def test_what_is_no_code_is_refused_with_words(with_app, signed_in, given):
    answer = enter(signed_in(with_app), given)
    assert answer.status_code == 422
    assert "There is a problem" in answer.content.decode()


@pytest.mark.parametrize("given", ["", "{}", "[]", "null", "7", '{"id":"a"}', '{"response":{}}', "not json"])
def test_what_is_no_passkey_is_refused_with_words(with_app, signed_in, given):
    browser = signed_in(with_app)
    answer = browser.post(STEP, {"credential": given})
    assert answer.status_code == 422
    assert factors.WRONG_PASSKEY in answer.content.decode()
    assert not is_in(browser)


def test_nobody_reaches_the_second_step_without_the_first(client, with_app):
    assert client.get(STEP).headers["Location"] == "/sign-in/"
    assert client.post(STEP, {"code": code()}).headers["Location"] == "/sign-in/"
    assert not is_in(client)


def test_guessing_codes_is_stopped_from_every_address(with_app):
    """Whoever knows the password gets thirty codes from all addresses together, and five from one."""
    said = []
    for number in range(40):
        browser = Client(REMOTE_ADDR=f"10.1.1.{number}")
        browser.post("/sign-in/", {"login": with_app.email, "password": PASSWORD})
        said.append(enter(browser, "000000").content.decode())
    assert ["too many wrong tries" in page for page in said] == [False] * 30 + [True] * 10


def test_whoever_knows_the_password_cannot_shut_its_owner_out(with_app, signed_in):
    own = signed_in(with_app)
    enter(own, code(-1))
    own.post("/sign-out/")
    for number in range(40):
        browser = Client(REMOTE_ADDR=f"10.1.1.{number}")
        browser.post("/sign-in/", {"login": with_app.email, "password": PASSWORD})
        enter(browser, "000000")
    signed_in(with_app, own)
    enter(own, code())
    assert is_in(own)


def test_without_the_count_guessing_would_go_on(with_app, monkeypatch):
    """The seeded fault."""
    monkeypatch.setattr(limits.Count, "waits", lambda count: 0.0)
    browser = Client()
    browser.post("/sign-in/", {"login": with_app.email, "password": PASSWORD})
    said = [enter(browser, "000000").content.decode() for _ in range(10)]
    assert not any("too many wrong tries" in page for page in said)


def test_a_wrong_code_is_written_down(with_app, signed_in):
    enter(signed_in(with_app), "000000")
    row = Row.objects.get(action="sign-in-refused")
    assert (row.actor, row.details) == (with_app.pk, '{"why":"second-factor"}')


# --- Setting up ---------------------------------------------------------------------------------------


def key_on(page: str) -> str:
    return re.search(r"The key: <code[^>]*>([A-Z2-7 ]+)</code>", page).group(1).replace(" ", "")


def test_an_app_is_set_up_without_script_and_its_codes_are_shown_once(dana, signed_in):
    browser = signed_in(dana)
    page = browser.get("/account/app/").content.decode()
    assert '<svg class="app-qr" role="img"' in page
    assert "style=" not in page[page.index("<svg") : page.index("</svg>")]
    shown = shown_by_app(key_on(page))
    answer = browser.post("/account/app/", {"code": shown})
    assert answer.headers["Location"] == "/account/recovery-codes/"
    codes = browser.get("/account/recovery-codes/").content.decode()
    assert codes.count('<code class="app-code">') == 10
    again = browser.get("/account/recovery-codes/").content.decode()
    assert "are not shown again" in again
    assert '<code class="app-code">' not in again
    thief = signed_in(dana)
    enter(thief, shown)
    assert not is_in(thief), "the code that set the app up is used"


def test_a_wrong_first_code_sets_nothing_up_and_keeps_the_key(dana, signed_in):
    browser = signed_in(dana)
    key = key_on(browser.get("/account/app/").content.decode())
    answer = browser.post("/account/app/", {"code": "000000"})
    assert answer.status_code == 422
    assert key_on(answer.content.decode()) == key
    assert not factors.any_of(dana)


@pytest.mark.parametrize("address", ["app/", "passkeys/new/", "recovery-codes/", "factors/1/remove/"])
def test_an_open_screen_changes_nothing(client, with_app, address):
    client.force_login(with_app)
    for answer in (client.get(f"/account/{address}"), client.post(f"/account/{address}", {"code": code()})):
        assert answer.headers["Location"].startswith("/account/confirm/?next=%2Faccount%2F")


def test_the_key_is_sealed_in_the_database(dana, signed_in):
    browser = signed_in(dana)
    key = key_on(browser.get("/account/app/").content.decode())
    browser.post("/account/app/", {"code": shown_by_app(key)})
    assert key not in str(Authenticator.objects.get(user=dana, type="totp").data)


def test_new_codes_replace_the_old(with_app, signed_in):
    browser = signed_in(with_app)
    enter(browser, code())
    old = recovery_codes_of(with_app)
    browser.post("/account/recovery-codes/")
    assert not set(old) & set(recovery_codes_of(with_app))


def test_what_is_taken_away_is_no_longer_asked_for(with_app, signed_in):
    browser = signed_in(with_app)
    enter(browser, code())
    app = Authenticator.objects.get(user=with_app, type="totp")
    assert browser.post(f"/account/factors/{app.pk}/remove/").headers["Location"] == "/account/"
    assert not Authenticator.objects.filter(user=with_app).exists()
    assert is_in(signed_in(with_app))


def test_nobody_takes_away_what_is_anothers(with_app, sam, signed_in):
    app = Authenticator.objects.get(user=with_app, type="totp")
    assert signed_in(sam).post(f"/account/factors/{app.pk}/remove/").status_code == 404
    assert factors.any_of(with_app)


def test_each_change_is_written_down_in_the_same_transaction(dana, signed_in):
    browser = signed_in(dana)
    browser.post(
        "/account/app/", {"code": shown_by_app(key_on(browser.get("/account/app/").content.decode()))}
    )
    told = list(Row.objects.filter(action="credential").values_list("actor", "details"))
    assert told == [(dana.pk, '{"what":"factor-added"}')] * 2, "the app, and its recovery codes"


# --- Where it is required -----------------------------------------------------------------------------


@pytest.fixture
def required(settings):
    settings.SECOND_FACTOR = "required"


def test_where_it_is_required_nobody_goes_on_without(required, dana, signed_in):
    browser = signed_in(dana)
    for address in ("/", "/search/?q=a", "/nowhere/"):
        assert browser.get(address).headers["Location"] == "/account/"
    assert "Set up a second step before you go on" in browser.get("/account/").content.decode()
    page = browser.get("/account/app/").content.decode()
    browser.post("/account/app/", {"code": shown_by_app(key_on(page))})
    assert browser.get("/").status_code == 200


def test_where_it_is_required_the_last_one_stays(required, with_app, signed_in):
    browser = signed_in(with_app)
    enter(browser, code())
    app = Authenticator.objects.get(user=with_app, type="totp")
    answer = browser.post(f"/account/factors/{app.pk}/remove/")
    assert answer.status_code == 422
    assert "Set up another first" in answer.content.decode()
    assert factors.any_of(with_app)


def test_a_sign_in_from_before_it_was_required_is_held_too(client, dana, required):
    client.force_login(dana)
    assert client.get("/").headers["Location"] == "/account/"


def test_where_it_is_offered_nobody_is_held(client, dana):
    """The seeded fault: what the tests above would see if nothing were required."""
    client.force_login(dana)
    assert client.get("/").status_code == 200
