"""My work, the team, search, rules and administration, as a browser shows them: accessible at every width."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case, Involvement
from alongside.people.models import Person
from tests.cast import NOW
from tests.desk_work.conftest import plan, referred
from tests.inspecting import html_problems, problems_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

HERE = "/administration/199"
PAGES = {
    "my-work": ("dana", "/"),
    "my-work-of-a-manager": ("sam", "/"),
    "my-work-of-a-school": ("helen", "/"),
    "my-work-at-the-front-door": ("maya", "/"),
    "team": ("sam", "/team/"),
    "search": ("maya", "/search/?q=okoye"),
    "search-without-a-hit": ("maya", "/search/?q=nobody"),
    "rules": ("dana", "/guidance/rules/"),
    "rules-to-check": ("dana", "/guidance/rules/to-check/"),
    "rule": (
        "dana",
        "/guidance/rules/child-protection.first-core-group/?starts_day=14&starts_month=4&starts_year=2025",
    ),
    "rule-asked-wrongly": (
        "dana",
        "/guidance/rules/assessment.completion/?starts_day=31&starts_month=4&starts_year=2025",
    ),
    "rule-for-judgement": ("dana", "/guidance/rules/child-protection.significant-harm/"),
    "rule-of-contents": ("dana", "/guidance/rules/referral.content/"),
    "rule-not-begun": ("dana", "/guidance/rules/school.withdrawal-consent/"),
    "administration": ("wyn", "/administration/"),
    "agencies": ("wyn", f"{HERE}/agencies/"),
    "new-agency": ("wyn", f"{HERE}/agencies/new/"),
    "teams": ("wyn", f"{HERE}/teams/"),
    "practitioners": ("wyn", f"{HERE}/practitioners/"),
    "new-practitioner": ("wyn", f"{HERE}/practitioners/new/"),
    "bank-holidays": ("wyn", f"{HERE}/bank-holidays/"),
    "new-bank-holiday": ("wyn", f"{HERE}/bank-holidays/new/"),
    "changes": ("wyn", f"{HERE}/changes/"),
}


@pytest.fixture
def family(
    monkeypatch: pytest.MonkeyPatch,
    transactional_db: None,
    case: Case,
    ben: Person,
    dana: Practitioner,
    sam: Practitioner,
    maya: Practitioner,
    helen: Practitioner,
    wyn: Practitioner,
    school_involved: Involvement,
) -> Case:
    """Amara has a plan and an assessment that is late; her brother has been referred; something was changed."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    referred(case, maya, date(2025, 2, 3))
    plan(case, dana, date(2025, 4, 14))
    other = Case.objects.create(area=ben.area, child=ben, opened_on=date(2025, 4, 16), recorded_by=maya)
    referred(other, maya, date(2025, 4, 16))
    AdministrativeChange.objects.create(area=ben.area, by=wyn, at=NOW, words="Team added: Harbour team.")
    return case


@pytest.mark.html_checker
def test_pages_are_accessible_fit_and_are_valid_html(
    family: Case, open_page: Callable[..., Page], sign_in_as: Callable[..., None],
    request: pytest.FixtureRequest, tmp_path: Path,
) -> None:  # fmt: skip
    found, pages, browsers = [], {}, {}
    for name, (who, address) in PAGES.items():
        if who not in browsers:
            browsers[who] = open_page()
            sign_in_as(browsers[who], request.getfixturevalue(who))
        page = browsers[who]
        answer = page.goto(address)
        assert answer is not None
        pages[name] = answer.text()
        found += [f"{name} {problem}" for problem in problems_at(page, 1280, 320)]
    assert found == []
    assert html_problems(pages, tmp_path) == []
