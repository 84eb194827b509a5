"""Care Planning, Placement and Case Review (England) Regulations 2010: leaving care for home.

Not encoded: placement, and the rest of care planning.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Membership, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CARE_PLANNING_REGULATIONS_2010

PLACE = "regulation 39"

APPROVAL = Timescale(
    id="care.return-home-approval",
    title="Approve that a child stops being looked after",
    force=Force.MUST,
    runs_from="the plan that a child looked after for at least 20 working days stops being looked after",
    until="the nominated officer has approved it",
    within=Dated(
        Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), NoNumber("before the plan takes effect"))
    ),
    responsible=standing.NOMINATED_OFFICER,
    notes="The 20 working days are the regulations', and are not in Working Together. "
    "For a young person of 16 or 17 the director approves.",
)

APPROVER = Membership(
    id="authority.leaving-care",
    title="Who approves that a child stops being looked after",
    force=Force.MUST,
    at_least=Dated(Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), (standing.NOMINATED_OFFICER,))),
)
