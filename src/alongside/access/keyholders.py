"""Who holds the keys of a sealed record."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.access.models import SealKey
from alongside.agencies.models import Post


def who_holds_a_key_to_each(seals: list[UUID], day: date) -> set[UUID]:
    """The practitioners who hold a key, their own or their team's, to every one of these seals. Two queries."""
    keys = list(
        SealKey.objects.filter(seal__in=seals, to_on=None).values_list("seal", "practitioner", "team")
    )
    teams = {team for *_, team in keys if team}
    posts = Post.objects.filter(Q(to_on=None) | Q(to_on__gte=day), team__in=teams, from_on__lte=day)
    members: dict[UUID, set[UUID]] = {}
    for team, member in posts.values_list("team", "practitioner"):
        members.setdefault(team, set()).add(member)
    holders: dict[UUID, set[UUID]] = {seal: set() for seal in seals}
    for seal, own, team in keys:
        holders[seal] |= {own} if own else members.get(team, set())
    return set.intersection(*holders.values()) if holders else set()
