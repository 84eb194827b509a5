"""The three safeguarding partners and their arrangements (2023 paragraphs 37 and 39, page 23; sections 16E and 16G).

Sections 16E to 16K of the Children Act 2004 began on 29 June 2018. How old local boards gave way to arrangements is
history, and is encoded with the chapters that tell it.

Not encoded: paragraphs 34 to 36 and 38, known only together with these.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Duty, Force
from alongside.guidance.sources import CHILDREN_ACT_2004, REQUESTS_BEGAN, said, said_anew

PARTNERS = ("safeguarding-partners",)


def by_the_act(section: str, words: str) -> Dated[str]:
    """Words of sections 16E to 16K of the Children Act 2004, since they began."""
    return Dated(Provision(CHILDREN_ACT_2004.at(section, begins=REQUESTS_BEGAN), words))


SAFEGUARDING_PARTNERS = Definition(
    id="definition.safeguarding-partners",
    title="The safeguarding partners",
    force=Force.MUST,
    means=said_anew(
        was="The local authority; every clinical commissioning group whose area falls at least partly within the "
        "authority's; the chief officer of police of every police area that does. They are equally responsible.",
        wt2018="chapter 3",
        now="The local authority; every integrated care board whose area falls at least partly within the "
        "authority's; the chief officer of police of every police area that does. They are equally responsible.",
        wt2023="paragraph 37 and page 23",
        chapter=2,
    ),
    law=(CHILDREN_ACT_2004.at("section 16E(3)", begins=REQUESTS_BEGAN),),
    notes="One authority, one or more boards, one or more forces. The Act has named integrated care boards since "
    "1 July 2022; the 2018 text named the groups they replaced until it was withdrawn. Education is not a fourth "
    "partner in law, whatever an area calls it.",
)

MAKE = Duty(
    id="arrangements.make",
    title="Make arrangements to work together to safeguard and promote the welfare of children",
    force=Force.MUST,
    by=PARTNERS,
    asks=by_the_act(
        "section 16E(1)", "Partners arrange how they, and fitting relevant agencies, work together."
    ),
    evidence=("the published arrangements",),
)

NEEDS = Duty(
    id="arrangements.needs",
    title="Cover how the needs of children in the area are identified and answered",
    force=Force.MUST,
    by=PARTNERS,
    asks=by_the_act(
        "section 16E(2)", "Arrangements say how partners identify children's needs and answer them."
    ),
    evidence=(
        "the part of the arrangements that says so",
        "its link to the joint strategic needs assessment",
    ),
)

PUBLISH = Duty(
    id="arrangements.publish",
    title="Publish the arrangements",
    force=Force.MUST,
    by=PARTNERS,
    asks=by_the_act("section 16G(2)", "Arrangements are published."),
    trigger="arrangements being agreed",
    evidence=("where they are published", "the day", "who signed"),
)

FOLLOW = Duty(
    id="arrangements.follow",
    title="Act in accordance with the arrangements",
    force=Force.MUST,
    by=("safeguarding-partners", "relevant-agencies"),
    asks=said(
        "Partners, and every agency the arrangements name, do what the arrangements say.",
        chapter=2,
        wt2023="paragraph 70",
        wt2018="chapter 3",
    ),
    trigger="arrangements being published, and an agency being named in them",
    evidence=("returns that show it",),
    law=(CHILDREN_ACT_2004.at("section 16G(4)", begins=REQUESTS_BEGAN),),
)

EVERYWHERE = Duty(
    id="arrangements.everywhere",
    title="See that every authority, board and force is covered by arrangements",
    force=Force.MUST,
    by=PARTNERS,
    asks=said(
        "No local authority, integrated care board or police force stands outside local arrangements.",
        chapter=2,
        wt2023="paragraph 39",
    ),
    evidence=("the area each set of arrangements covers",),
    law=(CHILDREN_ACT_2004.at("section 16E(1)", begins=REQUESTS_BEGAN),),
)

ENFORCEMENT = Duty(
    id="arrangements.enforcement",
    title="Make regulations to enforce what relevant agencies owe the arrangements",
    force=Force.MAY,
    by=("secretary-of-state",),
    asks=by_the_act(
        "section 16G(6)", "Regulations may enforce the duty on an agency. They may not make a crime of it."
    ),
    trigger="the Secretary of State's own judgement",
)
