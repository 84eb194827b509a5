"""The way of a head teacher without an account, in a browser: from the guidance to a printed briefing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.inspecting import problems_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHOICE = "from=WT2018&to=WT2026&for=schools"


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_three_links_and_two_printed_pages_without_script(open_page):
    page = open_page(script=False)
    page.goto("/guidance/")
    page.get_by_role("main").get_by_role("link", name="Schools and colleges").first.click()
    page.get_by_role("link", name="Compare two editions for them").click()
    page.get_by_role("link", name="2018 to 2023 to 2026").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("what changed for schools and colleges")
    paper = printed(page)

    assert len(paper.pages) == 2
    words = " ".join(one.extract_text() for one in paper.pages)
    assert all(
        one in words for one in ("Possible actions", "What is not known", "not legal advice", "Made on:")
    )
    assert "Print this page" not in words
    assert "Choose others" not in words
    page.get_by_role("link", name="Possible actions", exact=True).click()
    wide = printed(page).pages[0].mediabox
    assert wide.width > wide.height


@pytest.mark.parametrize(
    "where",
    [
        f"compare/?{CHOICE}&chapter=2",
        "compare/?from=WT2026&to=WT2018&for=scools",
        "briefings/",
        f"briefings/?{CHOICE}",
        f"briefings/checklist/?{CHOICE}&about=school",
        f"briefings/glossary/?{CHOICE}",
        f"briefings/quiz/?{CHOICE}&check=1",
        f"briefings/poster/?{CHOICE}",
    ],
)
def test_a_page_satisfies_axe_and_never_scrolls_sideways(open_page, where):
    page = open_page()
    page.goto(f"/guidance/{where}")

    assert problems_at(page, 1280, 320) == []


def test_a_quiz_is_answered_without_script_and_prints_its_answers_on_a_page_of_their_own(open_page):
    page = open_page(script=False)
    page.goto(f"/guidance/briefings/quiz/?{CHOICE}")
    page.get_by_role("radio").first.check()
    page.get_by_role("button", name="See the answers").click()
    expect(page.get_by_text("Nothing is kept")).to_be_visible()
    expect(page.get_by_role("radio").first).to_be_checked()
    paper = [one.extract_text() for one in printed(page).pages]

    (answers,) = [place for place, words in enumerate(paper) if words.strip().startswith("Answers")]
    assert answers > 0
    assert not any("because" in words and "Not right" in words for words in paper[:answers])
