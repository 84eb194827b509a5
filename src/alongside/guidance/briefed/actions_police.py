"""What the police may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import PARTNERS, POLICE
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(POLICE,), editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="police.lead-partner",
        audiences=(POLICE, PARTNERS),
        words="The chief officer stands as lead partner, and somebody of sufficient rank is delegated in each area.",
        rules=(
            "definition.lead-safeguarding-partner",
            "delegated-partners.appointed",
        ),
        evidence="Names, published.",
    ),
    _action(
        id="police.sharing",
        words="Share whenever that is needed to protect a child, and write down the basis.",
        rules=(
            "information.lawful-basis",
            "policing.share",
        ),
        evidence="A sample of the log.",
    ),
    _action(
        id="police.threshold",
        words="Make sure that those who decide on referrals know the local threshold document well.",
        rules=(
            "referral.threshold",
            "policing.trained",
            "threshold-document.content",
        ),
        evidence="Training; an audit of referrals.",
    ),
    _action(
        id="police.children-first",
        words="Meet suspects under 18 as children first, and ask about debt and threats after a seizure or an arrest.",
        rules=(
            "outside-home.safeguarded-first",
            "policing.child-suspects",
        ),
        evidence="A line in the custody record.",
    ),
    _action(
        id="police.domestic-abuse",
        words="Record children in homes with domestic abuse as victims, and give notice to their schools and settings.",
        origin=Origin.OTHER_TEXT,
        rules=(
            "policing.harm-seen",
            "policing.school-told-of-domestic-abuse",
        ),
        evidence="Notices sent, and how soon.",
    ),
    _action(
        id="police.police-protection",
        editions=SINCE_2018,
        words="Use police protection only where it is necessary, prefer a court's order, and log each use.",
        rules=(
            "emergency.police-protection",
            "authority.emergency-removal",
            "policing.protection-when-needed",
        ),
        evidence="The log.",
    ),
    _action(
        id="police.child-deaths",
        editions=SINCE_2018,
        words="Have an investigator for the joint response to a child's death; where there may be a crime, the police gather the evidence and others ask first.",
        rules=(
            "child-death.joint-response",
            "child-death.criminal",
        ),
        evidence="Names on call.",
    ),
    _action(
        id="police.designated-officer",
        editions=SINCE_2018,
        words="Tell the designated officer of allegations made straight to the police within one working day.",
        rules=("position-of-trust.designated-officer-told",),
        evidence="Times on the last cases.",
    ),
    _action(
        id="police.public-protection",
        words="Minute what a public protection meeting considered about children, under the law that governs processing there.",
        origin=Origin.OTHER_TEXT,
        rules=(
            "public-protection.children-considered",
            "public-protection.sharing-law",
        ),
        evidence="Minutes, sampled.",
    ),
    _action(
        id="police.disruption",
        words="Use civil orders and the tools for disruption together with partners.",
        rules=(
            "outside-home.place-and-group",
            "policing.disruption",
        ),
        evidence="The register of orders.",
    ),
    _action(
        id="police.incidents",
        editions=SINCE_2018,
        words="Agree with the other partners what is notified, and write the police's part of a rapid review in time.",
        rules=(
            "incident.agree",
            "rapid-review.promptly",
        ),
        evidence="Who writes it; dates.",
    ),
    _action(
        id="police.commissioner",
        words="The commissioner asks how the duties to co-operate and to safeguard are met.",
        origin=Origin.OTHER_TEXT,
        rules=("policing.held-to-account",),
        evidence="The record of holding to account.",
    ),
    _action(
        id="police.serious-violence",
        origin=Origin.OTHER_TEXT,
        words="Keep the plan against serious violence under review with the other bodies, and consult education on it.",
        rules=("serious-violence.strategy",),
        evidence="The strategy and the day of its review.",
    ),
    _action(
        id="police.protection-team",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Think through who with child protection experience the chief constable would name for a team.",
        rules=("child-protection.multi-agency-team",),
        evidence="A note of who and how cover works.",
    ),
    _action(
        id="police.closing-reasons",
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="Say why an investigation ended, to partners as well, and in abuse within the family avoid words that sound as if nothing had happened.",
        evidence="A sample of closures.",
    ),
    _action(
        id="police.coercive-control",
        origin=Origin.SUGGESTED,
        editions=SINCE_2026,
        words="Bring what is known of control and coercion over time to strategy discussions.",
        rules=("child-protection.strategy-discussion-content",),
        evidence="Minutes, sampled.",
    ),
    _action(
        id="police.sharing-about-others",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Remember that the duty to share covers what is held about other people where it bears on a child.",
        rules=("information.sharing",),
        evidence="Training; a sample of decisions.",
    ),
)
