"""What an area has decided about access, and what holds where it has decided nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.access.models import AccessRule
from alongside.agencies.models import Area, Role, Scope

#: Where an area has set nothing. Local rules of this service; no Act or guidance gives these numbers.
EMERGENCY_ROLES = (Role.SOCIAL_WORKER.value, Role.PRACTICE_SUPERVISOR.value, Role.TEAM_MANAGER.value)
EMERGENCY_HOURS = 4
DORMANT_DAYS = 45
REVIEW_DAYS = 31
SOURCE = "A local rule, not law: each area sets its own."


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one area on one day. set_here: whether the area set them itself."""

    emergency_roles: tuple[str, ...] = EMERGENCY_ROLES
    emergency_hours: int = EMERGENCY_HOURS
    dormant_days: int = DORMANT_DAYS
    review_days: int = REVIEW_DAYS
    set_here: bool = False


def rules_of(areas: Iterable[UUID], day: date) -> dict[UUID, Rules]:
    """The rules of each of these areas on a day. One query."""
    wanted = list(areas)
    found = {area: Rules() for area in wanted}
    for row in AccessRule.objects.filter(area__in=wanted, from_on__lte=day).order_by("from_on", "set_at"):
        found[row.area_id] = Rules(
            tuple(row.emergency_roles), row.emergency_hours, row.dormant_days, row.review_days, set_here=True
        )
    return found


def rules_on(area: Area, day: date) -> Rules:
    """The rules of one area on a day. One query."""
    return rules_of([area.pk], day)[area.pk]


def areas_of_emergency_role(me: Scope, day: date) -> set[UUID]:
    """Areas whose rules let one of this practitioner's posts open a record in an emergency. One query."""
    rules = rules_of(me.areas_as(), day)
    return {p.team.area_id for p in me.posts if p.team and p.role in rules[p.team.area_id].emergency_roles}
