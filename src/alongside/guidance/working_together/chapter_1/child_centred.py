"""A child-centred approach, equality and what an area knows of its children (2023 paragraphs 14-17, page 11).

Not encoded: paragraphs 10 to 13 and 15, which nobody here has read; the 2018 edition, which had this in other places.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import EQUALITY_ACT_2010, said

EQUALITY_DUTY = EQUALITY_ACT_2010.at("section 149", begins=date(2011, 4, 5))

FRAMEWORK = Content(
    id="shared-responsibility.framework-principles",
    title="What the children's social care national framework rests on",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("welfare", "The child's welfare comes first"),
            Heading("heard", "Children's wishes and feelings are asked for, heard and answered"),
            Heading("families", "Social care is a partner of the whole family"),
            Heading("family-life", "Children grow up with their family, its network or in a family, wherever they can"),
            Heading("agencies", "Councils and other agencies find and meet needs together"),
            Heading("circumstances", "Councils take economic and social circumstances into account"),
        ),
        chapter=1,
        wt2023="page 11",
    ),
    notes="The framework is a text of its own that stands beneath this guidance. What is here comes from one "
    "reader's account of the page, not from a reading of it for this software.",
)  # fmt: skip

CHILD_HEARD = Duty(
    id="shared-responsibility.child-heard",
    title="See the child, speak and listen to the child, observe, and take what the child says seriously",
    force=Force.SHOULD,
    by=("practitioners",),
    asks=said(
        "Whoever works with a child sees and hears that child, watches how the child is, and takes the child's views "
        "seriously.",
        chapter=1,
        wt2023="paragraph 14",
    ),
    trigger="every contact",
    evidence=("a record that the child was seen and spoken to, and what the child said",),
)

EQUALITY = Duty(
    id="shared-responsibility.equality",
    title="Keep to equality law, with special provision for children who find it hard to say what they wish",
    force=Force.MUST,
    by=("public-authorities",),
    asks=said(
        "Duties under equality law are met; a child who struggles to convey wishes and feelings is given what "
        "makes it possible.",
        chapter=1,
        wt2023="paragraphs 14 and 16",
    ),
    trigger="a child's need for help to communicate, and every decision that equality law reaches",
    evidence=("adjustments made for the child", "interpreters used"),
    law=(EQUALITY_DUTY,),
    notes="For example children with communication needs, children who came alone or as refugees, children who were "
    "trafficked, and children whose first language is not English.",
)

ACCESS = Duty(
    id="shared-responsibility.access",
    title="Judge in advance what may bar children and families from services, and put measures in place",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=said(
        "Barriers tied to protected characteristics are assessed and, where that is right, met before anybody runs "
        "into them.",
        chapter=1,
        wt2023="paragraph 16",
    ),
    trigger="a service being designed or changed",
    evidence=("an equality impact assessment, its actions and their dates",),
    law=(EQUALITY_DUTY,),
)

EXECUTIVE_LEADS = Duty(
    id="shared-responsibility.executive-leads",
    title="Have executive leads for children, for special educational needs and disability, and for safeguarding",
    force=Force.MUST,
    by=("integrated-care-boards",),
    asks=said(
        "An executive leads on each of the three; one person may lead on all.",
        chapter=1,
        wt2023="paragraph 17",
    ),
    evidence=("the executives, by name",),
    own_words=True,
    notes="The guidance's own word is mandatory there; no Act is named at that place. Boards replaced clinical "
    "commissioning groups on 1 July 2022.",
)

NEEDS_ASSESSED = Duty(
    id="shared-responsibility.needs-assessed",
    title="Give children's needs a prominent place in the joint strategic needs assessment",
    force=Force.SHOULD,
    by=("public-health", "integrated-care-boards"),
    asks=said(
        "The director of public health, with the board's leads, sees that the area's assessment of needs says enough "
        "about children.",
        chapter=1,
        wt2023="paragraph 17",
    ),
    trigger="the cycle of the assessment",
    evidence=("the assessment's chapter on children",),
)

NEEDS_USED = Duty(
    id="shared-responsibility.needs-used",
    title="Use the joint strategic needs assessment to understand need here, and to shape services",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "How common need is and where it comes from, for disabled children and for abuse, neglect and exploitation, "
        "decides what services there are.",
        chapter=1,
        wt2023="paragraph 17",
    ),
    trigger="the cycle of the assessment",
    evidence=("the strategic plan citing the assessment",),
)
