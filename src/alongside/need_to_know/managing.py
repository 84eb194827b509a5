"""Who manages: those told at once of an emergency, a conflict, or a leaver."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from alongside.access.policies import FRONT_DOOR_TEAM, LEAD, MANAGING_ROLES
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation
from alongside.notices.services import notify
from alongside.people.models import Person


def lead_of(child: Person) -> Allocation | None:
    """Who leads on the child today, with their team. One query."""
    leading = Allocation.objects.current().filter(case__child=child, case__closed_on=None, capacity=LEAD)
    return leading.select_related("practitioner").first()


def managers_of_front_door(area: UUID, day: date) -> list[Practitioner]:
    """Those who supervise or manage the front door of an area. One query."""
    return _in_posts(Q(posts__team__area=area, posts__team__purpose=FRONT_DOOR_TEAM), day)


def managers_for(child: Person, policy: Policy, day: date) -> list[Practitioner]:
    """Who manages the team that works with the child, and may still open the record.

    Where nobody does, whoever manages the front door; a record sealed from them all has none.
    """
    lead = lead_of(child)
    found = _in_posts(Q(posts__team=lead.team_id), day) if lead else []
    able = [one for one in found if policy.allows(child, one)]
    return able or [one for one in managers_of_front_door(child.area_id, day) if policy.allows(child, one)]


def _in_posts(where: Q, day: date) -> list[Practitioner]:
    held = Q(posts__to_on=None) | Q(posts__to_on__gte=day)
    posts = Practitioner.objects.filter(
        where & held & Q(posts__role__in=MANAGING_ROLES, posts__from_on__lte=day), is_active=True
    )
    return list(posts.distinct())


def tell(people: list[Practitioner], words: str, *, link: str, child: Person | None, now: datetime) -> None:
    """The same notice to each of these, once each."""
    for one in {one.pk: one for one in people}.values():
        notify(to=one, words=words, link=link, child=child, now=now)
