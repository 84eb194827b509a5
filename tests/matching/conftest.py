"""Two records of one child, and somebody who manages the front door."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from django.utils import timezone

from alongside.agencies.models import Area, Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.people.models import Person
from tests.cast import NOW, child_of, practitioner


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture
def again(case: Case, wrenmouth: Area, dana: Practitioner) -> Person:
    """Amara a second time, as the hospital wrote her down: Amarra Okoye, a day younger. Her case is open too."""
    child = child_of(wrenmouth, "Amarra Okoye", "WREN-AGAIN2", date(2020, 9, 4), sex="F")
    Case.objects.create(area=wrenmouth, child=child, opened_on=date(2025, 4, 10), recorded_by=dana)
    return child


@pytest.fixture
def twin(case: Case, wrenmouth: Area, dana: Practitioner) -> Person:
    """Somebody with the same family name, born on the same day."""
    child = child_of(wrenmouth, "Adaeze Okoye", "WREN-TWINN2", date(2020, 9, 3), sex="F")
    Case.objects.create(area=wrenmouth, child=child, opened_on=date(2025, 4, 10), recorded_by=dana)
    return child


@pytest.fixture
def mo(front_door: Team) -> Practitioner:
    """Mo manages the front door besides Priya."""
    return practitioner("Mo Reeve", front_door, Role.TEAM_MANAGER, social_work=True)
