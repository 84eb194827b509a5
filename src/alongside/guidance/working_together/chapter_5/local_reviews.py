"""How a local review is led, and who takes part (2023 paragraphs 353-359).

Not encoded: any one method, because paragraph 356 leaves it to the partners and the reviewer.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.working_together.chapter_5 import regulation, since_2018, since_2023

PARALLEL = Duty(
    id="local-review.parallel",
    title="Work alongside other investigations",
    force=Force.SHOULD,
    by=("panel", "safeguarding-partners"),
    asks=since_2023(
        "Have clear ways to contribute to, and work with, what else is under way: a criminal case, an inquest, "
        "professional regulators, a domestic homicide review, a serious case review under MAPPA, a safeguarding "
        "adults review.",
        "paragraph 353",
    ),
    trigger="another investigation of the same events",
    evidence=("a protocol", "who speaks with whom"),
)

COMMISSION = Duty(
    id="local-review.commission",
    title="Commission and supervise whoever leads the review",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2018("Commission the reviewer of a local review and supervise the work.", "paragraph 354"),
    trigger="the decision to hold a local review",
    expected=True,
    evidence=("the letter of commission",),
)

REVIEWER = Content(
    id="local-review.reviewer",
    title="What partners look for in a reviewer",
    force=Force.SHOULD,
    sets_out=since_2023(
        (
            Heading("practice", "Knows the practice concerned, and can engage practitioners and families"),
            Heading("research", "Knows research about safeguarding children"),
            Heading("complexity", "Understands how complex circumstances are"),
            Heading("hindsight", "Sees things as they were at the time, without hindsight"),
            Heading("communication", "Can put findings across"),
            Heading("conflict", "Has no conflict of interest, real or seeming"),
        ),
        "paragraph 355",
    ),
)

METHOD = Duty(
    id="local-review.method",
    title="Agree how the review is done",
    force=Force.SHOULD,
    by=("safeguarding-partners", "reviewers"),
    asks=since_2023(
        "Agree the method with the reviewer. It follows systems thinking as the Munro review set it out, keeps the "
        "child's view and the family's circumstances in sight, and can lead to recommendations.",
        "paragraph 356",
    ),
    trigger="the reviewer's commission",
    evidence=("the agreed method",),
)

PROPORTIONATE = Duty(
    id="local-review.proportionate",
    title="Keep the review in proportion and about learning",
    force=Force.SHOULD,
    by=("safeguarding-partners", "reviewers"),
    asks=since_2023(
        "Fit the work to what can be learned, stay with learning, and explain why things happened.",
        "paragraph 357",
    ),
)

PRACTITIONERS = Duty(
    id="local-review.practitioners",
    title="Involve practitioners without fear of blame",
    force=Force.SHOULD,
    by=("safeguarding-partners", "reviewers"),
    asks=since_2023(
        "Practitioners take a full part and can give their view without fear of being blamed for what they did in "
        "good faith.",
        "paragraph 358",
    ),
    evidence=("how practitioners were invited",),
)

FAMILY = Duty(
    id="local-review.family",
    title="Invite the family, and surviving children",
    force=Force.SHOULD,
    by=("safeguarding-partners", "reviewers"),
    asks=since_2023(
        "Invite families, surviving children among them, to contribute; say how, and what they can and cannot expect.",
        "paragraph 358",
    ),
    evidence=("the invitations", "what the family was told to expect"),
)

SUPERVISE = Duty(
    id="local-review.supervise",
    title="Watch over the review's progress and quality",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2018(
        "See to it that the review makes progress and is good enough. What is asked of the reviewer for this is asked "
        "in writing.",
        "paragraph 359",
    ),
    trigger="the reviewer's commission",
    law=(regulation(14),),
    evidence=("written requests to the reviewer", "checks of quality"),
)

MONITORING = Timescale(
    id="local-review.monitoring",
    title="Look at regular intervals whether the review keeps to its time",
    force=Force.MUST,
    runs_from="the reviewer's commission",
    until="the review's report",
    within=since_2018(NoNumber("at regular intervals"), "paragraph 359"),
    responsible="the three safeguarding partners",
    law=(regulation(14),),
)
