"""Education law that meets safeguarding: the school roll, absence and attendance orders.

School days differ by school, so limits in school days are shown and not counted.

Not encoded: the rest of pupil registration.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Timescale
from alongside.guidance.kernel.spans import CalendarDaysIncluding, NoNumber
from alongside.guidance.sources import (
    EDUCATION_ACT_1996,
    PUPIL_REGISTRATION_REGULATIONS_2006,
    SCHOOL_ATTENDANCE_REGULATIONS_2024,
)

OFF_ROLL = NoNumber("when the ground for removal is met, and no later than the removal")

ROLL_REMOVAL = Timescale(
    id="school.roll-removal",
    title="Tell the authority before a child is taken off the school roll",
    force=Force.MUST,
    runs_from="the ground for removal being met",
    until="the local authority has been told",
    within=Dated(
        Provision(PUPIL_REGISTRATION_REGULATIONS_2006.at("regulation 12"), OFF_ROLL),
        Provision(SCHOOL_ATTENDANCE_REGULATIONS_2024.at("regulation 13"), OFF_ROLL),
    ),
    responsible="the school",
    notes="At any point that is not a usual transition. Working Together 2023, paragraph 130, cites the 2006 "
    "regulations, which the 2024 regulations replaced on 19 August 2024.",
)

ABSENCE_RETURN = Timescale(
    id="school.absence-return",
    title="Report a long unexplained absence to the authority",
    force=Force.MUST,
    runs_from="the first day of absence",
    until="the local authority has the return",
    within=Dated(
        Provision(
            SCHOOL_ATTENDANCE_REGULATIONS_2024.at("regulation 13"),
            NoNumber("at 10 school days in a row, or fewer where agreed"),
        )
    ),
    responsible="the school",
)

ABSENCE_REMOVAL = Timescale(
    id="school.absence-removal",
    title="Take a child off the roll for long unexplained absence",
    force=Force.MUST,
    runs_from="the first day of absence",
    until="the school and the authority have made reasonable enquiries together",
    within=Dated(
        Provision(
            SCHOOL_ATTENDANCE_REGULATIONS_2024.at("regulation 9"),
            NoNumber("not before 20 school days in a row, and joint enquiries"),
        )
    ),
    responsible="the school and the local authority",
)

ATTENDANCE_ORDER_NOTICE = Timescale(
    id="school.attendance-order-notice",
    title="Give a parent time to show that a child is being educated",
    force=Force.MUST,
    runs_from="the notice being served",
    until="the parent has had the time to respond",
    within=Dated(Provision(EDUCATION_ACT_1996.at("section 437(2)"), CalendarDaysIncluding(15))),
    responsible="the local authority",
    examples=(Example(date(2026, 11, 2), date(2026, 11, 16), "the day of service is day 1"),),
    notes="The least the notice may give: it may give longer.",
)

IDENTIFY = Timescale(
    id="school.identify-not-in-school",
    title="Know which children are not receiving suitable education",
    force=Force.MUST,
    runs_from="a child of school age living in the area being neither on a school's roll nor suitably educated elsewhere",
    until="the authority knows of the child and what education they have",
    within=Dated(
        Provision(
            EDUCATION_ACT_1996.at("section 436A", begins=date(2007, 2, 27)),
            NoNumber("as far as it is possible to find out"),
        )
    ),
    responsible="the local authority",
    notes="Education at home is a parent's right where it is suitable.",
)
