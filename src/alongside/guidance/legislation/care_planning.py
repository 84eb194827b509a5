"""Looked after children: the legal statuses of the Children Act 1989, and leaving care for home under the Care
Planning, Placement and Case Review (England) Regulations 2010.

Not in Working Together. Not encoded: placement, reviews of looked after children, and the rest of care planning.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from alongside.guidance import standing
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Force, Membership, Pathway, Step, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import CARE_PLANNING_REGULATIONS_2010, CHILDREN_ACT_1989

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

#: How long a child has been looked after when ceasing to be is approved by a nominated officer.
WORKING_DAYS_LOOKED_AFTER = 20


def _long_enough(facts: Mapping[str, Any], on: date) -> tuple[bool | None, str]:
    days = facts.get("working_days")
    if days is None:
        return None, "Nobody has said since when the child has been looked after."
    return days >= WORKING_DAYS_LOOKED_AFTER, f"Looked after for {days} working days."


APPROVAL_NEEDED = Definition(
    id="care.approval-needed",
    title="A child whose ceasing to be looked after is approved",
    force=Force.MUST,
    means=Dated(
        Provision(
            CARE_PLANNING_REGULATIONS_2010.at(PLACE),
            f"A child who has been looked after for at least {WORKING_DAYS_LOOKED_AFTER} working days.",
        )
    ),
    test=_long_enough,
)

APPROVER = Membership(
    id="authority.leaving-care",
    title="Who approves that a child stops being looked after",
    force=Force.MUST,
    at_least=Dated(Provision(CARE_PLANNING_REGULATIONS_2010.at(PLACE), (standing.NOMINATED_OFFICER,))),
)

LEGAL_STATUS = Pathway(
    id="care.legal-status",
    title="On what footing a child is looked after",
    force=Force.MUST,
    outcomes=Dated(
        Provision(
            CHILDREN_ACT_1989.at("sections 20, 21, 22, 31, 38 and 44"),
            (
                Step("accommodated", "Provided with accommodation (section 20)"),
                Step("interim-care-order", "Interim care order (section 38)"),
                Step("care-order", "Care order (section 31)"),
                Step(
                    "emergency-protection",
                    "Emergency protection order (sections 21 and 44)",
                    ("emergency.protection-order",),
                ),
                Step(
                    "police-protection",
                    "Police protection, in accommodation that the authority provides (sections 21 and 46)",
                    ("emergency.police-protection",),
                ),
                Step("remanded", "Remanded, or detained by the police (section 21)"),
                Step("another", "Another order"),
            ),
        )
    ),
    notes="A child is looked after who is in the care of the authority, or is provided with accommodation by it for "
    "more than 24 hours on end (section 22). These words are ours for the sections named.",
)
