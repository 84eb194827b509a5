"""“For you to know”: notices to the reader and to the reader's teams, and marking one as seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from alongside.access.doors import open_notice, practitioner_of
from alongside.access.policies import SEE_NOTICE
from alongside.agencies.models import Practitioner
from alongside.desk.offers import address
from alongside.notices.models import Notice
from alongside.notices.services import mark_seen
from alongside.ui.pages import go, render

SHOWN = 20
SHOWN_OF_ALL = 100


def unseen_of_teams(me: Practitioner, teams: Iterable[Any]) -> list[Notice]:
    """What these teams of theirs have not seen yet. One query."""
    theirs = SEE_NOTICE.filter(Notice.objects.unseen().latest_first().filter(team__in=list(teams)), me)
    return list(theirs.select_related("team")[:SHOWN])


@login_required
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Every notice to the reader or to their teams, seen or not, the latest first."""
    mine = SEE_NOTICE.filter(Notice.objects.latest_first(), practitioner_of(request))
    found = list(mine.select_related("team", "seen_by")[:SHOWN_OF_ALL])
    return render(request, "desk/notices.html", {
        "unseen": [one for one in found if one.seen_at is None],
        "seen": [one for one in found if one.seen_at is not None],
    })  # fmt: skip


@login_required
@require_POST
def seen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Put a notice away, and go back to the list it stood on."""
    notice = open_notice(request, key)
    mark_seen(by=practitioner_of(request), notice=notice, now=timezone.now())
    lists = [address("desk:my-work"), address("desk:team"), address("desk:notices")]
    back = request.POST.get("back", "")
    return go(request, back if back in lists else lists[0])
