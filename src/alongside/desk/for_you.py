"""What stands first on “My work”: what one has been told, what of access waits, what one has begun. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, QuerySet, TextField
from django.db.models.functions import Cast
from django.urls import reverse

from alongside.access import policies
from alongside.access.models import AccessConfirmation, AccessRule, ConflictReport, EmergencyOpening
from alongside.access.policies import FRONT_DOOR_TEAM, MANAGING_ROLES
from alongside.access.rules_of_areas import REVIEW_DAYS
from alongside.agencies.models import Practitioner, Team
from alongside.chronology.asked import Ask
from alongside.contexts.mine import Waiting, mine_in, mine_lists
from alongside.desk.handovers import Handover, handover_lists, handovers_in, is_for
from alongside.desk.offers import address
from alongside.facts import Fact, listed_as, read
from alongside.improvement.mine import ToDo as PlannedToDo
from alongside.improvement.mine import planned_in, planned_lists
from alongside.moments import day_of
from alongside.need_to_know.unfinished import Unfinished, unfinished_in, unfinished_lists
from alongside.notices.models import Notice
from alongside.strands.asked import ask_of, of_lead

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Told:
    """A notice, as a list shows it. team: to which team, where it was to one."""

    pk: UUID
    words: str
    link: str
    made_at: datetime
    team: str


@dataclass(frozen=True, slots=True)
class ToDo:
    """Something about access that waits: what it is, where it is done, and by when."""

    what: str
    href: str
    due_on: date


@dataclass(frozen=True, slots=True)
class ForYou:
    """What was told and has not been seen, the latest first; what waits, the longest due first; their drafts; places; and plans."""

    told: list[Told]
    to_do: list[ToDo]
    unfinished: list[Unfinished]
    places: list[Waiting]
    handovers: list[Handover]
    asked: list[Ask]
    planned: list[PlannedToDo]


def for_you(me: Practitioner, today: date) -> ForYou:
    """One query, whoever asks."""
    found: dict[str, list[Fact]] = {}
    for fact in read(_lists(me, today)):
        found.setdefault(fact.what, []).append(fact)
    to_do = [*_reviews(found), *_conflicts(found), *_teams(me, found, today)]
    return ForYou(
        _told(found.get("notice", [])),
        sorted(to_do, key=lambda one: (one.due_on, one.what)),
        unfinished_in(found, me),
        mine_in(found),
        handovers_in((one for each in found.values() for one in each), today),
        sorted(
            (ask_of(one) for one in found.get("disagreement", [])),
            key=lambda one: (one.on or date.max, one.about),
        ),
        planned_in(found),
    )


def _lists(me: Practitioner, today: date) -> list[QuerySet[Any]]:
    unseen = policies.SEE_NOTICE.filter(Notice.objects.unseen(), me)
    latest = unseen.order_by("-made_at", "-id").values("pk")[:SHOWN]
    lists = [listed_as(
        "notice", Notice.objects.filter(pk__in=latest), name="words", detail="link", role="team__name",
        at="made_at", key="pk",
    ), *unfinished_lists(me), *mine_lists(me, today, of_agency=False), *planned_lists(me), of_lead(me, today)]  # fmt: skip
    if is_for(me):
        lists += handover_lists(me, today)
    teams = me.scope.teams_as(*MANAGING_ROLES)
    if not teams:
        return lists
    unreviewed = EmergencyOpening.objects.to_review().exclude(practitioner=me)
    reports = ConflictReport.objects.filter(
        settled_at=None, how="declared", area__in=me.scope.areas_as(*MANAGING_ROLES, purpose=FRONT_DOOR_TEAM)
    ).exclude(practitioner=me)
    confirmed = AccessConfirmation.objects.filter(team__in=teams)
    rules = AccessRule.objects.filter(from_on__lte=today, area__in=me.scope.areas_as())
    return [
        *lists,
        listed_as(
            "emergency", policies.REVIEW_EMERGENCY.filter_through("child", unreviewed, me), name="child__called",
            role="child__reference", detail="practitioner__name", from_on="review_due_on", key="pk",
        ),
        listed_as("conflict", reports, name="practitioner__name", at="made_at", key="pk"),
        listed_as("confirmed", confirmed.values("team").annotate(last=Max("confirmed_at")), at="last", key="team"),
        listed_as("rule", rules, name=Cast("review_days", TextField()), from_on="from_on", recorded_at="set_at",
                  key="area"),
    ]  # fmt: skip


def _told(notices: list[Fact]) -> list[Told]:
    told = [Told(one.key, one.name, one.detail, one.at, one.role) for one in notices if one.key and one.at]
    return sorted(told, key=lambda one: (one.made_at, one.pk), reverse=True)


def _reviews(found: dict[str, list[Fact]]) -> list[ToDo]:
    return [
        ToDo(
            f"Review the emergency opening of {one.name}’s record by {one.detail}",
            address("need_to_know:review-emergency", one.role, one.key), one.from_on,
        )
        for one in found.get("emergency", [])
        if one.from_on
    ]  # fmt: skip


def _conflicts(found: dict[str, list[Fact]]) -> list[ToDo]:
    return [
        ToDo(f"Settle the conflict of interest that {one.name} told of", address("need_to_know:settle", one.key),
             day_of(one.at))
        for one in found.get("conflict", [])
        if one.at
    ]  # fmt: skip


def _teams(me: Practitioner, found: dict[str, list[Fact]], today: date) -> list[ToDo]:
    """Teams whose access is due to be confirmed."""
    last = {one.key: day_of(one.at) for one in found.get("confirmed", []) if one.at}
    days: dict[UUID | None, int] = {}
    for one in sorted(found.get("rule", []), key=lambda one: (str(one.from_on), str(one.recorded_at))):
        days[one.key] = int(one.name)
    due = []
    for team in _managed(me):
        on = last[team.pk] + timedelta(days=days.get(team.area_id, REVIEW_DAYS)) if team.pk in last else today
        if on <= today:
            due.append(ToDo(
                f"Confirm who needs access in {team}", reverse("need_to_know:review-team", args=(team.pk,)), on
            ))  # fmt: skip
    return due


def _managed(me: Practitioner) -> list[Team]:
    managed = me.scope.teams_as(*MANAGING_ROLES)
    return list(
        {post.team_id: post.team for post in me.scope.posts if post.team and post.team_id in managed}.values()
    )
