"""Who is away in the teams one manages, who covers, and whose children nobody looks after meanwhile. Reads only."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.models import Restriction
from alongside.agencies.models import Absence, Post
from alongside.cases.models import Allocation
from alongside.chronology.kinds import COVERED
from alongside.desk.boards_manage import managing, names
from alongside.desk.timeline_facets import by_what
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.ui.pages import render


@dataclass(frozen=True, slots=True)
class Away:
    """One absence. closed: how many of the children’s records are closed to whoever covers."""

    key: UUID
    from_on: date
    to_on: date
    covered_by: str
    closed: int = 0


@dataclass(slots=True)
class Somebody:
    """Somebody of the teams, or who still leads for them: how many children wait for them, and when they are away."""

    key: UUID
    name: str
    works_here: bool = False
    children: set[Any] = field(default_factory=set)
    away: list[Away] = field(default_factory=list)

    def flag(self, today: date) -> str:
        """What a manager has to see to; empty where nothing."""
        covered = any(one.covered_by and one.from_on <= today for one in self.away)
        if not self.children or (covered and not self.works_here):
            return ""
        if not self.works_here:
            return "No longer works here, and nobody covers"
        return "Nobody covers" if any(not one.covered_by for one in self.away) else ""


@login_required
@require_safe
def team_away(request: HttpRequest) -> HttpResponse:
    """Everybody of the reader's teams, with the days they are away from now on. Whoever manages none finds nothing."""
    me, teams = managing(request)
    today = day_of(timezone.now())
    people = _people(by_what(read(_lists(teams, today))))
    rows = [(one, one.flag(today)) for one in people]
    return render(request, "desk/team_away.html", {
        "teams": names(me, teams),
        "rows": sorted(rows, key=lambda row: (not row[1], not row[0].away, row[0].name)),
    })  # fmt: skip


def _lists(teams: Any, today: date) -> tuple[QuerySet[Any], ...]:
    """“works-here”: name, key. “child”: name, key: whose part; role: the child. “away”: key: the absence; role: who; the days;
    name: who covers; detail: their key. “closed”: key: to whom; role: the child."""  # fmt: skip
    posts = Post.objects.filter(
        Q(to_on=None) | Q(to_on__gte=today), team__in=teams, practitioner__is_active=True, from_on__lte=today
    )
    parts = Allocation.objects.current().filter(team__in=teams, capacity__in=COVERED, case__closed_on=None)
    away = Absence.objects.not_over(today).filter(
        Q(practitioner__in=posts.order_by().values("practitioner"))
        | Q(practitioner__in=parts.order_by().values("practitioner"))
    )
    closed = Restriction.objects.filter(to_on=None, practitioner__in=away.order_by().values("covered_by"))
    return (
        listed_as("works-here", posts, name="practitioner__name", key="practitioner"),
        listed_as("child", parts, name="practitioner__name", role=Cast("case__child", TextField()), key="practitioner"),
        listed_as("away", away, name="covered_by__name", role=Cast("practitioner", TextField()),
                  detail=Cast("covered_by", TextField()), from_on="from_on", to_on="to_on", key="pk"),
        listed_as("closed", closed, role=Cast("child", TextField()), key="practitioner"),
    )  # fmt: skip


def _people(facts: dict[str, list[Fact]]) -> Iterable[Somebody]:
    found: dict[UUID, Somebody] = {}
    for one in (*facts.get("works-here", ()), *facts.get("child", ())):
        if one.key:
            somebody = found.setdefault(one.key, Somebody(one.key, one.name))
            somebody.works_here |= one.what == "works-here"
            if one.what == "child":
                somebody.children.add(UUID(one.role))
    closed: dict[UUID | None, set[UUID]] = {}
    for one in facts.get("closed", ()):
        closed.setdefault(one.key, set()).add(UUID(one.role))
    for one in _in_order(facts.get("away", ())):
        who = found.get(UUID(one.role))
        if who and one.key and one.from_on and one.to_on:
            shut = closed.get(UUID(one.detail), set()) if one.detail else set()
            who.away.append(Away(one.key, one.from_on, one.to_on, one.name, len(shut & who.children)))
    return found.values()


def _in_order(facts: Sequence[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda one: (str(one.from_on), str(one.key)))
