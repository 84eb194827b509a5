"""The serious violence duty (2023 paragraphs 289-291), which no edition before had.

Not encoded: what a problem profile holds, which the guidance on the duty says.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022, said

BEGAN = date(2023, 1, 31)
DUTY = POLICE_CRIME_SENTENCING_AND_COURTS_ACT_2022.at("part 2, chapter 1", begins=BEGAN)

PREVENT = Duty(
    id="serious-violence.work-together",
    title="Work together to prevent and reduce serious violence",
    force=Force.MUST,
    by=("serious-violence-bodies",),
    asks=said(
        "Police, probation, youth offending teams, fire and rescue, integrated care boards and local authorities work "
        "together to prevent serious violence. They consult schools and colleges, prisons and youth custody.",
        chapter=4,
        wt2023="paragraphs 289-291",
    ),
    evidence=("the strategy", "who was consulted"),
    law=(DUTY,),
)

STRATEGY = Duty(
    id="serious-violence.strategy",
    title="Know the problem locally, and publish and review a strategy",
    force=Force.MUST,
    by=("serious-violence-bodies",),
    asks=said(
        "They draw up a profile of the problem and a strategy in answer to it: the first by 31 January 2024, then looked at "
        "again.",
        chapter=4,
        wt2023="paragraph 291",
    ),
    evidence=("the profile", "the strategy and the days it was reviewed"),
    law=(DUTY,),
    notes="The duty began on 31 January 2023.",
)
