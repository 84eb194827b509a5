"""Areas, and the boards and groups that arrangements meet (2023 paragraphs 42, 44 and 46; section 16J).

The area of a local authority is the unit arrangements are built of.

Not encoded: paragraphs 41, 43 and 45, known only together with these.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said
from alongside.guidance.working_together.chapter_2.partners import PARTNERS, by_the_act

COMBINED = Duty(
    id="arrangements.combined-areas",
    title="Combine the areas of two or more authorities",
    force=Force.MAY,
    by=PARTNERS,
    asks=by_the_act("section 16J", "Partners of several authorities' areas may agree to treat them as one."),
    trigger="agreement between the partners of each area",
    evidence=("the agreement",),
)

ACTING_FOR_ANOTHER = Duty(
    id="arrangements.acting-for-another",
    title="Have one authority, board or chief officer act for another of its kind",
    force=Force.MAY,
    by=PARTNERS,
    asks=by_the_act(
        "section 16J",
        "Where there are several authorities, boards or chief officers, they may agree that one of them acts for another.",
    ),
    trigger="more than one of a kind among the partners",
    evidence=("who acts for whom",),
)

BOUNDARIES = Duty(
    id="arrangements.boundary-changes",
    title="Agree a change of boundaries together, tell those concerned, and publish it",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "Every partner agrees to the change, agencies and staff are told of it, and the published arrangements show it.",
        chapter=2,
        wt2023="paragraph 42",
    ),
    trigger="a change of the area",
    evidence=("the decision", "who was told", "the arrangements as changed"),
)

NEAR_HOME = Duty(
    id="arrangements.near-home",
    title="Place children as near to home as possible",
    force=Force.SHOULD,
    by=PARTNERS,
    asks=said(
        "Partners see to it that children who are placed live as near to home as they can.",
        chapter=2,
        wt2023="paragraph 46",
    ),
    trigger="a placement",
    evidence=("how far from home children are placed",),
    expected=True,
)

OTHER_BOARDS = Content(
    id="arrangements.other-boards",
    title="Boards and groups whose work touches local arrangements",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("health-and-wellbeing", "The health and wellbeing board"),
            Heading("adults", "The safeguarding adults board"),
            Heading("channel", "The Channel panel"),
            Heading("improvement", "An improvement board"),
            Heading("community-safety", "The community safety partnership"),
            Heading("family-justice", "The local family justice board"),
            Heading("public-protection", "The strategic management board for public protection"),
            Heading("drugs", "The drug partnership"),
            Heading("domestic-abuse", "The domestic abuse partnership board"),
            Heading("corporate-parenting", "The corporate parenting board"),
            Heading("youth-justice", "The youth offending management board"),
            Heading("violence-reduction", "The violence reduction unit"),
        ),
        chapter=2,
        wt2023="paragraph 44",
    ),
    notes="Examples, for an area to record how its arrangements meet each.",
)
