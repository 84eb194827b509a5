"""Whether the Panel holds a national review, and how it speaks with the partners (2023 paragraphs 345-352).

The criteria are listed, and never answered. What the Act itself says of the Panel is in
``legislation.children_act_2004_reviews``.

Not encoded: the Panel's criteria of its own, which paragraph 346 leaves to it.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Judgement, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import WT2023
from alongside.guidance.working_together.chapter_5 import regulation, section, since_2018, since_2023

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
    law=(regulation(3),),
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
