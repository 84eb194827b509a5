"""The guidance as anybody's browser shows it: accessible at every width, and the same without script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.inspecting import html_problems, problems_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "contents": "/guidance/",
    "contents-on-a-day": "/guidance/?on=2024-03-03",
    "topic": "/guidance/topics/assessment/",
    "body": "/guidance/by/practitioners/",
    "reader": "/guidance/for/scrutineers/",
    "paragraph": "/guidance/texts/WT2023/at/paragraph-153/",
    "rule": "/guidance/rules/referral.decision/",
    "chapter": "/guidance/texts/WT2023/chapters/6/",
    "text": "/guidance/texts/EA1996/",
    "texts": "/guidance/texts/",
    "search": "/guidance/search/?q=LSP",
    "search-without-a-hit": "/guidance/search/?q=xyzzyq",
    "a-day-that-is-none": "/guidance/topics/sport/?on=soon",
}


@pytest.mark.html_checker
def test_pages_are_accessible_fit_and_are_valid_html(
    transactional_db: None, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    found, pages, page = [], {}, open_page()
    for name, address in PAGES.items():
        answer = page.goto(address)
        assert answer is not None
        pages[name] = answer.text()
        found += [f"{name} {problem}" for problem in problems_at(page, 1280, 320)]
    assert found == []
    assert html_problems(pages, tmp_path) == []


def test_a_day_is_chosen_and_held_without_a_script(
    transactional_db: None, open_page: Callable[..., Page]
) -> None:
    page = open_page(script=False)
    page.goto("/guidance/topics/assessment/")
    page.get_by_text("Choose another day").click()
    for box, typed in (("Day", "3"), ("Month", "March"), ("Year", "2024")):
        page.get_by_label(box, exact=True).fill(typed)
    page.get_by_role("button", name="Show that day").click()
    assert page.url.endswith("/guidance/topics/assessment/?on=2024-03-03")
    page.get_by_role("link", name="Conclude the assessment", exact=False).first.click()
    assert page.url.endswith("?on=2024-03-03")
    expect(page.get_by_role("link", name="Working Together 2023 (February 2024 issue)").first).to_be_visible()
