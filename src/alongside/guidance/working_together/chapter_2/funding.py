"""Funding the arrangements (2023 paragraphs 98-100; section 16I).

Contributions are to be equitable, which is not equal.

Not encoded: amounts and formulas. There are none; each area agrees its own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.lead_partners import LEADS
from alongside.guidance.working_together.chapter_2.partners import PARTNERS, by_the_act

EQUITABLE = Duty(
    id="funding.equitable",
    title="Agree what each partner gives, and see that it is equitable",
    force=Force.SHOULD,
    by=("safeguarding-partners", *LEADS),
    asks=said(
        "Partners' contributions are agreed between them and equitable. Equal they need not be.",
        chapter=2,
        wt2023="paragraphs 98-100",
        wt2018="chapter 3",
    ),
    trigger="every year's budget",
    evidence=("the budget, with what each partner gives", "what was spent"),
    notes="Under the 2018 edition the three partners; lead partners since 2023.",
)

LEVEL = Duty(
    id="funding.level",
    title="Agree how much the arrangements need, and see that it is spent on the agreed priorities",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "The level is agreed before the year, and spending follows the priorities.",
        chapter=2,
        wt2023="paragraphs 98-100",
    ),
    trigger="every year's budget",
    evidence=("budget and spending, side by side",),
)

COVERS = Content(
    id="funding.covers",
    title="What funding is for",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("support", "Business and analytical support"),
            Heading("scrutiny", "Independent scrutiny"),
            Heading("infrastructure", "Infrastructure"),
            Heading("reviews", "Local reviews"),
            Heading("training", "Training across agencies"),
            Heading("learning", "Events to learn from"),
        ),
        chapter=2,
        wt2023="paragraphs 98-100",
    ),
)

REVIEWED = Duty(
    id="funding.reviewed",
    title="Keep funding under review",
    force=Force.SHOULD,
    by=LEADS,
    asks=said("Whether it still fits is asked all the time.", chapter=2, wt2023="paragraphs 98-100"),
    evidence=("when it was reviewed, and what changed",),
)

TRANSPARENT = Duty(
    id="funding.transparent",
    title="Let children and families see the funding, and who contributes what",
    force=Force.SHOULD,
    by=LEADS,
    asks=said(
        "Reporting shows what each partner and each relevant agency gave.",
        chapter=2,
        wt2023="paragraphs 98-100",
    ),
    trigger="the yearly report",
    evidence=("the table of contributions",),
)

POWERS = Duty(
    id="funding.powers",
    title="Pay for the arrangements, straight or through a pooled fund, or give staff, goods and rooms",
    force=Force.MAY,
    by=PARTNERS,
    asks=by_the_act(
        "section 16I", "Partners may contribute in each of these ways. Relevant agencies may make payments."
    ),
    trigger="agreement on contributions",
)
