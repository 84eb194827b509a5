"""Children Act 2004, section 11: whom it names and what it asks.

The list is that of the Act as revised to April 2025; who was named before then is not encoded.

Not encoded: section 10 (co-operation), and the powers to inspect and to direct.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import CHILDREN_ACT_2004

REGARD = Duty(
    id="section-11.regard",
    title="Arrange that work is done with regard to safeguarding and promoting children's welfare",
    force=Force.MUST,
    by=("section-11-bodies",),
    asks=Dated(
        Provision(
            CHILDREN_ACT_2004.at("section 11(2)", begins=date(2005, 10, 1)),
            "Bodies the Act names make arrangements so that their own functions, and any services others provide for "
            "them, are carried out with regard to the need to safeguard children and promote their welfare.",
        )
    ),
    evidence=("arrangements under each heading of section-11.arrangements", "clauses in contracts"),
    notes="They also have regard to guidance the Secretary of State gives (section 11(4)).",
)

BODIES = Content(
    id="section-11.named-in-act",
    title="Bodies the Act itself names",
    force=Force.MUST,
    sets_out=Dated(
        Provision(
            CHILDREN_ACT_2004.at("section 11(1), as revised to April 2025", begins=date(2025, 4, 11)),
            (
                Heading("local-authority", "Local authorities", "Except education work, which the Education Act 2002 binds."),
                Heading("district-council", "District councils"),
                Heading("nhs-england", "NHS England"),
                Heading("integrated-care-board", "Integrated care boards"),
                Heading("nhs-trust", "NHS trusts and foundation trusts"),
                Heading("special-health-authority", "Special Health Authorities that are designated"),
                Heading("policing-body", "The local policing body"),
                Heading("chief-officer", "The chief officer of police"),
                Heading("transport-police", "The British Transport Police Authority"),
                Heading("crime-agency", "The National Crime Agency", "Not named in the guidance's list."),
                Heading("probation", "The Secretary of State for probation, and local probation boards"),
                Heading("prison", "The governor of a prison or secure training centre", "The director, where it is contracted out."),
                Heading("secure-college", "The principal of a secure college", "The guidance dropped it in 2023; the Act has it still."),
                Heading("youth-offending-team", "Youth offending teams"),
                Heading("support-provider", "Providers under section 74 of the Education and Skills Act 2008", "Not named in the guidance's list."),
            ),
        )
    ),
    notes="GPs and independent providers are not named: the duty reaches them through those who commission their services.",
)  # fmt: skip
