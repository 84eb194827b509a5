"""Two people at two computers change one plan: the second is shown both, chooses, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from alongside.agencies.models import Practitioner
from alongside.people.models import Person, Relationship
from alongside.plans.models import Action, ChildProtectionPlan
from tests.cast import TODAY
from tests.inspecting import problems_at
from tests.plans.conftest import plan  # noqa: F401

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.usefixtures("transactional_db", "plan")


@pytest.fixture
def change(
    open_page: Callable[..., Page],
    sign_in_as: Callable[[Page, Practitioner], None],
    plan: ChildProtectionPlan,  # noqa: F811
) -> Callable[[Practitioner], Page]:
    """`change(dana)`: a browser of hers, with the one action of the plan open to be changed."""
    action = Action.objects.get(need__plan=plan)

    def opened(who: Practitioner) -> Page:
        page = open_page()
        sign_in_as(page, who)
        page.goto(f"/children/WREN-AMARA2/plan/actions/{action.pk}/change/")
        return page

    return opened


def say(page: Page, owner: str) -> None:
    page.get_by_label("Who will do it?").fill(owner)
    for box, value in zip(("Day", "Month", "Year"), (TODAY.day, TODAY.month, TODAY.year), strict=True):
        page.get_by_role("group", name="When was this agreed?").get_by_label(box).fill(str(value))
    page.get_by_label("Why does it change, and who agreed it?").fill("Agreed with Grace.")
    page.get_by_role("button", name="Continue").click()


def test_the_second_to_save_is_shown_both_and_chooses(
    change: Callable[[Practitioner], Page], dana: Practitioner, sam: Practitioner
) -> None:
    hers, his = change(dana), change(sam)
    say(hers, "Grace and Nana Okoye")
    hers.get_by_role("button", name="Confirm and save").click()
    expect(hers.get_by_role("heading", name="Plan changed")).to_be_visible()

    say(his, "Nana Okoye")
    expect(his.get_by_role("heading", level=1)).to_have_text(
        "Somebody else changed this while you were writing"
    )
    expect(his.get_by_text("Theirs, saved by Dana Wright")).to_be_visible()
    expect(his.locator(".app-conflict__words")).to_have_text(["Nana Okoye", "Grace and Nana Okoye"])
    assert problems_at(his, 1280, 360) == []
    expect(his.locator("input:checked")).to_have_count(0)
    his.get_by_role("button", name="Go on with what I chose").click()
    expect(his.get_by_text("Choose one of each two")).to_be_visible()

    his.get_by_role("radio", name="Yours").check()
    his.get_by_role("button", name="Go on with what I chose").click()
    expect(his.get_by_role("heading", level=1)).to_have_text("Check your answers")
    his.get_by_role("button", name="Confirm and save").click()
    expect(his.get_by_role("heading", name="Plan changed")).to_be_visible()
    assert Action.objects.get().owner == "Nana Okoye"


def test_the_family_drawn_is_walked_with_the_keyboard(
    open_page: Callable[..., Page],
    sign_in_as: Callable[[Page, Practitioner], None],
    dana: Practitioner,
    amara: Person,
) -> None:
    grace = Person.objects.create(area=amara.area, called="Grace Okoye", reference="WREN-GRAYCE")
    Relationship.objects.create(person=grace, other=amara, kind="mother", parental_responsibility="yes")
    page = open_page()
    sign_in_as(page, dana)
    page.goto("/children/WREN-AMARA2/people/network/")
    assert problems_at(page, 1280, 360) == []
    mother = page.get_by_role("link", name="Grace Okoye age not known, mother, has parental responsibility")
    mother.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"#person-{grace.pk.hex}")).to_be_focused()
