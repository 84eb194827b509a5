"""Sport (2023 paragraphs 316 and 317).

Not encoded: the Standards for safeguarding in sport, which are a text of their own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import said

CLUBS = Duty(
    id="sport.clubs",
    title="Have arrangements, work with partners, and know how to refer",
    force=Force.SHOULD,
    by=("sport",),
    asks=said(
        "Clubs and sport organisations have arrangements to safeguard children, work with the safeguarding partners, and "
        "their staff and volunteers know how to refer a child.",
        chapter=4,
        wt2023="paragraph 316",
    ),
    evidence=("the policy",),
    notes="The headings are those of section-11.arrangements. Section 11 itself does not bind them.",
)

STANDARDS = Duty(
    id="sport.standards",
    title="Aim to meet the national standards",
    force=Force.SHOULD,
    by=("sport-governing-bodies",),
    asks=said(
        "National governing bodies that are given public money aim to meet the Standards for safeguarding and protecting "
        "children in sport.",
        chapter=4,
        wt2023="paragraph 317",
    ),
    trigger="being funded",
    evidence=("the certificate",),
)
