"""A conference booked and not yet held, as a browser shows it: accessible, and whole at every width."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.conferences.models import Booking
from alongside.conferences.services import book_conference, record_report
from alongside.conferences.services.book import Invited
from alongside.people.models import Person
from tests.cast import NOW, TODAY
from tests.conferences.given import noon
from tests.inspecting import html_problems, problems_at

PAGES = ("booking", "report", "cancel")


@pytest.fixture
def booking(case: Case, amara: Person, dana: Practitioner, school: Agency, hospital: Agency) -> Booking:
    """An initial conference in May, with one report that has come and one that has not."""
    booked = book_conference(
        by=dana, children=[amara], kind="initial", starts_at=noon(date(2025, 5, 6)), place="Harbour House", now=NOW,
        invitations=[
            Invited(name="Grace Okoye", part="Amara's mother"),
            Invited(name="Helen Marsh", agency=school, report_wanted=True),
            Invited(name="Ruth Keane", agency=hospital, report_wanted=True),
        ],
    )  # fmt: skip
    record_report(
        by=dana, child=amara, booking=booked, agency=school, written_by="Helen Marsh", received_on=TODAY,
        words={"needs": "Breakfast each day."}, not_shared_because="Waiting for the chair's view.", now=NOW,
    )  # fmt: skip
    return booked


def address(booking: Booking, page: str) -> str:
    return reverse(f"conferences:{page}", args=["WREN-AMARA2", booking.pk])


def test_its_pages_are_accessible_and_whole(
    booking: Booking, open_page: Any, sign_in_as: Callable[..., None], dana: Practitioner
) -> None:
    page = open_page()
    sign_in_as(page, dana)
    found = {}
    for name in PAGES:
        page.goto(address(booking, name))
        found[name] = problems_at(page, 1280, 320)

    assert found == {name: [] for name in PAGES}


@pytest.mark.html_checker
def test_its_pages_are_valid_html(
    booking: Booking, client: Client, dana: Practitioner, tmp_path: Path
) -> None:
    client.force_login(dana)
    pages = {name: client.get(address(booking, name)).content.decode() for name in PAGES}

    assert html_problems(pages, tmp_path) == []
