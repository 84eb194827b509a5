"""What may be done at any time about who may see a child's record."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="For named eyes only", url_name="need_to_know:named-eyes", policy=policies.NOTE_FOR_NAMED_EYES, rank=95,
        when=lambda states: states.is_open,
    ),
    Offer(
        label="Declare a conflict of interest", url_name="need_to_know:declare", policy=policies.READ_CHILD, rank=96,
        when=lambda states: True,
    ),
    Offer(
        label="Seal this record", url_name="need_to_know:seal", policy=policies.SEAL, rank=97,
        when=lambda states: True,
    ),
)  # fmt: skip
