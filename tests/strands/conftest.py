"""Amara's case, with a brother in the family and agencies around it."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Agency
from alongside.cases.models import Case, Involvement
from alongside.people.models import Person


@pytest.fixture
def known(
    case: Case, amara: Person, ben: Person, school: Agency, council: Agency, school_involved: Involvement
) -> Case:
    return case
