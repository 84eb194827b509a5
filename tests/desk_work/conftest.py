"""Children with dates to keep, on a Thursday that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner, Team
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from tests.cast import NOW, child_of
from tests.pages import Read, reader


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def on_a_plan(case: Case, dana: Practitioner) -> Case:
    """Amara has been subject to a plan since 14 April: a first core group and a first review are due."""
    plan(case, dana, date(2025, 4, 14))
    return case


def plan(case: Case, by: Practitioner, on: date) -> None:
    """An initial conference that made a plan on this day."""
    kinds.INITIAL_CONFERENCE_HELD.record(
        case, on=on, by=by, now=NOW, decided="plan", outcome="a plan", category="neglect", reasons="Agreed."
    )
    refresh(case)


def referred(case: Case, by: Practitioner, on: date, **details: Any) -> Entry:
    """A referral on this day: its decision, and the end of an assessment, are due."""
    entry = kinds.REFERRAL_RECEIVED.record(
        case, on=on, by=by, now=NOW, referrer="Helen Marsh", concern="Bruises.", **details
    )
    refresh(case)
    return entry


@pytest.fixture
def many(harbour_team: Team, dana: Practitioner) -> Callable[[int], list[Case]]:
    """`many(500)`: Dana leads on so many children in all, each with dates to keep."""
    return lambda number: list(children_of(dana, harbour_team, number))


def children_of(lead: Practitioner, team: Team, number: int) -> Iterator[Case]:
    begun = Case.objects.count()
    for n in range(begun, number):
        child = child_of(team.area, f"Child{n:03} Tester", f"WREN-T{n:05}")
        case = Case.objects.create(area=team.area, child=child, opened_on=date(2025, 3, 3), recorded_by=lead)
        Allocation.objects.create(
            area=team.area, case=case, practitioner=lead, team=team, from_on=date(2025, 3, 3)
        )
        referred(case, lead, date(2025, 3, 3))
        yield case
