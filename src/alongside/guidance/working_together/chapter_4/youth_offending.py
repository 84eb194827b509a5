"""Youth offending teams (2023 paragraphs 298 and 299).

Not encoded: national standards for youth justice.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CRIME_AND_DISORDER_ACT_1998, said

LEAD = Duty(
    id="youth-offending.lead-officer",
    title="Have a lead officer for safeguarding in the team",
    force=Force.SHOULD,
    by=("youth-offending-teams",),
    asks=said(
        "A lead officer sees that safeguarding is at the heart of what the youth offending team does.",
        chapter=4,
        wt2023="paragraph 298",
    ),
    evidence=("the name",),
)

APPROPRIATE_ADULTS = Duty(
    id="youth-offending.appropriate-adults",
    title="Provide appropriate adults for children in custody",
    force=Force.MUST,
    by=("local-authority",),
    asks=said(
        "The local authority sees that there are appropriate adults for children the police detain or question.",
        chapter=4,
        wt2023="paragraph 299",
    ),
    trigger="a child detained or questioned",
    evidence=("a rota",),
    law=(CRIME_AND_DISORDER_ACT_1998.at("section 38", begins=date(2000, 4, 1)),),
)
