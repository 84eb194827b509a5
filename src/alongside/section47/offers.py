"""What may be done next when a child may be suffering significant harm."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States


def _discussion_wanted(states: States) -> bool:
    return states.is_open and states.strategy_discussion_wanted_since is not None


def _discussion_possible(states: States) -> bool:
    return states.is_open and states.strategy_discussion_wanted_since is None


def _enquiry_open(states: States) -> bool:
    return states.is_open and states.enquiry_since is not None


def _no_conference_coming(states: States) -> bool:
    return states.is_open and states.conference_wanted_since is None and states.plan_since is None


OFFERS = (
    Offer(
        label="Record how police protection ended",
        url_name="section47:end-police-protection",
        policy=policies.RECORD_IMMEDIATE_PROTECTION,
        rank=12,
        when=lambda states: states.is_open and states.police_protection_since is not None,
    ),
    Offer(
        label="Record a strategy discussion",
        url_name="section47:record-strategy-discussion",
        policy=policies.RECORD_STRATEGY_DISCUSSION,
        rank=9,
        when=_discussion_wanted,
    ),
    Offer(
        label="Conclude the section 47 enquiries",
        url_name="section47:conclude",
        policy=policies.RECORD_SECTION_47,
        rank=20,
        when=_enquiry_open,
    ),
    Offer(
        label="Record a step of the enquiries",
        url_name="section47:record-step",
        policy=policies.RECORD_SECTION_47,
        rank=30,
        when=_enquiry_open,
    ),
    Offer(
        label="Record how the emergency protection order ended",
        url_name="section47:end-order",
        policy=policies.RECORD_IMMEDIATE_PROTECTION,
        rank=35,
        when=lambda states: states.is_open and states.protection_order_until is not None,
    ),
    Offer(
        label="Make the child safe now",
        url_name="section47:immediate-protection",
        policy=policies.RECORD_IMMEDIATE_PROTECTION,
        rank=60,
    ),
    Offer(
        label="Record a strategy discussion",
        url_name="section47:record-strategy-discussion",
        policy=policies.RECORD_STRATEGY_DISCUSSION,
        rank=65,
        when=_discussion_possible,
    ),
    Offer(
        label="Ask for a conference",
        url_name="section47:request-conference",
        policy=policies.REQUEST_CONFERENCE,
        rank=70,
        when=_no_conference_coming,
    ),
)
