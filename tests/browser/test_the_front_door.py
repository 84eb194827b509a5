"""The pages of the front door, for the public and for its staff, as a browser shows them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.front_door.checks import ask_partners
from alongside.front_door.following import say_unhappy
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import CheckRequest, PoliceNotice, Receipt, Unhappy
from alongside.front_door.notices import take_in_notices
from alongside.front_door.secrets import status_secret
from alongside.referrals.models import Referral
from tests.front_door.conftest import sent
from tests.inspecting import html_problems, problems_at

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["sent"]
PUBLIC = (
    "area",
    "who",
    "name",
    "work",
    "children",
    "siblings",
    "where",
    "concern",
    "facts",
    "reported",
    "family",
    "more",
)


@pytest.fixture
def busy(
    wrenmouth: Area, front_door: Team, priya: Practitioner, school: Agency, sent: dict[str, Any]
) -> dict[str, str]:
    """A front door with one of everything: by name, the addresses of its pages."""
    now = timezone.now()
    via = Via(door="public-form", sender="x")
    receipt = take_in(sent, via=via, idempotency_key="1", now=now)
    held = take_in(sent, via=via, idempotency_key="2", now=now, held_because="Many within an hour")
    unhappy = say_unhappy(
        submission=receipt.submission, area=wrenmouth, reason="Nobody rang.", contact="", by=None, now=now
    )
    row = {
        "number": "1",
        "kind": "Missing",
        "words": "Found at the quay.",
        "given": "Amara",
        "family": "Okoye",
    }
    take_in_notices(
        [row | {"happened_at": "2025-04-01T10:00"}], area=wrenmouth, force="Estuary Police", now=now
    )
    referral = Referral.objects.order_by("id")[0]
    ask_partners(
        by=priya, child=referral.case.child, agencies=[school], question="Is she in school?", reason="Absent.",
        basis="section-17", now=now,
    )  # fmt: skip
    reference = referral.case.child.reference
    return {
        "board": "/front-door/", "decide": f"/front-door/{referral.pk}/", "notices": "/front-door/notices/",
        "stack": f"/front-door/notices/{PoliceNotice.objects.get().stack}/",
        "match": f"/front-door/notices/{PoliceNotice.objects.get().stack}/whose/",
        "held": "/front-door/held/", "one-held": f"/front-door/held/{held.pk}/", "figures": "/front-door/figures/",
        "set-figures": "/front-door/figures/set/", "unhappy": f"/front-door/unhappy/{unhappy.pk}/",
        "ask": f"/children/{reference}/ask/", "checks": f"/children/{reference}/checks/",
        "status": f"/refer/status/{status_secret(receipt.pk)}/",
        "receipt": f"/refer/status/{status_secret(receipt.pk)}/receipt/",
        "not-happy": f"/refer/status/{status_secret(receipt.pk)}/not-happy/",
    }  # fmt: skip


def look(page: Page, where: str) -> list[str]:
    """What is wrong with a page: for assistive technology, or wider than its screen."""
    page.goto(where)
    page.wait_for_selector("html[data-ready]")
    return [f"{where}: {each}" for each in problems_at(page, 1280, 320)]


def test_the_pages_of_its_staff_are_accessible_and_whole(
    busy: dict[str, str],
    open_page: Callable[..., Page],
    sign_in_as: Any,
    priya: Practitioner,
) -> None:
    page = open_page()
    sign_in_as(page, priya)
    assert [problem for where in busy.values() for problem in look(page, where)] == []


def test_the_pages_of_the_public_are_accessible_and_whole(
    busy: dict[str, str], open_page: Callable[..., Page]
) -> None:
    page = open_page()
    pages = [
        "/refer/",
        "/refer/emergency/",
        "/refer/confirm/x/",
        "/refer/confirmed/",
        busy["status"],
        busy["receipt"],
    ]
    found = [problem for where in pages for problem in look(page, where)]
    page.goto("/refer/")
    page.locator("[name=danger][value=no]").check()
    page.locator("main button").last.click()
    page.wait_for_url("**/area/")
    for key in PUBLIC:
        found += look(page, f"/refer/about/{key}/")
    found += look(page, "/refer/later/")
    assert found == []


def test_a_partner_answers_a_check_on_an_accessible_page(
    busy: dict[str, str], phone: Page, sign_in_as: Any, helen: Practitioner
) -> None:
    sign_in_as(phone, helen)
    asked = CheckRequest.objects.get()
    assert look(phone, "/checks/") + look(phone, f"/checks/{asked.pk}/") == []


def test_keys_lead_through_the_notices_and_list_themselves(
    busy: dict[str, str], page: Page, sign_in_as: Any, priya: Practitioner
) -> None:
    sign_in_as(page, priya)
    page.goto("/front-door/notices/")
    page.wait_for_selector("html[data-ready]")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    expect(page.locator("#blank-screen")).to_be_hidden()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Amara Okoye')")


def test_the_public_form_works_without_script(busy: dict[str, str], open_page: Callable[..., Page]) -> None:
    page = open_page(script=False, width=360)
    page.goto("/refer/")
    page.locator("[name=danger][value=no]").check()
    page.locator("main button").last.click()
    page.locator("[name=area]").first.check()
    page.locator("form.app-form button").last.click()
    page.locator("[name=who][value=public]").check()
    page.locator("form.app-form button").last.click()
    page.locator("[name=named][value=no]").check()
    page.locator("form.app-form button").last.click()
    page.locator("[name=children-0-given]").fill("Jo")
    page.locator("form.app-form button").last.click()
    page.locator("form.app-form button").last.click()
    page.locator("[name=concern]").fill("She is alone at night.")
    for _ in range(3):
        page.locator("form.app-form button").last.click()
    page.locator("[name=family_asked][value=agreed]").check()
    page.locator("form.app-form button").last.click()
    page.locator("form.app-form button").last.click()
    page.locator("text=Send this referral").click()

    expect(page.locator("h1")).to_contain_text("We have your referral", use_inner_text=True)
    assert Receipt.objects.filter(door="public-form").count() == 3
    assert not Unhappy.objects.exclude(answered_at=None).exists()


@pytest.mark.html_checker
def test_they_are_valid_html(
    busy: dict[str, str], page: Page, sign_in_as: Any, priya: Practitioner, tmp_path: Path
) -> None:
    begun = page.request.get("/refer/").text()
    page.goto("/refer/")
    page.locator("[name=danger][value=no]").check()
    page.locator("main button").last.click()
    page.wait_for_url("**/area/")
    pages = {"start": begun} | {key: page.request.get(f"/refer/about/{key}/").text() for key in PUBLIC}
    sign_in_as(page, priya)
    pages |= {name: page.request.get(where).text() for name, where in busy.items()}

    assert html_problems(pages, tmp_path) == []
