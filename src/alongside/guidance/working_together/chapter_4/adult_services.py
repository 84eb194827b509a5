"""Services for adults (2023 paragraphs 251-254).

Assessments of carers are the Acts' own duties and stand in ``legislation``: ``young-carer.assessment``,
``parent-carer.assessment``, ``carer.assessment-without-responsibility``.

Not encoded: what paragraph 253 says of a carer's wishes to work and learn, which belongs to those assessments.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import CARE_ASSESSMENT_REGULATIONS_2014, said

CHILDREN_ASKED = Duty(
    id="adult-services.children-asked",
    title="Ask whether there are children, and act on it",
    force=Force.SHOULD,
    by=("adult-services",),
    asks=said(
        "Whoever works with an adult asks whether there are children in the adult's life, and acts if they need help or "
        "protection.",
        chapter=4,
        wt2023="paragraph 251",
    ),
    trigger="work with an adult",
    evidence=("a field that has to be filled in",),
)

CHILDREN_WHO_CARE = Duty(
    id="adult-services.children-who-care",
    title="Find out whether a child cares for the adult and needs support",
    force=Force.MUST,
    by=("adult-services",),
    asks=said(
        "When an adult is assessed, services consider whether children give care, and whether a young carer needs support.",
        chapter=4,
        wt2023="paragraph 252",
    ),
    trigger="an adult's assessment",
    evidence=("a field in the assessment",),
    law=(CARE_ASSESSMENT_REGULATIONS_2014.at("regulation 4"),),
    notes="The guidance names the duty; the regulation is from knowledge of the field.",
)

WORK_TOGETHER = Duty(
    id="adult-services.work-together",
    title="Work with children's services where both know a family",
    force=Force.SHOULD,
    by=("adult-services",),
    asks=said(
        "Services for adults keep in touch with children's services where both work with a family.",
        chapter=4,
        wt2023="paragraph 254",
    ),
    trigger="both working with a family",
    evidence=("a plan made together",),
)
