"""What is typed is kept as it is typed, taken up where it was left, and seen by nobody but its writer."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from alongside.access.models import Restriction
from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.drafts import writing
from alongside.drafts.models import Draft
from alongside.people.models import Person
from alongside.signing_in import lasting
from alongside.visits.models import Visit
from tests.cast import PASSWORD
from tests.visits.test_pages import SEEN

SEEN_PAGE = "/children/WREN-AMARA2/visits/seen/"
TYPED = {
    "where": "school", "said": "I like it when Nana", "draft-title": "Record seeing Amara", "draft-place": "said 19",
    "once": "a-mark",
}  # fmt: skip


def keep(browser: Client, page: str = SEEN_PAGE, **typed: Any) -> Any:
    """What the script does a second and a half after a letter."""
    return browser.post(f"/drafts/keep/?of={page}", TYPED | typed, HTTP_X_REQUESTED_WITH="autosave")


@pytest.fixture
def as_dana(client: Client, case: Case, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def text(browser: Client, page: str = SEEN_PAGE) -> str:
    answer = browser.get(page)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_takes_up_what_was_typed_on_it_and_says_so(as_dana: Client) -> None:
    assert "I like it when Nana" not in text(as_dana)
    assert keep(as_dana).json()["stamp"]

    page = text(as_dana)
    assert "I like it when Nana</textarea>" in page
    assert 'value="school" checked' in page
    assert "You are going on with what you typed" in page
    assert 'data-place="said 19"' in page
    assert "There is a problem" not in page, "what is not finished is not judged"


def test_in_another_browser_it_is_found_on_the_first_page(as_dana: Client, dana: Practitioner) -> None:
    keep(as_dana)
    elsewhere = Client()
    elsewhere.force_login(dana)
    first = text(elsewhere, "/")
    assert "Not finished" in first
    assert "Record seeing Amara" in first
    assert "Amara Okoye" in first
    assert f'href="{SEEN_PAGE}?go-on"' in first
    assert "I like it when Nana" in text(elsewhere, f"{SEEN_PAGE}?go-on")


def test_without_script_a_button_keeps_it_and_the_first_page_leads_back(as_dana: Client) -> None:
    answer = as_dana.post(
        SEEN_PAGE, SEEN | {"step": "keep", "draft-title": "Record seeing Amara"}, follow=True
    )
    page = answer.content.decode()
    assert answer.redirect_chain == [("/", 303)]
    assert "Kept for you" in page
    assert "Record seeing Amara" in page
    assert "I like it when Nana comes." in text(as_dana)
    assert not Visit.objects.exists()


def test_an_empty_form_is_not_kept(as_dana: Client) -> None:
    answer = as_dana.post(SEEN_PAGE, {"step": "keep", "said": ""})
    assert answer.status_code == 422
    assert "There was nothing to keep" in answer.content.decode()
    assert not Draft.objects.exists()


def test_what_is_too_long_to_be_kept_is_said_and_stays_on_the_page(
    as_dana: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "MOST", 60)
    answer = keep(as_dana, said="x" * 100)
    assert answer.status_code == 413
    assert "two parts" in answer.json()["said"]
    again = as_dana.post(SEEN_PAGE, {"step": "keep", "said": "x" * 100}).content.decode()
    assert "x" * 100 in again
    assert "more than can be kept" in again


def test_it_goes_when_it_is_sent_and_not_while_it_is_wrong(as_dana: Client) -> None:
    keep(as_dana)
    for sent in (SEEN | {"where": ""}, SEEN):
        assert "What you typed here before" not in as_dana.post(SEEN_PAGE, sent).content.decode(), (
            "it stands in the form"
        )
    assert Draft.objects.exists(), "neither a mistake nor being asked to check is sending"
    as_dana.post(SEEN_PAGE, SEEN | {"step": "confirm"})
    assert Visit.objects.count() == 1
    assert not Draft.objects.exists()
    assert "Not finished" not in text(as_dana, "/")


def test_what_arrives_after_it_was_sent_is_not_kept(as_dana: Client) -> None:
    """The last letters were on their way when the button was pressed."""
    as_dana.post(SEEN_PAGE, SEEN | {"step": "confirm", "once": "a-mark"})
    answer = keep(as_dana)
    assert answer.status_code == 409
    assert "has been sent" in answer.json()["said"]
    assert not Draft.objects.exists()


def test_it_is_thrown_away_when_its_writer_says_so(as_dana: Client) -> None:
    keep(as_dana)
    answer = as_dana.post("/drafts/throw-away/", {"of": SEEN_PAGE, "next": SEEN_PAGE})
    assert answer["Location"] == SEEN_PAGE
    assert not Draft.objects.exists()
    assert "I like it when Nana" not in text(as_dana)


def test_nobody_is_led_elsewhere_by_throwing_away(as_dana: Client) -> None:
    answer = as_dana.post("/drafts/throw-away/", {"of": SEEN_PAGE, "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/"


def test_no_clock_takes_it(as_dana: Client) -> None:
    keep(as_dana)
    Draft.objects.update(saved_at=timezone.now() - timedelta(days=900))
    assert "I like it when Nana" in text(as_dana)


def test_a_page_that_asks_about_brothers_and_sisters_keeps_its_own(as_dana: Client) -> None:
    with_siblings = f"{SEEN_PAGE}?with=siblings"
    keep(as_dana, with_siblings.replace("?", "%3F"), said="All three are well.")
    assert "All three are well." in text(as_dana, with_siblings)
    assert "All three are well." not in text(as_dana)


def test_it_is_its_writers_alone(as_dana: Client, sam: Practitioner) -> None:
    keep(as_dana)
    other = Client()
    other.force_login(sam)
    assert "I like it when Nana" not in text(other, f"{SEEN_PAGE}?go-on")
    assert "Not finished" not in text(other, "/")
    other.post("/drafts/throw-away/", {"of": SEEN_PAGE})
    assert Draft.objects.count() == 1
    assert b"Nana" not in bytes(Draft.objects.get().sealed)


def test_who_may_not_open_the_record_any_more_is_not_told_whose_it_is(
    as_dana: Client, dana: Practitioner, amara: Person, sam: Practitioner
) -> None:
    keep(as_dana)
    Restriction.objects.create(child=amara, practitioner=dana, from_on=date(2025, 4, 1), why="A neighbour.")
    first = text(as_dana, "/")
    assert "A form about a child" in first
    assert "Amara" not in first
    assert as_dana.get(f"{SEEN_PAGE}?go-on").status_code == 404


@pytest.mark.parametrize(
    "page", ["", "https://elsewhere.example/", "//elsewhere.example/", "/nowhere/at/all/"]
)
def test_only_pages_of_ours_have_drafts(as_dana: Client, page: str) -> None:
    assert keep(as_dana, page).status_code == 404
    assert not Draft.objects.exists()


def test_nobody_keeps_anything_without_signing_in(client: Client, db: None) -> None:
    assert keep(client).status_code == 302
    assert not Draft.objects.exists()


def test_typing_leaves_no_row_in_the_audit_and_throwing_away_does(as_dana: Client) -> None:
    before = Row.objects.count()
    keep(as_dana)
    assert Row.objects.count() == before
    as_dana.post("/drafts/throw-away/", {"of": SEEN_PAGE})
    assert Row.objects.count() == before + 1


def test_a_page_without_a_draft_asks_no_question_more(as_dana: Client, dana: Practitioner) -> None:
    typed = writing.typed_in(QueryDict("said=x"))
    as_dana.get(SEEN_PAGE)
    without = len(_asked(as_dana))
    writing.keep(dana, "/rules/", typed, now=timezone.now())
    assert len(_asked(as_dana)) == without


def _asked(browser: Client) -> list[Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        browser.get(SEEN_PAGE)
    return asked.captured_queries


def test_what_was_typed_after_going_on_is_kept_for_the_same_page_when_a_sign_in_ends(
    dana: Practitioner, case: Case, signed_in: Callable[..., Client]
) -> None:
    browser = signed_in(dana)
    keep(browser)
    session = browser.session
    session[lasting.LAST_SEEN_AT] -= settings.SESSION_IDLE_SECONDS
    session.save()
    from_there = {"HTTP_REFERER": f"http://testserver{SEEN_PAGE}?go-on"}
    answer = browser.post(SEEN_PAGE, TYPED | {"said": "And Ben too."}, **from_there)
    assert answer["Location"] == f"/sign-in/?next={SEEN_PAGE}"
    assert [draft.address for draft in Draft.objects.all()] == [SEEN_PAGE]
    assert "And Ben too." in text(signed_in(dana, browser))


def test_who_has_to_prove_who_they_are_finds_what_they_sent_in_its_form(
    priya: Practitioner, case: Case, signed_in: Callable[..., Client]
) -> None:
    page, why = "/emergency/", "Her mother rang from the police station."
    browser = signed_in(priya)
    assert browser.get(page).status_code == 200
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time() - 7200}]
    session.save()
    answer = browser.post(page, {"by": "reference", "reference": "WREN-AMARA2", "why": why})
    assert answer["Location"].startswith("/account/confirm/")
    browser.post("/account/confirm/", {"password": PASSWORD, "next": page})
    assert why in text(browser, page)
