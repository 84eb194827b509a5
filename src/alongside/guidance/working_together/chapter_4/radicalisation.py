"""The Prevent duty and Channel (2023 paragraphs 305-309).

Not encoded: how a Channel panel works, which its own guidance says.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import COUNTER_TERRORISM_ACT_2015, said

PREVENT = Duty(
    id="radicalisation.prevent",
    title="Have due regard to keeping people from being drawn into terrorism",
    force=Force.MUST,
    by=("prevent-authorities",),
    asks=said(
        "Authorities the Act specifies have due regard, in their work, to the need to keep people from being drawn into "
        "terrorism.",
        chapter=4,
        wt2023="paragraph 305",
    ),
    evidence=("the policy",),
    law=(COUNTER_TERRORISM_ACT_2015.at("section 26", begins=date(2015, 7, 1)),),
)

CHANNEL = Duty(
    id="radicalisation.channel",
    title="Fit Channel to assessments of the child, and link it with partners",
    force=Force.SHOULD,
    by=("local-authority", "safeguarding-partners", "channel"),
    asks=said(
        "Support under Channel and assessments under the Children Act are fitted to each other, and Channel is linked with "
        "the safeguarding partners and youth offending teams.",
        chapter=4,
        wt2023="paragraphs 308 and 309",
    ),
    trigger="a child supported under Channel",
    evidence=("the link between the two records",),
)
