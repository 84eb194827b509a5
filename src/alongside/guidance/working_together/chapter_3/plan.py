"""Working Together, chapter 3: the child protection plan and core group (2023 pages 96-97).

Not encoded: how often to visit and how often a core group meets after the first: no national
number exists. Flow chart 6 prints "10 days" for the first core group where page 97 says 10
working days; the working days are used.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance import standing
from alongside.guidance.kernel.rules import (
    Content,
    Example,
    Force,
    Heading,
    Membership,
    Timescale,
)
from alongside.guidance.kernel.spans import NoNumber, WorkingDays
from alongside.guidance.sources import across, changed

FIRST_CORE_GROUP = Timescale(
    id="child-protection.first-core-group",
    title="Hold the first core group",
    force=Force.SHOULD,
    runs_from="the initial child protection conference",
    until="the core group has met",
    within=across(WorkingDays(10), wt2018="pages 51-52", wt2023="page 97"),
    responsible="the core group; the lead practitioner leads its work",
    examples=(
        Example(date(2024, 3, 27), date(2024, 4, 12), "Good Friday and Easter Monday"),
        Example(
            date(2026, 12, 22),
            date(2027, 1, 8),
            "Christmas Day, the Boxing Day substitute and New Year's Day",
        ),
    ),
    notes="Flow chart 6 says 10 days; the text it summarises says 10 working days.",
)

NEXT_CORE_GROUP = Timescale(
    id="child-protection.next-core-group",
    title="Hold the next core group",
    force=Force.SHOULD,
    runs_from="the last core group",
    until="the core group has met",
    within=across(NoNumber("as the conference sets for this child"), wt2018="page 49", wt2023="page 93"),
    responsible="lead practitioner",
)

PLAN_CIRCULATION = Timescale(
    id="child-protection.plan-circulation",
    title="Send out the detailed plan",
    force=Force.SHOULD,
    runs_from="the conference that made the plan",
    until="relevant practitioners have it, and the family where that is right",
    within=across(
        NoNumber("as the local protocol says, which there should be"), wt2018="page 51", wt2023="page 96"
    ),
    responsible="lead practitioner; children's social care sets the protocol",
)

VISITS = Timescale(
    id="child-protection.visits",
    title="See the child during the plan",
    force=Force.SHOULD,
    runs_from="the start of the plan, or the last visit",
    until="the child has been seen",
    within=across(NoNumber("as needed"), wt2018="page 51", wt2023="paragraphs 166 and 182 and page 96"),
    responsible="lead practitioner",
    notes="Ten working days and four weeks are local figures. The text sets none.",
)

LEAD = Membership(
    id="authority.plan-lead",
    title="Who leads a child protection plan",
    force=Force.SHOULD,
    at_least=across(
        (standing.SOCIAL_WORKER,), wt2018="pages 49-51", wt2023="paragraph 157 and pages 93 and 96"
    ),
    notes="An experienced social worker employed by the lead statutory body. The text says 'should always'.",
)

DETAIL = Membership(
    id="authority.plan-detail",
    title="Who works out and changes the detail of the plan",
    force=Force.SHOULD,
    at_least=across((standing.CORE_GROUP,), wt2018="page 52", wt2023="page 97"),
)

KEEP_SAFE = Heading(
    "safe", "Keep the child safe", "Inside the home, outside it and online, and prevent further harm."
)
HEALTH = Heading("health-and-development", "Promote the child's health and development")
SUPPORT = Heading("support-family", "Support parents, the family and its network to safeguard the child")
AGENCIES = Heading("agencies-support", "Each agency's support and resources")

AIMS = Content(
    id="child-protection.plan-aims",
    title="What a child protection plan is for",
    force=Force.SHOULD,
    sets_out=changed(
        was=(KEEP_SAFE, HEALTH, SUPPORT),
        wt2018="page 51",
        now=(KEEP_SAFE, HEALTH, SUPPORT, AGENCIES),
        wt2023="page 96",
    ),
)

PLAN_CONTENT = Content(
    id="child-protection.plan-content",
    title="What a child protection plan sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("what-must-change", "What must change"),
            Heading("by-how-much", "By how much"),
            Heading("by-when", "By when"),
            Heading("actions", "Actions, and who owns each"),
            Heading("support-and-resources", "Support, resources and funding from each agency"),
            Heading("how-we-will-know", "How the effect will be judged"),
            Heading("child-explained", "How the plan was explained to and agreed with the child"),
        ),
        wt2018="pages 51-52",
        wt2023="pages 96-97",
    ),
)

CORE_GROUP_RECORD = Content(
    id="child-protection.core-group-record",
    title="What the record of a core group sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("decisions", "Decisions and actions agreed"),
            Heading("absent-views", "The written views of members who were absent"),
            Heading("changes", "Changes to the plan"),
            Heading("assessment", "Who completes the assessment"),
        ),
        wt2018="pages 51-52",
        wt2023="pages 96-97",
    ),
)

CORE_GROUP_MEMBERS = Membership(
    id="child-protection.core-group-members",
    title="Who is in the core group",
    force=Force.SHOULD,
    at_least=across(
        (standing.CHILDRENS_SOCIAL_CARE, standing.FAMILY), wt2018="page 51", wt2023="page 97", checked=False
    ),
    notes="The conference names the members. The text sets no quorum.",
)
