"""Working Together, chapter 3: review conferences (2023 pages 98-99).

Not encoded: who presides at a review (conference procedures carry over), and days for minutes.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import (
    Content,
    Example,
    Force,
    Heading,
    Judgement,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import Months
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
