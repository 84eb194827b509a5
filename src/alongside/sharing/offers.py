"""What can be done about sharing information on a child."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Share information, or decide not to",
        url_name="sharing:decide",
        policy=policies.SHARE_INFORMATION,
        rank=72,
    ),
    Offer(
        label="Ask another agency for information",
        url_name="sharing:ask",
        policy=policies.SHARE_INFORMATION,
        rank=73,
    ),
    Offer(
        label="See what was shared and asked for",
        url_name="sharing:decisions",
        policy=policies.SHARE_INFORMATION,
        rank=96,
        when=lambda states: True,
    ),
)
