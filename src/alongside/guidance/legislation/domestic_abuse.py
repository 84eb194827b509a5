"""Domestic Abuse Act 2021: telling a child's school.

Working Together 2023 spoke of it as a practice (footnote 61: before the next school day begins). The law sets no hour.

Not encoded: what the notice holds.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import DOMESTIC_ABUSE_ACT_2021

SCHOOL_TOLD = Timescale(
    id="policing.school-told-of-domestic-abuse",
    title="Tell a child's school or college of a domestic abuse incident",
    force=Force.MUST,
    runs_from="the police having reason to believe that a child is a victim of domestic abuse",
    until="the child's school or college has been told",
    within=Dated(
        Provision(
            DOMESTIC_ABUSE_ACT_2021.at("section 49A", begins=date(2025, 11, 7)),
            NoNumber("as soon as is reasonably practicable"),
        )
    ),
    responsible="the chief officer of police",
    notes="Known as Operation Encompass. As a practice it meant before the next school day begins.",
)
