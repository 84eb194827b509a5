"""Relevant agencies: who they are, what is expected of them and what they are told (2023 paragraphs 65-75, 82 and 83).

An agency is a relevant one where it is of a kind the regulations list (``relevant-agencies.schedule``), has functions
for children in the area, and is named by the lead safeguarding partners.

Not encoded: paragraph 69, which nobody here has read; the duties that voluntary and sport organisations have of
their own, which are chapter 4's.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Definition, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said, said_anew
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

RELEVANT_AGENCY = Definition(
    id="definition.relevant-agency",
    title="A relevant agency",
    force=Force.MUST,
    means=Dated(
        Provision(
            CHILDREN_ACT_2004.at("section 16E(3)", begins=REQUESTS_BEGAN),
            "A body that regulations list, with functions concerning children in the area, whose part in the local "
            "arrangements the safeguarding partners consider fitting.",
        )
    ),
    notes="A body that is not listed may be invited, and owes the arrangements nothing by law until it is listed and "
    "named.",
)

NAMED = Duty(
    id="relevant-agencies.named",
    title="Choose the relevant agencies, and publish who they are, why, and how they will work together",
    force=Force.SHOULD,
    by=("safeguarding-partners", *LEADS),
    asks=said_anew(
        was="Partners choose the agencies, and the published arrangements name them.",
        wt2018="chapter 3",
        now="The list is published with the reasons for it and the terms of working together.",
        wt2023="paragraphs 67 and 104",
        chapter=2,
    ),
    trigger="arrangements being made or changed",
    evidence=("the list, with its reasons",),
    notes="Under the 2018 edition the three partners; lead partners since 2023.",
)

EXPECTATIONS = Content(
    id="relevant-agencies.expectations",
    title="What is expected of an agency that is named",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("responsibilities", "It understands what it answers for, and how it will do that"),
            Heading(
                "co-operation",
                "It helps to improve the arrangements, carries them out and watches how they work",
            ),
            Heading("information", "It shares information and data, so that local priorities rest on them"),
            Heading("embedded", "Its people understand the arrangements and apply them with rigour"),
        ),
        chapter=2,
        wt2023="paragraph 70 and page 32",
    ),
    notes="That it acts in accordance with the arrangements is a duty by law: arrangements.follow.",
)

CONSULTED = Duty(
    id="relevant-agencies.consulted",
    title="Consult relevant agencies when arrangements are developed",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Agencies are heard before arrangements that bind them are settled.", chapter=2, wt2023="paragraph 71"
    ),
    trigger="arrangements being drafted",
    evidence=("who was consulted, and what they said",),
)

NATIONAL_BODIES = Duty(
    id="relevant-agencies.national-bodies",
    title="Make clear what part bodies with a national remit have here",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "For bodies such as British Transport Police and Cafcass, arrangements say how they take part.",
        chapter=2,
        wt2023="paragraph 72",
    ),
    trigger="arrangements being drafted",
    evidence=("their part, in the arrangements",),
)

INVITED = Duty(
    id="relevant-agencies.invited",
    title="Invite a body that is not listed to take part",
    force=Force.MAY,
    by=LEADS,
    asks=said(
        "By agreement, a body outside the schedule may join. It has no duty by law.",
        chapter=2,
        wt2023="paragraphs 72 and 83",
    ),
    trigger="a body whose part would help",
    evidence=("the agreement",),
)

CONTRIBUTIONS = Duty(
    id="relevant-agencies.contributions",
    title="Set out what each relevant agency contributes",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Money, rooms, services and other means that agencies give are stated.",
        chapter=2,
        wt2023="paragraph 73",
    ),
    trigger="publication",
    evidence=("a table of contributions",),
)

ASSURANCE = Duty(
    id="relevant-agencies.assurance",
    title="Be clear how agencies' own policies are assured, and how information flows between them",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Lead partners say how they will know that agencies' safeguarding policies and practice are sound.",
        chapter=2,
        wt2023="paragraph 74",
    ),
    trigger="the cycle of audits",
    evidence=("results of audits of arrangements under section 11, or of schools",),
)

LIST_REVIEW = Timescale(
    id="relevant-agencies.list-review",
    title="Look again at which agencies are named",
    force=Force.SHOULD,
    runs_from="the list being published, or last reviewed",
    until="it has been reviewed",
    within=said(NoNumber("at an interval the lead partners set"), chapter=2, wt2023="paragraph 75"),
    responsible="the lead safeguarding partners",
    notes="Partners are expected to set the interval.",
)

TOLD = Duty(
    id="relevant-agencies.told",
    title="Keep in contact with relevant agencies, and tell them how to escalate, dispute and blow the whistle",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "Every agency has what it needs about escalation, disputes, scrutiny and whistleblowing.",
        chapter=2,
        wt2023="paragraph 75",
    ),
    trigger="an agency being named",
    evidence=("what was sent, and when",),
)

VOLUNTARY = Duty(
    id="relevant-agencies.voluntary",
    title="Consider including voluntary, charity, faith and sport organisations",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Lead partners think about including them whether or not the schedule lists them.",
        chapter=2,
        wt2023="paragraphs 68 and 82",
    ),
    trigger="arrangements being made or changed",
    evidence=("who was considered, and what was decided",),
    notes="Guidance for settings outside school is not statutory, and sets their own baseline.",
)

VOLUNTARY_ENGAGED = Duty(
    id="relevant-agencies.voluntary-engaged",
    title="Engage voluntary and sport organisations that are named, and tell them of their duty to co-operate",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Those who are named help to develop the arrangements, and know what being named means.",
        chapter=2,
        wt2023="paragraph 83",
    ),
    trigger="such an organisation being named",
    evidence=("what they were told", "their part in drafting"),
)
