"""Children Act 1989, part 4: the length of care proceedings.

Not encoded: court procedure.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Timescale
from alongside.guidance.kernel.spans import Weeks, WeeksIncluding
from alongside.guidance.sources import CHILDREN_ACT_1989

TWENTY_SIX_WEEKS_BEGAN = date(2014, 4, 22)

CARE_PROCEEDINGS = Timescale(
    id="court.care-proceedings",
    title="Dispose of care proceedings",
    force=Force.MUST,
    runs_from="the application being issued",
    until="the court disposes of it",
    within=Dated(
        Provision(CHILDREN_ACT_1989.at("section 32(1)", begins=TWENTY_SIX_WEEKS_BEGAN), WeeksIncluding(26))
    ),
    responsible="court",
    examples=(Example(date(2026, 1, 5), date(2026, 7, 5), "beginning with the day of issue"),),
    notes="Not in Working Together 2023.",
)

CARE_PROCEEDINGS_EXTENSION = Timescale(
    id="court.care-proceedings-extension",
    title="Dispose of care proceedings after an extension",
    force=Force.MUST,
    runs_from="the day the last period ends",
    until="the court disposes of the application",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 32(8)", begins=TWENTY_SIX_WEEKS_BEGAN), Weeks(8))),
    responsible="court",
    examples=(Example(date(2026, 7, 5), date(2026, 8, 30), "eight more weeks"),),
    notes="Each extension is at most eight weeks.",
)
