"""Amara, whose earlier records say a good deal, and an assessment that has just begun."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment
from alongside.assessments.services import start_assessment
from alongside.cases.models import Case
from alongside.people.models import Person
from tests.assessments.conftest import BEGUN, referred
from tests.cast import NOW

__all__ = ["referred"]


@pytest.fixture
def assessment(referred: Case, dana: Practitioner, amara: Person) -> Assessment:
    return start_assessment(
        by=dana,
        child=amara,
        started_on=BEGUN,
        basis="section-17",
        lead=dana,
        why="Amara may be in need.",
        now=NOW,
    )
