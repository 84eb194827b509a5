"""Children's Homes (England) Regulations 2015: what a home tells others of at once.

Not encoded: the rest of how a home is run.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CHILDRENS_HOMES_REGULATIONS_2015 as REGULATIONS

REGULATION_40 = REGULATIONS.at("regulation 40")

EVENTS = Content(
    id="childrens-home.events",
    title="Events a children's home tells of",
    force=Force.MUST,
    sets_out=Dated(
        Provision(
            REGULATION_40,
            (
                Heading("death", "A child's death"),
                Heading("barring", "A referral to the Disclosure and Barring Service"),
                Heading("exploitation", "A child involved in exploitation, or suspected to be"),
                Heading("police", "A serious incident with the police"),
                Heading("allegation", "An allegation of abuse against the home or somebody who works there"),
                Heading("enquiry", "A child protection enquiry begun, and how it ended"),
                Heading("other", "Anything else that is as serious"),
            ),
        )
    ),
)

EVENTS_TOLD = Timescale(
    id="childrens-home.events-told",
    title="Tell of a serious event in a children's home",
    force=Force.MUST,
    runs_from="the event",
    until="the inspectorate, the placing authority and others the regulation names have been told in writing",
    within=Dated(Provision(REGULATION_40, NoNumber("without delay"))),
    responsible="the registered person",
    notes="Which events: childrens-home.events.",
)
