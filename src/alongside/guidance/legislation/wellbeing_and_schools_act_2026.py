"""Children's Wellbeing and Schools Act 2026: passed on 29 April 2026, begun in part.

Each provision carries its own commencement. One without a day is awaited: shown, and
governing nothing. Some may begin area by area; none has, so no place is asked for.

Not encoded: the rest of the Act. Sections that began two months after assent hold none of
these duties.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance import standing
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Membership, Timescale
from alongside.guidance.kernel.spans import CalendarDays, NoNumber
from alongside.guidance.sources import CHILDRENS_WELLBEING_AND_SCHOOLS_ACT_2026 as ACT

SHARING_BEGAN = date(2026, 9, 30)

SHARE_INFORMATION = Timescale(
    id="information.sharing",
    title="Share information relevant to a child's safeguarding or welfare",
    force=Force.MUST,
    runs_from="someone bound by the duty considering that they hold such information",
    until="another person bound by the duty has it, if it may help them",
    within=Dated(
        Provision(
            ACT.at("section 4 (section 16LA of the Children Act 2004)", begins=SHARING_BEGAN),
            NoNumber("as the need arises"),
        )
    ),
    responsible="every body and provider the section binds",
    notes="Not where sharing would harm the child more than not sharing. Record the decision either way.",
)

FAMILY_GROUP_BEFORE_APPLICATION = Timescale(
    id="family-group.offer-before-application",
    title="Offer a family group decision-making meeting before applying for a care or supervision order",
    force=Force.MUST,
    runs_from="the letter before proceedings",
    until="the offer is made and, if anyone accepts, the meeting has been held",
    within=Dated(
        Provision(
            ACT.at("section 1 (section 31ZA of the Children Act 1989)"), NoNumber("before the application")
        )
    ),
    responsible="the local authority",
    notes="Unless the authority considers it against the child's best interests. The offer is in the letter.",
)

PROTECTION_TEAM = Membership(
    id="child-protection.multi-agency-team",
    title="Who is in a multi-agency child protection team",
    force=Force.MUST,
    at_least=Dated(
        Provision(
            ACT.at("section 3 (section 16EA of the Children Act 2004)"),
            (standing.EDUCATION, standing.CHILDRENS_SOCIAL_CARE, standing.HEALTH, standing.POLICE),
        )
    ),
    notes="Regulations are meant for late 2027. Teams set up before then rest on the national programme.",
)

EDUCATION_IN_ARRANGEMENTS = Membership(
    id="arrangements.education-and-childcare",
    title="Include education and childcare in safeguarding arrangements",
    force=Force.MUST,
    at_least=Dated(
        Provision(ACT.at("section 2 (section 16E of the Children Act 2004)"), (standing.EDUCATION,))
    ),
    notes="Which agencies is for regulations. They are not a fourth safeguarding partner.",
)

IDENTIFIER = Timescale(
    id="information.identifier",
    title="Include a consistent identifier with information about a child",
    force=Force.MUST,
    runs_from="processing information about a child",
    until="the identifier is included",
    within=Dated(
        Provision(
            ACT.at("section 4 (section 16LC of the Children Act 2004)"),
            NoNumber("whenever it is likely to help safeguarding"),
        )
    ),
    responsible="persons designated by regulations",
    notes="The power is live; no regulations are, so there is no duty. The Act does not name the NHS number.",
)

WITHDRAWAL_CONSENT = Timescale(
    id="school.withdrawal-consent",
    title="Have the authority's consent before a child is withdrawn to be educated at home",
    force=Force.MUST,
    runs_from="a parent asking to withdraw the child",
    until="the authority has decided",
    within=Dated(
        Provision(
            ACT.at("section 37 (section 434A of the Education Act 1996)"), NoNumber("before the withdrawal")
        )
    ),
    responsible="the local authority",
    notes="Where the child is at a special school by its arrangement, or section 47 enquiries or "
    "action are under way.",
)

HOME_VISIT_REQUEST = Timescale(
    id="school.not-in-school-visit",
    title="Ask to visit a child registered as not in school",
    force=Force.MUST,
    runs_from="the child being registered",
    until="the authority has asked",
    within=Dated(Provision(ACT.at("section 38 (section 436B of the Education Act 1996)"), CalendarDays(15))),
    responsible="the local authority",
)

PARENTS_INFORMATION = Timescale(
    id="school.not-in-school-information",
    title="Give the authority information for its register of children not in school",
    force=Force.MUST,
    runs_from="the duty to give it arising",
    until="the authority has it",
    within=Dated(Provision(ACT.at("section 38 (section 436B of the Education Act 1996)"), CalendarDays(15))),
    responsible="the parent",
)
