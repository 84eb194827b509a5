"""What is still open here and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.assessments.models import Assessment
from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences

OPEN = (
    LeftOpen(
        "assessment",
        lambda case: Assessment.objects.filter(case=case, approval=None),
        {"from_on": "started_on"},
        lambda one: f"The assessment that began on {day_in_words(one)} has not been concluded.",
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
