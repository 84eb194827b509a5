"""National reviews by the Panel (2023 paragraphs 345-352 and 368-375).

Not encoded: paragraph 372, which nobody here has read; paragraph 109, on the Panel reading yearly reports, which is of
chapter 2. What the Act itself says of the Panel is in ``legislation.children_act_2004_reviews``.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Example, Force, Heading, Judgement, Timescale
from alongside.guidance.kernel.spans import Months, NoNumber, WorkingDaysBefore
from alongside.guidance.sources import WT2023
from alongside.guidance.working_together.chapter_5 import REGULATIONS, section, since_2018, since_2023

DECIDE = Duty(
    id="national-review.decide",
    title="Decide on each rapid review whether to hold a national review",
    force=Force.MUST,
    by=("panel",),
    asks=since_2018(
        "On receiving a rapid review, decide whether the case is one for a national review, alone or with others.",
        "paragraphs 345 and 350",
    ),
    trigger="a rapid review",
    law=(section("16B(1)"),),
)

THEMATIC = Duty(
    id="national-review.thematic",
    title="Review a theme rather than one case",
    force=Force.MAY,
    by=("panel",),
    asks=since_2023("Review a theme that runs through several cases.", "paragraph 350"),
    notes="Spelt out in 2023.",
)

MUST_WEIGH = Content(
    id="national-review.must-weigh",
    title="What the Panel takes into account when it decides on a national review",
    force=Force.MUST,
    sets_out=since_2018(
        (
            Heading("improvement", "Improvements seem to be needed", "Also where they were found before."),
            Heading("law", "Law or statutory guidance may have to change"),
            Heading("recurring", "A theme that keeps coming back"),
        ),
        "paragraph 345",
    ),
    law=(REGULATIONS,),
)

SHOULD_WEIGH = Content(
    id="national-review.should-weigh",
    title="What else the Panel has regard to when it decides on a national review",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("education", "The child was educated otherwise than at school"),
            Heading("known", "The child was in care, or on a child protection plan or lately taken off one"),
            Heading("institution", "It happened in an institution"),
            Heading("abuse", "Several kinds of abuse"),
        ),
        "paragraph 345",
    ),
)

OTHER_CRITERIA = Duty(
    id="national-review.other-criteria",
    title="Use other criteria and other evidence",
    force=Force.MAY,
    by=("panel",),
    asks=since_2023("Apply criteria of its own besides, and use what else it knows.", "paragraph 346"),
)

WHETHER = Judgement(
    id="national-review.whether",
    question="Is this a case for a national child safeguarding practice review?",
    decided_by="the Panel",
    must_record=("the decision", "the reasons"),
    citation=WT2023.at("paragraphs 345-346"),
    weigh=(
        "whether improvements seem to be needed, also ones found before",
        "whether law or statutory guidance may have to change",
        "whether a theme keeps coming back",
        "education otherwise than at school",
        "care, or a child protection plan now or lately",
        "an institution",
        "several kinds of abuse",
        "criteria of the Panel's own",
    ),
    notes="The partners say what they think; the Panel decides.",
)

INFORMATION = Duty(
    id="incident.panel-information",
    title="Give the Panel the further information it asks for",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2018("Give the Panel what more it asks for about a case.", "paragraph 347"),
    trigger="the Panel's request",
    law=(section("16D"),),
    evidence=("the request and the answer",),
)

REPLY = Timescale(
    id="national-review.reply",
    title="Answer the partners about a rapid review",
    force=Force.SHOULD,
    runs_from="the Panel receiving the rapid review",
    until="the partners know: a national review with the reasons and next steps, or what more is needed",
    within=since_2018(NoNumber("promptly"), "paragraph 348"),
    responsible="the Panel",
    notes="One partnership's page speaks of about ten days, without saying of which kind; nothing confirms it.",
)

EXPLAIN = Duty(
    id="national-review.explain",
    title="Explain decisions, to families too",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023(
        "Make the reasons for its decisions known, to families too, and tell the Secretary of State.",
        "paragraph 349",
    ),
    trigger="a decision on a national review",
)

SCOPE = Duty(
    id="national-review.scope",
    title="Settle scope and method with the partners",
    force=Force.SHOULD,
    by=("panel",),
    asks=since_2023(
        "Discuss with the partners what a national review looks at and how, and agree how local work already done is "
        "used.",
        "paragraphs 351-352",
    ),
    trigger="a decision to hold a national review",
)

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
    law=(REGULATIONS,),
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
    law=(section("16B"), REGULATIONS),
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
    law=(REGULATIONS,),
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
    law=(REGULATIONS,),
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
