"""What of a plan still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.plans.models import ChildProtectionPlan, StayHere

OPEN = (
    LeftOpen(
        "child-protection-plan",
        lambda case: ChildProtectionPlan.objects.open().filter(case=case),
        {"from_on": "started_on"},
        lambda one: f"The child protection plan that began on {day_in_words(one)} has not ended.",
    ),
    LeftOpen(
        "stay-here",
        lambda case: StayHere.objects.filter(case=case, ending=None),
        {"from_on": "from_on", "name": "authority"},
        lambda one: (
            f"The child has been here on the plan of {one.name} since {day_in_words(one)}, and that has not ended."
        ),
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
