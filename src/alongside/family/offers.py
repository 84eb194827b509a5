"""What can be changed about a child at any time."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Note a danger",
        url_name="family:note-danger",
        policy=policies.CHANGE_DETAILS,
        rank=80,
        when=lambda states: True,
    ),
    Offer(
        label="Change the address",
        url_name="family:change-address",
        policy=policies.CHANGE_DETAILS,
        rank=82,
        when=lambda states: True,
    ),
    Offer(
        label="Change details",
        url_name="family:change-details",
        policy=policies.CHANGE_DETAILS,
        rank=84,
        when=lambda states: True,
    ),
)
