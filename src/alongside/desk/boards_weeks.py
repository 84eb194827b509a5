"""The next four weeks of a team, week by week: on a page, on paper, and as a calendar without names."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import SOCIAL_CARE_ROLES
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.desk.boards_manage import names
from alongside.desk.weeks import Planned, leads_of, planned_for, weeks_of
from alongside.moments import day_of
from alongside.ui.calendar_file import calendar_of
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render

SHOWN = 500


@login_required
@require_safe
def team_weeks(request: HttpRequest) -> HttpResponse:
    """What is set and what falls due in the next four weeks for the children the reader’s teams work with."""
    me, teams = _in_teams(request)
    return render(request, "desk/team_weeks.html", _told(request, me, teams))


@login_required
@require_safe
def team_weeks_for_print(request: HttpRequest) -> HttpResponse:
    """The same, made for paper."""
    me, teams = _in_teams(request)
    told = _told(request, me, teams)
    _audit(Action.PRINT, me, teams, told["number"])
    return render(request, "desk/team_weeks_for_print.html", told)


@login_required
@require_safe
def team_weeks_calendar(request: HttpRequest) -> HttpResponse:
    """The same as a calendar to take into another program: what, when and the child’s reference, and nobody’s name."""
    me, teams = _in_teams(request)
    shown = _planned(request, me, teams)[1]
    _audit(Action.EXPORT, me, teams, len(shown))
    made = calendar_of(shown, timezone.now(), request.build_absolute_uri)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="four-weeks.ics"'
    return answer


def _in_teams(request: HttpRequest) -> tuple[Practitioner, set[UUID]]:
    """Who asks, and their teams. Raises Http404 for whoever works in no such team."""
    me = practitioner_of(request)
    teams = me.scope.teams_as(*SOCIAL_CARE_ROLES)
    if not teams:
        raise Http404("There is no team here that you can open.")
    return me, teams


def _planned(request: HttpRequest, me: Practitioner, teams: Any) -> tuple[dict[str, str], list[Planned]]:
    """Who leads for these teams, and what is planned for the children of whomever the address names, or of all. Two queries."""
    leads, today = leads_of(teams, me), day_of(timezone.now())
    people = {str(lead.key): lead.name for lead in leads.values()}
    asked = request.GET.get("practitioner", "")
    shown = [one for one in planned_for(leads, today) if asked not in people or str(one.who_key) == asked]
    return dict(sorted(people.items(), key=lambda one: (one[1], one[0]))), shown


def _told(request: HttpRequest, me: Practitioner, teams: Any) -> dict[str, Any]:
    people, shown = _planned(request, me, teams)
    asked = request.GET.get("practitioner", "")
    narrowed = {"practitioner": asked} if asked in people else {}
    query = f"?{urlencode(narrowed)}" if narrowed else ""
    return {
        "teams": names(me, teams),
        "weeks": weeks_of(shown[:SHOWN], day_of(timezone.now())),
        "undated": [one for one in shown[:SHOWN] if one.on is None],
        "left_out": max(0, len(shown) - SHOWN),
        "number": len(shown),
        "whose": people.get(asked, ""),
        "filters": [("Who leads", [
            Link(name, request.path if key == asked else f"?{urlencode({'practitioner': key})}", current=key == asked)
            for key, name in people.items()
        ])] if len(people) > 1 or narrowed else [],
        "print_href": reverse_for("desk:team-weeks-print") + query,
        "calendar_href": reverse_for("desk:team-weeks-calendar") + query,
    }  # fmt: skip


def _audit(action: Action, me: Practitioner, teams: set[UUID], number: int) -> None:
    """Paper and files leave the service, so that they were made is written down, with how many dates."""
    for post in me.scope.posts:
        if post.team and post.team_id in teams:
            write(action, area=post.team.area_id, by=me, about=post.team_id, about_kind="team", dates=number)
