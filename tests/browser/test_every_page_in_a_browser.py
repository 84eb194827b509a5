"""Every page, in a real browser: no accessibility problem, nothing off the side of a small phone, valid HTML."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from alongside.demo.organisation import lay_out
from tests.every.pages import OPENED, World, tell_as_far_as_a_plan
from tests.every.visiting import Visitors
from tests.inspecting import accessibility_problems, html_problems

NOT_HTML = {"referrals:document"}


def who_opens_what(world: World) -> dict[str, dict[str, tuple[str, str]]]:
    """For each of the cast, the pages they can open: name, address and the page itself."""
    found: dict[str, dict[str, tuple[str, str]]] = defaultdict(dict)
    visitors = Visitors(world)
    for name in OPENED.keys() - NOT_HTML - {"account_login"}:
        if opened := visitors.open(name):
            key, answer = opened
            found[key][name] = (answer.request["PATH_INFO"], answer.content.decode())
    return found


def test_every_page_passes_axe_and_fits_a_small_phone(open_page: Any, sign_in_as: Any) -> None:
    world = tell_as_far_as_a_plan(lay_out())
    problems: list[str] = []
    for key, pages in who_opens_what(world).items():
        page = open_page(width=1280)
        sign_in_as(page, world.staff(key))
        for name, (where, _) in pages.items():
            page.set_viewport_size({"width": 1280, "height": 900})
            page.goto(where)
            problems += [f"{name}: {problem}" for problem in accessibility_problems(page)]
            page.set_viewport_size({"width": 320, "height": 640})
            if (across := page.evaluate("document.documentElement.scrollWidth")) > 320:
                problems.append(f"{name}: {across} px across where there are 320")
    assert problems == []


@pytest.mark.html_checker
@pytest.mark.django_db
def test_every_page_is_valid_html(tmp_path: Path) -> None:
    world = tell_as_far_as_a_plan(lay_out())
    pages = {name: page for opened in who_opens_what(world).values() for name, (_, page) in opened.items()}

    assert html_problems(pages, tmp_path) == []
