"""What voluntary, faith, sport and private organisations may decide to do."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import VOLUNTARY
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_action = partial(Action, audiences=(VOLUNTARY,), editions=SINCE_2018, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="voluntary.policy",
        words="Have a written policy, follow it, and check that it is followed.",
        rules=(
            "section-11.arrangements",
            "voluntary.policies",
        ),
        evidence="The policy; the last check.",
    ),
    _action(
        id="voluntary.trustees",
        words="Trustees or the committee own safeguarding and follow the Charity Commission's guidance.",
        rules=("voluntary.trustees",),
        evidence="Minutes; the trustees' report.",
    ),
    _action(
        id="voluntary.lead",
        words="Name a lead, and give everybody, paid or not, an induction and training.",
        rules=(
            "section-11.arrangements",
            "voluntary.staff-know",
        ),
        evidence="The name; the record of training.",
    ),
    _action(
        id="voluntary.routes",
        words="Know how to refer, what the threshold document says, how to take a disagreement further and how to blow the whistle.",
        rules=(
            "referral.content",
            "disagreement.referrer",
            "threshold-document.published",
        ),
        evidence="One page, given to all.",
    ),
    _action(
        id="voluntary.self-audit",
        origin=Origin.SUGGESTED,
        words="Do a self-audit of the arrangements every organisation has, cut to your size.",
        rules=(
            "section-11.arrangements",
            "voluntary.arrangements",
        ),
        evidence="The audit with owners and dates.",
    ),
    _action(
        id="voluntary.if-named",
        editions=SINCE_2023,
        words="If the partners have named you, say so in writing, co-operate and share data; if not, ask whether you might be.",
        rules=(
            "relevant-agencies.expectations",
            "arrangements.follow",
            "voluntary.named-co-operate",
        ),
        evidence="The letter.",
    ),
    _action(
        id="voluntary.allegations",
        words="Report allegations to a senior manager at once and to the designated officer within one working day, and refer to the barring service where that is due.",
        rules=(
            "position-of-trust.senior-manager-told",
            "position-of-trust.designated-officer-told",
            "position-of-trust.barring-referral",
        ),
        evidence="Times on the last cases.",
    ),
    _action(
        id="voluntary.out-of-school",
        editions=SINCE_2023,
        origin=Origin.OTHER_TEXT,
        words="If you run an out-of-school setting, hold yourself against the non-statutory code for them.",
        evidence="The code, ticked through.",
    ),
    _action(
        id="voluntary.sport-standards",
        origin=Origin.TEXT,
        words="A national governing body that gets public money aims to meet the standards for safeguarding in sport.",
        rules=(
            "sport.standards",
            "sport.clubs",
        ),
        evidence="The certificate.",
    ),
    _action(
        id="voluntary.lead-practitioner",
        origin=Origin.SUGGESTED,
        editions=SINCE_2023,
        words="Offer to lead for a family only with the skills, the time and the supervision for it.",
        rules=(
            "authority.early-help-lead",
            "authority.assessment-lead",
        ),
        evidence="Who could, and who supervises.",
    ),
    _action(
        id="voluntary.community-help",
        origin=Origin.OTHER_TEXT,
        editions=SINCE_2026,
        words="Find your place in early help in the community, and how a family gets from you to family help and back.",
        rules=("early-help.agreement",),
        evidence="A page agreed with the authority.",
    ),
    _action(
        id="voluntary.family-help-lead",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="If you are asked to be a family help lead practitioner, agree with the authority who oversees the work.",
        rules=("authority.assessment-lead",),
        evidence="The agreement.",
    ),
    _action(
        id="voluntary.honour-faith-belief",
        editions=SINCE_2026,
        words="Train on abuse linked to honour, faith or belief, with people of the communities concerned.",
        evidence="The record of training.",
    ),
    _action(
        id="voluntary.contracted",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Find out in which contracts you deliver services for a body bound by the duty to share: there it binds you too.",
        rules=("information.sharing",),
        evidence="The list of contracts.",
    ),
)
