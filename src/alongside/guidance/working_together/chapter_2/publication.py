"""What published arrangements hold, who signs them and when they are changed (2023 paragraphs 102-105).

Not encoded: paragraph 101, which nobody here has read; the 2018 edition's own list, of which only the musts are sure.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

MUSTS = Content(
    id="arrangements.published-by-law",
    title="What published arrangements hold by law",
    force=Force.MUST,
    sets_out=said(
        (
            Heading("needs", "How partners work together to find and answer children's needs here"),
            Heading("reviews", "How local practice reviews come to be commissioned, and to be published"),
            Heading("scrutiny", "How somebody independent scrutinises whether they are effective"),
        ),
        chapter=2,
        wt2023="paragraph 103",
        wt2018="chapter 3",
    ),
    law=(
        CHILDREN_ACT_2004.at("section 16E(2)", begins=REQUESTS_BEGAN),
        CHILDREN_ACT_2004.at("section 16F", begins=REQUESTS_BEGAN),
        CHILDREN_ACT_2004.at("section 16G(2) and (3)", begins=REQUESTS_BEGAN),
    ),
    notes="The least they hold. What else they should hold: arrangements.published.",
)

SHOULDS = Content(
    id="arrangements.published",
    title="What else published arrangements set out",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("names", "The three partners, their delegates and the chair, by name", "Lead partners are named too."),
            Heading("boundaries", "The area, and how several authorities' areas work as one"),
            Heading("agencies", "Which relevant agencies, why they were chosen, and how they will improve outcomes"),
            Heading("education", "How every school, college, early years provider and alternative provision is included"),
            Heading("residential", "How custody for children and residential homes are included"),
            Heading("information", "How information and data are shared safely and well"),
            Heading("data", "How data show whether help works, early help among it"),
            Heading("training-and-audit", "How training across agencies is commissioned, given and watched, and how "
                    "agencies audit together"),
            Heading("funding", "How the arrangements are funded"),
            Heading("review-process", "How local reviews go, and how what they teach takes root"),
            Heading("voice", "How children and families are heard", "With how to escalate a concern, settle a dispute and "
                    "blow the whistle."),
            Heading("thresholds", "How the threshold document fits in"),
            Heading("contributions", "What relevant agencies contribute", "Asked in paragraph 73."),
            Heading("agency-assurance", "How agencies are assured, and how information flows between them",
                    "Asked in paragraph 74."),
            Heading("education-engagement", "How education is engaged, and what that changed", "Asked in paragraph 78."),
            Heading("scrutiny-detail", "How, by whom and of what scrutiny is done", "Asked in paragraph 97."),
        ),
        chapter=2,
        wt2023="paragraphs 51, 73-74, 78, 97 and 104",
    ),
    notes="The lists are not complete: an area may have reason to say more.",
)  # fmt: skip

SIGNED = Duty(
    id="arrangements.signed",
    title="Sign off the arrangements, link them to the yearly report and make them easy to find",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Every lead partner signs, the two documents refer to one another, and anyone can find them.",
        chapter=2,
        wt2023="paragraph 102",
    ),
    trigger="publication",
    evidence=("three signatures", "where it is published"),
)

UPDATED = Timescale(
    id="arrangements.updated",
    title="Update the published arrangements when something key changes",
    force=Force.SHOULD,
    runs_from="a change of lead partner, of the year's priorities or of the list of relevant agencies, or another key one",
    until="the update is published",
    within=said(
        NoNumber("when something key changes; no number of days is set"),
        chapter=2,
        wt2023="paragraph 105",
        wt2018="chapter 3",
    ),
    responsible="the safeguarding partners",
)

UPDATE_SENT = Duty(
    id="arrangements.update-sent",
    title="Send the Department for Education every update of the arrangements",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "The Department's safeguarding reform team receives what was changed.",
        chapter=2,
        wt2023="paragraph 105",
    ),
    trigger="an update being published",
    evidence=("that it was sent, and when",),
)
