"""The police and British Transport Police (2023 paragraphs 244-250, 262 and 263).

Not encoded: the list of civil orders, and the toolkit on disrupting exploitation, which is a text of its own.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.sources import POLICE_REFORM_ACT_2011, said

HELD_TO_ACCOUNT = Duty(
    id="policing.held-to-account",
    title="Hold the chief constable to account for duties to children",
    force=Force.MUST,
    by=("police-and-crime-commissioner",),
    asks=said(
        "The police and crime commissioner, or the local policing body, holds the chief constable to account for how duties "
        "under sections 10 and 11 of the Children Act 2004 are carried out.",
        chapter=4,
        wt2023="paragraph 244",
    ),
    evidence=("a record of what was asked and answered",),
    law=(POLICE_REFORM_ACT_2011.at("section 1(8)(h)", begins=date(2012, 11, 22)),),
)

SEEN = Duty(
    id="policing.harm-seen",
    title="See harm that is not physical, and children as victims of domestic abuse",
    force=Force.SHOULD,
    by=("police",),
    asks=said(
        "Officers look for harm that is indirect or leaves no injury, and treat children who live with domestic abuse as "
        "victims of it in their own right.",
        chapter=4,
        wt2023="paragraph 245",
    ),
    trigger="an incident",
    evidence=("notifications made after incidents",),
)

SUSPECTS = Duty(
    id="policing.child-suspects",
    title="Safeguard children who are suspected of offences as any other child",
    force=Force.SHOULD,
    by=("police",),
    asks=said(
        "A child suspected of an offence has the same safeguards as others. Officers think of what an arrest or taking "
        "goods away may do to the child, debt bondage among it.",
        chapter=4,
        wt2023="paragraph 246",
    ),
    trigger="an arrest, or goods taken",
    evidence=("a note on risk in the custody record",),
)

SHARE = Duty(
    id="policing.share",
    title="Share what is needed to protect a child",
    force=Force.SHOULD,
    by=("police",),
    asks=said(
        "The police always share information where a child's protection needs it.",
        chapter=4,
        wt2023="paragraph 247",
    ),
    evidence=("a log of what was shared",),
)

INVESTIGATORS = Duty(
    id="policing.trained",
    title="Have trained investigators, and decide on referrals by the threshold document",
    force=Force.SHOULD,
    by=("police",),
    asks=said(
        "Forces have investigators trained in child abuse, and those who decide on referrals are sure of the local "
        "threshold document.",
        chapter=4,
        wt2023="paragraph 247",
    ),
    evidence=("who has been trained",),
)

LAST_RESORT = Duty(
    id="policing.protection-when-needed",
    title="Use police protection only when it is necessary",
    force=Force.SHOULD,
    by=("police",),
    asks=said(
        "Officers use their power to protect a child without a court only when they must: a removal decided by a court is "
        "to be preferred.",
        chapter=4,
        wt2023="paragraph 248",
    ),
    trigger="a child at immediate risk",
    evidence=("a log of each use, with why a court could not be asked first",),
    notes="The power and its end are the Act's: emergency.police-protection.",
)

HEALTH_IN_CUSTODY = Duty(
    id="policing.health-in-custody",
    title="Commission health care in custody that meets children's needs",
    force=Force.SHOULD,
    by=("police-and-crime-commissioner", "custody-commissioners"),
    asks=said(
        "Health care commissioned for police custody meets the needs of children who are held there.",
        chapter=4,
        wt2023="paragraph 249",
    ),
    trigger="custody",
    evidence=("the contract",),
    notes="Partly told as what they are responsible for, partly a should.",
)

ORDERS = Duty(
    id="policing.disruption",
    title="Use civil orders and other means to disrupt exploitation",
    force=Force.MAY,
    by=("police", "safeguarding-partners"),
    asks=said(
        "The police and their partners may use civil orders, and the means the national toolkit lists, against those who "
        "exploit children.",
        chapter=4,
        wt2023="paragraph 250",
    ),
    trigger="exploitation",
    evidence=("a register of orders",),
)

TRANSPORT_POLICE = Duty(
    id="policing.on-the-railway",
    title="Protect children met on the railway, with local partners",
    force=Force.SHOULD,
    by=("british-transport-police",),
    asks=said(
        "British Transport Police use their powers for children who are missing, exploited, at risk of suicide or out of "
        "school, and work closely with the safeguarding partners.",
        chapter=4,
        wt2023="paragraphs 262 and 263",
    ),
    trigger="meeting such a child",
    evidence=("the notification to the local authority",),
)
