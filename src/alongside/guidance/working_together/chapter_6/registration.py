"""What registrars and coroners tell child death review partners (2023 page 149).

Not encoded: the regulation behind what coroners do, which the text does not name at that place; what registrars of
other countries do.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Example, Force, Timescale
from alongside.guidance.kernel.spans import CalendarDays, WorkingDays
from alongside.guidance.sources import CHILDREN_AND_YOUNG_PERSONS_ACT_2008
from alongside.guidance.working_together.chapter_6 import since_2023

REGISTRAR = Timescale(
    id="child-death.registrar",
    title="Supply the particulars of a child's death to child death review partners",
    force=Force.MUST,
    runs_from="the registration or correction, or the certificate that nobody is liable to register",
    until="the partners have the particulars",
    within=since_2023(CalendarDays(7), "page 149"),
    responsible="the registrar",
    law=(CHILDREN_AND_YOUNG_PERSONS_ACT_2008.at("section 31"),),
    examples=(
        Example(date(2026, 11, 20), date(2026, 11, 27), "a week, weekends counted"),
        Example(date(2025, 12, 22), date(2025, 12, 29), "holidays counted"),
    ),
    notes="Of everybody who was, or may have been, under 18. The text says days and not of which kind: they are counted "
    "here as days of any kind.",
)

CORONER = Timescale(
    id="child-death.coroner",
    title="Tell child death review partners of an investigation or a post-mortem",
    force=Force.MUST,
    runs_from="the decision to investigate or to have a post-mortem made",
    until="the partners know of it",
    within=since_2023(WorkingDays(3), "page 149"),
    responsible="the coroner",
    examples=(
        Example(date(2026, 11, 20), date(2026, 11, 25), "decided on a Friday: Monday is day 1"),
        Example(date(2025, 4, 17), date(2025, 4, 24), "Good Friday and Easter Monday are not counted"),
    ),
    notes="The text says must, and names no law at this place.",
)

CORONER_SHARES = Duty(
    id="child-death.coroner-shares",
    title="Share what the coroner holds, post-mortem reports with it",
    force=Force.MUST,
    by=("coroner",),
    asks=since_2023(
        "Give child death review partners the information held about the death, reports of a post-mortem included.",
        "page 149",
    ),
    trigger="an investigation or a post-mortem",
    own_words=True,
    notes="That reports of a post-mortem are among it was added in 2023.",
)
