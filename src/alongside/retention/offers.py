"""What may be done at any time about how long a child's record is kept, and about what its subject asks."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="What was asked about this record", url_name="retention:asked", policy=policies.ANSWER_SUBJECT, rank=98,
        when=lambda states: True,
    ),
    Offer(
        label="How long this record is kept", url_name="retention:kept", policy=policies.HOLD_RECORD, rank=98,
        when=lambda states: True,
    ),
)  # fmt: skip
