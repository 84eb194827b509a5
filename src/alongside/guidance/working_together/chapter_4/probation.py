"""The Probation Service (2023 paragraphs 275-281).

Much of this came with the 2023 edition.

Not encoded: community rehabilitation companies, which the 2018 edition named and which are gone.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import said

ENQUIRIES = Duty(
    id="probation.enquiries",
    title="Ask children's social care, and share, for sentencing and supervision",
    force=Force.SHOULD,
    by=("probation",),
    asks=said(
        "Probation makes safeguarding enquiries of children's social care, and shares, when it advises on a sentence and "
        "while it supervises.",
        chapter=4,
        wt2023="paragraphs 276 and 277",
    ),
    trigger="a report for court, or supervision",
    evidence=("the record of the enquiry",),
)

SAME_DAY = Duty(
    id="probation.same-day-reply",
    title="Ask for a reply on the same day for court",
    force=Force.MAY,
    by=("probation",),
    asks=said(
        "Probation may ask children's social care to answer on the day of the hearing.",
        chapter=4,
        wt2023="paragraph 276",
    ),
    trigger="a hearing that day",
    evidence=("how long the answer took",),
    notes="Where contact with a child is the worry, a quick answer is asked of children's social care.",
)

EXCHANGE = Duty(
    id="probation.exchange-arrangements",
    title="Arrange with children's social care how information is exchanged",
    force=Force.SHOULD,
    by=("probation",),
    asks=said(
        "Each probation delivery unit has arrangements with children's social care for exchanging information, checks on "
        "foster carers and adopters among them.",
        chapter=4,
        wt2023="paragraph 277",
    ),
    evidence=("the agreement",),
)

MOVES = Duty(
    id="probation.moves-told",
    title="Tell the authority somebody who is a risk to children moves to",
    force=Force.SHOULD,
    by=("probation",),
    asks=said(
        "When an offender who poses a risk moves to another authority, probation tells the authority where they will live "
        "and passes on the details.",
        chapter=4,
        wt2023="paragraph 277",
    ),
    trigger="a move to another authority",
    evidence=("the notice",),
)

RISK = Duty(
    id="probation.risk-plan",
    title="Assess risk, and fit the plan to the child's",
    force=Force.SHOULD,
    by=("probation",),
    asks=said(
        "Probation assesses risk to children, fits its risk management plan to any child protection or child in need plan, "
        "and shares it when that is right.",
        chapter=4,
        wt2023="paragraph 278",
    ),
    trigger="an order or a licence",
    evidence=("the risk management plan",),
    notes="Partly told as what it is responsible for, partly a should.",
)

OBJECTIVES = Duty(
    id="probation.sentence-plan",
    title="Put objectives to safeguard children in the sentence plan",
    force=Force.SHOULD,
    expected=True,
    by=("probation",),
    asks=said(
        "Where there is a risk to children the sentence plan holds objectives for safeguarding them.",
        chapter=4,
        wt2023="paragraph 279",
    ),
    trigger="a sentence plan where there is a risk",
    evidence=("the objectives",),
)

MEETINGS = Duty(
    id="probation.meetings",
    title="Send qualified staff to conferences and core groups, and reports in time",
    force=Force.SHOULD,
    by=("probation",),
    asks=said(
        "Suitably qualified staff take part in child protection conferences and core groups, and their reports come in time.",
        chapter=4,
        wt2023="paragraph 280",
    ),
    trigger="an invitation",
    evidence=("who attended", "when the report came"),
    notes="Partly told as what is expected, partly a should.",
)
