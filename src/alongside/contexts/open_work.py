"""Links that stand, and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.contexts.models import ContextLink
from alongside.facts import Fact


def _words(one: Fact) -> str:
    return f"The link to “{one.name}”, since {day_in_words(one)}, has not ended."


OPEN = (
    LeftOpen(
        "context-link",
        lambda case: ContextLink.objects.filter(case=case, ended_on=None),
        {"from_on": "from_on", "name": "context__name"},
        _words,
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
