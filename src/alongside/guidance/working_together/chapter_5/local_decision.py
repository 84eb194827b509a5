"""Whether a local child safeguarding practice review is held (2023 paragraphs 324-325 and 336-341, pages 135-136).

The criteria are listed, and never answered: meeting one obliges nobody to hold a review.

Not encoded: paragraph 342, which nobody here has read.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Judgement
from alongside.guidance.sources import WT2023
from alongside.guidance.working_together.chapter_5 import regulation, section, since_2018, since_2023

ARRANGEMENTS = Duty(
    id="local-review.arrangements",
    title="Arrange to find and review cases that matter locally",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2018(
        "Arrange to identify serious cases that raise issues of importance for the area, and commission and oversee "
        "their review where the partners think it right.",
        "paragraphs 324 and 336",
    ),
    law=(section("16F"),),
    evidence=("how cases are found, in the published arrangements", "the list of cases considered"),
)

ACCOUNTABLE = Duty(
    id="local-review.accountable",
    title="Answer for what was learned being put into practice",
    force=Force.SHOULD,
    by=("lead-safeguarding-partners",),
    asks=since_2023(
        "Lead partners answer for learning being carried out; what it changed is told in the yearly report and "
        "independently scrutinised.",
        "paragraph 325",
    ),
    expected=True,
    evidence=("the impact of reviews in the yearly report", "scrutiny of it"),
)

CONSIDER = Duty(
    id="local-review.consider",
    title="Consider whether the criteria for a local review are met",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2018(
        "Consider each serious case against the criteria and the guidance on local reviews.", "paragraph 337"
    ),
    trigger="a serious child safeguarding case",
    law=(section("16F"), regulation(11)),
    evidence=("the criteria looked at one by one, with reasons",),
)

MUST_WEIGH = Content(
    id="local-review.must-weigh",
    title="What partners take into account when they decide on a local review",
    force=Force.MUST,
    sets_out=since_2018(
        (
            Heading("improvement", "Improvements seem to be needed", "Also where they were found before."),
            Heading("recurring", "A theme that keeps coming back"),
            Heading("together", "Concern about how two bodies or more worked together"),
            Heading("panel", "The Panel has said that a local review may be more fitting"),
        ),
        "page 135",
    ),
    law=(regulation(11),),
)

SHOULD_WEIGH = Content(
    id="local-review.should-weigh",
    title="What else partners have regard to when they decide on a local review",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("one-agency", "Concern about what a single agency did"),
            Heading("no-agency", "No agency was involved, and that is a concern in itself"),
            Heading(
                "several-areas",
                "More than one local authority, police area or integrated care board",
                "Families who moved are among these.",
            ),
            Heading(
                "institution",
                "It happened in an institution",
                "Children's homes and other residential places, custody of every kind, detention under mental health "
                "or mental capacity law.",
            ),
        ),
        "page 136",
    ),
)

WHETHER = Judgement(
    id="local-review.whether",
    question="Should there be a local child safeguarding practice review of this case?",
    decided_by="the three safeguarding partners",
    must_record=("each criterion, with reasons", "the decision and why", "any partner who sees it otherwise"),
    citation=WT2023.at("paragraphs 339-341"),
    weigh=(
        "whether improvements seem to be needed, also ones found before",
        "whether a theme keeps coming back",
        "how two bodies or more worked together",
        "what the Panel has said about a local review",
        "what a single agency did",
        "whether it is a concern that no agency was involved",
        "whether several areas were involved",
        "whether it happened in an institution",
    ),
    notes="Meeting criteria does not oblige the partners to hold a review. Each case is decided by itself.",
)

OTHER_CASES = Duty(
    id="local-review.other-cases",
    title="Review other cases that could teach something",
    force=Force.MAY,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Review a case that does not meet the criteria: good practice, poor practice, or harm that nearly happened. "
        "Be clear about why, and about what is looked at.",
        "paragraph 338",
    ),
)

RATIONALE = Duty(
    id="local-review.rationale",
    title="Decide openly, write down why, and tell the family",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Decide together and in the open; record the reasons and make them known, to families too.",
        "paragraph 341",
    ),
    trigger="a decision whether to hold a local review",
    evidence=("the reasons", "the letter to the family", "a dissent, where there is one"),
)
