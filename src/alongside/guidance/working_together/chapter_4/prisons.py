"""Prisons, and mother and baby units (2023 paragraphs 264-274).

The answer to a prison's enquiry is children's social care's (``prison.enquiry-reply``); asking the mother's home authority
before a place on a unit is ``mother-and-baby-unit.assessment-request``. Much of this came with the 2023 edition.

Not encoded: reports on the risk of contact, how old children on a unit may be (about 18 months, or more), and the prison
service's own policies.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said

ENQUIRY = Duty(
    id="prison.enquiry",
    title="Ask children's social care about every newly sentenced prisoner",
    force=Force.SHOULD,
    expected=True,
    by=("prisons",),
    asks=said(
        "For each prisoner newly sentenced, the prison asks children's social care at the earliest opportunity what is known "
        "about risk to children.",
        chapter=4,
        wt2023="paragraph 264",
    ),
    trigger="a prisoner being newly sentenced",
    evidence=("the record of the enquiry",),
    notes="It is not a section 47 enquiry. The text sets no number of days.",
)

ENQUIRY_AGAIN = Duty(
    id="prison.enquiry-again",
    title="Ask again when circumstances change",
    force=Force.MUST,
    own_words=True,
    by=("prisons",),
    asks=said(
        "If a prisoner's circumstances change, the prison makes a new enquiry.",
        chapter=4,
        wt2023="paragraph 264",
    ),
    trigger="a change of circumstances",
    evidence=("the record of the new enquiry",),
)

RISK_TO_CHILDREN = Content(
    id="prison.person-posing-a-risk",
    title="What a prison does about a prisoner who poses a risk to children",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading(
                "told",
                "Children's social care is told, in the home area and in the child's",
                "Of reception, transfers, temporary release, and the day and address of release.",
            ),
            Heading("consulted", "It is consulted about significant change", "A change of name too."),
            Heading("supervision", "Probation or the youth offending team is told"),
            Heading("police", "The police are alerted to the release"),
            Heading("contact", "Contact with a child is decided on an assessment of its risk"),
            Heading("unknown-children", "Children whom nobody knew of are referred"),
            Heading("recorded", "What comes back is recorded"),
        ),
        chapter=4,
        wt2023="paragraph 265",
    ),
    notes="A log of the seven, for each such prisoner, shows it.",
)

ENGAGE = Duty(
    id="prison.social-care-engages",
    title="Let children's social care engage a prisoner",
    force=Force.SHOULD,
    by=("prisons",),
    asks=said(
        "The governor has a clear process by which children's social care reaches a prisoner; the offender management unit "
        "is the first contact.",
        chapter=4,
        wt2023="paragraph 268",
    ),
    evidence=("the process", "the unit's contact"),
)

FIRST_NIGHT = Duty(
    id="prison.who-cares",
    title="Ask from the first night who cares for a prisoner's children",
    force=Force.SHOULD,
    by=("prisons",),
    asks=said(
        "Prisons help on the first night with arrangements for children's care, ask everybody whether they care for somebody "
        "under 18, look again at who cares for them, tell children's social care of any concern, and have places where "
        "children can visit and play.",
        chapter=4,
        wt2023="paragraph 269",
    ),
    trigger="reception",
    evidence=("a question at screening",),
)

FAMILY_TIES = Duty(
    id="prison.family-ties",
    title="Support family ties that are safe",
    force=Force.SHOULD,
    by=("prisons",),
    asks=said(
        "Prisons help prisoners keep up family ties, where that is safe for the children.",
        chapter=4,
        wt2023="paragraph 271",
    ),
    trigger="during the sentence",
    evidence=("the sentence plan",),
)

BOARD = Duty(
    id="mother-and-baby-unit.board-consults",
    title="Consult children's social care on every decision of the board",
    force=Force.MUST,
    own_words=True,
    by=("prisons",),
    asks=said(
        "Every decision of a mother and baby unit's board, changes of placement among them, goes to children's social care "
        "for consultation.",
        chapter=4,
        wt2023="paragraph 274",
    ),
    trigger="a board",
    evidence=("minutes of the board",),
)
