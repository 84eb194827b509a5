"""My work: what one may do, what is due, for whom one waits. The first page after signing in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import ALLOCATE, FRONT_DOOR_TEAM, MANAGING_ROLES, SOCIAL_CARE_ROLES
from alongside.agencies.models import Practitioner, Role
from alongside.desk import my_work_due, my_work_others
from alongside.moments import day_of
from alongside.ui.pages import render

assert ALLOCATE


@login_required
@require_safe
def my_work(request: HttpRequest) -> HttpResponse:
    """What waits for this practitioner today, in the parts that are theirs."""
    me = practitioner_of(request)
    after = request.GET.get("after", "")
    return render(request, "desk/my_work.html", {
        "me": me,
        "after": after,
        **_due(me, after),
        **_to_sign_off(me),
        **_of_another_agency(me, request.GET.get("from", "")),
        "analyses": Role.ANALYST in me.scope.roles,
        "administers": bool(me.scope.areas_as(Role.ADMINISTRATOR)),
    })  # fmt: skip
