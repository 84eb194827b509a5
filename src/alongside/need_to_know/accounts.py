"""Accounts that close by themselves: when the last post has ended, and when nobody has used them for long."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.access.rules_of_areas import DORMANT_DAYS, rules_of
from alongside.agencies.models import Agency, Area, Post, Practitioner, Role
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.moments import day_of

LEFT, UNUSED = "last-post-ended", "not-used"


@dataclass(frozen=True, slots=True)
class ToClose:
    """An account to close and why (``LEFT`` or ``UNUSED``), with the area in whose audit it is told."""

    practitioner: Practitioner
    why: str
    area: UUID | None


def close_unused(now: datetime) -> str:
    """Close what is to be closed, and say how many. A session of theirs ends at its next page."""
    closed = 0
    for found in to_close(now):
        closed += _close(found, now)
    return f"{closed} {'account' if closed == 1 else 'accounts'} closed"


def to_close(now: datetime) -> list[ToClose]:
    """Accounts whose last post has ended, and those unused for as long as their area allows. Four queries.

    An account without any post is somebody being set up: only time closes it. The last administrator of an
    area is kept however long unused, because nobody else could open accounts there.
    """
    today = day_of(now)
    posts: dict[UUID, list[Post]] = defaultdict(list)
    for post in Post.objects.filter(practitioner__is_active=True).select_related("team", "agency"):
        posts[post.practitioner_id].append(post)
    areas = _areas_of_agencies(post.agency_id for held in posts.values() for post in held)
    rules = rules_of({area for found in areas.values() for area in found}, today)
    needed = _last_administrators(posts, today)
    found = []
    for one in Practitioner.objects.filter(is_active=True):
        held = posts.get(one.pk, [])
        theirs = [area for post in held for area in _areas(post, areas)]
        days = min((rules[area].dormant_days for area in theirs if area in rules), default=DORMANT_DAYS)
        if held and not any(post.to_on is None or post.to_on >= today for post in held):
            found.append(ToClose(one, LEFT, theirs[-1] if theirs else None))
        elif last_used(one) < now - timedelta(days=days) and one.pk not in needed:
            found.append(ToClose(one, UNUSED, theirs[-1] if theirs else None))
    return found


def last_used(practitioner: Practitioner) -> datetime:
    """When somebody last signed in with this account; when it was made, where nobody has."""
    made = datetime.fromtimestamp((practitioner.pk.int >> 80) / 1000, UTC)
    return max(made, practitioner.last_login) if practitioner.last_login else made


def _areas_of_agencies(agencies: object) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    through = Agency.areas.through.objects.filter(agency__in=set(agencies))  # type: ignore[call-overload]
    for agency, area in through.values_list("agency", "area"):
        found[agency].append(area)
    return found


def _areas(post: Post, areas: dict[UUID, list[UUID]]) -> list[UUID]:
    return [post.team.area_id] if post.team else areas.get(post.agency_id, [])


def _last_administrators(posts: dict[UUID, list[Post]], today: date) -> set[UUID]:
    """Those without whom an area would have no administrator."""
    by_area: dict[UUID, set[UUID]] = defaultdict(set)
    for one, held in posts.items():
        for post in held:
            if post.role == Role.ADMINISTRATOR and post.team and post.holds_on(today):
                by_area[post.team.area_id].add(one)
    return {next(iter(them)) for them in by_area.values() if len(them) == 1}


@transaction.atomic
def _close(found: ToClose, now: datetime) -> int:
    closed = Practitioner.objects.filter(
        Q(last_login=found.practitioner.last_login), pk=found.practitioner.pk, is_active=True
    ).update(is_active=False)
    if closed:
        area = Area.objects.filter(pk=found.area).first() if found.area else None
        write(
            Action.PERMISSION, area=area, actor_kind="system", about=found.practitioner.pk,
            about_kind="practitioner", now=now, what="account-closed", why=found.why,
        )  # fmt: skip
    return closed
