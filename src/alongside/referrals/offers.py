"""What the front door can do next for a child."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer

OFFERS = (
    Offer(
        label="Allocate a lead practitioner",
        url_name="referrals:allocate",
        policy=policies.ALLOCATE,
        rank=15,
        when=lambda states: states.is_open and bool(states.referral_decided) and not states.lead_since,
    ),
    Offer(
        label="Change the lead practitioner",
        url_name="referrals:allocate",
        policy=policies.ALLOCATE,
        rank=76,
        when=lambda states: states.is_open and bool(states.lead_since),
    ),
    Offer(
        label="Refer again",
        url_name="referrals:again",
        policy=policies.READ_CHILD,
        rank=20,
        when=lambda states: not states.is_open,
    ),
    Offer(
        label="Refer again",
        url_name="referrals:again",
        policy=policies.READ_CHILD,
        rank=90,
    ),
)
