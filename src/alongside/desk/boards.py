"""The team board: everyone's dates for four weeks on one page. Each number leads to its list."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import MANAGING_ROLES, SOCIAL_CARE_ROLES
from alongside.desk import my_work_due, notices
from alongside.desk.boards_team import GUIDANCE_RULES, Asked, Line, columns, lines
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.pages import render


@login_required
@require_safe
def team(request: HttpRequest) -> HttpResponse:
    """Dates of the reader's own teams. Whoever works in none finds nothing here."""
    me, today = practitioner_of(request), day_of(timezone.now())
    teams = me.scope.teams_as(*SOCIAL_CARE_ROLES)
    if not teams:
        raise Http404("There is no team here that you can open.")
    asked = Asked.of(request.GET)
    parts = my_work_due.parts_of_teams(teams)
    people = lines(my_work_due.of_cases(parts, me, today), parts, teams, today)
    theirs = my_work_due.of_cases(asked.of_whom(parts), me, today)
    page = my_work_due.page(asked.narrow(theirs, today), parts, request.GET.get("after", ""))
    return render(request, "desk/team.html", {
        "teams": sorted({str(post.team) for post in me.scope.posts if post.team_id in teams}),
        "notices": notices.unseen_of_teams(me, teams),
        "manages": bool(me.scope.teams_as(*MANAGING_ROLES)),
        "keeps_tags_of": sorted({
            (post.team.area.code, post.team.area.name) for post in me.scope.posts
            if post.team and post.role in MANAGING_ROLES
        }),
        "columns": columns(today),
        "lines": people,
        "filters": _filters(request, asked, people, page.rows),
        "asked": asked,
        "narrowed": asked != Asked(),
        "groups": page.groups(today),
        "more": _address(request, after=page.more) if page.more else "",
        "begun": "after" in request.GET,
    })  # fmt: skip


def _filters(
    request: HttpRequest, asked: Asked, people: list[Line], rows: list[my_work_due.Row]
) -> list[tuple[str, list[Link]]]:
    """Filters as links; one that is on takes itself off. Only rules that are shown are offered."""
    shown = {row.what for row in rows}
    rules = {key: title for key, title in GUIDANCE_RULES.items() if title in shown or key == asked.rule}
    weeks = [(column.key, column.title) for column in columns(day_of(timezone.now()))]
    choices = (
        (
            "Who leads",
            "practitioner",
            [(str(line.key), line.name) for line in people],
            str(asked.practitioner),
        ),
        ("When", "week", weeks, asked.week),
        ("What", "rule", sorted(rules.items(), key=lambda item: item[1]), asked.rule),
    )
    return [
        (title, [
            Link(words, _address(request, **{name: "" if key == now else key}), current=key == now)
            for key, words in keys
        ])
        for title, name, keys, now in choices if keys
    ]  # fmt: skip


def _address(request: HttpRequest, **changes: str) -> str:
    """This page with some filters changed. Changing one begins the list again."""
    kept = {name: request.GET[name] for name in ("practitioner", "week", "rule") if request.GET.get(name)}
    query = {name: value for name, value in {**kept, **changes}.items() if value}
    return f"?{urlencode(query)}" if query else request.path
