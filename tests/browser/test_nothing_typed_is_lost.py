"""A tab that is closed, a browser that is killed, a network that is gone, a sign-in that ends: what was typed is there again."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.drafts.models import Draft
from alongside.visits.models import Visit
from tests.cast import PASSWORD

if TYPE_CHECKING:
    from playwright.sync_api import Page

SEEN = "/children/WREN-AMARA2/visits/seen/"
SAID = "I like it when Nana comes on Sundays."
KEEP = re.compile("/drafts/keep/")

pytestmark = pytest.mark.usefixtures("transactional_db", "case")


def words(page: Page) -> Any:
    return page.locator("[name=said]")


@pytest.fixture
def dana_signs_in(open_page: Callable[..., Page], dana: Practitioner) -> Callable[..., Page]:
    """`dana_signs_in(who)`: a new browser in which Dana, or somebody else, signed in as people do, on the form."""

    def sign_in(who: Practitioner = dana, to: str = SEEN) -> Page:
        page = open_page()
        page.goto(f"/sign-in/?next={to}")
        prove(page, who)
        page.wait_for_url(f"**{to}")
        return page

    return sign_in


def prove(page: Page, who: Practitioner) -> None:
    page.get_by_label("Email address").fill(who.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def typed_and_saved(page: Page) -> None:
    words(page).click()
    page.keyboard.type(SAID)
    expect(page.get_by_text("Saved ")).to_be_visible()


def test_a_killed_browser(dana_signs_in: Callable[..., Page]) -> None:
    """On another computer: the same text, in the same place."""
    page = dana_signs_in()
    words(page).click()
    page.keyboard.type(SAID)
    for _ in range(len("Sundays.")):
        page.keyboard.press("ArrowLeft")
    with page.expect_response(lambda answer: "/drafts/keep/" in answer.url):
        page.keyboard.type("most ")
    page.context.close()

    again = dana_signs_in()
    expect(words(again)).to_have_value(SAID.replace("Sundays", "most Sundays"))
    expect(words(again)).to_be_focused()
    assert words(again).evaluate("one => one.selectionStart") == SAID.index("Sundays") + len("most ")
    assert not Visit.objects.exists()


def test_somebody_who_types_without_a_pause_is_kept_up_with(dana_signs_in: Callable[..., Page]) -> None:
    page = dana_signs_in()
    words(page).click()
    with page.expect_response(lambda answer: "/drafts/keep/" in answer.url):
        page.keyboard.type("word " * 20, delay=50)
    assert Draft.objects.exists(), "it was kept while the letters came"


def test_a_tab_that_is_left_in_mid_sentence(dana_signs_in: Callable[..., Page]) -> None:
    page = dana_signs_in()
    words(page).click()
    page.keyboard.type("I like it when")
    page.goto("/")
    page.goto(SEEN)
    expect(words(page)).to_have_value("I like it when")
    page.goto("/")
    expect(page.get_by_role("link", name="go on")).to_be_visible()


@pytest.mark.parametrize("lost", ["network", "server"])
def test_a_network_or_a_server_that_is_gone_and_a_tab_that_is_closed(
    lost: str, dana_signs_in: Callable[..., Page]
) -> None:
    page = dana_signs_in()
    browser = page.context
    if lost == "network":
        browser.set_offline(True)
    else:
        browser.route(KEEP, lambda route: route.abort("connectionrefused"))
    words(page).click()
    page.keyboard.type(SAID)
    expect(page.get_by_text("Not saved yet. What you typed is kept in this browser")).to_be_visible()
    assert SAID not in str(page.evaluate("JSON.stringify(localStorage)")), (
        "who opens the browser reads nothing"
    )
    assert not Draft.objects.exists()
    page.close()

    browser.set_offline(False)
    browser.unroute(KEEP)
    again = browser.new_page()
    again.goto(SEEN)
    expect(words(again)).to_have_value(SAID)
    expect(again.get_by_text("You are going on with what you typed")).to_be_visible()
    assert (
        again.evaluate("localStorage.getItem('alongside-typed /children/WREN-AMARA2/visits/seen/')") is None
    )


def test_a_sign_in_that_ended_in_mid_sentence(dana_signs_in: Callable[..., Page], dana: Practitioner) -> None:
    page = dana_signs_in()
    typed_and_saved(page)
    Session.objects.all().delete()
    page.keyboard.type(" And Ben too.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.reload()
    prove(page, dana)
    expect(words(page)).to_have_value(f"{SAID} And Ben too.")


def test_another_person_at_the_same_browser_is_shown_none_of_it(
    dana_signs_in: Callable[..., Page], sam: Practitioner, case: Case
) -> None:
    page = dana_signs_in()
    page.context.route(KEEP, lambda route: route.abort("connectionrefused"))
    words(page).click()
    page.keyboard.type(SAID)
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.context.clear_cookies()
    page.context.unroute(KEEP)
    page.goto(f"/sign-in/?next={SEEN}")
    prove(page, sam)
    expect(words(page)).to_have_value("")
    expect(page.get_by_text("This browser holds something")).to_be_hidden()


def test_what_was_sent_into_nothing_is_not_sent_twice_unseen(dana_signs_in: Callable[..., Page]) -> None:
    page = dana_signs_in()
    words(page).click()
    page.keyboard.type(SAID)
    expect(page.get_by_text("Saved ")).to_be_visible()
    page.context.set_offline(True)
    page.keyboard.type(" She drew a house.")
    expect(page.get_by_text("Not saved yet.")).to_be_visible()
    page.get_by_role("button", name="Continue").last.click()
    page.wait_for_url("chrome-error://**")
    page.context.set_offline(False)
    page.goto(SEEN)
    expect(words(page)).to_have_value(SAID)
    expect(page.get_by_text("no answer came back")).to_be_visible()
    page.get_by_role("button", name="Put back what this browser holds").click()
    expect(words(page)).to_have_value(f"{SAID} She drew a house.")


def test_throwing_away_is_asked_and_begins_anew(dana_signs_in: Callable[..., Page]) -> None:
    page = dana_signs_in()
    typed_and_saved(page)
    page.reload()
    page.get_by_text("Throw it away", exact=True).click()
    page.get_by_role("button", name="Throw it away and begin anew").click()
    expect(words(page)).to_have_value("")
    assert not Draft.objects.exists()
