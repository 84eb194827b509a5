"""Working Together, chapter 3: review conferences and the end of a plan (2023 pages 98-100).

Not encoded: who presides at a review (conference procedures carry over), senior sign-off
before a plan ends at its first review (local), and days for minutes.

That only a review conference ends a plan on the ground of harm is an inference from pages 98
and 100 and flow chart 6, which gives the lead practitioner and core group the assessment.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance import standing
from alongside.guidance.kernel.rules import (
    Content,
    Example,
    Force,
    Heading,
    Judgement,
    Membership,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import Months, NoNumber
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

FIRST_REVIEW = Timescale(
    id="child-protection.first-review",
    title="Hold the first review conference",
    force=Force.SHOULD,
    runs_from="the initial child protection conference",
    until="the review conference has been held",
    within=across(Months(3), wt2018="pages 51 and 53", wt2023="pages 97-98"),
    responsible="lead practitioner",
    examples=(
        Example(date(2024, 11, 30), date(2025, 2, 28), "February has no 30th"),
        Example(date(2024, 1, 31), date(2024, 4, 30), "April has no 31st"),
        Example(date(2025, 6, 23), date(2025, 9, 23), "the same day of the month"),
    ),
    notes="Sooner if things change.",
)

NEXT_REVIEW = Timescale(
    id="child-protection.next-review",
    title="Hold the next review conference",
    force=Force.SHOULD,
    runs_from="the last review conference",
    until="the review conference has been held",
    within=across(Months(6), wt2018="pages 51 and 53", wt2023="pages 97-98"),
    responsible="lead practitioner",
    examples=(
        Example(date(2025, 2, 28), date(2025, 8, 28), "the same day of the month"),
        Example(date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
    ),
    notes="For as long as the plan lasts.",
)

AROUND_EIGHTEEN = Timescale(
    id="child-protection.review-around-eighteen",
    title="Hold a review around the eighteenth birthday",
    force=Force.SHOULD,
    runs_from="the young person's eighteenth birthday",
    until="the review that ends the plan has been held",
    within=across(NoNumber("around the birthday, planned ahead"), wt2018="page 55", wt2023="page 100"),
    responsible="the local authority",
)

REVIEW_RECORD = Content(
    id="child-protection.review-record",
    title="What the record of a review conference sets out",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("progress", "Work done, against the outcomes planned"),
            Heading("views", "The views of the child and parents"),
            Heading(
                "decision", "Whether the child is still suffering, or likely to suffer, significant harm"
            ),
            Heading("plan-changes", "Whether the plan goes on, and what changes in it"),
            Heading("proceedings", "Whether court proceedings were considered"),
            Heading("household", "All the children of the household considered"),
            Heading("next-review", "The date of the next review"),
        ),
        wt2018="page 53",
        wt2023="pages 98-99",
    ),
)

DECISION = Pathway(
    id="child-protection.review-decision",
    title="What a review conference decides",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("continue", "The plan continues", ("child-protection.next-review",)),
            Step("end", "The plan ends", ("child-protection.plan-ending", "child-protection.ending-told")),
        ),
        wt2018="page 53 and flow chart 5, page 54",
        wt2023="page 98 and flow chart 6, page 105",
    ),
)

STILL_SUFFERING = Judgement(
    id="child-protection.continuing-harm",
    question="Is the child still suffering, or likely to suffer, significant harm?",
    decided_by="the review conference",
    must_record=("the decision", "the reasons", "who disagreed", "the views of the child and parents"),
    citation=WT2023_JUNE_2025.at("pages 98 and 100"),
    checked=READ_2023,
)

PROCEEDINGS = Judgement(
    id="child-protection.legal-action",
    question="Should court proceedings be considered?",
    decided_by="the lead practitioner at a review; children's social care at the plan stage",
    must_record=("the decision", "the reasons", "legal advice taken"),
    citation=WT2023_JUNE_2025.at("pages 96 and 98"),
    checked=READ_2023,
    weigh=("whether the child is suffering significant harm", "all the children of the household"),
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
