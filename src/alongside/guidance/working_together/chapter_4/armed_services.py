"""Families of the armed services (2023 paragraph 304). When the Ministry of Defence is told came with that edition.

Not encoded: the ministry's addresses.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import said

REVIEWS_AND_ALLEGATIONS = Duty(
    id="armed-services.reviews-and-allegations",
    title="Tell the Ministry of Defence of reviews it is needed for, and of allegations",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The ministry is told where a review needs its part, or an allegation about somebody who serves needs the "
        "designated officer.",
        chapter=4,
        wt2023="paragraph 304",
    ),
    trigger="such a review or allegation",
    evidence=("the notice",),
)

MOVES_OVERSEAS = Duty(
    id="armed-services.moves-overseas",
    title="Tell the Ministry of Defence of a child with a plan who moves overseas",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "The ministry is told when the family of a child with a child in need or child protection plan moves overseas.",
        chapter=4,
        wt2023="paragraph 304",
    ),
    trigger="the move",
    evidence=("the notice",),
)

BASES = Duty(
    id="armed-services.united-states-bases",
    title="Keep in touch with the commander of a United States base",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=said(
        "An authority with a base of the United States' forces in its area keeps in touch with its commander and explains "
        "the law here.",
        chapter=4,
        wt2023="paragraph 304",
    ),
    trigger="a base in the area",
    evidence=("the contact",),
)
