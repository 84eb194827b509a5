"""What somebody typed survives the end of their sign-in, and comes back to nobody else."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import QueryDict
from django.test import Client
from django.utils import timezone

from alongside import sealing
from alongside.drafts import writing
from alongside.drafts.models import Draft
from alongside.signing_in import lasting
from tests.cast import NOW, PASSWORD

pytestmark = pytest.mark.django_db
PAGE = "/emergency/"
TYPED = {
    "words": "Amara was outside without a coat.",
    "chosen": ["a", "b"],
    "password": "secret",
    "code": "123456",
}
HERE = {"HTTP_REFERER": f"http://testserver{PAGE}"}


def let_it_end(browser: Client) -> None:
    session = browser.session
    session[lasting.LAST_SEEN_AT] -= settings.SESSION_IDLE_SECONDS
    session.save()


@pytest.fixture
def ended(dana, signed_in) -> Client:
    """Dana's browser, in which her sign-in ended over a form that she then sent."""
    browser = signed_in(dana)
    browser.get(PAGE)
    let_it_end(browser)
    answer = browser.post(PAGE, TYPED, **HERE)
    assert answer.headers["Location"] == f"/sign-in/?next={PAGE}"
    return browser


def test_it_comes_back_on_the_same_page_after_signing_in(ended, dana, signed_in):
    signed_in(dana, ended)
    page = ended.get(PAGE).content.decode()
    assert "What you typed here before is still here" in page
    assert "Amara was outside without a coat." in page
    assert page.count('data-typed-field="chosen"') == 2
    assert "Amara was outside" not in ended.get("/change-password/").content.decode()


def test_it_comes_back_in_another_browser_too(ended, dana, signed_in):
    assert "Amara was outside" in signed_in(dana).get(PAGE).content.decode()


def test_nobody_else_is_shown_it_even_in_the_same_browser(ended, sam, signed_in):
    signed_in(sam, ended)
    assert "Amara was outside" not in ended.get(PAGE).content.decode()


def test_even_moved_to_another_person_it_cannot_be_read(ended, sam, signed_in):
    Draft.objects.update(practitioner=sam)
    assert "Amara was outside" not in signed_in(sam).get(PAGE).content.decode()


def test_without_the_seal_it_could_be_read(ended, sam, signed_in, monkeypatch):
    """The seeded fault: a seal for everybody."""
    one = Draft.objects.get()
    words = sealing.unseal(bytes(one.sealed), purpose="draft", to=f"{one.practitioner_id.hex} {PAGE}")
    Draft.objects.update(practitioner=sam)
    monkeypatch.setattr(sealing, "unseal", lambda sealed, **_: words)
    assert "Amara was outside" in signed_in(sam).get(PAGE).content.decode()


def test_the_database_holds_none_of_its_words(ended):
    sealed = bytes(Draft.objects.get().sealed)
    assert b"Amara" not in sealed
    assert b"words" not in sealed


def test_secrets_are_never_kept(ended, dana):
    fields = dict(writing.read(Draft.objects.get()).fields)
    assert fields.keys() == {"words", "chosen"}


def test_it_goes_when_it_is_not_needed(ended, dana, signed_in):
    signed_in(dana, ended)
    ended.post("/drafts/throw-away/", {"of": PAGE, "next": PAGE})
    assert not Draft.objects.exists()
    assert "What you typed here before" not in ended.get(PAGE).content.decode()


def test_it_goes_once_the_page_was_sent_and_taken(dana, signed_in):
    writing.keep(dana, "/account/confirm/", writing.Typed([("a", ["b"])]), now=timezone.now())
    browser = signed_in(dana)
    browser.post("/account/confirm/", {"password": "wrong"})
    assert Draft.objects.exists()
    browser.post("/account/confirm/", {"password": PASSWORD})
    assert not Draft.objects.exists()


def test_a_page_that_is_left_in_time_keeps_what_stands_on_it(dana, signed_in):
    browser = signed_in(dana)
    answer = browser.post("/account/leave/", TYPED, **HERE)
    assert answer.headers["Location"] == f"/sign-in/?next={PAGE}"
    assert "_auth_user_id" not in browser.session
    assert "Amara was outside" in signed_in(dana).get(PAGE).content.decode()


def test_a_form_from_elsewhere_is_not_kept_as_ones_own(dana):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(dana)
    browser.get("/change-password/")
    let_it_end(browser)
    assert browser.post(PAGE, TYPED).status_code == 302
    assert not Draft.objects.exists()


def test_an_empty_form_and_an_endless_one_are_not_kept(dana):
    empty = writing.typed_in(QueryDict("words=&csrfmiddlewaretoken=x"))
    assert not writing.keep(dana, PAGE, empty, now=NOW)
    assert not writing.keep(dana, PAGE, writing.Typed([("words", ["x" * writing.MOST])]), now=NOW)
    assert not Draft.objects.exists()


def test_a_page_elsewhere_is_not_where_it_was_typed(rf):
    request = rf.post("/here/", HTTP_REFERER="https://elsewhere.example/there/")
    assert writing.page_of(request) == "/here/"


def test_pages_of_others_cost_no_question_more(client, dana, django_assert_num_queries):
    client.post("/sign-in/", {"login": dana.email, "password": PASSWORD})
    client.get("/rules/")
    with django_assert_num_queries(2):
        client.get("/rules/")


def test_staying_moves_the_end(client, dana):
    client.force_login(dana)
    client.get("/change-password/")
    session = client.session
    session[lasting.LAST_SEEN_AT] -= settings.SESSION_IDLE_SECONDS - 60
    session.save()
    assert client.post("/account/stay/", HTTP_X_REQUESTED_WITH="stay").status_code == 204
    assert client.session[lasting.LAST_SEEN_AT] >= session[lasting.LAST_SEEN_AT] + 60
    assert client.post("/account/stay/", {"next": PAGE}).headers["Location"] == PAGE
