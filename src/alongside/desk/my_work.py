"""My work: what one may do, what is due, for whom one waits. The first page after signing in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import FRONT_DOOR_TEAM, MANAGING_ROLES, SOCIAL_CARE_ROLES
from alongside.agencies.models import Practitioner, Role
from alongside.desk import my_work_due, my_work_others
from alongside.desk.for_you import for_you
from alongside.moments import day_of
from alongside.partners import home as partners_home
from alongside.ui.pages import render

DUE = "due-after"


@login_required
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for this practitioner, in the parts that are theirs."""
    me = practitioner_of(request)
    parts = my_work_due.parts_of(me, day_of(timezone.now()))
    if partners_home.is_for(me) and not parts:
        return partners_home.home(request, me)
    mine = for_you(me, day_of(timezone.now()))
    return render(request, "desk/my_work.html", {
        "posts": me.scope.posts,
        "for_you": mine,
        **_due(me, parts, request.GET.get(DUE, "")),
        **_at_front_door(me),
        **_to_sign_off(me),
        "unfinished": mine.unfinished,
        "places": mine.places,
        "planned": mine.planned,
        "agencies": partners_home.agencies_of(me.scope),
        "analyses": Role.ANALYST in me.scope.roles,
        "administers": Role.ADMINISTRATOR in me.scope.roles,
    })  # fmt: skip


def _due(me: Practitioner, parts: my_work_due.Parts, after: str) -> dict[str, Any]:
    """What is due for the children they lead on or chair for, apart from what others have to do."""
    today = day_of(timezone.now())
    page = my_work_due.page(my_work_due.of_cases(parts, me, today), parts, after)
    mine = my_work_due.Page([row for row in page.rows if not row.waits_on and not row.covering])
    covered = sorted({part.covering for part in parts.values() if part.covering})
    allocated = {*SOCIAL_CARE_ROLES, Role.CONFERENCE_CHAIR} & {Role(role) for role in me.scope.roles}
    return {
        "due": mine.groups(today) if page.rows or allocated or parts or after else None,
        "covering": [
            (whom, [row for row in page.rows if row.covering == whom and not row.waits_on])
            for whom in covered
        ],
        "waiting": [row for row in page.rows if row.waits_on],
        "more_due": f"?{urlencode({DUE: page.more})}" if page.more else "",
        "due_begun": bool(after),
    }


def _at_front_door(me: Practitioner) -> dict[str, Any]:
    areas = me.scope.areas_as(Role.SCREENER, *SOCIAL_CARE_ROLES, purpose=FRONT_DOOR_TEAM)
    if not areas:
        return {"front_door": None}
    today = day_of(timezone.now())
    page = my_work_due.page(
        my_work_due.of_front_door(me, areas, today), my_work_due.Part(my_work_due.FRONT_DOOR)
    )
    return {"front_door": page.groups(today), "more_at_front_door": bool(page.more)}


def _to_sign_off(me: Practitioner) -> dict[str, Any]:
    manages = me.scope.teams_as(*MANAGING_ROLES)
    return {"to_sign_off": my_work_others.to_sign_off(me) if manages else None}
