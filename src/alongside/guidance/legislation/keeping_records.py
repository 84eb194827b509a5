"""For how long the law has the record of a child who was looked after kept.

Not encoded: adoption case records and how long employers keep allegations; and any council's own schedule, which
is local and is set by the council itself.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Force
from alongside.guidance.sources import CARE_PLANNING_REGULATIONS_2010

PLACE = "regulation 50"

LOOKED_AFTER = Definition(
    id="records.looked-after",
    title="How long the record of a child who was looked after is kept",
    force=Force.MUST,
    means=Dated(
        Provision(
            CARE_PLANNING_REGULATIONS_2010.at(PLACE),
            "Until the 75th anniversary of the child's birth or, where the child dies before the age of 18, "
            "for 15 years from the day of death.",
        )
    ),
)

YEARS_FROM_BIRTH: Dated[int] = Dated(Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), 75))
YEARS_FROM_DEATH: Dated[int] = Dated(Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), 15))
DIES_BEFORE_AGE: Dated[int] = Dated(Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), 18))
