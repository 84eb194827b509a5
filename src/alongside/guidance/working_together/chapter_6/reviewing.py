"""The review meeting, the panel, and what is learned (2023 paragraphs 391 and 400-403).

Not encoded: the categories of death and the factors of the analysis form, and how much a factor counted: what is
known here of them is from memory, and the form itself has to be read.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Definition, Duty, Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.working_together.chapter_6 import reworded, section, since_2018, since_2023

MEETING = Duty(
    id="child-death.review-meeting",
    title="Hold a review meeting of those who knew the child's care or the investigation",
    force=Force.SHOULD,
    by=("child-death-practitioners",),
    asks=since_2023(
        "Those directly involved in the child's care or in the investigation meet, of every agency and not only "
        "health.",
        "paragraph 400",
    ),
    trigger="the end of gathering information",
    expected=True,
)

DRAFT_ANALYSIS = Duty(
    id="child-death.draft-analysis",
    title="Send the panel a draft analysis after the review meeting",
    force=Force.SHOULD,
    by=("child-death-practitioners",),
    asks=since_2023(
        "Send the draft of the analysis form to the child death overview panel.", "paragraph 400"
    ),
    trigger="the review meeting",
    evidence=("the draft form, and when it was sent",),
)

INDEPENDENT = Duty(
    id="child-death.panel-independent",
    title="The panel looks at a death afresh, by people who had no part in it",
    force=Force.SHOULD,
    by=("child-death-overview-panel",),
    asks=reworded(
        "Child death review partners have the death looked at independently.",
        "People who had no responsibility for the child in life scrutinise the death last, name what could be changed, "
        "and complete the analysis form.",
        "paragraph 401",
    ),
    trigger="the review meeting's draft",
    evidence=("who took part", "the final form"),
    notes="2018 called it the independent review by the partners; 2023 names the panel.",
)

MODIFIABLE = Definition(
    id="child-death.modifiable-factor",
    title="A modifiable factor",
    force=Force.SHOULD,
    means=since_2018(
        "Something that may have contributed to the death and that could be changed, here or in the whole country, so "
        "that another child is less at risk.",
        "paragraph 401, footnote 225",
    ),
    notes="The meaning is that of footnote 225; that it belongs to paragraph 401 is our reading. Editions before 2018 "
    "asked whether a death could have been prevented.",
)

DATABASE = Duty(
    id="child-death.database",
    title="Give the national database what was found",
    force=Force.SHOULD,
    by=("child-death-overview-panel",),
    asks=since_2023(
        "Send the National Child Mortality Database the data of each review.", "paragraphs 391 and 402"
    ),
    trigger="a completed review",
    evidence=("the database's receipt",),
)

LOCAL_TRENDS = Duty(
    id="child-death.local-trends",
    title="Report local patterns once a year when asked",
    force=Force.SHOULD,
    by=("child-death-overview-panel",),
    asks=since_2023(
        "Give the partners, on request, a yearly report on local patterns and what was learned.",
        "paragraph 403",
    ),
    trigger="the partners' request",
)

REPORT = Timescale(
    id="child-death.report",
    title="Report what was done about child deaths, and how well it worked",
    force=Force.MUST,
    runs_from="the last report",
    until="the next is published",
    within=since_2018(NoNumber("at intervals the partners think appropriate"), "paragraph 403"),
    responsible="the child death review partners",
    law=(section("16M(6)"),),
    notes="Once a year is common, and nowhere required.",
)
