"""What can be done about letters, at any time."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Write a letter, or see who is still to be told",
        url_name="letters:documents",
        policy=policies.WRITE_LETTERS,
        rank=70,
        when=lambda states: True,
    ),
)
