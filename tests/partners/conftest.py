"""Given for every test of partner agencies: Amara's review is booked; school, police and health are invited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.conferences.models import Booking, Invitation
from alongside.conferences.services import book_conference
from alongside.conferences.services.book import Invited
from alongside.people.models import Person
from alongside.plans.models import Action, ChildProtectionPlan, Need
from tests.cast import NOW, TODAY
from tests.conferences.given import a_plan, noon
from tests.pages import Read, reader

REVIEW_ON = date(2025, 7, 8)


@pytest.fixture(autouse=True)
def afternoon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    return a_plan(amara, dana, council, school, jamal)


@pytest.fixture
def booking(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner, school: Agency, police: Agency,
    hospital: Agency,
) -> Booking:  # fmt: skip
    """Amara's review on 8 July. The school works with her; police and health are invited only."""
    return book_conference(
        by=dana, children=[amara], kind="review", starts_at=noon(REVIEW_ON), place="Quay Room", chair=jamal, now=NOW,
        invitations=[
            Invited(name="Helen Marsh", part="Designated safeguarding lead", agency=school, report_wanted=True),
            Invited(name="Tom Reed", agency=police, report_wanted=True),
            Invited(name="Nora Quill", part="School nurse", agency=hospital, report_wanted=True),
            Invited(name="Rosa Okoye", part="Mother"),
        ],
    )  # fmt: skip


def invitation_of(booking: Booking, name: str) -> Invitation:
    return Invitation.objects.select_related("agency").get(booking=booking, name=name)


@pytest.fixture
def action(plan: ChildProtectionPlan, school: Agency, dana: Practitioner) -> Action:
    """The school promised breakfast, by the end of April."""
    need = Need.objects.create(
        plan=plan, need="Amara needs a settled morning.", must_change="Amara eats before lessons.", agreed_on=TODAY,
        recorded_at=NOW, recorded_by=dana,
    )  # fmt: skip
    return Action.objects.create(
        need=need, what="Breakfast club every day", owner="Helen Marsh", agency=school, by_when=date(2025, 4, 30),
        agreed_on=TODAY, recorded_at=NOW, recorded_by=dana,
    )  # fmt: skip


@pytest.fixture
def chaired(case: Case, jamal: Practitioner, conference_team: object) -> None:
    Allocation.objects.create(
        area=case.area, case=case, practitioner=jamal, team=conference_team, from_on=case.opened_on,
        capacity=Allocation.Capacity.CONFERENCE_CHAIR,
    )  # fmt: skip
