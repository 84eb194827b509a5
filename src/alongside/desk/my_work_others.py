"""My work for those who sign off. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.access.policies import APPROVE_ASSESSMENT, MANAGING_ROLES
from alongside.agencies.models import Practitioner
from alongside.assessments.models import AssessmentSubmission
from alongside.assessments.outcomes import outcome_label
from alongside.cases.models import Allocation
from alongside.desk.offers import address

SHOWN = 50


@dataclass(frozen=True, slots=True)
class ToSignOff:
    """An assessment that waits for approval, with who sent it and the outcome they propose."""

    child: str
    href: str
    by: str
    sent_on: date
    outcome: str


def to_sign_off(me: Practitioner) -> list[ToSignOff]:
    """Assessments of this manager's teams that wait for approval, the longest waiting first. One query."""
    teams: Any = me.scope.teams_as(*MANAGING_ROLES)
    waiting = AssessmentSubmission.objects.filter(
        returned=None, assessment__approval=None, case__closed_on=None, case__allocations__to_on=None,
        case__allocations__capacity=Allocation.Capacity.LEAD_PRACTITIONER,
        case__allocations__team__in=teams,
    )  # fmt: skip
    found = APPROVE_ASSESSMENT.filter_through("case__child", waiting, me)
    return [
        ToSignOff(
            child=sent.case.child.called,
            href=address("assessments:approve", sent.case.child.reference)
            or address("desk:child", sent.case.child.reference),
            by=sent.recorded_by.name,
            sent_on=sent.sent_on,
            outcome=outcome_label(sent.outcome, sent.assessment.started_on),
        )
        for sent in found.select_related("case__child", "recorded_by", "assessment").order_by(
            "sent_on", "id"
        )[:SHOWN]
    ]
