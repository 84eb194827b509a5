"""Delegated safeguarding partners: one for each partner, who lead the work (2023 paragraphs 56-60 and 64).

The word is new in 2023, and so is a list of what they do.

Not encoded: paragraphs 55 and 58, known only together with these; how often they meet, which is local.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Definition, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS

DELEGATES = ("delegated-safeguarding-partners",)

DELEGATED_PARTNER = Definition(
    id="definition.delegated-safeguarding-partner",
    title="A delegated safeguarding partner",
    force=Force.SHOULD,
    means=said(
        "The senior person a lead safeguarding partner appoints to do the work with authority. One for each partner; "
        "the lead partner stays accountable.",
        chapter=2,
        wt2023="paragraphs 56-57",
    ),
    notes="Abbreviated DSP, which older texts use for a designated safeguarding person.",
)

APPOINTED = Duty(
    id="delegated-partners.appointed",
    title="Appoint a delegated partner who is senior enough to speak and decide for the organisation",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Each lead partner delegates to one senior person, with the authority the role needs, and stays accountable.",
        chapter=2,
        wt2023="paragraphs 56-57",
    ),
    trigger="a vacancy",
    evidence=("the letter of delegation",),
    notes="For the police nobody below an area commander, a head of public protection or somebody of like rank "
    "(footnote 23).",
)

FUNCTIONS = Content(
    id="delegated-partners.functions",
    title="What delegated safeguarding partners do together",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("delivery", "Carry out the priorities and procedures, and watch over them, as the arrangements and "
                    "thresholds say"),
            Heading("education-and-agencies", "Work closely with education, in strategy and day to day, and with other "
                    "relevant agencies"),
            Heading("information", "Have information and data shared well enough to be analysed together"),
            Heading("reviews", "Deliver rapid and local reviews that are good and timely, with what came of them in the "
                    "yearly report"),
            Heading("training", "Provide training and development across agencies"),
            Heading("feedback", "Ask children and families, act on what they say, and design services with them"),
        ),
        chapter=2,
        wt2023="paragraph 60 and page 29",
    ),
)  # fmt: skip

MEETINGS = Timescale(
    id="delegated-partners.meetings",
    title="Meet as often as the work of delegated safeguarding partners needs",
    force=Force.SHOULD,
    runs_from="the last meeting of the delegated safeguarding partners",
    until="they meet again",
    within=said(NoNumber("frequently enough, as each area settles"), chapter=2, wt2023="paragraph 60"),
    responsible="the delegated safeguarding partners",
)

ESCALATION = Duty(
    id="delegated-partners.escalation",
    title="Take risks that cannot be settled, and key decisions, to the lead partners",
    force=Force.SHOULD,
    by=("lead-safeguarding-partners", "delegated-safeguarding-partners"),
    asks=said(
        "Lead and delegated partners are in regular contact. A risk the delegates cannot settle goes up; so does a "
        "decision that changes arrangements or services.",
        chapter=2,
        wt2023="paragraph 59",
    ),
    trigger="a risk that stays open, or a key decision",
    evidence=("a log of risks, with the rung each has reached and the day",),
)

ASSURANCE = Content(
    id="delegated-partners.assurance",
    title="What delegated partners have done with the help of business support and scrutiny",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("data", "Timely data and intelligence", "A true local picture, advice about challenges and "
                    "priorities to come, the joint plan co-ordinated, the quality of practice and its outcomes "
                    "overseen."),
            Heading("thresholds", "Thresholds applied alike by every agency"),
            Heading("views", "Children's and families' views gathered, and what they teach brought to lead partners"),
            Heading("agencies", "Relevant agencies engaged, with more heard from education"),
            Heading("prompts", "Local practice and notified incidents taken as prompts to reflect"),
            Heading("conditions", "Better conditions for protecting children across agencies"),
            Heading("groups", "Operational groups chaired, attended or heard from"),
        ),
        chapter=2,
        wt2023="paragraph 64",
    ),
)  # fmt: skip

THRESHOLDS = Duty(
    id="delegated-partners.thresholds",
    title="Be sure that thresholds are applied alike across agencies",
    force=Force.SHOULD,
    by=DELEGATES,
    asks=said(
        "The same level of need is met by the same answer, whichever agency sees it.",
        chapter=2,
        wt2023="paragraph 64",
    ),
    trigger="the cycle of audits",
    evidence=("an audit of thresholds across agencies",),
)

TRAINING = Duty(
    id="delegated-partners.training",
    title="Provide training across agencies, and know what it changes",
    force=Force.SHOULD,
    by=DELEGATES,
    asks=said(
        "Training is commissioned, delivered and watched for what it does to practice.",
        chapter=2,
        wt2023="paragraphs 60 and 104",
    ),
    trigger="the cycle of training",
    evidence=("who was trained", "what an evaluation found"),
)
