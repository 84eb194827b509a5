"""Given for every test of conferences: what Amara's brother Ben needs for a case of his own."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Case
from alongside.people.models import Person


@pytest.fixture
def bens_case(ben: Person, dana: Practitioner, case: Case) -> Case:
    """Ben's open case, led by Dana as Amara's is."""
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    Allocation.objects.create(
        area=ben.area, case=bens, practitioner=dana, team=case.allocations.get().team, from_on=bens.opened_on
    )
    return bens
