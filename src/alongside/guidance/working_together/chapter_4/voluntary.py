"""Voluntary, charity, social enterprise, faith and private organisations (2023 paragraphs 310-315).

The 2018 edition brought charity trustees in, as one account reports.

Not encoded: the Charity Commission's guidance, which is a text of its own.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said

TRUSTEES = Duty(
    id="voluntary.trustees",
    title="See that nobody a charity helps or employs comes to harm",
    force=Force.SHOULD,
    expected=True,
    by=("trustees",),
    asks=said(
        "Trustees are responsible for keeping those the charity helps and those who work for it from harm. They follow the "
        "Charity Commission's guidance.",
        chapter=4,
        wt2023="paragraph 311",
    ),
    evidence=("the trustees' report",),
    notes="Told as what they are responsible for; following the commission's guidance is a should.",
)

POLICIES = Duty(
    id="voluntary.policies",
    title="Have policies to protect children, and see that they are followed",
    force=Force.SHOULD,
    by=("voluntary",),
    asks=said(
        "Organisations have policies that protect children, follow them, and have a way to see that they are followed.",
        chapter=4,
        wt2023="paragraph 314",
    ),
    evidence=("the policy", "an audit"),
)

STAFF_KNOW = Duty(
    id="voluntary.staff-know",
    title="Know one's responsibilities, how to respond and how to refer",
    force=Force.SHOULD,
    by=("voluntary-staff",),
    asks=said(
        "Staff and volunteers know what is asked of them in safeguarding, how to respond to a concern and how to refer a "
        "child.",
        chapter=4,
        wt2023="paragraph 314",
    ),
    evidence=("training",),
)

ARRANGEMENTS = Duty(
    id="voluntary.arrangements",
    title="Have the arrangements other organisations have",
    force=Force.SHOULD,
    by=("voluntary",),
    asks=said(
        "These organisations have arrangements like those under section 11, and know how to work with the safeguarding "
        "partners.",
        chapter=4,
        wt2023="paragraph 315",
    ),
    evidence=("a self-assessment",),
    notes="The headings are those of section-11.arrangements. Section 11 itself does not bind them.",
)

NAMED = Duty(
    id="voluntary.named-co-operate",
    title="Co-operate when named as a relevant agency",
    force=Force.MUST,
    by=("voluntary",),
    asks=said(
        "An organisation that the regulations list and the partners have named co-operates with them.",
        chapter=4,
        wt2023="paragraph 315",
    ),
    trigger="being named",
    evidence=("the acknowledgement",),
    law=(CHILDREN_ACT_2004.at("section 16G(4)", begins=REQUESTS_BEGAN),),
)

ASKED = Duty(
    id="voluntary.asked-co-operate",
    title="Co-operate when asked, though not listed",
    force=Force.SHOULD,
    by=("voluntary",),
    asks=said(
        "An organisation that the regulations do not list co-operates all the same when the partners ask it.",
        chapter=4,
        wt2023="paragraph 315",
    ),
    trigger="being asked",
    evidence=("the agreement",),
)
