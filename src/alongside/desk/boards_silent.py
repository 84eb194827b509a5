"""What the records of a team's children do not say: a list, with what each rests on and the page that answers it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import practitioner_of
from alongside.access.policies import READ_RECORD, SOCIAL_CARE_ROLES
from alongside.agencies.silences import thresholds_in
from alongside.cases.models import Allocation
from alongside.desk.silent import KINDS, grouped, silence_lists, silences_in
from alongside.desk.timeline_facets import by_what
from alongside.facts import read
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.frames import Link
from alongside.ui.pages import render

SHOWN = 200


@login_required
@require_safe
def team_silences(request: HttpRequest) -> HttpResponse:
    """What is missing on the records of the children with whom the reader's teams work."""
    me = practitioner_of(request)
    teams = me.scope.teams_as(*SOCIAL_CARE_ROLES)
    if not teams:
        raise Http404("There is no team here that you can open.")
    theirs = Allocation.objects.current().filter(
        team__in=teams, capacity=Allocation.Capacity.LEAD_PRACTITIONER
    )
    children = Person.objects.filter(pk__in=theirs.order_by().values("case__child"))
    keys = list(READ_RECORD.filter(children, me).values_list("pk", flat=True))
    areas = {
        post.team.area_id: post.team.area.name
        for post in me.scope.posts
        if post.team and post.team_id in teams
    }
    facts = by_what(read(silence_lists(keys, me, areas)))
    found = silences_in(facts, day_of(timezone.now()))
    what, mine = request.GET.get("what", ""), request.GET.get("mine") == "yes"
    shown = [one for one in found if what in ("", one.what) and (not mine or one.who == me.name)]
    return render(request, "desk/team_silences.html", {
        "groups": grouped(shown[:SHOWN]),
        "left_out": max(0, len(shown) - SHOWN),
        "filters": [
            ("What", [Link(title, _query("" if what == key else key, mine), current=what == key) for key, (title, *_) in KINDS.items()]),
            ("Who leads", [Link("Only mine", _query(what, not mine), current=mine)]),
        ],
        "narrowed": bool(what in KINDS or mine),
        "numbers": [
            (name if len(areas) > 1 else "", thresholds_in(facts.get("silence-rule", ()), key))
            for key, name in sorted(areas.items(), key=lambda item: item[1])
        ],
    })  # fmt: skip


def _query(what: str, mine: bool) -> str:
    said = [*([f"what={what}"] if what in KINDS else []), *(["mine=yes"] if mine else [])]
    return "?" + "&".join(said)
