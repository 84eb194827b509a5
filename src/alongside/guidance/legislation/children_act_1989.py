"""Children Act 1989, parts 3 and 5: need, harm, enquiries and accommodation.

Not encoded: duties that set neither a limit, a list nor a question.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Force, Judgement, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDREN_ACT_1989

CARERS_DUTIES_BEGAN = date(2015, 4, 1)


def _may_be_in_need(facts: Mapping[str, Any], on: date) -> tuple[bool | None, str]:
    if facts.get("disabled"):
        return True, "A disabled child is a child in need."
    return None, "Whether health or development needs services is for people to decide."


CHILD_IN_NEED = Definition(
    id="definition.child-in-need",
    title="A child in need",
    force=Force.MUST,
    means=Dated(
        Provision(
            CHILDREN_ACT_1989.at("section 17(10)"),
            "A child unlikely to reach or keep a reasonable standard of health or development "
            "without services; "
            "or whose health or development is likely to be significantly impaired, or further "
            "impaired, without "
            "them; or who is disabled.",
        )
    ),
    test=_may_be_in_need,
    notes="The 2023 edition words this in two ways; the Act is followed.",
)

SIGNIFICANT_HARM = Definition(
    id="definition.significant-harm",
    title="Harm, and when it is significant",
    force=Force.MUST,
    means=Dated(
        Provision(
            CHILDREN_ACT_1989.at("section 31(9)-(10)"),
            "Ill-treatment, or impairment of health or development, including from seeing or hearing another "
            "ill-treated; how significant, where it turns on health or development, is judged "
            "against a similar child.",
        )
    ),
    notes="There are no fixed criteria. What people weighed is recorded, never added up.",
)

ENQUIRY_DUTY = Timescale(
    id="child-protection.enquiry-duty",
    title="Make enquiries under section 47",
    force=Force.MUST,
    runs_from="the authority being told of an emergency protection order or police protection, "
    "or having reasonable cause to suspect significant harm",
    until="the authority has decided what action to take",
    within=Dated(
        Provision(CHILDREN_ACT_1989.at("section 47(1)"), NoNumber("at once: the duty arises with the event"))
    ),
    responsible="the local authority of the area where the child lives or is found",
    notes="An order or police protection needs no further test.",
)

ACCESS_REFUSED = Judgement(
    id="child-protection.access-refused",
    question="Access to the child, or where the child is, has been refused. Is the child's welfare "
    "satisfactorily "
    "safeguarded without applying for an order?",
    decided_by="the local authority",
    must_record=("the decision", "the reasons", "legal advice taken"),
    citation=CHILDREN_ACT_1989.at("section 47(6)"),
    force=Force.MUST,
)

YOUNG_CARER = Timescale(
    id="young-carer.assessment",
    title="Assess a young carer's needs",
    force=Force.MUST,
    runs_from="the need appearing, or the young carer or a parent asking",
    until="the assessment is done",
    within=Dated(
        Provision(
            CHILDREN_ACT_1989.at("section 17ZA", begins=CARERS_DUTIES_BEGAN),
            NoNumber("no number of days is set"),
        )
    ),
    responsible="the local authority",
    notes="Working Together 2023, paragraph 192, restates it.",
)

YOUNG_CARER_COPY = Timescale(
    id="young-carer.assessment-copy",
    title="Give the written record of a young carer's assessment",
    force=Force.MUST,
    runs_from="the assessment being done",
    until="the young carer, the parents, and anyone they name have it",
    within=Dated(
        Provision(
            CHILDREN_ACT_1989.at("section 17ZB", begins=CARERS_DUTIES_BEGAN),
            NoNumber("no number of days is set"),
        )
    ),
    responsible="the local authority",
)

PARENT_CARER = Timescale(
    id="parent-carer.assessment",
    title="Assess a parent carer's needs",
    force=Force.MUST,
    runs_from="the need appearing, or the parent carer asking",
    until="the assessment is done",
    within=Dated(
        Provision(
            CHILDREN_ACT_1989.at("section 17ZD", begins=CARERS_DUTIES_BEGAN),
            NoNumber("no number of days is set"),
        )
    ),
    responsible="the local authority",
    notes="Even if the child is not known to children's social care.",
)

ACCOMMODATION = Timescale(
    id="care.accommodation",
    title="Accommodate a child in need who has nowhere else",
    force=Force.MUST,
    runs_from="the child being found to need accommodation: no one with parental responsibility, "
    "lost or abandoned, or the carer prevented",
    until="the child is accommodated",
    within=Dated(Provision(CHILDREN_ACT_1989.at("section 20"), NoNumber("no number of days is set"))),
    responsible="the local authority",
    notes="Also the route for a homeless 16 or 17 year old and for an unaccompanied child.",
)
