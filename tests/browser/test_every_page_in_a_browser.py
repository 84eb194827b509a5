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


#: Every page as it was last opened here, by its name: opening them all takes longer than checking their HTML.
_seen: dict[str, str] = {}


def who_opens_what(world: World) -> dict[str, dict[str, str]]:
    """For each of the cast, the addresses of the pages they can open, by name; the pages are put in ``_seen``."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    visitors = Visitors(world)
    for name in OPENED.keys() - NOT_HTML - {"account_login"}:
        if opened := visitors.open(name):
            key, answer = opened
            found[key][name] = answer.request["PATH_INFO"]
            _seen[name] = answer.content.decode()
    return found


def test_every_page_passes_axe_and_fits_a_small_phone(open_page: Any, sign_in_as: Any) -> None:
    world = tell_as_far_as_a_plan(lay_out())
    problems: list[str] = []
    for key, pages in who_opens_what(world).items():
        page = open_page(width=1280)
        sign_in_as(page, world.staff(key))
        for name, where in pages.items():
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
    if not _seen:
        who_opens_what(tell_as_far_as_a_plan(lay_out()))
    assert html_problems(_seen, tmp_path) == []
