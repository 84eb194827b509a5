"""Ask, check, act, tell: through the gallery's form, which records nothing."""

from __future__ import annotations

import pytest
from lxml import html

from alongside.agencies.models import Practitioner
from alongside.ui import gallery

pytestmark = pytest.mark.django_db

FORM = "/gallery/form/"
GOOD = {
    "held_on_day": "7",
    "held_on_month": "May",
    "held_on_year": "2026",
    "present-rows": "2",
    "present-0-name": "PC Anwar",
    "present-0-agency": "police",
    "present-1-name": "Dana Wright",
    "present-1-agency": "social-care",
    "outcome": "section-47",
    "single_agency": "joint",
    "reasons": "A bruise that nobody could explain, & a child who would not speak.",
    "language": "not-asked",
    "views": ["child", "mother"],
}


@pytest.fixture
def maya(client):
    client.force_login(Practitioner.objects.create_user("maya@wrenmouth.example", name="Maya Lowe"))
    return client


def page_of(response):
    return html.fromstring(response.content.decode())


def sent_from(page):
    """Every name and value of the page's main form, repeated names as lists."""
    found = {}
    for name, value in page.xpath("//main//form")[0].form_values():
        found.setdefault(name, []).append(value)
    return found


def title(page):
    return " ".join(page.xpath("//title")[0].text.split())


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(FORM).status_code == 302


def test_the_form_is_shown(maya):
    response = maya.get(FORM)
    page = page_of(response)
    assert response.status_code == 200
    assert [heading.text for heading in page.xpath("//h1")] == ["Record a strategy discussion"]
    assert title(page) == "Record a strategy discussion – Amara Okoye – Alongside"


def test_mistakes_come_back_with_422_and_everything_typed(maya):
    response = maya.post(FORM, {**GOOD, "held_on_year": "", "reasons": ""})
    page = page_of(response)
    assert response.status_code == 422
    assert title(page).startswith("Error: ")
    assert page.xpath("//div[@class='govuk-error-summary__body']//a/@href") == [
        "#id_held_on_year",
        "#id_reasons",
    ]
    again = sent_from(page)
    assert again["present-1-name"] == ["Dana Wright"]
    assert again["views"] == ["child", "mother"]
    assert again["outcome"] == ["section-47"]


def test_good_answers_are_told_back_before_anything_is_done(maya):
    response = maya.post(FORM, GOOD)
    page = page_of(response)
    assert response.status_code == 200
    assert title(page).startswith("Check your answers: ")
    assert [heading.text for heading in page.xpath("//h1")] == ["Check your answers"]
    told = [
        " ".join(value.text_content().split()) for value in page.xpath("//dd[contains(@class, '__value')]")
    ]
    assert "Thursday 7 May 2026" in told
    assert "Start section 47 enquiries" in told
    assert "Social care and police together" in told
    assert "Amara'sHer mother's" in told
    assert "Not given" in told


def test_what_was_told_back_can_be_confirmed_as_it_is(maya):
    confirmed = {**sent_from(page_of(maya.post(FORM, GOOD))), "step": "confirm"}
    response = maya.post(FORM, confirmed)
    assert response.status_code == 303
    assert response.headers["Location"] == "/gallery/list/"


def test_afterwards_the_reader_is_told_what_happens_next_once(maya):
    maya.post(FORM, {**GOOD, "step": "confirm"})
    first = page_of(maya.get("/gallery/list/"))
    assert first.xpath("//h2[@id='confirmation-title']")[0].text == "Strategy discussion recorded"
    assert len(first.xpath("//ul[@class='app-confirmation__list']/li")) == 3
    assert page_of(maya.get("/gallery/list/")).xpath("//h2[@id='confirmation-title']") == []


def test_change_goes_back_to_the_form_with_every_answer(maya):
    checked = page_of(maya.post(FORM, GOOD))
    assert "#id_held_on_day" in checked.xpath("//button[@value='change']/@formaction")
    response = maya.post(FORM, {**sent_from(checked), "step": "change"})
    again = sent_from(page_of(response))
    assert response.status_code == 200
    assert {name: again[name] for name in ("held_on_month", "single_agency", "views")} == {
        "held_on_month": ["May"],
        "single_agency": ["joint"],
        "views": ["child", "mother"],
    }


