"""Pages of partner agencies as a browser shows them: accessible and whole at every width; a report is written and sent."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from playwright.sync_api import expect

from alongside.agencies.models import Agency, Area, Practitioner, Role
from alongside.conferences.models import Booking, ConferenceReport
from alongside.partners import services
from alongside.partners.models import FileTransfer, ReportDraft
from alongside.people.models import Person
from alongside.plans.models import Action
from tests.cast import NOW, practitioner
from tests.inspecting import html_problems, problems_at
from tests.partners.conftest import action, afternoon, booking, plan
from tests.partners.test_guests import code_sent, let_in

if TYPE_CHECKING:
    from playwright.sync_api import Page

__all__ = ["action", "afternoon", "booking", "plan"]
PART = "/children/WREN-AMARA2/our-part/"


@pytest.fixture
def sent(school: Agency, wrenmouth: Area) -> FileTransfer:
    nursery = Agency.objects.create(name="Saltings Nursery", sector=Agency.Sector.EDUCATION)
    nursery.areas.add(wrenmouth)
    return services.send_file(
        by=practitioner("Tilly Moss", nursery, Role.SAFEGUARDING_LEAD), sender=nursery, receiver=school,
        child_name="Kit Rowe", born_on=NOW.date(), document_name="kit.pdf", content=b"%PDF", now=NOW,
    )  # fmt: skip


def every_page(
    booking: Booking, action: Action, sent: FileTransfer, token: str, helen: Practitioner, dana: Practitioner
) -> list[tuple[Practitioner | None, list[str]]]:
    """Each reader's pages; None is somebody without an account."""
    booked = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/"
    return [
        (helen, [
            "/", PART, f"{PART}information/", f"{PART}actions/{action.pk}/", f"{booked}invitation/", f"{booked}our-report/",
            "/tell-us/", "/school/", "/school/notices/attendance/", "/school/notices/off-roll/", "/school/files/",
            "/school/files/send/", f"/school/files/{sent.pk}/",
        ]),
        (dana, [booked, f"{booked}guests/"]),
        (None, [f"/guest/{token}/", f"/guest/{token}/code/", "/guest/nowhere/"]),
    ]  # fmt: skip


def test_pages_are_accessible_and_fit(
    transactional_db: None, booking: Booking, action: Action, sent: FileTransfer, amara: Person, helen: Practitioner,
    dana: Practitioner, open_page: Callable[..., Page], sign_in_as: Callable[..., None],
) -> None:  # fmt: skip
    token = let_in(dana, amara, booking)
    found = []
    for who, addresses in every_page(booking, action, sent, token, helen, dana):
        page = open_page()
        if who is not None:
            sign_in_as(page, who)
        for address in addresses:
            page.goto(address)
            found += [f"{address}: {problem}" for problem in problems_at(page, 1280, 320)]
        page.context.close()
    assert found == []


@pytest.mark.html_checker
def test_pages_are_valid_html(
    booking: Booking, action: Action, sent: FileTransfer, amara: Person, helen: Practitioner, dana: Practitioner,
    client: Client, tmp_path: Path,
) -> None:  # fmt: skip
    token = let_in(dana, amara, booking)
    pages = {}
    for who, addresses in every_page(booking, action, sent, token, helen, dana):
        client.logout() if who is None else client.force_login(who)
        pages |= {
            address.strip("/").replace("/", "-") or "home": client.get(address).content.decode()
            for address in addresses
        }
    assert html_problems(pages, tmp_path) == []


def test_a_report_is_kept_as_it_is_typed_checked_and_sent(
    transactional_db: None, booking: Booking, helen: Practitioner, open_page: Callable[..., Page],
    sign_in_as: Callable[..., None],
) -> None:  # fmt: skip
    page = open_page(width=1280)
    sign_in_as(page, helen)
    page.goto("/")
    page.get_by_role("link", name="Write your report to the review conference").click()
    with page.expect_response(lambda answer: answer.url.endswith("/our-report/draft/")):
        page.get_by_label("Evidence of harm and its effect on the child").fill("Late on nine days.")
    assert "Late+on+nine+days" in ReportDraft.objects.get().typed
    page.reload()
    expect(page.get_by_label("Evidence of harm and its effect on the child")).to_have_value(
        "Late on nine days."
    )
    page.get_by_label("Not, or not yet").check()
    page.get_by_label("Why not?").fill("The meeting is in July.")
    page.get_by_role("button", name="Check and send").click()
    page.get_by_role("button", name="Send the report").click()
    page.get_by_text("Your report is sent").wait_for()
    assert ConferenceReport.objects.get().words == {"harm": "Late on nine days."}


def test_a_guest_brings_a_code_and_answers(
    transactional_db: None,
    booking: Booking,
    amara: Person,
    dana: Practitioner,
    open_page: Callable[..., Page],
) -> None:
    token = let_in(dana, amara, booking, "meeting-reply")
    page = open_page(width=360)
    page.goto(f"/guest/{token}/")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("The code we sent you").fill(code_sent())
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("Comes").check()
    page.get_by_role("button", name="Send your answer").click()
    page.get_by_text("Your answer is sent").wait_for()
    assert booking.invitations.get(name="Nora Quill").answer == "accepts"
