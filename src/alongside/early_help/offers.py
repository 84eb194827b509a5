"""What can be done next in early help, and when it makes sense."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States


def _goes_on(states: States) -> bool:
    return states.is_open and states.early_help_since is not None


def _is_early_help(states: States) -> bool:
    return states.is_early_help


def _not_assessed_yet(states: States) -> bool:
    return states.is_early_help and states.early_help_assessed_on is None


def _is_assessed(states: States) -> bool:
    return states.is_early_help and states.early_help_assessed_on is not None


def _has_stopped(states: States) -> bool:
    return not states.is_open


def _could_step_down(states: States) -> bool:
    """Section 17 is the basis, and nothing under it or section 47 is under way."""
    under_way = (
        states.assessment_since, states.enquiry_since, states.plan_since, states.strategy_discussion_wanted_since,
        states.conference_wanted_since, states.police_protection_since, states.protection_order_until,
        states.referral_waiting_since, states.assessment_order_since,
    )  # fmt: skip
    return states.is_open and states.in_need_since is not None and not any(under_way)


OFFERS = (
    Offer(
        label="Write the early help assessment",
        url_name="early_help:write-assessment",
        policy=policies.KEEP_EARLY_HELP,
        rank=33,
        when=_not_assessed_yet,
    ),
    Offer(
        label="Write in the early help assessment",
        url_name="early_help:write-assessment",
        policy=policies.KEEP_EARLY_HELP,
        rank=57,
        when=_is_assessed,
    ),
    Offer(
        label="Early help and the team around the family",
        url_name="early_help:episode",
        policy=policies.READ_EARLY_HELP,
        rank=58,
        when=_goes_on,
    ),
    Offer(
        label="Step up: refer",
        url_name="early_help:step-up",
        policy=policies.KEEP_EARLY_HELP,
        rank=66,
        when=_is_early_help,
    ),
    Offer(
        label="Offer early help",
        url_name="early_help:offer",
        policy=policies.READ_CHILD,
        rank=70,
        when=_has_stopped,
    ),
    Offer(
        label="Step down to early help",
        url_name="early_help:step-down",
        policy=policies.STEP_DOWN,
        rank=78,
        when=_could_step_down,
    ),
    Offer(
        label="End early help",
        url_name="early_help:end",
        policy=policies.KEEP_EARLY_HELP,
        rank=82,
        when=_is_early_help,
    ),
)
