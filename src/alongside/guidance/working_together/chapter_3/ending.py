"""Working Together, chapter 3: ending a child protection plan (2023 page 100), and closing.

That only a review conference ends a plan on the ground of harm is an inference from pages 98
and 100 and flow chart 6, which gives the lead practitioner and core group the assessment.

Not encoded: senior sign-off before a plan ends at its first review, which is local.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.rules import (
    Content,
    Force,
    Heading,
    Membership,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import across

AROUND_EIGHTEEN = Timescale(
    id="child-protection.review-around-eighteen",
    title="Hold a review around the eighteenth birthday",
    force=Force.SHOULD,
    runs_from="the young person's eighteenth birthday",
    until="the review that ends the plan has been held",
    within=across(NoNumber("around the birthday, planned ahead"), wt2018="page 55", wt2023="page 100"),
    responsible="the local authority",
)

ENDING = Pathway(
    id="child-protection.plan-ending",
    title="The grounds on which a plan ends",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step(
                "no-longer-at-risk",
                "The child is judged no longer to be suffering, or likely to suffer, significant harm",
                ("child-protection.continuing-harm", "child-protection.ending-told"),
            ),
            Step(
                "transferred",
                "The child and family have moved for good, and the receiving authority has held its "
                "conference",
                ("child-protection.transfer-in-conference",),
            ),
            Step("eighteen", "The young person has turned 18", ("child-protection.review-around-eighteen",)),
            Step("died", "The child has died"),
            Step("left-uk", "The child has left the United Kingdom for good"),
        ),
        wt2018="page 55",
        wt2023="page 100",
    ),
)

END_PLAN = Membership(
    id="authority.end-plan",
    title="Who decides that a plan ends because the child is no longer at risk",
    force=Force.SHOULD,
    at_least=across(
        (standing.REVIEW_CONFERENCE,),
        wt2018="pages 53-55",
        wt2023="pages 98 and 100 and flow chart 6, page 105",
        checked=False,
    ),
    notes="Derived. The text says only that it 'is judged'; flow chart 6 has the lead practitioner "
    "and core group "
    "assess, and the lead practitioner record the end and the reasons.",
)

ENDING_TOLD = Timescale(
    id="child-protection.ending-told",
    title="Tell everyone that the plan has ended",
    force=Force.SHOULD,
    runs_from="the end of the plan",
    until="every agency invited to the first conference, and everyone supporting the child and "
    "parents, has been told",
    within=across(NoNumber("after the plan ends"), wt2018="page 55", wt2023="page 100"),
    responsible="lead practitioner",
)

ENDING_RECORD = Content(
    id="child-protection.plan-ending-record",
    title="What the record of a plan's end sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("ground", "The ground on which it ends"),
            Heading("reasons", "The reasons"),
            Heading("core-group-views", "What core group members said"),
            Heading("told", "Who has been told"),
            Heading(
                "continuing-support", "What support is still needed, discussed with the child and family"
            ),
        ),
        wt2018="page 55",
        wt2023="paragraph 215, page 100 and flow chart 6, page 105",
    ),
)

CLOSURE = Pathway(
    id="case.closure",
    title="When children's social care stops working with a child",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("no-further-action", "After assessment: no further action"),
            Step("early-help", "After assessment or a plan: early help goes on", ("early-help.plan-review",)),
            Step("transferred", "Another authority has taken over", ("child-in-need.moved-area",)),
            Step("adult-services", "Adult services have taken over"),
            Step("no-longer-in-need", "The child is no longer in need"),
            Step("died", "The child has died"),
        ),
        wt2023="page 73, paragraph 186 and page 100",
        checked=False,
    ),
    notes="The text has no single list of closures: these gather what it says of need ending, moves "
    "and adulthood. "
    "Reasons for closing in the census are the census's own.",
)
