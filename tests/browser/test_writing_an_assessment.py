"""Writing an assessment in a real browser: kept as one types, and two writers who meet."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment, AssessmentSectionVersion
from alongside.assessments.writing import Writing, save_sections
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed, start_plan
from alongside.people.models import Person
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.assessments.conftest import assessment, referred  # noqa: F401
from tests.cast import NOW, TODAY
from tests.inspecting import accessibility_problems, problems_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHILD = "/children/WREN-AMARA2/"
ANALYSIS = f"{CHILD}assessment/write/analysis/"
PAGES = (
    "visits/seen/", "visits/seen/?with=siblings", "visits/not-seen/", "visits/", "assessment/",
    "assessment/write/seeing/", "assessment/write/the-childs-developmental-needs/",
    "assessment/write/analysis/versions/", "assessment/send/", "assessment/over-run/", "child-in-need-plan/",
    "child-in-need-plan/change/", "child-in-need-plan/review/", "child-in-need-plan/end/",
)  # fmt: skip


def save(by: Practitioner, child: Person, words: str, version: int) -> None:
    writing = Writing(heading="analysis", words=words, version=version)
    save_sections(by=by, child=child, writings=[writing], now=NOW)


@pytest.fixture
def at_work(
    transactional_db: None, assessment: Assessment, page: Page, dana: Practitioner,  # noqa: F811
    sign_in_as: Callable[[Page, Practitioner], None],
) -> Iterator[Page]:  # fmt: skip
    """Dana's browser, with Amara's assessment under way."""
    sign_in_as(page, dana)
    return page


def test_what_is_typed_is_kept_and_each_time_upon_the_version_before(at_work: Page) -> None:
    at_work.goto(ANALYSIS)
    at_work.fill("#id_analysis", "Amara is hungry.")
    expect(at_work.locator("[name=analysis-version]")).to_have_value("1")
    at_work.fill("#id_analysis", "Amara is hungry when her mother is low.")
    expect(at_work.locator("[name=analysis-version]")).to_have_value("2")
    at_work.fill("#id_analysis", "Grace is low, and Amara goes hungry.")
    at_work.get_by_role("button", name="Save and see all sections").click()
    at_work.wait_for_url("**/assessment/")

    section = Assessment.objects.get().sections.get()
    assert (section.words, section.version) == ("Grace is low, and Amara goes hungry.", 3)
    assert not AssessmentSectionVersion.objects.filter(set_aside=True).exists()


def test_two_writers_meet_and_nothing_is_lost(at_work: Page, olu: Practitioner, amara: Person) -> None:
    at_work.goto(ANALYSIS)
    save(olu, amara, "Olu: the debt comes first.", 0)
    at_work.fill("#id_analysis", "Dana: the low mood comes first.")
    at_work.get_by_text("Olu Adeyemi saved this section").wait_for()
    at_work.get_by_role("button", name="Save and go on").click()

    at_work.get_by_role("heading", name="Somebody else saved this section").wait_for()
    assert accessibility_problems(at_work) == []
    at_work.get_by_label("Yours").check()
    at_work.get_by_role("button", name="Save what I chose").click()
    at_work.wait_for_url("**/assessment/")
    assert Assessment.objects.get().sections.get().words == "Dana: the low mood comes first."
    assert AssessmentSectionVersion.objects.filter(words="Olu: the debt comes first.").exists()


def test_without_script_a_section_is_saved_by_its_button(
    at_work: Page,
    open_page: Callable[..., Page],
    sign_in_as: Callable[[Page, Practitioner], None],
    dana: Practitioner,
) -> None:
    plain = open_page(script=False)
    sign_in_as(plain, dana)
    plain.goto(ANALYSIS)
    plain.fill("#id_analysis", "Written on an old machine.")
    plain.get_by_role("button", name="Save and see all sections").click()

    assert Assessment.objects.get().sections.get().words == "Written on an old machine."


def test_the_pages_can_be_used_by_everyone_at_any_width(
    at_work: Page, dana: Practitioner, amara: Person, ben: Person
) -> None:
    record_child_seen(
        by=dana, children=[ChildSeen(child=amara, alone="yes", said="There's no dinner.")], now=NOW,
        visit=VisitMade(seen_on=TODAY, where="home", purpose="assessment"),
    )  # fmt: skip
    save(dana, amara, "What this means for Amara.", 0)
    cooking = NewAction(what="Cook together on Sundays", owner="Grace, her mother")
    start_plan(
        by=dana, child=amara, started_on=TODAY, now=NOW, needs=[NewNeed(need="Enough to eat", actions=[cooking])],
        plan=PlanAgreed(aims="Amara eats well.", family_agreed="yes", agreed_by="Grace Okoye"),
    )  # fmt: skip

    for path in PAGES:
        at_work.goto(CHILD + path)
        expect(at_work.locator("h1"), path).to_have_count(1)
        assert problems_at(at_work, 1280, 320) == [], path
