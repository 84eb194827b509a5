"""An assessment of Amara that Dana began, and what is needed to write and conclude it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from alongside.agencies.models import Practitioner
from alongside.assessments.approval import approve_assessment
from alongside.assessments.models import Assessment, AssessmentApproval
from alongside.assessments.services import start_assessment
from alongside.assessments.telling import ToldInWriting
from alongside.assessments.writing import Saving, Writing, save_sections
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from tests.cast import NOW, TODAY

BEGUN = date(2025, 4, 3)
REFERRED = date(2025, 4, 1)


@pytest.fixture
def referred(case: Case, priya: Practitioner) -> Case:
    """Amara was referred on 1 April 2025, and an assessment was decided on the same day."""
    kinds.REFERRAL_RECEIVED.record(
        case,
        on=REFERRED,
        by=priya,
        now=NOW,
        referrer="Mill Lane Primary School",
        concern="Amara comes hungry.",
    )
    kinds.REFERRAL_DECIDED.record(
        case, on=REFERRED, by=priya, now=NOW, decided="section-17-assessment", outcome="A section 17 assessment",
        decider=priya.name, reasons="She may be in need.",
    )  # fmt: skip
    refresh(case)
    return case


@pytest.fixture
def assessment(referred: Case, dana: Practitioner, amara: Person) -> Assessment:
    """The assessment Dana began on 3 April 2025."""
    return start_assessment(
        by=dana,
        child=amara,
        started_on=BEGUN,
        basis="section-17",
        lead=dana,
        why="Amara may be in need.",
        now=NOW,
    )


@pytest.fixture
def write(dana: Practitioner, amara: Person) -> Callable[..., Saving]:
    """`write("analysis", "…", version=1, by=olu)`: one text saved under one heading."""

    def save(
        heading: str, words: str, *, version: int = 0, by: Practitioner = dana, now: Any = NOW, **more: Any
    ) -> Saving:
        writing = Writing(heading=heading, words=words, version=version)
        return save_sections(by=by, child=amara, writings=[writing], now=now, **more)[0]

    return save


@pytest.fixture
def approve(sam: Practitioner, amara: Person) -> Callable[..., AssessmentApproval]:
    """`approve(factors=("21",))`: Sam concludes the assessment."""

    def conclude(**given: Any) -> AssessmentApproval:
        answers: dict[str, Any] = {
            "by": sam, "approved_on": TODAY, "outcome": "child-in-need-plan", "now": NOW, "factors": ("16A", "4B"),
            "reasons": "She needs help that her mother welcomes.", "told": [ToldInWriting(how="letter")],
        }  # fmt: skip
        return approve_assessment(child=amara, **(answers | given))

    return conclude
