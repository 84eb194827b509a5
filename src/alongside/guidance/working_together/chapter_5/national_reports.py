"""Who leads a national review, and its report (2023 paragraphs 109 and 368-375).

Not encoded: paragraph 372, which nobody here has read.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import Months, WorkingDaysBefore
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_5 import regulation, section, since_2018, since_2023

POOL = Duty(
    id="national-review.pool",
    title="Keep a public pool of reviewers",
    force=Force.MUST,
    by=("panel",),
    asks=since_2018(
        "Keep, and make public, a pool of people who could lead a national review. Where nobody in it fits, somebody "
        "else may.",
        "paragraph 368",
    ),
    law=(regulation(4),),
)

REVIEWER_CONFLICT = Duty(
    id="national-review.reviewer-conflict",
    title="Check a national reviewer for conflicts of interest",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023(
        "Look for conflicts of interest, real or seeming, and follow what the guidance says on local reviews.",
        "paragraphs 368-369",
    ),
    trigger="choosing a reviewer",
)

CONTENT = Content(
    id="national-review.report",
    title="What a national review's report holds",
    force=Force.MUST,
    sets_out=since_2018(
        (
            Heading("improvements", "A summary of the improvements it recommends"),
            Heading("reasons", "Why things happened", "An analysis of what lay underneath or in the system."),
        ),
        "paragraph 370",
    ),
    law=(section("16B"), regulation(8)),
)

PUBLISH = Duty(
    id="national-review.publish",
    title="Publish the report of a national review",
    force=Force.MUST,
    by=("panel",),
    asks=since_2018(
        "Publish the report unless that would be inappropriate; if so, publish what can properly be said about the "
        "improvements to be made.",
        "paragraph 371",
    ),
    trigger="the final report",
    law=(section("16B"),),
)

PUBLIC_FOR = Timescale(
    id="national-review.public-for",
    title="Keep a national review's report public for at least three years",
    force=Force.MUST,
    runs_from="its publication",
    until="the first day on which it may be taken down",
    within=since_2018(Months(36), "paragraph 373"),
    responsible="the Panel",
    law=(regulation(10),),
    examples=(Example(date(2026, 3, 2), date(2029, 3, 2), "three years later"),),
    notes="The shortest time, not a limit to hurry for: it may stay longer.",
)

ADVANCE_COPY = Timescale(
    id="national-review.advance-copy",
    title="Send the Secretary of State a national review before it is published",
    force=Force.MUST,
    runs_from="the day of publication",
    until="the Secretary of State has it",
    within=since_2018(WorkingDaysBefore(7), "paragraph 373"),
    responsible="the Panel",
    law=(regulation(9),),
    examples=(
        Example(date(2026, 6, 1), date(2026, 5, 20), "the spring bank holiday of 25 May is not counted"),
    ),
    notes="Counted back from publication, which is day 0: the day found is the last on which it can be sent.",
)

ADVANCE_COPY_OTHERS = Duty(
    id="national-review.advance-copy-others",
    title="Send others a national review before it is published",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023(
        "Send it to the safeguarding partners, Ofsted, the Care Quality Commission and the inspectorate of "
        "constabulary too.",
        "paragraph 373",
    ),
    trigger="publication of a national review",
)

COMPLETION = Timescale(
    id="national-review.completion",
    title="Complete and publish a national review",
    force=Force.SHOULD,
    runs_from="the decision to hold it",
    until="it is published",
    within=since_2018(Months(6), "paragraph 374"),
    responsible="the Panel",
    examples=(Example(date(2026, 8, 31), date(2027, 2, 28), "February has no 31st"),),
)

DELAY = Duty(
    id="national-review.delay",
    title="Explain a delay of a national review, and share what can be shared meanwhile",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2018(
        "Give the Secretary of State the reasons for a delay. While the review goes on, share what others can already "
        "act on.",
        "paragraph 374",
    ),
    trigger="six months that cannot be kept; learning that cannot wait",
)

SEND_ON = Duty(
    id="national-review.send-on",
    title="Send published reviews on and spread what they teach",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023(
        "Send published reviews, national and local, to Foundations (the What Works Centre for Children and Families) "
        "and to bodies they concern, and spread national learning.",
        "paragraph 375",
    ),
    trigger="the publication of a review",
)

YEARLY_REPORTS = Duty(
    id="national-review.yearly-reports",
    title="Read partners' yearly reports for what concerns the whole country",
    force=Force.SHOULD,
    by=("panel",),
    asks=said(
        "Look through the yearly reports of safeguarding partners for issues of national importance.",
        chapter=2,
        wt2023="paragraph 109",
    ),
    trigger="receiving a yearly report",
)
