"""What supervision said about a child can be read at any time."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="What supervision said", url_name="supervision:of-child", policy=policies.READ_RECORD, rank=87,
        when=lambda states: True,
    ),
)  # fmt: skip
