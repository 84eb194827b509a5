"""Who is told when a plan ends: at the least, every agency invited to the conference that made it."""

from __future__ import annotations

from alongside.conferences.models import Attendance, ConferenceDecision
from alongside.plans.models import ChildProtectionPlan
from alongside.plans.notices import AgreedNotice, supporters


def originating_notices(plan: ChildProtectionPlan) -> list[AgreedNotice]:
    """The agencies invited to the conference that made the plan, each once (Working Together 2023, page 100)."""
    made_by = ConferenceDecision.objects.filter(plan=plan, decided=ConferenceDecision.Decided.PLAN)
    invited = Attendance.objects.filter(
        conference__in=made_by.values("conference"), invited=True, agency__isnull=False
    ).select_related("agency")
    return [AgreedNotice(name=one.agency.name, agency=one.agency) for one in invited if one.agency]


def to_tell(plan: ChildProtectionPlan) -> list[AgreedNotice]:
    """Everyone to tell if this plan ends today: the agencies above, and everyone supporting the child and parents."""
    wanted = {notice.name: notice for notice in [*originating_notices(plan), *supporters(plan)]}
    return list(wanted.values())
