"""Acts and regulations for disabled children and for those who care: 1970, 1995, 2011 and 2015.

Working Together 2023 points to these duties (paragraphs 187-193); their words are their own.

Not encoded: charging, direct payments and the education, health and care plan, which is another Act's.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import (
    CARERS_ACT_1995,
    CHRONICALLY_SICK_AND_DISABLED_PERSONS_ACT_1970,
    SHORT_BREAKS_REGULATIONS_2011,
    YOUNG_CARERS_REGULATIONS_2015,
)

NO_NUMBER = NoNumber("no number of days is set")

SERVICES = Timescale(
    id="disabled-child.services",
    title="Consider services for a disabled child, and arrange those that are necessary",
    force=Force.MUST,
    runs_from="the authority being asked, or seeing the need",
    until="the authority has decided, and what is necessary is arranged",
    within=Dated(Provision(CHRONICALLY_SICK_AND_DISABLED_PERSONS_ACT_1970.at("section 2"), NO_NUMBER)),
    responsible="the local authority",
    notes="Working Together 2023, paragraphs 187-191, restates it.",
)

SHORT_BREAKS = Timescale(
    id="disabled-child.short-breaks",
    title="Weigh what short breaks would do for those who care for a disabled child",
    force=Force.MUST,
    runs_from="the need of a carer for a break, to go on caring or to do it better",
    until="the authority has weighed it, under the statement of services it publishes",
    within=Dated(Provision(SHORT_BREAKS_REGULATIONS_2011.at("regulations 3 to 5"), NO_NUMBER)),
    responsible="the local authority",
    notes="Not Working Together, which points to the authority's short breaks statement.",
)

CARER_WITHOUT_RESPONSIBILITY = Timescale(
    id="carer.assessment-without-responsibility",
    title="Assess somebody who cares for a disabled child without parental responsibility",
    force=Force.MUST,
    runs_from="the carer asking",
    until="the assessment is done, and weighed in what is decided for the child",
    within=Dated(Provision(CARERS_ACT_1995.at("section 1(2)"), NO_NUMBER)),
    responsible="the local authority",
    notes="Working Together 2023, paragraph 189, restates it.",
)

YOUNG_CARER_RECORD = Content(
    id="young-carer.assessment-record",
    title="What the assessment of a young carer looks at",
    force=Force.MUST,
    sets_out=Dated(
        Provision(
            YOUNG_CARERS_REGULATIONS_2015.at("what an assessment determines"),
            (
                Heading("care-given", "What care the child gives, how much, and who relies on it"),
                Heading("appropriate", "Whether the care is appropriate for the child, or excessive"),
                Heading("education", "What it does to the child's education, development and wellbeing"),
                Heading("wishes", "What the child wants, and wants to become of the caring"),
                Heading("whole-family", "What the whole family needs"),
                Heading("written-copy", "That the child and parents have it in writing"),
            ),
        )
    ),
    notes="The headings gather the regulations; nobody here has checked them against the text.",
)
