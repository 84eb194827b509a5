"""Everybody sees where they are signed in, and ends it there."""

from __future__ import annotations

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.signing_in.sessions import device

pytestmark = pytest.mark.django_db
PAGE = "/account/sign-ins/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONE = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
)


@pytest.fixture
def two(dana: Practitioner, signed_in) -> tuple[Client, Client]:
    """Dana at her desk, and on her telephone."""
    desk, phone = Client(HTTP_USER_AGENT=FIREFOX), Client(HTTP_USER_AGENT=PHONE)
    signed_in(dana, desk)
    signed_in(dana, phone)
    return desk, phone


def is_in(browser: Client) -> bool:
    return browser.get("/change-password/").status_code == 200


def test_each_is_shown_with_its_browser_and_this_one_is_marked(two):
    page = two[0].get(PAGE).content.decode()
    assert "Firefox on Windows" in page
    assert "Safari on iPhone" in page
    assert page.count("This is here") == 1


def test_one_is_ended_at_its_next_page(two, dana):
    desk, phone = two
    other = UserSession.objects.get(session_key=phone.session.session_key)
    assert desk.post(f"{PAGE}{other.pk}/end/").headers["Location"] == PAGE
    assert is_in(desk)
    assert not is_in(phone)
    assert '"what":"sign-ins-ended"' in Row.objects.filter(action="credential").latest("at").details


def test_all_others_are_ended(two, dana, signed_in):
    desk, phone = two
    third = signed_in(dana)
    desk.post(f"{PAGE}end-others/")
    assert [is_in(browser) for browser in (desk, phone, third)] == [True, False, False]


def test_nobody_ends_anothers(two, sam, signed_in):
    theirs = UserSession.objects.get(session_key=two[1].session.session_key)
    assert signed_in(sam).post(f"{PAGE}{theirs.pk}/end/").status_code == 404
    assert is_in(two[1])


def test_a_closed_accounts_sign_ins_end_at_the_next_page(two, dana):
    Practitioner.objects.filter(pk=dana.pk).update(is_active=False)
    assert [is_in(browser) for browser in two] == [False, False]


def test_signing_out_takes_it_from_the_list(two, dana):
    desk, phone = two
    phone.post("/sign-out/")
    assert "iPhone" not in desk.get(PAGE).content.decode()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (PHONE, "Safari on iPhone"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit Chrome/156.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit Chrome/156.0 Safari/537.36 Edg/156.0", "Edge on Windows"),
        ("curl/8.0", "A browser that does not say what it is"),
        ("", "A browser that does not say what it is"),
    ],
)
def test_a_browser_in_words(said, words):
    assert device(said) == words
