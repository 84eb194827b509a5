"""Access review: a manager confirms who in a team still needs the access they have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.access import policies
from alongside.access.models import AccessConfirmation, AdministrativeChange
from alongside.agencies.models import Post, Practitioner, Team
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.moments import day_of
from alongside.need_to_know.accounts import last_used
from alongside.refusals import Refusal

QUIET = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team: since when, as what, when they last used it, and why they may have left."""

    post: Post
    used: datetime
    perhaps_left: str = ""


def members_of(team: Team, now: datetime) -> list[Member]:
    """Everyone with a post in the team today, by name. One query."""
    today = day_of(now)
    held = Q(to_on=None) | Q(to_on__gte=today)
    posts = Post.objects.filter(held, team=team, from_on__lte=today).select_related("practitioner")
    return [
        Member(post, last_used(post.practitioner), _perhaps_left(post, now))
        for post in posts.order_by("practitioner__name", "id")
    ]


def _perhaps_left(post: Post, now: datetime) -> str:
    if not post.practitioner.is_active:
        return "Their account is closed."
    if post.to_on:
        return f"Their post ends on {post.to_on:%-d %B %Y}."
    if last_used(post.practitioner) < now - QUIET:
        return "They have not signed in for four weeks."
    return ""


@transaction.atomic
def confirm(*, by: Practitioner, team: Team, left: Iterable[UUID], now: datetime) -> AccessConfirmation:
    """Confirm everyone in the team but those who have left, whose posts in it end today.

    left: the keys of their posts. Raises Refusal for one's own post.
    """
    team = policies.REVIEW_ACCESS.lock(team, by)
    gone, members = set(left), members_of(team, now)
    if any(one.post.pk in gone and one.post.practitioner_id == by.pk for one in members):
        raise Refusal(
            "You cannot end your own post.", "You ticked yourself as having left.",
            "Ask whoever administers the area to end it.",
        )  # fmt: skip
    leavers = [one.post for one in members if one.post.pk in gone]
    for post in leavers:
        _end(post, by, day_of(now), now)
    confirmation = AccessConfirmation.objects.create(
        team=team, confirmed_at=now, confirmed_by=by,
        members=[one.post.practitioner_id.hex for one in members if one.post.pk not in gone],
        leavers=[post.practitioner_id.hex for post in leavers],
    )  # fmt: skip
    write(
        Action.PERMISSION, area=team.area, by=by, about=team.pk, about_kind="team", now=now,
        what="access-reviewed", members=len(members) - len(leavers), leavers=len(leavers),
    )  # fmt: skip
    return confirmation


def _end(post: Post, by: Practitioner, today: date, now: datetime) -> None:
    # The last day counts, so a post that ends at once ended yesterday; one that began today, today.
    post.to_on = max(today - timedelta(days=1), post.from_on)
    post.full_clean()
    post.save(update_fields=("to_on",))
    words = f"{post.practitioner}: post as {post} ended in the access review of the team"
    assert post.team is not None
    AdministrativeChange.objects.create(area=post.team.area, by=by, at=now, words=words[:500])
