"""The frame around a page, a child's banner above it, and refusals upon it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.template import loader
from django.test import RequestFactory
from lxml import html

from alongside.guidance.sources import WT2023_JUNE_2025
from alongside.refusals import Refusal
from alongside.ui import examples, frames
from alongside.ui.forms import DayField, Form, TextField
from alongside.ui.frames import ChildBanner, Frame, Link, NextDue
from alongside.ui.pages import Told, go, refusals_shown_on, render

NOW = datetime(2026, 5, 7, 9, 30, tzinfo=UTC)


class Asked(Form):
    """Two questions."""

    held_on = DayField(label="Held on")
    note = TextField(label="Note")


def answered():
    return Asked(QueryDict("held_on_day=4&held_on_month=5&held_on_year=2026&note=x"))


def shown(template="ui/gallery_list.html", **kwargs):
    request = RequestFactory().get("/")
    request.session = {}
    response = render(request, template, examples.everything(), **kwargs)
    return response, html.fromstring(response.content.decode())


def framed(monkeypatch, **fields):
    monkeypatch.setitem(frames._providers, "frame", lambda request: Frame(now=NOW, **fields))
    return shown()[1]


def test_a_page_has_one_heading_a_title_and_a_way_past_the_header():
    _, page = shown()
    assert [heading.text for heading in page.xpath("//h1")] == ["What is due"]
    assert page.xpath("//title")[0].text == "What is due – Alongside"
    assert page.xpath("//a[@class='govuk-skip-link']/@href") == ["#main-content"]
    assert page.xpath("//*[@id='main-content']")[0].tag == "main"


def test_the_frame_says_where_one_may_go_and_where_one_is(monkeypatch):
    places = (Link("My work", "/", True), Link("Front door", "/front-door/"))
    page = framed(monkeypatch, area="Wrenmouth", practitioner="Maya Lowe", navigation=places)
    assert page.xpath("//nav[@aria-label='Main']//a/text()") == ["My work", "Front door"]
    assert page.xpath("//nav[@aria-label='Main']//a[@aria-current]/text()") == ["My work"]
    assert page.xpath("//summary[@class='app-account__name']/text()") == ["Maya Lowe"]


def test_signing_out_is_a_form_with_its_token(monkeypatch):
    page = framed(monkeypatch, practitioner="Maya Lowe", sign_out_href="/sign-out/")
    (form,) = page.xpath("//form[@action='/sign-out/']")
    assert form.get("method") == "post"
    assert form.xpath(".//input[@name='csrfmiddlewaretoken']")


def test_search_is_there_when_it_is_allowed_and_keeps_what_was_asked(monkeypatch):
    page = framed(monkeypatch, practitioner="M", search_href="/search/", search_value='"><b>')
    assert page.xpath("//input[@id='search']/@value") == ['"><b>']
    assert framed(monkeypatch, practitioner="M").xpath("//input[@id='search']") == []


def test_a_page_without_a_frame_still_stands():
    page = html.fromstring(loader.render_to_string("errors/500.html", {"request_id": "abc"}))
    assert page.xpath("//h1")


@pytest.mark.parametrize("template", ["ui/gallery_list.html", "ui/gallery_child.html", "ui/gallery.html"])
def test_no_page_runs_script_or_wears_style_of_its_own(template):
    _, page = shown(template)
    assert page.xpath("//script[not(@src)]") == []
    assert page.xpath("//@*[starts-with(name(), 'on')]") == []
    assert page.xpath("//@style") == []


BORN = date(2022, 3, 3)


@pytest.mark.parametrize(
    ("child", "said"),
    [
        (ChildBanner("A", "W-1", "/", born=BORN), "4 years 2 months · born 3 March 2022 · W-1"),
        (
            ChildBanner("A", "W-1", "/", born=BORN, birth_estimated=True, sex="Female"),
            "4 years 2 months · born 3 March 2022 (estimated) · Female · W-1",
        ),
        (ChildBanner("A", "W-1", "/", expected=date(2026, 7, 3)), "Unborn, expected 3 July 2026 · W-1"),
        (ChildBanner("A", "W-1", "/"), "Age not known · W-1"),
        (
            ChildBanner("A", "W-1", "/", born=BORN, died=date(2026, 5, 1)),
            "Died 1 May 2026 · born 3 March 2022 · W-1",
        ),
    ],
)
def test_a_child_is_named_and_aged_the_same_everywhere(monkeypatch, child, said):
    monkeypatch.setitem(frames._providers, "frame", lambda request: Frame(now=NOW))
    _, page = shown("ui/gallery_child.html", about=child)
    facts = page.xpath("//p[@class='app-banner__facts']")[0]
    assert " ".join(facts.text_content().split()) == said


def test_the_banner_says_who_leads_what_is_next_and_what_to_do(monkeypatch):
    monkeypatch.setitem(frames._providers, "frame", lambda request: Frame(now=NOW))
    _, page = shown("ui/gallery_child.html", about=examples.amara())
    words = " ".join(page.xpath("//section[@class='app-banner']")[0].text_content().split())
    assert "Lead: Dana Wright, social worker, since 4 May" in words
    assert "Next: first core group · Due Fri 15 May · 6 working days · why?" in words
    assert "Do next: Record core group" in words
    assert "Protected address" in words
    assert page.xpath("//strong[@class='app-danger__word']/text()") == ["Danger"]


def test_a_child_nobody_leads_says_so(monkeypatch):
    nobody = ChildBanner("A", "W-1", "/", next_due=NextDue("feedback", date(2026, 5, 1)))
    monkeypatch.setitem(frames._providers, "frame", lambda request: Frame(now=NOW))
    _, page = shown("ui/gallery_child.html", about=nobody)
    words = " ".join(page.xpath("//section[@class='app-banner']")[0].text_content().split())
    assert "Lead: nobody" in words
    assert "Late Was due Fri 1 May · reason not recorded yet" in words


def test_the_banner_of_a_case_is_made_by_whoever_owns_cases(monkeypatch):
    monkeypatch.setitem(frames._providers, "banner", lambda request, about: ChildBanner(about, "W-9", "/"))
    _, page = shown("ui/gallery_child.html", about="Amara Okoye")
    assert page.xpath("//a[@class='app-banner__link']/text()") == ["Amara Okoye"]


def test_an_unknown_subject_has_no_banner():
    response, page = shown("ui/gallery_child.html", about=None)
    assert response.status_code == 200
    assert page.xpath("//section[@class='app-banner']") == []


REFUSAL = Refusal(
    "This is in the future.", "You entered 3 May.", "Enter another day.", field="held_on",
    citation=WT2023_JUNE_2025.at("paragraph 153"),
)  # fmt: skip


def test_a_refusal_stands_beside_its_question_with_its_citation():
    form = answered()
    with refusals_shown_on(form):
        raise REFUSAL
    ((message, href),) = form.problems()
    assert message == (
        "This is in the future. You entered 3 May. Enter another day. "
        "(Working Together 2023 (June 2025 issue), paragraph 153)"
    )
    assert href == "#id_held_on_day"


@pytest.mark.parametrize("field", [None, "not_asked_here"])
def test_a_refusal_about_no_question_stands_above_them_all(field):
    form = answered()
    with refusals_shown_on(form):
        raise Refusal("You can't end this plan here.", "No ground was given.", "Book a review.", field=field)
    assert form.problems() == [("You can't end this plan here. No ground was given. Book a review.", "")]


def test_what_a_record_objects_to_stands_beside_its_question():
    form = answered()
    with refusals_shown_on(form):
        raise ValidationError({"note": ["Too vague."], "area": ["Choose an area."]})
    assert form.problems() == [("Choose an area.", ""), ("Too vague.", "#id_note")]


def test_what_a_record_objects_to_as_a_whole_stands_above():
    form = answered()
    with refusals_shown_on(form):
        raise ValidationError("The two cannot both be so.")
    assert form.problems() == [("The two cannot both be so.", "")]


def test_any_other_failure_is_not_hidden():
    with pytest.raises(KeyError), refusals_shown_on(answered()):
        raise KeyError("a mistake of ours")


def test_a_page_with_mistakes_answers_422():
    request = RequestFactory().post("/")
    form = Asked(QueryDict(""))
    assert render(request, "errors/404.html", {"form": form}).status_code == 422
    assert render(request, "errors/404.html", {"form": Asked()}).status_code == 200


def test_after_an_act_a_reload_shows_the_page_and_acts_no_more():
    request = RequestFactory().post("/")
    request.session = {}
    response = go(request, "/children/W-1/", Told("Visit recorded", ("The next is due by 3 June.",)))
    assert (response.status_code, response.headers["Location"]) == (303, "/children/W-1/")
    page = html.fromstring(render(request, "errors/404.html").content.decode())
    assert page.xpath("//h2[@id='confirmation-title']/text()") == ["Visit recorded"]
    assert request.session == {}
