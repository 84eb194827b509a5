"""What any organisation may decide to do, whoever it is."""

from __future__ import annotations

from functools import partial

from alongside.guidance.actors import (
    CHILD_DEATH,
    EARLY_YEARS,
    EVERYONE,
    HEALTH,
    LOCAL_AUTHORITY,
    OTHERS,
    POLICE,
    PRISONS_AND_PROBATION,
    SCHOOLS,
    VOLUNTARY,
)
from alongside.guidance.briefed.since import SINCE_2018, SINCE_2023, SINCE_2026
from alongside.guidance.kernel.briefing import Action, Origin

_AGENCIES = (SCHOOLS, EARLY_YEARS, HEALTH, POLICE, LOCAL_AUTHORITY, VOLUNTARY, PRISONS_AND_PROBATION, OTHERS)
_action = partial(Action, audiences=EVERYONE, editions=SINCE_2023, origin=Origin.TEXT)

ACTIONS = (
    _action(
        id="all.policy-dated",
        editions=SINCE_2018,
        origin=Origin.SUGGESTED,
        words="Download the edition now in force, name it with its date in the safeguarding policy, and take the change to whoever governs: a safeguarding governor, trustees or a board.",
        evidence="The policy with its date; the minute of the meeting.",
    ),
    _action(
        id="all.definitions",
        origin=Origin.SUGGESTED,
        words="Put the present meanings of safeguarding, of child protection and of the kinds of harm into every policy and every training, and take the older ones out.",
        rules=(
            "definition.safeguarding",
            "definition.child-protection",
        ),
        evidence="The policy with its date; the training material.",
    ),
    _action(
        id="all.expectations",
        words="Settle who in the organisation leads, manages and practises, and hold the organisation against the five expectations of each level.",
        rules=(
            "expectation.levels",
            "expectation.leaders",
            "expectation.managers",
            "expectation.practitioners",
        ),
        evidence="A self-assessment with evidence and a date.",
    ),
    _action(
        id="all.challenge",
        words="Say out loud that constructive challenge is welcome, and show how somebody does it, upwards too.",
        rules=(
            "expectation.managers",
            "disagreement.challenge",
            "practice-standards.support",
        ),
        evidence="An example talked over in supervision or at a meeting.",
    ),
    _action(
        id="all.parents",
        words="Go through letters, meetings and venues with the four principles for parents and carers in hand: plain words, interpreters by profession, no surprises, and a way for parents to shape the service.",
        rules=(
            "parents-and-carers.principles",
            "parents-and-carers.interpreters",
        ),
        evidence="Templates changed; feedback with what was done about it.",
    ),
    _action(
        id="all.sharing",
        origin=Origin.SUGGESTED,
        editions=SINCE_2018,
        words="Take 'consent given?' off forms for sharing; ask for the lawful basis, what was shared with whom, and whether the family was told and, if not, why.",
        rules=(
            "information.lawful-basis",
            "information.openness",
            "information.myths",
        ),
        evidence="The form; a sample of records.",
    ),
    _action(
        id="all.sharing-duty",
        editions=SINCE_2026,
        origin=Origin.OTHER_TEXT,
        words="Find out whether the organisation is bound by the duty to share that began on 30 September 2026, read the guidance on it, and train whoever decides.",
        rules=(
            "information.sharing",
            "information.harm-of-sharing",
        ),
        evidence="A note of the ground on which it is bound, or why it is not; the training record.",
    ),
    _action(
        id="all.relevant-agency",
        audiences=_AGENCIES,
        editions=SINCE_2018,
        words="If the partners have named the organisation, write down how it meets its responsibilities, works with them, shares data and makes sure that the arrangements are known inside.",
        rules=(
            "relevant-agencies.expectations",
            "arrangements.follow",
        ),
        evidence="A page for each area, agreed with the partnership.",
    ),
    _action(
        id="all.escalation",
        editions=SINCE_2018,
        words="Make sure that everybody knows the local way to take a disagreement further, step by step.",
        rules=(
            "disagreement.referrer",
            "disagreement.challenge",
            "dispute.ladder",
        ),
        evidence="The procedure in induction; the log of disagreements.",
    ),
    _action(
        id="all.training",
        words="Build basic training on the five subjects every practitioner is to be trained in, with what is true of the area.",
        rules=(
            "training.five-subjects",
            "training.for-everybody",
            "training.of-the-area",
        ),
        evidence="The plan of training against the five subjects, and who has had it.",
    ),
    _action(
        id="all.assessment-marks",
        origin=Origin.SUGGESTED,
        audiences=_AGENCIES,
        words="Use the marks of a good assessment as headings when writing a report or a referral: strengths and identity, each difficulty in and outside the home, earlier trauma, the play between the two, parents and network, brothers and sisters.",
        rules=(
            "assessment.content",
            "assessment.outside-home",
            "early-help.assessment",
        ),
        evidence="The template; a sample read by somebody else.",
    ),
    _action(
        id="all.practice-standards",
        origin=Origin.SUGGESTED,
        audiences=_AGENCIES,
        words="Use the national practice standards as a frame for supervision and audit.",
        rules=(
            "practice-standards.recognition",
            "practice-standards.protection",
            "practice-standards.ending",
            "practice-standards.supported",
        ),
        evidence="An audit against them.",
    ),
    _action(
        id="all.section-11",
        audiences=_AGENCIES,
        editions=SINCE_2018,
        words="Go through the arrangements every organisation is to have: a lead at board level, listening to children, whistleblowing, escalation, safer recruitment, supervision, induction and contracts.",
        rules=("section-11.arrangements",),
        evidence="A self-audit with an owner and a date for each gap.",
    ),
    _action(
        id="all.allegations",
        audiences=_AGENCIES,
        editions=SINCE_2018,
        words="Have one policy for allegations against people who work with children: the grounds, a senior manager told at once, the designated officer within one working day, support, and referral to the barring service.",
        rules=(
            "position-of-trust.harm-threshold",
            "position-of-trust.policy",
            "position-of-trust.senior-manager-told",
            "position-of-trust.designated-officer-told",
        ),
        evidence="The policy; times of each step on the last cases.",
    ),
    _action(
        id="all.resources",
        origin=Origin.SUGGESTED,
        words="Choose from the guidance's list of resources what fits your own role, and pass on three at a time rather than thirty.",
        evidence="The chosen list and when it was given out.",
    ),
    _action(
        id="all.racism",
        editions=SINCE_2026,
        words="Show how staff are helped to challenge racism and discrimination, and how records tell what race, culture and earlier experience mean for this child.",
        rules=(
            "expectation.leaders",
            "expectation.practitioners",
        ),
        evidence="Training; a sample of records.",
    ),
    _action(
        id="all.hidden-harms",
        editions=SINCE_2026,
        words="Put coercive control, sexual abuse and abuse in teenage relationships into training, and ask about control rather than single events.",
        evidence="The training; categories of concern in use.",
    ),
    _action(
        id="all.babies",
        origin=Origin.SUGGESTED,
        audiences=_AGENCIES,
        editions=SINCE_2026,
        words="Ask in each referral and visit after babies and after brothers and sisters, one expected among them, and say what was seen of them.",
        rules=(
            "child-protection.conference-before-birth",
            "referral.content",
        ),
        evidence="A sample of records.",
    ),
    _action(
        id="all.fact-and-opinion",
        audiences=_AGENCIES,
        editions=SINCE_2026,
        origin=Origin.SUGGESTED,
        words="When sharing, keep apart what you saw, what you think and what somebody told you; and go first rather than wait for another agency.",
        rules=("information.not-left-to-others",),
        evidence="The form for sharing; a sample.",
    ),
    _action(
        id="all.early-help-guide",
        audiences=(SCHOOLS, EARLY_YEARS, HEALTH, LOCAL_AUTHORITY, VOLUNTARY),
        origin=Origin.SUGGESTED,
        words="Read the Early Help System Guide, a toolkit written for those who lead an area's early help, and see where the organisation stands in it.",
        evidence="A note of where you stand.",
    ),
    _action(
        id="all.child-deaths",
        audiences=(*_AGENCIES, CHILD_DEATH),
        editions=SINCE_2018,
        words="Make sure somebody knows how to give notice of a child's death and answer the review's forms.",
        rules=(
            "child-death.notify",
            "child-death.co-operate",
            "child-death.forms",
        ),
        evidence="The name, and the way to the overview panel.",
    ),
)
