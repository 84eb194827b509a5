"""Children's homes (2023 paragraphs 292-294).

What a home tells of at once is the regulations' own: ``childrens-home.events-told``.

Not encoded: the Guide and the quality standards, which are texts of their own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import CHILDRENS_HOMES_REGULATIONS_2015, said

GUIDE = Duty(
    id="childrens-home.quality-standards",
    title="Have regard to the Guide and the quality standards, and assess risk actively",
    force=Force.MUST,
    by=("childrens-homes",),
    asks=said(
        "The registered person has regard to the Guide to the regulations and the quality standards, and staff actively "
        "assess the risks to each child.",
        chapter=4,
        wt2023="paragraph 292",
    ),
    evidence=("independent visitors' reports", "reviews of the quality of care"),
    law=(CHILDRENS_HOMES_REGULATIONS_2015.at("part 2"),),
)

RISK_STEPS = Duty(
    id="childrens-home.risk-steps",
    title="Put day-to-day steps against risk in the placement plan",
    force=Force.MUST,
    by=("childrens-homes",),
    asks=said(
        "Where there is a concern, the child's placement plan holds the steps staff take from day to day to manage the risk.",
        chapter=4,
        wt2023="paragraph 292",
    ),
    trigger="a concern about a child",
    evidence=("the placement plan",),
    law=(CHILDRENS_HOMES_REGULATIONS_2015.at("regulation 12"),),
    notes="The guidance states the duty; the regulation is from knowledge of the field.",
)

POLICIES = Content(
    id="childrens-home.policies",
    title="Policies a children's home has",
    force=Force.MUST,
    sets_out=said(
        (
            Heading("safeguarding", "Safeguarding children from abuse and neglect"),
            Heading("referral", "Referring to the placing authority, and to the authority the home is in"),
            Heading("missing", "Children who go missing"),
        ),
        chapter=4,
        wt2023="paragraph 293",
    ),
    law=(CHILDRENS_HOMES_REGULATIONS_2015.at("regulation 34"),),
)

AGREEMENT = Duty(
    id="childrens-home.agreement",
    title="Agree with partners and placing authorities how to work together",
    force=Force.SHOULD,
    by=("childrens-homes",),
    asks=said(
        "A home agrees with the local safeguarding partners and with each placing authority how they work together.",
        chapter=4,
        wt2023="paragraph 294",
    ),
    evidence=("the agreement",),
)
