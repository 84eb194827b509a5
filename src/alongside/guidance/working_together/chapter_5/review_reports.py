"""A local review's report: what is in it, who gets it and by when, and what happens afterwards (2023 paragraphs 360-367).

Not encoded: nothing of these paragraphs is left out; the numbers of the regulations behind them are not known here.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import Months, NoNumber, WorkingDaysBefore
from alongside.guidance.working_together.chapter_5 import ON_LOCAL_REPORTS, section, since_2018, since_2023

CONTENT = Content(
    id="local-review.report",
    title="What a local review's report holds",
    force=Force.MUST,
    sets_out=since_2018(
        (
            Heading("improvements", "A summary of the improvements it recommends"),
            Heading("reasons", "Why things happened", "An analysis of what lay underneath or in the system."),
        ),
        "paragraph 360",
    ),
    law=(ON_LOCAL_REPORTS,),
    notes="The least a report holds; it may hold more.",
)

RECOMMENDATIONS = Content(
    id="local-review.recommendations",
    title="What a recommendation says",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("what", "What is to be done"),
            Heading("who", "By whom", "By one body, or by several together."),
            Heading("when", "By when"),
            Heading("outcome", "What is to be different afterwards"),
        ),
        "paragraph 361",
    ),
)

PUBLISH = Duty(
    id="local-review.publish",
    title="Publish the report of a local review",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2018(
        "Publish the report unless that would be inappropriate. If so, publish what can properly be said about the "
        "improvements to be made.",
        "paragraph 362",
    ),
    trigger="the final report",
    law=(section("16F(4) and (5)"),),
    evidence=("where it is published", "or why not, and what was published instead"),
)

REVIEWER_NAMED = Duty(
    id="local-review.reviewer-named",
    title="Name the reviewer in what is published",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023("Say in the published report who led the review.", "paragraph 362"),
    trigger="publication",
)

PUBLIC_FOR = Timescale(
    id="local-review.public-for",
    title="Keep a local review's report public for at least a year",
    force=Force.MUST,
    runs_from="its publication",
    until="the first day on which it may be taken down",
    within=since_2018(Months(12), "paragraph 362"),
    responsible="the three safeguarding partners",
    law=(ON_LOCAL_REPORTS,),
    examples=(
        Example(date(2026, 3, 2), date(2027, 3, 2), "a year later"),
        Example(date(2024, 2, 29), date(2025, 2, 28), "there is no 29 February in 2025"),
    ),
    notes="The shortest time, not a limit to hurry for: it may stay longer.",
)

PUBLICATION_IMPACT = Duty(
    id="local-review.publication-impact",
    title="Prepare for what publication does to people",
    force=Force.SHOULD,
    by=("safeguarding-partners", "delegated-safeguarding-partners"),
    asks=since_2023(
        "Think ahead about how publication touches children, family, practitioners and others, and write the report so "
        "that no child or vulnerable adult comes to harm by it.",
        "paragraph 363",
    ),
    trigger="publication",
    evidence=("a plan for publication",),
)

ADVANCE_COPY = Timescale(
    id="local-review.advance-copy",
    title="Send the Panel and the Secretary of State the report before it is published",
    force=Force.MUST,
    runs_from="the day of publication",
    until="both have the full report, or what is published about improvements instead",
    within=since_2018(WorkingDaysBefore(7), "paragraph 364"),
    responsible="the three safeguarding partners",
    law=(ON_LOCAL_REPORTS,),
    examples=(
        Example(date(2026, 11, 20), date(2026, 11, 11), "seven working days back, over one weekend"),
        Example(date(2027, 1, 6), date(2026, 12, 23), "Christmas and New Year are not counted"),
    ),
    notes="Counted back from publication, which is day 0: the day found is the last on which it can be sent.",
)

ADVANCE_COPY_OFSTED = Timescale(
    id="local-review.advance-copy-ofsted",
    title="Send Ofsted the report before it is published",
    force=Force.SHOULD,
    runs_from="the day of publication",
    until="Ofsted has it too",
    within=since_2018(WorkingDaysBefore(7), "paragraph 364"),
    responsible="the three safeguarding partners",
    examples=(
        Example(date(2025, 4, 25), date(2025, 4, 14), "Good Friday and Easter Monday are not counted"),
    ),
    notes="The same days as for the Panel, where the text says must; for Ofsted it says should.",
)

COMPLETION = Timescale(
    id="local-review.completion",
    title="Complete and publish a local review",
    force=Force.SHOULD,
    runs_from="the decision to hold it",
    until="it is published",
    within=since_2018(Months(6), "paragraph 365"),
    responsible="the three safeguarding partners",
    examples=(
        Example(date(2026, 3, 2), date(2026, 9, 2), "six months"),
        Example(date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
    ),
    notes="As soon as possible, and six months at the latest. From the decision: not from the incident and not from the "
    "commission. Another process under way may delay it; the reasons are then given (local-review.delay).",
)

DELAY = Duty(
    id="local-review.delay",
    title="Explain a delay, or why a report is not published",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2018(
        "Tell the Panel and the Secretary of State the reasons for a delay and for not publishing, and have regard to "
        "what they answer.",
        "paragraph 365",
    ),
    trigger="six months that cannot be kept; a decision not to publish",
    evidence=("the letter with the reasons", "the answer, and what was made of it"),
)

EARLY_LEARNING = Duty(
    id="local-review.early-learning",
    title="Act on what is learned before the review is over",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Gather what is learned before and during the review, and act on it then.", "paragraph 366"
    ),
    trigger="learning that cannot wait for the report",
    evidence=("what was changed before the report, and when",),
)

LEARNING = Duty(
    id="local-review.learning",
    title="Take account of all findings, local and national, and make the change last",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Take account of what every local and national review found, spread it, and see that improvement lasts.",
        "paragraph 367",
    ),
    evidence=("what was done about each finding", "what it changed"),
)

AUDIT = Timescale(
    id="local-review.audit",
    title="Audit whether recommended improvements were carried out",
    force=Force.SHOULD,
    runs_from="the report",
    until="the improvements are in place",
    within=since_2018(NoNumber("regularly"), "paragraph 367"),
    responsible="the three safeguarding partners",
)
