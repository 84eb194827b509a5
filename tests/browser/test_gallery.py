"""The gallery in a real browser: every component, at every width, by keyboard and without script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from tests.inspecting import accessibility_problems, html_problems, problems_at

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = ["/gallery/", "/gallery/child/", "/gallery/list/", "/gallery/form/", "/gallery/letter/"]
WIDTHS = [1280, 360, 320]


@pytest.fixture
def maya():
    return Practitioner.objects.create_user("maya@wrenmouth.example", name="Maya Lowe")


@pytest.fixture
def opens(open_page, sign_in_as, maya):
    """`opens(address, width=…, script=…)`: that page, signed in, and what went wrong while it opened."""

    def go(address, **kwargs):
        page = open_page(**kwargs)
        page.complaints = []
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda said: page.complaints.append(said.text) if said.type == "error" else None)
        sign_in_as(page, maya)
        page.goto(address)
        if kwargs.get("script", True):
            page.locator("html[data-ready]").wait_for(state="attached")
        return page

    return go


@pytest.mark.parametrize("address", PAGES)
def test_a_page_satisfies_axe_and_never_scrolls_sideways(opens, address):
    page = opens(address)
    for why in page.locator(".app-why-details > summary").all():
        why.click()
    assert problems_at(page, *WIDTHS) == []
    assert page.complaints == []


def test_mistakes_and_checked_answers_satisfy_axe_too(opens):
    page = opens("/gallery/form/")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="There is a problem").wait_for()
    assert problems_at(page, *WIDTHS) == []
    fill(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Check your answers", level=1).wait_for()
    assert problems_at(page, *WIDTHS) == []


def fill(page):
    """Answer everything that must be answered."""
    for box, value in (("day", "7"), ("month", "May"), ("year", "2026")):
        page.locator(f"#id_held_on_{box}").fill(value)
    for index, name, agency in ((0, "PC Anwar", "police"), (1, "Dana Wright", "social-care")):
        page.locator(f"#id_present-{index}-name").fill(name)
        page.locator(f"#id_present-{index}-agency").select_option(agency)
    page.get_by_label("Start section 47 enquiries").check()
    page.get_by_label("Social care and police together").check()
    page.get_by_label("Reasons").fill("A bruise that nobody could explain.")
    page.get_by_label("Not asked").check()


@pytest.mark.html_checker
def test_the_markup_is_valid(opens, tmp_path):
    page = opens(PAGES[0], script=False)
    served = {address: page.request.get(address).text() for address in PAGES}
    token = page.locator("input[name=csrfmiddlewaretoken]").first.get_attribute("value")
    sent = {"csrfmiddlewaretoken": token, "add-row": "present", "present-rows": "2"}
    served["with a row more"] = page.request.post("/gallery/form/", form=sent).text()
    served["with mistakes"] = page.request.post("/gallery/form/", form={"csrfmiddlewaretoken": token}).text()
    assert html_problems(served, tmp_path) == []


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_the_whole_of_an_act_works(opens, script):
    page = opens("/gallery/form/", script=script)
    page.get_by_role("button", name="Add another person").click()
    page.get_by_role("button", name="Remove person 3").click()
    fill(page)
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Change Person 1 Name").click()
    expect(page.locator("#id_present-0-name")).to_have_value("PC Anwar")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("button", name="Confirm and save").click()
    page.wait_for_url("**/gallery/list/")
    expect(page.get_by_role("heading", name="Strategy discussion recorded")).to_be_visible()
    if script:
        expect(page.locator(":focus")).to_contain_text("What happens next", use_inner_text=True)


def test_why_opens_in_place_without_script(opens):
    page = opens("/gallery/child/", script=False)
    page.get_by_text("Why?", exact=True).click()
    expect(page.get_by_text("skipped, Early May bank holiday")).to_be_visible()


def test_the_first_tab_leads_past_the_header(opens):
    page = opens("/gallery/child/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to main content", use_inner_text=True)
    page.keyboard.press("Enter")
    expect(page.locator("#main-content")).to_be_focused()


def test_a_list_is_worked_through_with_j_k_and_enter(opens):
    page = opens("/gallery/list/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(":focus")).to_have_text("Tobi Okoye", use_inner_text=True)
    page.keyboard.press("k")
    expect(page.locator(":focus")).to_have_text("Amara Okoye", use_inner_text=True)
    page.keyboard.press("Enter")
    page.wait_for_url("**/gallery/child/")


def test_single_keys_can_be_turned_off_and_stay_off(opens):
    page = opens("/gallery/list/")
    page.get_by_role("button", name="Turn off single-key shortcuts").click()
    page.reload()
    page.keyboard.press("j")
    expect(page.get_by_role("button", name="Turn on single-key shortcuts")).to_be_visible()
    assert page.evaluate("document.activeElement === document.body")


def test_escape_twice_blanks_the_screen_and_enter_brings_it_back(opens):
    page = opens("/gallery/child/")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.get_by_text("Screen blanked")).to_be_visible()
    expect(page).to_have_title("Alongside")
    assert page.evaluate("document.elementFromPoint(640, 150).closest('dialog') !== null")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Screen blanked")).to_be_hidden()
    expect(page).to_have_title(re.compile("Amara"))


def test_letters_typed_into_a_question_are_only_letters(opens):
    page = opens("/gallery/form/")
    page.get_by_label("Reasons").fill("")
    page.get_by_label("Reasons").press_sequentially("j/k")
    expect(page.get_by_label("Reasons")).to_have_value("j/k")


def test_what_is_typed_is_kept_and_the_page_says_so(opens):
    page = opens("/gallery/form/")
    with page.expect_response("**/gallery/form/kept/") as kept:
        page.get_by_label("Reasons").fill("A bruise that nobody could explain.")
    assert kept.value.status == 204
    assert "reasons=" in kept.value.request.post_data or 'name="reasons"' in kept.value.request.post_data
    page.get_by_text(re.compile(r"^Saved \d\d:\d\d$")).wait_for()


def test_a_long_list_is_narrowed_by_typing_and_nothing_else_is_chosen(opens):
    page = opens("/gallery/form/")
    page.get_by_label("It is known").check()
    language = page.get_by_role("combobox", name="Language")
    language.fill("yor")
    page.get_by_role("option", name="Yoruba").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    chosen = page.locator("select[name=language_known]")
    expect(chosen).to_have_value("yoruba")
    assert accessibility_problems(page) == []
    language.fill("Klingon")
    language.press("Tab")
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("link", name="Select language")).to_be_visible()


def test_a_question_opens_under_its_choice(opens):
    page = opens("/gallery/form/")
    question = page.get_by_label("Say why nothing more is needed")
    expect(question).to_be_hidden()
    page.get_by_label("No further action").check()
    expect(question).to_be_visible()
    page.get_by_label("Go on with the assessment").check()
    expect(question).to_be_hidden()


def test_without_script_every_question_can_be_reached(opens):
    page = opens("/gallery/form/", script=False)
    expect(page.get_by_label("Say why nothing more is needed")).to_be_visible()
    expect(page.get_by_role("button", name="Blank screen")).to_have_count(0)


def test_an_error_leads_to_its_control(opens):
    page = opens("/gallery/form/")
    page.locator("#id_held_on_day").fill("4")
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("link", name="The day of the discussion must include a month and a year").click()
    expect(page.locator("#id_held_on_month")).to_be_focused()


def test_paper_shows_what_a_screen_folds_away(opens):
    page = opens("/gallery/child/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.get_by_text("skipped, Early May bank holiday")).to_be_visible()
    expect(page.locator(".app-header")).to_be_hidden()
