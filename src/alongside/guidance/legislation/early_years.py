"""Early years welfare requirements: telling the inspectorate of serious events.

Not encoded: the other changes a provider tells of.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Timescale
from alongside.guidance.kernel.spans import CalendarDays
from alongside.guidance.sources import EARLY_YEARS_WELFARE_REGULATIONS_2012

EVENT_TOLD = Timescale(
    id="early-years.serious-event-told",
    title="Tell the inspectorate of an allegation or a serious event in early years care",
    force=Force.MUST,
    runs_from="the event, or the allegation of serious harm or abuse by somebody who lives or works on the premises",
    until="Ofsted has been told, with what was done",
    within=Dated(
        Provision(
            EARLY_YEARS_WELFARE_REGULATIONS_2012.at("regulation 8, with the schedule"), CalendarDays(14)
        )
    ),
    responsible="the early years provider",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 16), "a fortnight, weekends counted"),),
    notes="As soon as is reasonably practicable, and in any case within this. The number and the regulation are "
    "from knowledge of the field and not confirmed; nobody here has read the regulations.",
)
