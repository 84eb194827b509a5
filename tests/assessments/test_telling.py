"""Telling the family and agencies in writing what an assessment decided, after it was approved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentNotice
from alongside.assessments.telling import ToldInWriting, record_told
from alongside.cases.models import Involvement
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY

FAMILY = ToldInWriting(how="letter")


@pytest.fixture
def concluded(assessment: Assessment, approve: Callable[..., AssessmentApproval]) -> Assessment:
    """Amara's assessment, approved on 17 April 2025 with nobody told yet."""
    approve(told=[])
    assessment.refresh_from_db()
    return assessment


def tell(
    dana: Practitioner, concluded: Assessment, told: Sequence[ToldInWriting], told_on: date = TODAY
) -> Any:
    return record_told(by=dana, assessment=concluded, told=told, told_on=told_on, now=NOW)


def test_who_was_told_is_kept_and_said_on_the_timeline(
    concluded: Assessment, dana: Practitioner, school_involved: Involvement
) -> None:
    tell(dana, concluded, [FAMILY, ToldInWriting(how="email", agency=school_involved.agency)])
    entry = Entry.objects.get(kind="assessment-outcome-told")

    assert AssessmentNotice.objects.count() == 2
    assert KINDS[entry.kind].words(entry.details) == (
        "Told in writing what the assessment decided: the family (letter); "
        "Mill Lane Primary School (secure e-mail)."
    )


@pytest.mark.parametrize(
    ("told", "told_on", "sentence"),
    [
        (
            [],
            TODAY,
            "Nobody is named. Telling is telling somebody. Choose how the family or an agency was told.",
        ),
        (
            [FAMILY],
            date(2025, 4, 16),
            (
                "This is before the assessment was decided. You entered 16 April 2025, and it was decided on "
                "17 April 2025. Check the day."
            ),
        ),
        (
            [FAMILY],
            date(2025, 4, 18),
            (
                "The day they were told is in the future. You entered 18 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
        ),
    ],
)
def test_only_what_cannot_be_is_refused(
    told: list[ToldInWriting], told_on: date, sentence: str, concluded: Assessment, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        tell(dana, concluded, told, told_on)
    assert str(refused.value) == sentence


def test_each_is_told_once(concluded: Assessment, dana: Practitioner) -> None:
    tell(dana, concluded, [FAMILY])
    with pytest.raises(Refusal) as refused:
        tell(dana, concluded, [FAMILY])
    assert str(refused.value) == (
        "Recorded as told already: the family (letter). Each is told once, in writing, of the decision. Take them out."
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentNotice.objects.create(
            area=concluded.area, approval=concluded.approval, how="email", told_on=TODAY
        )


def test_nobody_is_told_of_what_is_not_decided(assessment: Assessment, dana: Practitioner) -> None:
    with pytest.raises(Refusal) as refused:
        tell(dana, assessment, [FAMILY])
    assert str(refused.value) == (
        "This assessment has decided nothing yet. It has not been approved. Tell them what it decided once it has."
    )


def test_only_those_who_work_with_the_child_record_it(concluded: Assessment, stranger: Practitioner) -> None:
    with pytest.raises(PermissionDenied):
        tell(stranger, concluded, [FAMILY])


def test_the_page_asks_only_about_those_not_told_yet(
    concluded: Assessment, dana: Practitioner, school_involved: Involvement, client: Client
) -> None:
    client.force_login(dana)
    page = reverse("assessments:tell", args=("WREN-AMARA2", concluded.pk))
    answers = {
        "told_on_day": "17",
        "told_on_month": "4",
        "told_on_year": "2025",
        "told_family": "letter",
        "step": "confirm",
    }
    assert client.post(page, answers).status_code == 303
    asked = client.get(page).content.decode()

    assert "Mill Lane Primary School: how were they told?" in asked
    assert "The family: how were they told?" not in asked
    assert "The family: letter, 17 April 2025" in asked


def test_a_page_of_an_assessment_not_concluded_is_not_there(
    assessment: Assessment, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)

    assert client.get(reverse("assessments:tell", args=("WREN-AMARA2", assessment.pk))).status_code == 404
