"""What of conferences still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.conferences.models import Booking
from alongside.moments import day_of


def open_work(case: Case) -> list[str]:
    """Sentences for conferences booked about the child that were neither held nor called off."""
    return [
        f"The {booking.get_kind_display().lower()} booked for {day_of(booking.starts_at):%-d %B %Y} "
        "has been neither recorded nor called off."
        for booking in Booking.objects.to_come().about(case)
    ]
