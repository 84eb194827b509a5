"""Housing Act 1996, part 7: the duty to refer people who are or may become homeless.

Working Together 2023, paragraphs 256-261, describes it. Not encoded: housing duties after that.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import HOUSING_ACT_1996

THREATENED = Definition(
    id="definition.threatened-with-homelessness",
    title="Threatened with homelessness",
    force=Force.MUST,
    means=Dated(
        Provision(
            HOUSING_ACT_1996.at("section 175(4)", begins=date(2018, 4, 3)),
            "Likely to become homeless within 56 days.",
        )
    ),
)

DUTY_TO_REFER = Timescale(
    id="homelessness.referral",
    title="Refer someone who is or may become homeless to a housing authority",
    force=Force.MUST,
    runs_from="a public body considering that someone is homeless, or likely to be within 56 days",
    until="a housing authority of their choice has been told",
    within=Dated(
        Provision(
            HOUSING_ACT_1996.at("section 213B", begins=date(2018, 10, 1)),
            NoNumber("no number of days is set"),
        )
    ),
    responsible="the public body, normally with the person's consent",
    notes="Consent is not needed to safeguard a child.",
)
