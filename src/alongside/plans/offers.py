"""What may be done next with a child protection plan."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States


def on_a_plan(states: States) -> bool:
    return states.is_open and states.plan_since is not None


OFFERS = (
    Offer(label="Record a core group", url_name="plans:record-core-group", policy=policies.KEEP_PLAN, rank=30, when=on_a_plan),
    Offer(label="Change the plan", url_name="plans:change", policy=policies.KEEP_PLAN, rank=45, when=on_a_plan),
    Offer(
        label="Write the child's own version of the plan", url_name="plans:write-for-the-child",
        policy=policies.KEEP_PLAN, rank=55, when=on_a_plan,
    ),
    Offer(
        label="End the plan without a conference", url_name="plans:end", policy=policies.KEEP_PLAN, rank=85,
        when=on_a_plan,
    ),
)  # fmt: skip
