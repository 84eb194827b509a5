"""What may be done next about conferences."""

from __future__ import annotations

from alongside.access import policies
from alongside.access.policy import Policy
from alongside.chronology.offers import Offer
from alongside.chronology.states import States

RECORD: Policy = policies.RECORD_CONFERENCE


def waits_for_conference(states: States) -> bool:
    return states.is_open and states.conference_wanted_since is not None


def moved_here(states: States) -> bool:
    return states.is_open and states.move_notified_since is not None


def on_a_plan(states: States) -> bool:
    return states.is_open and states.plan_since is not None


def may_be_booked(states: States) -> bool:
    return waits_for_conference(states) or moved_here(states) or on_a_plan(states)


def without_a_plan(states: States) -> bool:
    return states.is_open and states.plan_since is None


OFFERS = (
    Offer(label="Record the initial conference", url_name="conferences:record-initial", policy=RECORD, rank=15, when=waits_for_conference),
    Offer(label="Record the transfer-in conference", url_name="conferences:record-transfer-in", policy=RECORD, rank=16, when=moved_here),
    Offer(label="Consider a conference before the birth", url_name="conferences:before-birth", policy=RECORD, rank=34,
          of=lambda child: child.is_unborn),
    Offer(label="Book a conference", url_name="conferences:book", policy=RECORD, rank=35, when=may_be_booked),
    Offer(label="Record a review conference", url_name="conferences:record-review", policy=RECORD, rank=40, when=on_a_plan),
    Offer(label="Name the conference chair", url_name="conferences:chair", policy=RECORD, rank=60, when=may_be_booked),
    Offer(
        label="Record that the child moved here on another area's plan", url_name="conferences:move-notified", policy=RECORD,
        rank=80, when=without_a_plan,
    ),
)  # fmt: skip