def test_confirming_something_wrong_is_asked_again_not_done(maya):
    response = maya.post(FORM, {**GOOD, "outcome": "", "step": "confirm"})
    assert response.status_code == 422


def test_a_refusal_comes_back_on_its_question_with_what_to_do(maya):
    response = maya.post(FORM, {**GOOD, "held_on_day": "8", "step": "confirm"})
    page = page_of(response)
    assert response.status_code == 422
    (link,) = page.xpath("//div[@class='govuk-error-summary__body']//a")
    assert link.get("href") == "#id_held_on_day"
    assert link.text == (
        "This strategy discussion is in the future. The gallery's day is 7 May 2026. "
        "Enter the day it was held, or come back once it has been."
    )
    assert sent_from(page)["reasons"] == [GOOD["reasons"]]


@pytest.fixture
def acts(monkeypatch):
    """How often the gallery's pretended act was really called."""
    calls, really = [], gallery._pretend
    monkeypatch.setattr(gallery, "_pretend", lambda answers: calls.append(answers) or really(answers))
    return calls


def filled(maya, **changes):
    """A form as the browser holds it after answering: with its own mark."""
    return {**sent_from(page_of(maya.get(FORM))), **GOOD, **changes, "step": "confirm"}


def test_confirming_twice_acts_once_and_leads_to_the_same_page(maya, acts):
    confirmed = filled(maya)
    first, second = maya.post(FORM, confirmed), maya.post(FORM, confirmed)
    assert (first.status_code, second.status_code) == (303, 303)
    assert first.headers["Location"] == second.headers["Location"]
    assert len(acts) == 1


def test_going_back_and_answering_otherwise_is_something_new(maya, acts):
    confirmed = filled(maya)
    maya.post(FORM, confirmed)
    maya.post(FORM, {**confirmed, "reasons": "Something else was learned."})
    assert [answers["reasons"] for answers in acts] == [GOOD["reasons"], "Something else was learned."]


def test_a_new_page_with_the_same_answers_is_something_new(maya, acts):
    maya.post(FORM, filled(maya))
    maya.post(FORM, filled(maya))
    assert len(acts) == 2


def test_what_was_refused_may_be_tried_again_as_it_was(maya, acts):
    confirmed = filled(maya, held_on_day="8")
    assert [maya.post(FORM, confirmed).status_code for _ in range(2)] == [422, 422]
    assert len(acts) == 2


def test_nothing_that_was_typed_stays_in_the_session(maya):
    maya.post(FORM, filled(maya))
    assert GOOD["reasons"] not in str(dict(maya.session))


def test_a_row_is_added_without_a_word_about_what_is_still_missing(maya):
    response = maya.post(FORM, {**GOOD, "reasons": "", "add-row": "present"})
    page = page_of(response)
    assert response.status_code == 200
    assert page.xpath("//div[@class='govuk-error-summary']") == []
    again = sent_from(page)
    assert again["present-rows"] == ["3"]
    assert again["present-0-name"] == ["PC Anwar"]


def test_a_row_is_removed_and_the_others_stay(maya):
    data = {**GOOD, "present-rows": "3", "present-2-name": "J. Amin", "present-2-agency": "health"}
    again = sent_from(page_of(maya.post(FORM, {**data, "remove-row": "present-0"})))
    assert [again[f"present-{n}-name"] for n in range(2)] == [["Dana Wright"], ["J. Amin"]]


def test_the_enter_key_continues_and_never_adds_or_removes_a_row(maya):
    form = page_of(maya.get(FORM)).xpath("//main//form")[0]
    first = form.xpath(".//button[not(@type) or @type='submit']")[0]
    assert first.get("name") is None
    checking = page_of(maya.post(FORM, GOOD)).xpath("//main//form")[0]
    assert checking.xpath(".//button")[0].get("value") == "confirm"
