"""Education Act 2002, section 141F: a teacher accused by a pupil is not named in public.

Not encoded: how a court lifts the restriction, and the offence of breaking it.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import EDUCATION_ACT_2002

REPORTING_RESTRICTION = Timescale(
    id="allegation.reporting-restriction",
    title="Publish nothing that names an accused teacher",
    force=Force.MUST,
    runs_from="a pupil of the same school, or somebody for them, alleging that the teacher committed an offence",
    until="the teacher is charged, or the Teaching Regulation Agency publishes a decision",
    within=Dated(
        Provision(
            EDUCATION_ACT_2002.at("section 141F", begins=date(2012, 10, 1)),
            NoNumber("no number of days is set"),
        )
    ),
    responsible="everybody: parents, schools and the press",
    notes="It covers teachers in schools, not in colleges. Keeping Children Safe in Education 2024, paragraph 400, restates it.",
)
