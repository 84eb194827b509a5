"""The way from a child's page to the places, groups and online spaces the child is linked to."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Places, groups and online spaces", url_name="contexts:of-child", policy=policies.READ_RECORD, rank=67,
        when=lambda states: True,
    ),
)  # fmt: skip
