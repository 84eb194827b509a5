"""What is still open here and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.family_help.models import ChildInNeedPlan
from alongside.family_help.names import NAMES

OPEN = (
    LeftOpen(
        "child-in-need-plan",
        lambda case: ChildInNeedPlan.objects.filter(case=case, ending=None),
        {"from_on": "started_on", "role": "basis"},
        lambda one: f"The {NAMES[one.role]} that started on {day_in_words(one)} has not ended.",
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
