"""A child's pages in a real browser: at every width, with axe, and corrected without script."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.shortfalls import record_shortfall
from alongside.deadlines.projection import refresh
from alongside.family.dangers import note_danger
from alongside.family.homes import NewHome, change_address
from alongside.family.relatives import NewRelative, add_relative
from tests.cast import NOW
from tests.inspecting import html_problems, problems_at

pytestmark = pytest.mark.django_db(transaction=True)

HOME = "/children/WREN-AMARA2/"
PAGES = (
    "", "timeline/", "timeline/?kind=immediate", "family-chronology/", "family-chronology/print/", "analysis/", "timeline/print/", "people/", "decisions/", "due/", "who-can-see/",
    "details/change/", "family/new/", "address/new/", "close/",
)  # fmt: skip
WIDTHS = (1280, 360, 320)


@pytest.fixture
def entry(case, amara, ben, dana, priya, school_involved):
    """Amara with something on every page; the entry is the decision on her referral."""
    common = {"by": dana, "child": amara, "now": NOW}
    kinds.REFERRAL_RECEIVED.record(
        case, on=date(2025, 4, 1), by=dana, now=NOW, referrer="Helen Marsh", concern="Bruises on both arms."
    )
    decision = kinds.REFERRAL_DECIDED.record(
        case, on=date(2025, 4, 2), by=priya, now=NOW, decided="section-17-assessment",
        outcome="Assess under section 17", decider="Priya Nair", reasons="Unexplained injury.",
    )  # fmt: skip
    record_shortfall(decision, "authority.referral-decision", ["a social worker"], "Nobody was there.")
    kinds.ASSESSMENT_STARTED.record(
        case, on=date(2025, 4, 3), by=dana, now=NOW, practitioner="Dana Wright", why=""
    )
    kinds.CHILD_SEEN.record(
        case, on=date(2025, 4, 4), by=dana, now=NOW, practitioner="Dana Wright", alone="yes", where="school",
        said="I like it at Nana's.",
    )  # fmt: skip
    refresh(case)
    add_relative(**common, relative=NewRelative(kind="mother", called="Grace Okoye", lives_with_child=True))
    change_address(
        **common,
        home=NewHome(
            from_on=date(2025, 4, 1), lines="7 Hidden Row", protected=True, protected_from="Her father."
        ),
    )
    note_danger(**common, words="Do not ring the landline.")
    return decision


@pytest.fixture
def opens(open_page, sign_in_as, entry, sam):
    """`opens(page, width=…, script=…)`: that page of Amara's, as Sam, who manages the team, sees it."""

    def go(path, **kwargs):
        page = open_page(**kwargs)
        sign_in_as(page, Practitioner.objects.get(pk=sam.pk))
        page.goto(HOME + path)
        return page

    return go


def test_every_page_satisfies_axe_and_never_scrolls_sideways(opens, entry):
    deadline = entry.case.deadlines.get(rule_id="assessment.completion")
    page, found = opens(""), []
    for path in (*PAGES, f"timeline/{entry.pk}/", f"timeline/{entry.pk}/correct/", f"due/{deadline.pk}/"):
        page.goto(HOME + path)
        for why in page.locator(".app-why-details > summary").all():
            why.click()
        found += [f"{path} {problem}" for problem in problems_at(page, *WIDTHS)]
    assert not found, "\n".join(found)


@pytest.mark.html_checker
def test_the_markup_of_every_page_is_valid(opens, entry, tmp_path):
    page = opens("")
    paths = (*PAGES, f"timeline/{entry.pk}/", f"timeline/{entry.pk}/correct/")
    assert html_problems({path: page.request.get(HOME + path).text() for path in paths}, tmp_path) == []


def test_why_opens_in_place_and_on_its_own_page_without_script(opens):
    page = opens("due/", script=False)
    page.locator("summary", has_text="Conclude the assessment").first.click()
    page.get_by_role("link", name="This due date on its own page").first.click()
    expect(page.get_by_role("heading", name="Why this date?", level=1)).to_be_visible()
    expect(page.get_by_text("start", exact=True).first).to_be_visible()


def test_an_entry_is_corrected_without_script(opens, entry):
    page = opens(f"timeline/{entry.pk}/", script=False)
    page.get_by_role("link", name="Correct this entry").click()
    page.locator("#id_happened_on_day").fill("3")
    page.get_by_label("Why was the entry wrong?").fill("It was decided the next day.")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Confirm and save").click()
    page.wait_for_url(f"**{HOME}timeline/")
    expect(page.get_by_role("heading", name="Correction recorded")).to_be_visible()
    expect(page.get_by_text("Corrected: It was decided the next day.")).to_be_visible()
