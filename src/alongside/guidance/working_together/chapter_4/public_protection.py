"""Multi-agency public protection arrangements (2023 paragraphs 282-288).

The 2023 edition brought the text into line with the guidance on these arrangements.

Not encoded: categories and levels, which are that guidance's.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CRIMINAL_JUSTICE_ACT_2003, DATA_PROTECTION_ACT_2018, said

CO_OPERATE = Duty(
    id="public-protection.co-operate",
    title="Co-operate with one another in managing people who are a risk",
    force=Force.MUST,
    by=("mappa",),
    asks=said(
        "Police, prisons and probation together, and the bodies with a duty to co-operate, work with each other in both "
        "directions. Schools, voluntary organisations, sport and others can be associates.",
        chapter=4,
        wt2023="paragraphs 284 and 285",
    ),
    trigger="somebody managed under the arrangements",
    evidence=("minutes",),
    law=(CRIMINAL_JUSTICE_ACT_2003.at("section 325(3)", begins=date(2004, 4, 5)),),
)

CHILDREN_CONSIDERED = Duty(
    id="public-protection.children-considered",
    title="Consider safeguarding whenever a child is spoken of",
    force=Force.MUST,
    own_words=True,
    by=("mappa",),
    asks=said(
        "Whenever a meeting speaks of a child it considers its safeguarding duties; a child who is managed under the "
        "arrangements is safeguarded like any other.",
        chapter=4,
        wt2023="paragraph 286",
    ),
    trigger="a meeting at which a child is spoken of",
    evidence=("an item in the minutes",),
)

SHARING_LAW = Duty(
    id="public-protection.sharing-law",
    title="Share under part 3 of the Data Protection Act, not the UK GDPR",
    force=Force.MUST,
    by=("mappa",),
    asks=said(
        "Sharing for public protection is for law enforcement: part 3 of the Data Protection Act 2018 governs it and not the "
        "UK GDPR.",
        chapter=4,
        wt2023="paragraphs 287 and 288",
    ),
    trigger="each sharing",
    evidence=("the legal basis recorded",),
    law=(DATA_PROTECTION_ACT_2018.at("part 3"),),
)
