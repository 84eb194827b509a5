"""Early years and childcare (2023 paragraph 233).

Not encoded: the early years framework itself, which is a text of its own and was not read.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import CHILDCARE_ACT_2006, said

SECTION_40 = CHILDCARE_ACT_2006.at("section 40", begins=date(2008, 9, 1))

WELFARE = Duty(
    id="early-years.welfare-requirements",
    title="Meet the welfare requirements of the early years framework",
    force=Force.MUST,
    by=("early-years",),
    asks=said(
        "Early years providers comply with the safeguarding and welfare requirements of the early years foundation stage.",
        chapter=4,
        wt2023="paragraph 233",
    ),
    evidence=("inspection reports", "an audit of one's own"),
    law=(SECTION_40,),
)

ALERT = Duty(
    id="early-years.alert",
    title="Be alert to what worries in a child's life",
    force=Force.MUST,
    by=("early-years",),
    asks=said(
        "Providers watch for signs of concern in the child's life, at home and elsewhere.",
        chapter=4,
        wt2023="paragraph 233",
    ),
    evidence=("a log of concerns",),
    law=(SECTION_40,),
)

POLICIES = Content(
    id="early-years.policies",
    title="What an early years provider's safeguarding policies and procedures cover",
    force=Force.MUST,
    sets_out=said(
        (
            Heading("concerns", "What is done when there are concerns about a child"),
            Heading("allegations", "What is done when somebody accuses a member of staff"),
            Heading("phones", "How mobile phones and cameras are used"),
            Heading("training", "Training of staff, and keeping what they know up to date"),
        ),
        chapter=4,
        wt2023="paragraph 233",
    ),
    law=(SECTION_40,),
)

LEAD = Duty(
    id="early-years.lead-practitioner",
    title="Have a lead practitioner for safeguarding",
    force=Force.MUST,
    by=("early-years",),
    asks=said(
        "One practitioner leads on safeguarding, is the link with local statutory services, and has done training in child "
        "protection.",
        chapter=4,
        wt2023="paragraph 233",
    ),
    evidence=("the name", "the training certificate"),
    law=(SECTION_40,),
)
