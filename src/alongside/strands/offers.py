"""One way in to everything that runs beside the case; its page leads on from there."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States


def _always(states: States) -> bool:
    return True


OFFERS = (
    Offer(
        label="Beside the case", url_name="strands:beside", policy=policies.READ_RECORD, rank=66, when=_always
    ),
)
