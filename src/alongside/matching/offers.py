"""What can be done at any time about a child who has two records."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="There is another record of this child",
        url_name="matching:another-record",
        policy=policies.JOIN_RECORDS,
        rank=95,
        when=lambda states: True,
    ),
)
