"""Schools and colleges (2023 paragraphs 229-232).

What they do is in their own statutory guidance: ``connected.keeping_children_safe_in_education``. Their part in local
arrangements is in chapter 2, and that the whole guidance applies to every school is ``guidance.schools``.

Not encoded: the regulations behind the two sections of the Act, but for naming them.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import (
    EDUCATION_ACT_2002,
    INDEPENDENT_SCHOOL_STANDARDS_2014,
    NON_MAINTAINED_SPECIAL_SCHOOLS_2015,
    said,
)

SECTION_175 = EDUCATION_ACT_2002.at("section 175", begins=date(2004, 6, 1))
SECTION_157 = EDUCATION_ACT_2002.at("section 157", begins=date(2003, 9, 1))
STANDARDS = INDEPENDENT_SCHOOL_STANDARDS_2014.at("schedule, paragraph 7(b)")
SPECIAL_SCHOOLS = NON_MAINTAINED_SPECIAL_SCHOOLS_2015.at("schedule, paragraph 3")

SAFEGUARDING_DUTIES = Duty(
    id="school.safeguarding-duties",
    title="Safeguard pupils and students and promote their welfare",
    force=Force.MUST,
    by=("governing-bodies",),
    asks=said(
        "Governing bodies, proprietors, management committees of pupil referral units and college corporations, with the "
        "leaders of the school or college, carry out their safeguarding duties under the Education Act 2002 and the "
        "regulations linked with it.",
        chapter=4,
        wt2023="paragraph 230",
    ),
    evidence=("minutes of the governing body", "a yearly safeguarding report"),
    law=(SECTION_157, SECTION_175, STANDARDS, SPECIAL_SCHOOLS),
)

OWN_GUIDANCE = Duty(
    id="school.own-guidance",
    title="Have regard to Keeping Children Safe in Education",
    force=Force.MUST,
    by=("schools",),
    asks=said(
        "Schools and colleges have regard to their own statutory guidance, Keeping Children Safe in Education.",
        chapter=4,
        wt2023="paragraph 232",
    ),
    evidence=("the edition the policy names",),
    law=(SECTION_157, SECTION_175, STANDARDS, SPECIAL_SCHOOLS),
    notes="It has a new edition every September.",
)
