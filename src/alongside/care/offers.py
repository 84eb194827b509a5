"""Recording that a child is looked after, and how they come home."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States


def is_looked_after(states: States) -> bool:
    return states.is_open and states.looked_after_since is not None


def is_not_looked_after(states: States) -> bool:
    return states.is_open and states.looked_after_since is None


def has_two_plans_unweighed(states: States) -> bool:
    return (
        is_looked_after(states) and states.plan_since is not None and states.two_plans_considered_on is None
    )


OFFERS = (
    Offer(
        label="Consider whether both plans are needed", url_name="care:two-plans", policy=policies.WRITE_ASSESSMENT,
        rank=48, when=has_two_plans_unweighed,
    ),
    Offer(label="Being looked after", url_name="care:looked-after", policy=policies.READ_RECORD, rank=70, when=is_looked_after),
    Offer(
        label="Record that the child is looked after", url_name="care:become", policy=policies.WRITE_ASSESSMENT, rank=86,
        when=is_not_looked_after,
    ),
    Offer(
        label="Record coming home from care",
        url_name="care:return-home",
        policy=policies.WRITE_ASSESSMENT,
        rank=85,
    ),
)  # fmt: skip
