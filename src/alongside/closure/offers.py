"""Closing a case is offered while it is open; the page says what is still in the way."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(label="Close the case", url_name="closure:close", policy=policies.CLOSE_CASE, rank=88),
    Offer(
        label="Record that the child died", url_name="closure:child-died", policy=policies.CLOSE_CASE, rank=95
    ),
)
