"""The rapid review: what it is for, what comes of it, and by when (2023 paragraphs 337 and 343-344, page 144).

**15 working days of what?** The sources do not agree, so each reading is a rule under its own source and none is
merged. Page 144 of the 2023 edition reads as counting from the incident (here); the Panel's questions and answers and
several partnerships count from the notification; older practice counted from the day the authority knew (both in
``connected.practice_review_panel``). No law sets it under any reading. Paragraph 343 itself says only: promptly.

Not encoded: a form for the rapid review. Neither text nor Panel prescribes one in what is held here.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import (
    Content,
    Duty,
    Example,
    Force,
    Heading,
    Pathway,
    Step,
    Timescale,
)
from alongside.guidance.kernel.spans import NoNumber, WorkingDays
from alongside.guidance.working_together.chapter_5 import since_2018, since_2023

PROMPTLY = Timescale(
    id="rapid-review.promptly",
    title="Carry out a rapid review promptly",
    force=Force.SHOULD,
    runs_from="the notification of a serious incident",
    until="the rapid review is done",
    within=since_2018(NoNumber("promptly"), "paragraph 343"),
    responsible="the three safeguarding partners",
)

AIMS = Content(
    id="rapid-review.aims",
    title="What a rapid review does",
    force=Force.SHOULD,
    sets_out=since_2018(
        (
            Heading("facts", "Gathers the facts", "As far as they can readily be had."),
            Heading(
                "safety", "Decides what is done at once to keep children safe", "And shares what was learned."
            ),
            Heading("improvement", "Considers what could be improved"),
            Heading("next", "Decides what happens next", "A local review or none, among other things."),
        ),
        "paragraph 343",
    ),
)

SUBMISSION_FROM_INCIDENT = Timescale(
    id="rapid-review.submission-from-incident",
    title="Send the rapid review to the Panel, counted from the incident",
    force=Force.SHOULD,
    runs_from="the incident",
    until="the rapid review has been sent to the Panel",
    within=since_2023(WorkingDays(15), "page 144"),
    responsible="the three safeguarding partners",
    examples=(
        Example(date(2026, 11, 20), date(2026, 12, 11), "three weeks with no holiday in them"),
        Example(date(2024, 3, 22), date(2024, 4, 16), "Good Friday and Easter Monday are not counted"),
    ),
    notes="Not statutory: the text calls it so itself. One of three readings of when the 15 days begin; the others are "
    "rapid-review.submission-from-notification and rapid-review.submission-from-awareness. Counted like this, the "
    "days allowed for the notification use up a third of it or more. Partners who cannot keep it tell the Panel.",
)

FINDINGS = Timescale(
    id="rapid-review.findings",
    title="Send the Panel what the rapid review found",
    force=Force.SHOULD,
    runs_from="the rapid review being complete",
    until="the Panel has it",
    within=since_2018(NoNumber("as soon as it is complete"), "paragraph 344"),
    responsible="the three safeguarding partners",
)

OUTCOME = Content(
    id="rapid-review.outcome",
    title="What the Panel is sent",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("findings", "What the rapid review found"),
            Heading("decision", "Whether there will be a local review"),
            Heading("reasons", "Why"),
            Heading("national", "Whether the partners think a national review may be called for"),
        ),
        "paragraph 344",
    ),
)

COURSE = Pathway(
    id="rapid-review.course",
    title="What may follow a rapid review",
    force=Force.SHOULD,
    outcomes=since_2023(
        (
            Step(
                "local-review",
                "A local review is held",
                ("local-review.decision-told", "local-review.commission", "local-review.completion"),
            ),
            Step(
                "no-local-review",
                "No local review; what was learned is acted on",
                ("local-review.rationale",),
            ),
            Step(
                "national",
                "The partners think a national review may be called for",
                ("national-review.reply",),
            ),
        ),
        "paragraph 344",
    ),
)

NEW_INFORMATION = Duty(
    id="rapid-review.new-information",
    title="Tell the Panel if later news points to a national review",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Tell the Panel when something new suggests that the case is one for a national review.",
        "paragraph 344",
    ),
    trigger="new information about a case already sent to the Panel",
)

CRITERIA_MET = Duty(
    id="rapid-review.criteria-met",
    title="Notify and hold a rapid review before a local review that meets the criteria",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Where the partners find the criteria for a local review met, a notification and a rapid review take place.",
        "paragraph 337",
    ),
    trigger="finding that the criteria for a local review are met",
    evidence=("the notification's reference", "the rapid review"),
    own_words=True,
)

DECISION_TOLD = Timescale(
    id="local-review.decision-told",
    title="Tell the Panel, Ofsted and the Department for Education of a local review and who leads it",
    force=Force.SHOULD,
    runs_from="the decision to hold a local review",
    until="all three know of it and of the reviewer's name",
    within=since_2018(NoNumber("as soon as it is decided"), "paragraph 344"),
    responsible="the three safeguarding partners",
)
