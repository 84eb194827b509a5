"""Immigration functions (2023 paragraph 300).

Not encoded: the Home Office's own guidance on the duty.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import BORDERS_ACT_2009, said

WELFARE = Duty(
    id="immigration.welfare",
    title="Have regard to children's welfare in immigration work",
    force=Force.MUST,
    by=("home-office",),
    asks=said(
        "Immigration functions are carried out with regard to safeguarding children and promoting their welfare.",
        chapter=4,
        wt2023="paragraph 300",
    ),
    trigger="each function",
    evidence=("a note of how welfare was weighed in a decision",),
    law=(BORDERS_ACT_2009.at("section 55", begins=date(2009, 11, 2)),),
)
