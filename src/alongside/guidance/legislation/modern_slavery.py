"""Modern Slavery Act 2015: telling the Home Office, and independent child trafficking advocates.

Working Together 2023 (paragraphs 200-201, footnote 108) says that section 48 had not begun: its advocates are
given due regard, and bind nobody here.

Not encoded: the offences, and how the national referral mechanism decides.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import MODERN_SLAVERY_ACT_2015 as ACT

DUTY_BEGAN = date(2015, 11, 1)

DUTY_TO_NOTIFY = Timescale(
    id="trafficking.duty-to-notify",
    title="Tell the Home Office of a possible victim of slavery or trafficking",
    force=Force.MUST,
    runs_from="a public authority having reasonable grounds to believe that somebody may be a victim",
    until="the Home Office has been told",
    within=Dated(Provision(ACT.at("section 52", begins=DUTY_BEGAN), NoNumber("no number of days is set"))),
    responsible="the public authority",
    notes="For a child, a referral to the national referral mechanism does it, and needs no consent.",
)

ADVOCATE = Timescale(
    id="trafficking.advocate",
    title="Have an independent child trafficking advocate",
    force=Force.MUST,
    runs_from="reasonable grounds to believe that a child may be a victim of trafficking",
    until="the child has an advocate",
    within=Dated(Provision(ACT.at("section 48"), NoNumber("as soon as the grounds are there"))),
    responsible="the Home Office's arrangements",
    notes="Not begun, as Working Together 2023 read it. Where the guardian service operates it is referred to all the same.",
)
