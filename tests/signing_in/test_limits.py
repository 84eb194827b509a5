"""Guessing is stopped, and stopping it shuts nobody out."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory

from alongside.agencies.models import Practitioner
from alongside.signing_in import known_device, limits
from alongside.signing_in.adapter import Adapter
from tests.cast import PASSWORD

pytestmark = pytest.mark.django_db
WAIT = "There have been too many wrong tries."


class Clock:
    """A clock that goes on only when it is told to."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    monkeypatch.setattr(limits, "clock", clock := Clock())
    return clock


@pytest.fixture
def in_memory(settings) -> None:
    """Counts in memory, so that thousands of guesses take seconds."""
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "guesses"}
    }


def guess(browser: Client, email: str, password: str = "wrong") -> str:
    """What the page says to one try; nothing where it let them in."""
    answer = browser.post("/sign-in/", {"login": email, "password": password})
    return answer.content.decode() if answer.status_code == 422 else ""


def is_in(browser: Client) -> bool:
    return "_auth_user_id" in browser.session


@pytest.mark.once("The counts stand in the cache, which is in memory here.")
def test_ten_thousand_guesses_let_nobody_in_and_shut_nobody_out(
    dana: Practitioner, clock: Clock, in_memory: None, rf: RequestFactory
) -> None:
    """One each second for nearly three hours, from ten addresses in turns."""
    asked = [rf.post("/sign-in/", REMOTE_ADDR=f"10.9.9.{number}") for number in range(10)]
    looked_at = let_in = 0
    for number in range(10_000):
        clock.now += 1
        request = asked[number % 10]
        try:
            let_in += (
                Adapter(request).authenticate(request, email=dana.email, password=f"guess {number}")
                is not None
            )
            looked_at += 1
        except ValidationError:
            pass
    assert (let_in, looked_at) == (0, 120), (
        "twelve from each address: five free, then after 1, 2, 4, … minutes"
    )
    own = Client(REMOTE_ADDR="10.1.1.1")
    guess(own, dana.email, PASSWORD)
    assert is_in(own)


def test_waits_grow_and_end(client: Client, dana: Practitioner, clock: Clock) -> None:
    waits = []
    for _ in range(5):
        guess(client, dana.email)
    for _ in range(8):
        waits.append(int(re.search(r"Wait (\d+) minute", guess(client, dana.email, PASSWORD)).group(1)))
        clock.now += waits[-1] * 60
        assert WAIT not in guess(client, dana.email)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    clock.now += 3600
    guess(client, dana.email, PASSWORD)
    assert is_in(client)


def test_the_right_password_clears_the_count(client: Client, dana: Practitioner) -> None:
    for _ in range(3):
        for _ in range(4):
            guess(client, dana.email)
        guess(client, dana.email, PASSWORD)
        assert is_in(client)
        client.post("/sign-out/")
        client.cookies.clear()


def test_signing_in_to_ones_own_account_does_not_wash_an_address_clean(
    dana: Practitioner, sam: Practitioner
) -> None:
    for number in range(20):
        browser = Client()
        guess(browser, f"somebody{number}@wrenmouth.example")
        if number == 10:
            guess(browser, sam.email, PASSWORD)
    assert WAIT in guess(Client(), dana.email, PASSWORD)


def test_a_known_browser_is_not_stopped_by_others_at_its_address(dana: Practitioner) -> None:
    """In an office behind one address, whoever guesses stops only strangers' browsers."""
    own = Client()
    guess(own, dana.email, PASSWORD)
    own.post("/sign-out/")
    for number in range(30):
        guess(Client(), dana.email if number % 2 else f"somebody{number}@wrenmouth.example")
    stranger = Client()
    assert WAIT in guess(stranger, dana.email, PASSWORD)
    guess(own, dana.email, PASSWORD)
    assert is_in(own)


def test_a_known_browser_may_not_guess_for_ever_either(dana: Practitioner) -> None:
    own = Client()
    guess(own, dana.email, PASSWORD)
    own.post("/sign-out/")
    said = [guess(own, dana.email) for _ in range(12)]
    assert [WAIT in page for page in said] == [False] * 10 + [True] * 2


def test_a_mark_that_was_made_up_or_is_anothers_counts_for_nothing(
    dana: Practitioner, sam: Practitioner
) -> None:
    theirs = Client()
    guess(theirs, sam.email, PASSWORD)
    theirs.post("/sign-out/")
    made_up = Client()
    made_up.cookies[known_device.COOKIE] = "WyJhIixbImIiXV0:1:forged"
    for browser in (theirs, made_up):
        for _ in range(5):
            guess(browser, dana.email)
        assert WAIT in guess(browser, dana.email, PASSWORD)
        limits.Count(limits.PAIR, f"127.0.0.1 {limits.digest(dana.email)}").forget()


def test_a_mark_lets_nobody_in(dana: Practitioner) -> None:
    own = Client()
    guess(own, dana.email, PASSWORD)
    mark = own.cookies[known_device.COOKIE].value
    thief = Client()
    thief.cookies[known_device.COOKIE] = mark
    assert thief.get("/").headers["Location"].startswith("/sign-in/")
    assert guess(thief, dana.email)


def but_for_chance(page: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page)


def test_an_unknown_account_is_answered_byte_for_byte_like_a_known_one(dana: Practitioner) -> None:
    unknown = "x" * (len(dana.email) - len("@wrenmouth.example")) + "@wrenmouth.example"
    told = {}
    for email in (dana.email, unknown):
        browser = Client(REMOTE_ADDR=f"10.3.3.{len(told)}")
        told[email] = [but_for_chance(guess(browser, email)).replace(email, "") for _ in range(8)]
    assert told[dana.email] == told[unknown]
    assert WAIT in told[unknown][-1]


def test_an_answer_that_told_them_apart_would_be_seen(
    dana: Practitioner, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: counting only the accounts there are."""
    begin = limits.Tries.begin
    monkeypatch.setattr(
        limits.Tries,
        "begin",
        lambda tries: begin(tries) if limits.digest(dana.email) in str(tries.own) else None,
    )
    said = {
        email: [guess(Client(REMOTE_ADDR="10.4.4.4"), email) for _ in range(6)][-1]
        for email in (dana.email, "a@b.example")
    }
    assert [WAIT in page for page in said.values()] == [True, False]


def test_without_the_counts_guessing_would_go_on(client: Client, dana: Practitioner, monkeypatch) -> None:
    """The seeded fault."""
    monkeypatch.setattr(limits.Count, "waits", lambda count: 0.0)
    for _ in range(8):
        guess(client, dana.email)
    guess(client, dana.email, PASSWORD)
    assert is_in(client)
