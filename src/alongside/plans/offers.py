"""What may be done next with a child protection plan."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer, nearly_eighteen
from alongside.chronology.states import States


def on_a_plan(states: States) -> bool:
    return states.is_open and states.plan_since is not None


def moving_untold(states: States) -> bool:
    return states.is_open and states.moves_away_since is not None and states.move_told_since is None


def moving_told(states: States) -> bool:
    return states.is_open and states.move_told_since is not None


def on_a_plan_and_not_moving(states: States) -> bool:
    return on_a_plan(states) and states.moves_away_since is None


def here_for_a_time(states: States) -> bool:
    return states.is_open and states.stays_here_since is not None


def without_a_plan(states: States) -> bool:
    return states.is_open and states.plan_since is None and states.stays_here_since is None


OFFERS = (
    Offer(
        label="Tell the other authority of the move", url_name="plans:moves", policy=policies.KEEP_PLAN, rank=25,
        when=moving_untold,
    ),
    Offer(label="The move to another authority", url_name="plans:moves", policy=policies.KEEP_PLAN, rank=60, when=moving_told),
    Offer(
        label="Plan for turning 18", url_name="plans:coming-of-age", policy=policies.KEEP_PLAN, rank=42,
        when=on_a_plan, of=nearly_eighteen,
    ),
    Offer(
        label="Record a move to another authority", url_name="plans:move-away", policy=policies.KEEP_PLAN, rank=84,
        when=on_a_plan_and_not_moving,
    ),
    Offer(
        label="The stay here on another authority’s plan", url_name="plans:moves", policy=policies.KEEP_PLAN, rank=60,
        when=here_for_a_time,
    ),
    Offer(
        label="Record a stay here on another authority’s plan", url_name="plans:stay-here", policy=policies.KEEP_PLAN,
        rank=87, when=without_a_plan,
    ),
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
