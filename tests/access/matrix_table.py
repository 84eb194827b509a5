"""The reviewed table: who stands how to Edie, which groups each policy lets in, and whom each closing leaves.

Written from the rules, and never made from the code. A policy or a route that is not named here fails a test.
"""

from __future__ import annotations

#: Everyone in the matrix, and how they stand to Edie when nothing is closed.
PRINCIPALS: dict[str, set[str]] = {
    "dana": {"lead", "team"},
    "femi": {"team"},
    "olu": {"team"},
    "sam": {"team", "manager"},
    "deputy": {"team", "manager"},
    "maya": {"front-door"},
    "gwen": {"front-door", "front-door-decides"},
    "priya": {"front-door", "front-door-decides", "front-door-manages"},
    "jamal": {"chair"},
    "helen": {"agency", "school", "core-group", "invited"},
    "ruth": {"core-group"},
    "tom": {"agency", "police"},
    "ines": {"invited"},
    "ravi": {"emergency"},
    "covers-lead": {"covers-lead"},
    "covers-chair": {"covers-chair"},
    "hub-lead": {"early-help-lead", "early-help-team", "family-team"},
    "hub-colleague": {"early-help-team"},
    "in-family-team": {"family-team"},
    # None of these may open it: of other teams and agencies, without a part in it, or no longer there.
    "nina": set(),
    "carl": set(),
    "lena": set(),
    "ada": set(),
    "wyn": set(),
    "dev": set(),
    "amy": set(),
    "stranger": set(),
    "agency-ended": set(),
    "emergency-over": set(),
    "moved-team": set(),
    "leaver": set(),
    # Whoever covers, but not today, not here any more, only for a manager, or for somebody from whom it is closed.
    "covered-before": set(),
    "covers-later": set(),
    "covered-and-back": set(),
    "covers-a-manager": set(),
    "covers-and-left": set(),
    "conflicted-cover": set(),
    "conflicted": set(),
    "conflicted-manager": set(),
    "conflicted-front-door": set(),
    "conflicted-school": set(),
    "conflicted-police": set(),
    "conflicted-invited": set(),
    "conflicted-core-group": set(),
}
#: Two who hold an account and cannot sign in, and a visitor without one.
CANNOT_SIGN_IN = ("suspended", "anonymous")

READ = {"lead", "covers-lead", "team", "front-door", "chair", "covers-chair", "emergency"}
AGENCY_PART = {"agency", "invited", "core-group"}
#: For each policy about a child: the groups it lets in.
ALLOW: dict[str, set[str]] = {
    "read-child": READ | {"agency", "early-help-lead", "early-help-team"},
    "keep-early-help": {"lead", "covers-lead", "team", "early-help-lead", "early-help-team"},
    "read-early-help": READ | {"early-help-lead", "early-help-team", "family-team"},
    "step-down": {"lead", "covers-lead", "team"},
    "read-record": READ,
    "note-for-named-eyes": (READ - {"emergency", "covers-lead", "covers-chair"}) | {"agency"},
    "decide-referral": {"front-door-decides"},
    "record-referral-work": {"front-door"},
    "allocate": {"manager", "front-door-manages"},
    "change-details": {"lead", "covers-lead", "team", "front-door"},
    "record-visit": {"lead", "covers-lead", "team", "front-door"},
    "read-assessment": READ,
    "write-assessment": {"lead", "covers-lead", "team"},
    "approve-assessment": {"manager"},
    "keep-child-in-need-plan": {"lead", "covers-lead", "team", "early-help-lead", "early-help-team"},
    "read-help-plan": READ | {"early-help-lead", "early-help-team", "family-team"},
    "record-strategy-discussion": {"lead", "covers-lead", "team", "front-door-decides"},
    "record-section-47": {"lead", "covers-lead", "team"},
    "request-conference": {"agency", "lead", "covers-lead", "team", "chair", "covers-chair"},
    "record-immediate-protection": {"lead", "covers-lead", "team", "front-door", "police"},
    "record-conference": {"chair", "covers-chair", "lead", "covers-lead", "team"},
    "keep-plan": {"lead", "covers-lead", "team", "chair", "covers-chair"},
    "close-case": {"manager", "front-door-manages"},
    "correct-entry": {"lead", "covers-lead", "team", "chair", "covers-chair", "front-door"},
    "analyse": {"lead", "covers-lead", "team", "chair", "covers-chair"},
    "supervise-case": {"manager"},
    "answer-supervision": {"lead", "covers-lead", "team"},
    "write-letters": {"lead", "covers-lead", "team", "chair", "covers-chair", "front-door"},
    "release-address": {"manager", "front-door-manages"},
    "explain-access": {"lead", "covers-lead", "team", "front-door"},
    "seal": {"manager", "front-door-manages"},
    "lift-conflict": {"manager", "front-door-manages"},
    "review-emergency": {"manager", "front-door-manages"},
    "see-part": AGENCY_PART,
    "read-plan": READ | {"core-group"},
    "report-to-conference": {"agency", "invited"},
    "read-conference-reports": READ,
    "answer-plan-action": {"agency", "core-group"},
    "send-information": AGENCY_PART,
    "record-school-notice": {"school"},
    "keep-strands": {"lead", "covers-lead", "team", "front-door"},
    "disagree": (READ - {"emergency"}) | AGENCY_PART,
    "link-to-context": {"lead", "covers-lead", "team", "front-door"},
    "share-information": {"lead", "covers-lead", "team", "chair", "covers-chair", "front-door", "agency"},
    "read-sharing-decisions": {"lead", "covers-lead", "team", "chair", "covers-chair", "front-door"},
    "join-records": {"front-door-manages"},
    "ask-partner": {"front-door"},
    "hold-record": {"manager", "front-door-manages"},
    "answer-subject": {"manager", "front-door-manages"},
}
#: How Edie's record is closed, and who is then still let in, where their work lets them. Dana and Sam hold keys.
#: None: everybody whom it is not closed to for a conflict of interest.
ARCHETYPES: dict[str, set[str] | None] = {
    "ordinary": None,
    "restricted": {"dana", "sam", "ravi"},
    "staff-family": {"dana", "sam", "ravi"},
    "adoption": {"dana", "sam"},
    "restricted, key of a team": {"sam", "ravi", "maya", "gwen", "priya"},
    "restricted and adoption, one key each": {"sam"},
    "restricted, keys taken back": {"sam", "ravi"},
    "lifted": None,
}


def may(policy: str, who: str, archetype: str) -> bool:
    """Whether the table lets them."""
    left = ARCHETYPES[archetype]
    return bool(ALLOW[policy] & PRINCIPALS[who]) and (left is None or who in left)


#: Each reason's words, and the group it stands for.
GROUP_OF = {
    "you are the lead practitioner": "lead",
    "you chair this child's conferences": "chair",
    "you cover for the lead practitioner": "covers-lead",
    "you cover for whoever chairs this child's conferences": "covers-chair",
    "your team works with this child": "team",
    "you supervise or manage the team that works with this child": "manager",
    "you work at the front door of this area": "front-door",
    "you decide on referrals at the front door of this area": "front-door-decides",
    "you supervise or manage the front door of this area": "front-door-manages",
    "your agency is working with this child": "agency",
    "your police force is working with this child": "police",
    "your school is working with this child": "school",
    "you lead this family's early help": "early-help-lead",
    "your team leads this family's early help": "early-help-team",
    "you are in the team around this family": "family-team",
    "your agency is invited to a conference about this child": "invited",
    "your agency is in this child's core group": "core-group",
    "you opened it in an emergency": "emergency",
}
