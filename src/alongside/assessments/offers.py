"""What can be done next about an assessment, and when it makes sense."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.chronology.states import States

LEADS_TO_ASSESSMENT = ("section-17-assessment", "strategy-discussion", "immediate-protection")


def _is_wanted(states: States) -> bool:
    is_due = not states.assessment_since and not states.assessed_on
    return states.is_open and is_due and states.referral_decided in LEADS_TO_ASSESSMENT


def _could_begin(states: States) -> bool:
    return states.is_open and not states.assessment_since and not _is_wanted(states)


def _is_being_written(states: States) -> bool:
    return bool(states.assessment_since and not states.assessment_for_approval_since)


def _waits_for_approval(states: States) -> bool:
    return bool(states.assessment_for_approval_since)


OFFERS = (
    Offer(
        label="Approve the assessment",
        url_name="assessments:approve",
        policy=policies.APPROVE_ASSESSMENT,
        rank=12,
        when=_waits_for_approval,
    ),
    Offer(
        label="Start the assessment",
        url_name="assessments:start",
        policy=policies.WRITE_ASSESSMENT,
        rank=20,
        when=_is_wanted,
    ),
    Offer(
        label="Write the assessment",
        url_name="assessments:assessment",
        policy=policies.WRITE_ASSESSMENT,
        rank=30,
        when=_is_being_written,
    ),
    Offer(
        label="Send the assessment for approval",
        url_name="assessments:send",
        policy=policies.WRITE_ASSESSMENT,
        rank=45,
        when=_is_being_written,
    ),
    Offer(
        label="Return the assessment for more work",
        url_name="assessments:return",
        policy=policies.APPROVE_ASSESSMENT,
        rank=46,
        when=_waits_for_approval,
    ),
    Offer(
        label="Say why the assessment takes longer",
        url_name="assessments:explain-over-run",
        policy=policies.WRITE_ASSESSMENT,
        rank=70,
        when=lambda states: bool(states.assessment_since),
    ),
    Offer(
        label="Start another assessment",
        url_name="assessments:start",
        policy=policies.WRITE_ASSESSMENT,
        rank=75,
        when=_could_begin,
    ),
    Offer(
        label="Read the assessments",
        url_name="assessments:assessment",
        policy=policies.READ_ASSESSMENT,
        rank=96,
        when=lambda states: not _is_being_written(states),
    ),
)
