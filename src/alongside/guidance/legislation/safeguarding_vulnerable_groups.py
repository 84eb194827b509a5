"""Safeguarding Vulnerable Groups Act 2006: referring somebody to the Disclosure and Barring Service.

Not encoded: what regulated activity is, and when somebody is barred. The month that older texts gave to refer in could
not be found in law and is not encoded either.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import SAFEGUARDING_VULNERABLE_GROUPS_ACT_2006

REFERRAL = Timescale(
    id="position-of-trust.barring-referral-by-law",
    title="Refer somebody removed from regulated activity to the Disclosure and Barring Service",
    force=Force.MUST,
    runs_from="somebody being removed from regulated activity because of harm or a risk of harm, or leaving before they would have been",
    until="the Disclosure and Barring Service has been told",
    within=Dated(
        Provision(
            SAFEGUARDING_VULNERABLE_GROUPS_ACT_2006.at("sections 35 and 38", begins=date(2009, 10, 12)),
            NoNumber("the Act sets no number of days"),
        )
    ),
    responsible="whoever provides or supplies for regulated activity",
    notes="Failing to, without reasonable excuse, is an offence. Working Together 2023, paragraph 227, restates it. The Act "
    "was not read for this; the sections are from knowledge of the field.",
)
