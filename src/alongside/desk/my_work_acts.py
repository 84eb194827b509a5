"""The one act that meets each limit, and for whom one waits where it is not one's own to meet."""

from __future__ import annotations

from functools import cache

from alongside.access import policies
from alongside.access.policy import Reason
from alongside.chronology import kinds
from alongside.chronology.offers import Offer
from alongside.deadlines.clocks import CLOCKS, timescale
from alongside.deadlines.models import Deadline
from alongside.desk.offers import address, every_offer
from alongside.ui.frames import Link

#: The page of the act that stops each clock. An act that this installation lacks is not offered.
ACTS = (
    {
        "assessment.child-seen": "visits:record-seen",
        "assessment.completion": "assessments:assessment",
        "child-protection.initial-conference": "conferences:record-initial",
        "child-protection.transfer-in-conference": "conferences:record-transfer-in",
        "child-protection.first-core-group": "plans:record-core-group",
        "child-protection.first-review": "conferences:record-review",
        "child-protection.next-review": "conferences:record-review",
        "child-in-need.moved-area": "family_help:plan",
        "outside-home.link": "contexts:of-child",
        "child-protection.move-told": "plans:moves",
        "child-protection.receiving-conference": "plans:moves",
        "child-protection.review-around-eighteen": "plans:coming-of-age",
        "child-in-need.change-planned": "family_help:planned-change",
        "emergency.exclusion-requirement": "section47:immediate-protection",
        "emergency.recovery-order": "section47:immediate-protection",
        "emergency.responsibility-accepted": "section47:immediate-protection",
        "assessment.findings-shared": "letters:documents",
        "assessment.referrer-told": "letters:documents",
        "enquiry.family-told": "letters:documents",
        "child-protection.plan-circulation": "letters:documents",
        "child-protection.ending-told": "letters:documents",
        "emergency.police-protection-told": "letters:documents",
        "emergency.strategy-discussion-after": "section47:record-strategy-discussion",
    }
    | {clock.rule.id: "strands:beside" for clock in CLOCKS if kinds.STRAND_OPENED in clock.started_by.kinds}
    | {
        "young-carer.assessment-copy": "letters:documents",
        "pre-proceedings.letter-sent": "letters:documents",
    }
)
#: The acts of the front door are about one referral, which the entry that started the clock names.
ABOUT_A_REFERRAL = {
    "referral.acknowledgement": ("Acknowledge the referral", "referrals:acknowledge"),
    "referral.decision": ("Decide on the referral", "referrals:decide"),
}
#: Limits that someone outside the team around the child has to meet, or the front door.
OF_OTHERS = (
    "referral.",
    "emergency.police-protection",
    "emergency.protection-order",
    "emergency.child-assessment-order",
    "court.",
)
OF_CHAIRS = ("child-protection.first-review", "child-protection.next-review")
#: Why each capacity may act: the reason of the policies that holds for every row of its list.
HOLDS: dict[str, Reason] = {
    "lead-practitioner": policies.LEADS,
    "conference-chair": policies.CHAIRS,
    "front-door": policies.AT_FRONT_DOOR,
}


@cache
def _offer(url_name: str) -> Offer | None:
    return next((offer for offer in every_offer() if offer.url_name == url_name), None)


#: The same, for whoever covers for somebody with such a part.
COVERS: dict[str, Reason] = {
    "lead-practitioner": policies.COVERS_LEAD,
    "conference-chair": policies.COVERS_CHAIR,
}


def act_for(deadline: Deadline, capacity: str, *, covering: bool = False) -> Link | None:
    """The act that meets this limit, where whoever stands so to the child may take it. No query.

    covering: whether they do so for somebody who is away.
    """
    if about := ABOUT_A_REFERRAL.get(deadline.rule_id):
        key = deadline.started_by.details.get("referral")
        href = address(about[1], key) if key and capacity == "front-door" else ""
        return Link(about[0], href) if href else None
    offer = _offer(ACTS.get(deadline.rule_id, ""))
    if offer is None or (COVERS if covering else HOLDS).get(capacity) not in offer.policy.allow:
        return None
    href = address(offer.url_name, deadline.child.reference)
    return Link(offer.label, href) if href else None


def waits_on(deadline: Deadline, capacity: str) -> str:
    """Who has to meet the limit, in the rule's words; empty where it is this practitioner's own."""
    if capacity == "front-door":
        return ""
    theirs = deadline.rule_id.startswith(OF_OTHERS)
    if capacity == "conference-chair":
        theirs = deadline.rule_id not in OF_CHAIRS
    return timescale(deadline.rule_id).responsible if theirs else ""
