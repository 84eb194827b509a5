"""The demonstration's own rounds and plan: the same each time, and none where no text asked anything."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.demo.judged import organisations_judge_themselves
from alongside.demo.organisation import lay_out
from alongside.improvement.models import PlannedAction, SelfAssessment

pytestmark = pytest.mark.django_db


def test_organisations_of_the_borough_judge_themselves_and_plan() -> None:
    organisations_judge_themselves(lay_out(), date(2026, 6, 11))

    rounds = SelfAssessment.objects.order_by("on", "id")
    assert [(str(one.on), one.whose, bool(one.submitted_at)) for one in rounds] == [
        ("2025-05-27", "Mill Lane Primary School", True),
        ("2026-04-12", "Wrenmouth Community Health", True),
        ("2026-05-02", "Wrenmouth safeguarding partnership", True),
        ("2026-05-21", "Mill Lane Primary School", True),
        ("2026-05-21", "Beacon Hill School", False),
    ]
    plan = PlannedAction.objects.all()
    assert plan.filter(outcome="done").count() == 1
    assert plan.filter(outcome="", due_on__lt=date(2026, 6, 11)).count() == 1
    assert plan.exclude(listed_as="").count() == 2


def test_nothing_is_judged_before_a_text_asked_for_it() -> None:
    organisations_judge_themselves(lay_out(), date(2024, 6, 11))

    assert not SelfAssessment.objects.exists()
