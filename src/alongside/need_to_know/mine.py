"""What one practitioner may do and why, and what of theirs waits: emergencies to review, teams to confirm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Max

from alongside.access import policies
from alongside.access.holding import Holding
from alongside.access.models import AccessConfirmation
from alongside.access.policies import POLICIES
from alongside.access.policy import Policy
from alongside.access.rules_of_areas import Rules, rules_of
from alongside.agencies.models import Area, Practitioner, Team
from alongside.moments import day_of
from alongside.people.models import Person

ABOUT_AREAS = tuple(policy for policy in POLICIES if policy.about == "area")


@dataclass(frozen=True, slots=True)
class Review:
    """A team whose access is confirmed again and again: when last, by when next."""

    team: Team
    last: date | None
    due_on: date

    def is_due(self, today: date) -> bool:
        return self.due_on <= today


def reviews(teams: Iterable[Team], today: date) -> list[Review]:
    """For each team, when its access is to be confirmed again. One that never was is due today. Two queries."""
    found = list(teams)
    rules = rules_of({team.area_id for team in found}, today)
    confirmed = (
        AccessConfirmation.objects.filter(team__in=found)
        .values_list("team")
        .annotate(last=Max("confirmed_at"))
    )
    last: dict[UUID, Any] = dict(confirmed)
    return [
        Review(
            team, day_of(last[team.pk]) if team.pk in last else None,
            day_of(last[team.pk]) + timedelta(days=rules[team.area_id].review_days) if team.pk in last else today,
        )
        for team in found
    ]  # fmt: skip


def areas(me: Practitioner) -> list[tuple[str, list[tuple[Policy, list[str]]]]]:
    """For each area, what this practitioner may do there and why. Two queries."""
    holding = Holding(ABOUT_AREAS, me)
    found = Area.objects.order_by("name").values_list("name", holding.expression())
    told = []
    for name, held in found:
        reasons = holding.reasons_in(held)
        may = [
            (policy, [reason.words for reason in policy.allow if reason in reasons])
            for policy in ABOUT_AREAS
            if reasons.intersection(policy.allow) and not reasons.intersection(policy.deny)
        ]
        if may:
            told.append((name, may))
    return told


def reasons_for_children(me: Practitioner) -> list[tuple[str, int]]:
    """For each reason, how many records this practitioner may open because of it. One query."""
    allow = policies.READ_CHILD.allow
    counts = {f"n{n}": _count(reason.holds(me.scope)) for n, reason in enumerate(allow)}
    found = policies.READ_CHILD.filter(Person.objects.filter(cases__isnull=False), me).aggregate(**counts)
    return [(reason.words, found[f"n{n}"]) for n, reason in enumerate(allow) if found[f"n{n}"]]


def _count(where: Any) -> Any:
    return Count("pk", filter=where, distinct=True)


def rules_of_mine(me: Practitioner, today: date) -> list[tuple[str, Rules]]:
    """The rules about access of each area in which this practitioner has a team. One query."""
    names = {post.team.area_id: post.team.area.name for post in me.scope.posts if post.team}
    return [(names[area], rules) for area, rules in rules_of(names, today).items()]
