"""Which bodies may be named as relevant agencies: the schedule of the 2018 Regulations, as dated data.

Encoded is what was read: the schedule's education and childcare (entries 1 to 14), and its charities, religious
organisations, and those who provide sport or leisure. The schedule was amended on 6 November 2023; what that changed
was not read, so what is here is carried over it and says so.

Not encoded: the rest of the schedule, about 38 kinds of body in all. From knowledge of the field, not verified, it
holds health and social care providers, district councils and housing providers, probation, prisons, secure
establishments, youth offending teams, British Transport Police, immigration services and Cafcass.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Force, Heading
from alongside.guidance.sources import RELEVANT_AGENCY_REGULATIONS_2018 as REGULATIONS

EDUCATION = "Education and childcare"
OTHERS = "Others"

LISTED = (
    Heading("academy", "The proprietor of an academy school", "Entry 1.", EDUCATION),
    Heading("academy-16-to-19", "The proprietor of a 16 to 19 academy", "Entry 2.", EDUCATION),
    Heading("alternative-provision-academy", "The proprietor of an alternative provision academy", "Entry 3.", EDUCATION),
    Heading("maintained-school", "The governing body of a maintained school", "Entry 4.", EDUCATION),
    Heading("maintained-nursery", "The governing body of a maintained nursery school", "Entry 5.", EDUCATION),
    Heading("pupil-referral-unit", "A pupil referral unit", "Entry 6.", EDUCATION),
    Heading("independent-school", "A registered independent educational institution", "Entry 7.", EDUCATION),
    Heading("special-school", "A non-maintained special school that is approved", "Entry 8.", EDUCATION),
    Heading("special-post-16", "A special institution for those over 16", "Entry 9.", EDUCATION),
    Heading("further-education", "A further education institution", "Entry 10.", EDUCATION),
    Heading("higher-education", "A higher education provider in England", "Entry 11.", EDUCATION),
    Heading("publicly-funded-training", "A provider of publicly funded education or training that is inspected",
            "Entry 12: inspection under the Education and Inspections Act 2006.", EDUCATION),
    Heading("childcare", "A registered childcare provider", "Entry 13: registration under the Childcare Act 2006.", EDUCATION),
    Heading("childrens-centre", "A provider of a children's centre", "Entry 14.", EDUCATION),
    Heading("charity", "A charity", group=OTHERS),
    Heading("religious-organisation", "A religious organisation", group=OTHERS),
    Heading("sport-or-leisure", "Whoever provides, supervises or oversees sport or leisure", group=OTHERS),
)  # fmt: skip

SCHEDULE = Content(
    id="relevant-agencies.schedule",
    title="Which bodies may be named as relevant agencies",
    force=Force.MAY,
    sets_out=Dated(
        Provision(REGULATIONS.at("regulation 18 and the schedule"), LISTED),
        Provision(
            REGULATIONS.at(
                "the schedule, as amended on 6 November 2023 (change not read)", begins=date(2023, 11, 6)
            ),
            LISTED,
        ),
    ),
    notes="Not the whole list: it holds about 38 kinds of body, and only these entries were read. Look into the "
    "schedule itself before saying that a body is not in it.",
)
