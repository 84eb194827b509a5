"""Given for every test of plans: Amara's plan, made by the conference of Monday 14 April 2025."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan
from tests.conferences.given import a_plan


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    return a_plan(amara, dana, council, school, jamal)
