"""Best practice of the Public Law Working Group on pre-proceedings.

Not Working Together and not law: best practice the family courts' reform group agreed.

Not encoded: how meetings are held, and who is invited to them.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import Weeks
from alongside.guidance.sources import PUBLIC_LAW_WORKING_GROUP_2021

LENGTH = Timescale(
    id="pre-proceedings.length",
    title="Conclude pre-proceedings",
    force=Force.SHOULD,
    runs_from="the formal start of pre-proceedings",
    until="the family steps down, or an application is issued",
    within=Dated(
        Provision(PUBLIC_LAW_WORKING_GROUP_2021.at("support for and work with families"), Weeks(16))
    ),
    responsible="the local authority",
    examples=(Example(date(2026, 1, 5), date(2026, 4, 27), "sixteen weeks"),),
    notes="Best practice, reviewed meanwhile. Urgent cases go straight to court.",
)

LEGAL_PLANNING = Content(
    id="pre-proceedings.legal-planning",
    title="What the record of a legal planning meeting sets out",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            PUBLIC_LAW_WORKING_GROUP_2021.at("support for and work with families: legal planning"),
            (
                Heading("threshold", "The view on whether the threshold for an order is met"),
                Heading("legal-advice", "The legal advice taken"),
                Heading("decision", "What was decided, and why"),
                Heading("family-network", "What the family and its network can offer"),
            ),
        )
    ),
    notes="Not in Working Together 2023, which names neither the meeting nor the parents' lawyers.",
)
