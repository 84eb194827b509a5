"""What the front door offers to do for a child."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Ask a partner",
        url_name="front_door:ask-partners",
        policy=policies.ASK_PARTNER,
        rank=70,
        when=lambda states: states.is_open,
    ),
)
