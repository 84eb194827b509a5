"""What can be done next about a child-in-need plan, and when it makes sense."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer, nearly_eighteen
from alongside.chronology.states import States


def _has_a_plan(states: States) -> bool:
    return states.is_open and states.child_in_need_plan_since is not None


def _is_wanted(states: States) -> bool:
    """An assessment decided on a plan, and there is none yet."""
    return states.is_open and states.child_in_need_plan_wanted_since is not None


def _could_have_one(states: States) -> bool:
    no_plan = states.child_in_need_plan_since is None and states.plan_since is None
    ready = not _is_wanted(states) and not states.referral_waiting_since and not states.is_early_help
    return states.is_open and no_plan and ready


def _has_an_early_help_plan(states: States) -> bool:
    return states.is_open and states.early_help_plan_since is not None


def _could_have_an_early_help_plan(states: States) -> bool:
    return states.is_early_help and states.early_help_plan_since is None


OFFERS = (
    Offer(
        label="Plan who helps as an adult",
        url_name="family_help:planned-change",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=46,
        when=_has_a_plan,
        of=nearly_eighteen,
    ),
    Offer(
        label="Start the child-in-need plan",
        url_name="family_help:start",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=22,
        when=_is_wanted,
    ),
    Offer(
        label="Review the child-in-need plan",
        url_name="family_help:review",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=35,
        when=_has_a_plan,
    ),
    Offer(
        label="Change the child-in-need plan",
        url_name="family_help:change",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=48,
        when=_has_a_plan,
    ),
    Offer(
        label="Start a child-in-need plan",
        url_name="family_help:start",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=50,
        when=_could_have_one,
    ),
    Offer(
        label="Start the early help plan",
        url_name="family_help:start",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=34,
        when=_could_have_an_early_help_plan,
    ),
    Offer(
        label="Review the early help plan",
        url_name="family_help:review",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=36,
        when=_has_an_early_help_plan,
    ),
    Offer(
        label="Change the early help plan",
        url_name="family_help:change",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=48,
        when=_has_an_early_help_plan,
    ),
    Offer(
        label="Read the early help plan",
        url_name="family_help:plan",
        policy=policies.READ_HELP_PLAN,
        rank=60,
        when=_has_an_early_help_plan,
    ),
    Offer(
        label="End the early help plan",
        url_name="family_help:end",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=80,
        when=_has_an_early_help_plan,
    ),
    Offer(
        label="Read the child-in-need plan",
        url_name="family_help:plan",
        policy=policies.READ_HELP_PLAN,
        rank=60,
        when=_has_a_plan,
    ),
    Offer(
        label="End the child-in-need plan",
        url_name="family_help:end",
        policy=policies.KEEP_CHILD_IN_NEED_PLAN,
        rank=80,
        when=_has_a_plan,
    ),
)
