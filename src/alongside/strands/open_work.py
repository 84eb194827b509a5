"""What is open beside a case, and would be left hanging if the case closed."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.facts import Fact
from alongside.strands.kinds import KINDS
from alongside.strands.models import Strand


def _words(one: Fact) -> str:
    title = KINDS[one.name].title if one.name in KINDS else one.name
    return f"“{title}”, open beside the case since {day_in_words(one)}, has not ended."


OPEN = (
    LeftOpen(
        "strand",
        lambda case: Strand.objects.filter(case=case, ended_on=None),
        {"from_on": "opened_on", "name": "kind"},
        _words,
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
