"""Recording that a looked-after child comes home, from the quiet menu."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Record coming home from care",
        url_name="care:return-home",
        policy=policies.WRITE_ASSESSMENT,
        rank=85,
    ),
)
