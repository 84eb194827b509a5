"""What of being looked after still stands, for whoever wants to close a case."""

from __future__ import annotations

from alongside.care.models import LookedAfter
from alongside.chronology.left_open import LeftOpen, day_in_words

OPEN = (
    LeftOpen(
        "looked-after",
        lambda case: LookedAfter.objects.filter(case=case, ending=None),
        {"from_on": "began_on"},
        lambda one: f"The child has been looked after since {day_in_words(one)}, and that has not ended.",
    ),
)
