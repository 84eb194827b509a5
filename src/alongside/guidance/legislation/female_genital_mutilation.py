"""Female Genital Mutilation Act 2003: the report to the police, and protection orders.

Working Together names girls at risk among the groups of paragraph 142, and sets no limit.

Not encoded: the offences, and how an order is applied for.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Judgement, Timescale
from alongside.guidance.kernel.spans import Months, WorkingDays
from alongside.guidance.sources import FEMALE_GENITAL_MUTILATION_ACT_2003 as ACT
from alongside.guidance.sources import FGM_REPORTING_2015

REPORTING_BEGAN = date(2015, 10, 31)
ORDERS_BEGAN = date(2015, 7, 17)
PROFESSIONAL = "the regulated professional in health, social care or teaching who was told or saw it"

POLICE_REPORT = Timescale(
    id="fgm.police-report",
    title="Report a known case of female genital mutilation to the police",
    force=Force.MUST,
    runs_from="a girl under 18 saying that it was done to her, or a professional seeing signs that it was",
    until="the police have the report",
    within=Dated(Provision(ACT.at("section 5B", begins=REPORTING_BEGAN), Months(1))),
    responsible=PROFESSIONAL,
    examples=(Example(date(2026, 6, 3), date(2026, 7, 3), "one month at the most"),),
    notes="The professional's own duty: nobody else's report fulfils it, but for a colleague's of the same calling.",
)

POLICE_REPORT_PROMPTLY = Timescale(
    id="fgm.police-report-promptly",
    title="Report a known case of female genital mutilation without waiting",
    force=Force.SHOULD,
    runs_from="a girl under 18 saying that it was done to her, or a professional seeing signs that it was",
    until="the police have the report",
    within=Dated(Provision(FGM_REPORTING_2015.at("timeframe for reports"), WorkingDays(1))),
    responsible=PROFESSIONAL,
    examples=(Example(date(2026, 6, 5), date(2026, 6, 8), "a Friday: by the end of Monday"),),
)

PROTECTION_ORDER = Judgement(
    id="fgm.protection-order",
    question="Should a female genital mutilation protection order be applied for?",
    decided_by="the local authority, with legal advice",
    must_record=("the decision", "the reasons"),
    citation=ACT.at("section 5A, with schedule 2", begins=ORDERS_BEGAN),
    force=Force.MUST,
    notes="For a girl to whom it was done, and for one who may be at risk.",
)
