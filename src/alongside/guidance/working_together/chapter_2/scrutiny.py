"""Independent scrutiny of the arrangements (2023 paragraphs 89-97, page 37; section 16G(3)).

Which model an area chooses, one person, a commissioned group, within the partnership or apart from it, is its own
choice; that scrutiny is independent is the Act's.

Not encoded: paragraph 93, which nobody here has read; the inspections paragraph 92 names, since it asks nothing.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

INDEPENDENT = Duty(
    id="scrutiny.independent",
    title="Have the arrangements' effectiveness scrutinised by somebody independent",
    force=Force.MUST,
    by=PARTNERS,
    asks=said(
        "Somebody independent looks into how effective the arrangements are, as a part of them.",
        chapter=2,
        wt2023="paragraph 89",
        wt2018="chapter 3",
    ),
    evidence=("the contract or appointment", "the plan for scrutiny"),
    law=(CHILDREN_ACT_2004.at("section 16G(3)", begins=REQUESTS_BEGAN),),
)

FUNCTIONS = Content(
    id="scrutiny.functions",
    title="What independent scrutiny does",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("support-and-challenge", "Supports partners and agencies and challenges them, in strategy and day to "
                    "day"),
            Heading("assurance", "Gives assurance about the whole system, by several methods"),
            Heading("statutory-duties", "Checks that statutory duties are met, quality is assured, reviews are analysed "
                    "and what they taught is carried out"),
            Heading("voice", "Makes sure that children and families are heard and change policy and practice"),
            Heading("critical-friend", "Is a critical friend, between those in direct work and those who lead"),
            Heading("disagreements", "Advises independently where partners disagree, and helps to escalate"),
            Heading("arrangements-and-report", "Evaluates the arrangements and the yearly report, contributes to both, "
                    "and feeds inspections"),
        ),
        chapter=2,
        wt2023="page 37",
    ),
    notes="That scrutiny is required is as old as the arrangements; that its functions are listed is new in 2023.",
)  # fmt: skip

KNOWLEDGE = Duty(
    id="scrutiny.knowledge",
    title="Know the field that is scrutinised, and be able to show it",
    force=Force.SHOULD,
    by=("scrutineers",),
    asks=said("Scrutineers show that they know what they look at.", chapter=2, wt2023="paragraph 90"),
    trigger="appointment, and each piece of scrutiny",
    evidence=("experience and training of whoever scrutinises",),
)

ACTED_ON = Duty(
    id="scrutiny.acted-on",
    title="Consider what scrutiny finds, and act on it",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said("Findings are weighed and answered.", chapter=2, wt2023="paragraph 91"),
    trigger="a finding",
    evidence=("a log of findings with the answer to each",),
)

PRIORITIES = Duty(
    id="scrutiny.priorities",
    title="Review progress on the priorities, and choose what scrutiny looks at",
    force=Force.SHOULD,
    by=("safeguarding-partners", "relevant-agencies"),
    asks=said(
        "How far the priorities have come decides which parts are scrutinised next.",
        chapter=2,
        wt2023="paragraph 94",
    ),
    trigger="the cycle of scrutiny",
    evidence=("the plan for scrutiny",),
)

INPUTS = Content(
    id="scrutiny.inputs",
    title="What scrutiny may draw on",
    force=Force.MAY,
    sets_out=said(
        (
            Heading("dashboard", "A dashboard across agencies"),
            Heading("needs-assessments", "Joint assessments of need"),
            Heading("audits", "Audits"),
            Heading("existing-scrutiny", "A map of the scrutiny there already is"),
        ),
        chapter=2,
        wt2023="paragraph 95",
    ),
)

METHODS = Content(
    id="scrutiny.methods",
    title="How scrutiny may go about it",
    force=Force.MAY,
    sets_out=said(
        (
            Heading("interviews", "Interviews"),
            Heading("focus-groups", "Focus groups"),
            Heading("data", "Analysis of data"),
            Heading("observation", "Observation"),
            Heading("peer-review", "Review by peers"),
            Heading("audits", "Audits"),
        ),
        chapter=2,
        wt2023="paragraph 96",
    ),
    notes="The model is a local choice too: one person or a group, within the partnership or apart from it.",
)

PUBLISHED = Content(
    id="scrutiny.published",
    title="What the published arrangements say of scrutiny",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("how", "How it is done"),
            Heading("by-whom", "Who does it"),
            Heading("reviewed", "How often that is reviewed"),
            Heading("areas", "What it looks at"),
            Heading("recommendations", "How recommendations are taken forward"),
        ),
        chapter=2,
        wt2023="paragraph 97",
    ),
)

REPORTED = Duty(
    id="scrutiny.reported",
    title="Tell in the yearly report what scrutiny changed, and how partners answered it",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "The yearly report covers the impact of scrutiny and the response to it.",
        chapter=2,
        wt2023="paragraph 97",
    ),
    trigger="the yearly report",
    evidence=("the part of the report that says so",),
)

CYCLE = Timescale(
    id="scrutiny.cycle",
    title="Review how scrutiny is done",
    force=Force.SHOULD,
    runs_from="scrutiny being set up, or last reviewed",
    until="it has been reviewed",
    within=said(NoNumber("as often as the published arrangements say"), chapter=2, wt2023="paragraph 97"),
    responsible="the safeguarding partners",
)
