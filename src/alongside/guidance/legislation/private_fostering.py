"""Children (Private Arrangements for Fostering) Regulations 2005.

Working Together only says what private fostering is. Notices and visits are these regulations'.

Not encoded: each matter in the schedules; the report's headings gather them.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import (
    Content,
    Definition,
    Example,
    Force,
    Heading,
    Judgement,
    Timescale,
)
from alongside.guidance.kernel.spans import Hours, NoNumber, Weeks, WeeksBefore, WorkingDays
from alongside.guidance.sources import CHILDREN_ACT_1989, across
from alongside.guidance.sources import PRIVATE_FOSTERING_REGULATIONS_2005 as REGULATIONS

PRIVATE_FOSTERING = Definition(
    id="definition.private-fostering",
    title="Private fostering",
    force=Force.SHOULD,
    means=across(
        "A child under 16 (under 18 if disabled) cared for, for 28 days or more, by someone who is "
        "not a parent, "
        "a person with parental responsibility or a close relative.",
        wt2023="footnote 55, page 47, and pages 159 and 161",
    ),
)

NOTICE = Timescale(
    id="private-fostering.notice",
    title="Give notice of a private fostering arrangement",
    force=Force.MUST,
    runs_from="the day the arrangement is to begin",
    until="the local authority has been notified",
    within=Dated(Provision(REGULATIONS.at("regulation 3"), WeeksBefore(6))),
    responsible="the person who is to care for the child",
    examples=(Example(date(2026, 6, 1), date(2026, 4, 20), "six weeks before"),),
    notes="Immediately, if it begins within six weeks. Others involved: as soon as possible.",
)

NOTICE_BY_OTHERS = Timescale(
    id="private-fostering.notice-by-others",
    title="Give notice of an arrangement as a parent or anyone else involved",
    force=Force.MUST,
    runs_from="the arrangement being made",
    until="the local authority has been notified",
    within=Dated(Provision(REGULATIONS.at("regulation 3"), NoNumber("as soon as possible"))),
    responsible="parents, and anyone else involved in arranging it",
)

CHANGE_NOTICE = Timescale(
    id="private-fostering.change-notice",
    title="Give notice that an arrangement has begun, changed or ended",
    force=Force.MUST,
    runs_from="the event",
    until="the local authority has been notified",
    within=Dated(Provision(REGULATIONS.at("regulations 6, 9 and 10"), Hours(48))),
    responsible="the person who cares for the child",
    examples=(
        Example(
            datetime(2026, 6, 1, 9, 0, tzinfo=UTC),
            datetime(2026, 6, 3, 9, 0, tzinfo=UTC),
            "two days to the hour",
        ),
    ),
)

FIRST_VISIT = Timescale(
    id="private-fostering.first-visit",
    title="Visit the child, the carer and the home",
    force=Force.MUST,
    runs_from="the notification being received",
    until="an officer has visited and seen the child",
    within=Dated(Provision(REGULATIONS.at("regulations 4 and 7"), WorkingDays(7))),
    responsible="the local authority",
    examples=(Example(date(2026, 6, 1), date(2026, 6, 10), "seven working days"),),
)

VISITS_FIRST_YEAR = Timescale(
    id="private-fostering.visits-first-year",
    title="Visit again, in the first year",
    force=Force.MUST,
    runs_from="the last visit",
    until="an officer has visited and written a report",
    within=Dated(Provision(REGULATIONS.at("regulation 8"), Weeks(6))),
    responsible="the local authority",
    examples=(Example(date(2026, 6, 10), date(2026, 7, 22), "six weeks"),),
    notes="The first year starts when the authority becomes aware of the arrangement. The child is "
    "seen alone "
    "unless that is inappropriate.",
)

VISITS_LATER = Timescale(
    id="private-fostering.visits-later",
    title="Visit again, in the second year and after",
    force=Force.MUST,
    runs_from="the last visit",
    until="an officer has visited and written a report",
    within=Dated(Provision(REGULATIONS.at("regulation 8"), Weeks(12))),
    responsible="the local authority",
    examples=(Example(date(2026, 6, 10), date(2026, 9, 2), "twelve weeks"),),
)

VISIT_REPORT = Content(
    id="private-fostering.visit-report",
    title="What the report of a private fostering visit sets out",
    force=Force.MUST,
    sets_out=Dated(
        Provision(
            REGULATIONS.at("regulations 7 and 8, with schedule 3"),
            (
                Heading(
                    "child-seen-alone", "Whether the child was seen alone", "Unless that is inappropriate."
                ),
                Heading("wishes", "The child's wishes and feelings about the arrangement"),
                Heading("welfare", "Whether the child's welfare is safeguarded and promoted"),
                Heading("standard-of-care", "The care and the home"),
                Heading("contact", "Contact with parents and others"),
                Heading("conclusions", "The written report's conclusions"),
            ),
        )
    ),
    notes="The headings gather the schedule's longer list; nobody here has checked them against it.",
)

SUITABILITY = Judgement(
    id="private-fostering.suitability",
    question="Is the child's welfare in this private fostering arrangement satisfactorily safeguarded and promoted?",
    decided_by="the local authority",
    must_record=("the decision", "the reasons", "any requirements put on the carer"),
    citation=CHILDREN_ACT_1989.at("sections 67 and 69, with schedule 8"),
    force=Force.MUST,
    notes="Where it is not, the authority secures that the child is cared for by family, or acts otherwise.",
)
