"""What of conferences still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.left_open import LeftOpen, day_in_words, sentences
from alongside.conferences.models import Booking
from alongside.conferences.models.conference import Kind
from alongside.facts import Fact


def _booked(one: Fact) -> str:
    return f"The {Kind(one.name).label.lower()} booked for {day_in_words(one)} has been neither recorded nor called off."


OPEN = (
    LeftOpen(
        "booking",
        lambda case: Booking.objects.to_come().about(case),
        {"name": "kind", "at": "starts_at"},
        _booked,
    ),
)


def open_work(case: Case) -> list[str]:
    """Sentences for what must be finished before the case can close; empty when nothing is open."""
    return [words for _, words in sentences(OPEN, case)]
