"""The yearly report of the safeguarding partners (2023 paragraphs 106-109; section 16G(7)).

The text calls it a yearly report, and an annual one elsewhere: one document.

Not encoded: that copies went to the Panel and the What Works Centre under the 2018 edition, which is from knowledge
of the field; what the 2026 edition is reported to ask of the report, which is a change told beside the rules.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import CalendarDays, Months
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said, said_anew
from alongside.guidance.working_together.chapter_2.partners import PARTNERS

RESPONSIBLE = "the safeguarding partners"
REPORT_DUTY = CHILDREN_ACT_2004.at("section 16G(7)", begins=REQUESTS_BEGAN)

IMPACT = Heading("impact", "What was changed for children and families, and what training brought about")
LITTLE_PROGRESS = Heading("little-progress", "Where there was little progress on the priorities, or none")
DECISIONS = Heading(
    "decisions",
    "Key decisions and actions, with what was done on recommendations of reviews and what came of it",
)
FEEDBACK = Heading("feedback", "How children's and families' feedback was sought and used")

FREQUENCY = Timescale(
    id="yearly-report.frequency",
    title="Publish a report on the arrangements at least once in every twelve months",
    force=Force.MUST,
    runs_from="the day of the last report, or of the arrangements where there is none yet",
    until="the next report is published",
    within=said(Months(12), chapter=2, wt2023="paragraph 106", wt2018="chapter 3"),
    responsible=RESPONSIBLE,
    examples=(
        Example(date(2024, 9, 30), date(2025, 9, 30), "a year to the day"),
        Example(date(2024, 2, 29), date(2025, 2, 28), "2025 has no 29 February"),
    ),
    law=(REPORT_DUTY,),
)

PUBLISHED = Timescale(
    id="yearly-report.published",
    title="Submit and publish the yearly report by the end of September",
    force=Force.SHOULD,
    runs_from="31 March, the last day of the year reported on",
    until="the report is submitted and published",
    within=said(Months(6), chapter=2, wt2023="paragraph 109"),
    responsible=RESPONSIBLE,
    examples=(
        Example(date(2024, 3, 31), date(2024, 9, 30), "the first of these reports"),
        Example(date(2026, 3, 31), date(2026, 9, 30)),
    ),
    notes="New in 2023, for reports from 2024. Counted as six months from 31 March, since the text names the day. Where "
    "none appears the Secretary of State may be told.",
)

COPIES = Timescale(
    id="yearly-report.copies",
    title="Send the yearly report to the national Panel and to the Department for Education",
    force=Force.SHOULD,
    runs_from="the day the report is published",
    until="both have it",
    within=said(CalendarDays(7), chapter=2, wt2023="paragraph 109"),
    responsible=RESPONSIBLE,
    examples=(Example(date(2026, 9, 24), date(2026, 10, 1), "Thursday to Thursday"),),
    notes="The text says days and not which; they are counted here as calendar days.",
)

PERIOD = Duty(
    id="yearly-report.period",
    title="Report on the year from April to March, and publish the report widely",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "The report covers the twelve months that ended with March.", chapter=2, wt2023="paragraph 109"
    ),
    trigger="every year",
    evidence=("the period named in the report", "where it was published"),
    notes="New in 2023.",
)

MUSTS = Content(
    id="yearly-report.by-law",
    title="What the yearly report sets out by law",
    force=Force.MUST,
    sets_out=said(
        (
            Heading(
                "done",
                "What was done because of the arrangements",
                "Child safeguarding practice reviews among it.",
            ),
            Heading("effective", "How well the arrangements worked in practice"),
        ),
        chapter=2,
        wt2023="paragraph 106",
        wt2018="chapter 3",
    ),
    law=(REPORT_DUTY,),
)

SHOULDS = Content(
    id="yearly-report.content",
    title="What else the yearly report sets out",
    force=Force.SHOULD,
    sets_out=said_anew(
        was=(IMPACT, LITTLE_PROGRESS, DECISIONS, FEEDBACK),
        wt2018="chapter 3",
        now=(
            Heading("contributions", "What each partner contributed to how the arrangements work and are built"),
            Heading("themes", "Themes from all scrutiny together", "Reviews, scrutineers, audits."),
            IMPACT,
            LITTLE_PROGRESS,
            Heading("incidents", "What serious incidents taught"),
            DECISIONS,
            FEEDBACK,
            Heading("costs", "What it cost, who paid, what changed, and what was had for it"),
            Heading("education", "How education is represented, day to day and in strategy"),
            Heading("data", "How data drive learning, and what sharing did for practice and outcomes"),
            Heading("scrutiny", "What independent scrutiny changed and taught"),
            Heading("updates", "Updates of the arrangements, and by when"),
            Heading("reforms", "How national reforms are being carried out, and what stood in the way"),
        ),
        wt2023="paragraph 107",
        chapter=2,
    ),
    notes="What the 2018 edition listed rests on accounts of it that agree with one another. The 2026 edition is "
    "reported to ask that the report shows impact on children and families.",
)  # fmt: skip

ELSEWHERE = Content(
    id="yearly-report.asked-elsewhere",
    title="What other places of the guidance ask the yearly report to hold",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading(
                "education-engagement", "How education is engaged, and what that changed", "Paragraph 78."
            ),
            Heading("scrutiny-impact", "What scrutiny changed, and the response to it", "Paragraph 97."),
            Heading(
                "case-audits",
                "What audits of cases under the assessment protocol show",
                "Asked in chapter 3.",
            ),
            Heading("review-learning", "What local reviews taught", "Asked in chapter 5."),
        ),
        chapter=2,
        wt2023="paragraphs 78 and 97",
    ),
)

RESTRAINT = Duty(
    id="yearly-report.restraint",
    title="Report on the use of restraint where there is a secure establishment, and send it on",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "The report reviews restraint in the establishment. What it finds goes to the Youth Justice Board, the Youth "
        "Custody Service and the inspectorate of prisons as well.",
        chapter=2,
        wt2023="paragraph 108",
    ),
    trigger="a secure establishment for children in the area",
    evidence=("the part of the report", "that it was sent to each"),
)
