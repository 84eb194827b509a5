"""Best practice of the Public Law Working Group on pre-proceedings.

Not Working Together and not law: best practice the family courts' reform group agreed.

Not encoded: how meetings are held, and who is invited to them.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Timescale
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
