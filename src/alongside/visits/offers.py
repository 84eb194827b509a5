"""What can be recorded about seeing a child."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Record a visit",
        url_name="visits:record-seen",
        policy=policies.RECORD_VISIT,
        rank=40,
    ),
    Offer(
        label="Record that the child was not seen",
        url_name="visits:record-not-seen",
        policy=policies.RECORD_VISIT,
        rank=85,
    ),
    Offer(
        label="See every visit",
        url_name="visits:visits",
        policy=policies.READ_RECORD,
        rank=95,
        when=lambda states: states.last_seen_on is not None,
    ),
)
