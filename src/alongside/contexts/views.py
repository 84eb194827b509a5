"""Contexts as they are read: the list, one with its map and its plan on one screen, its history, and an agency's own actions."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.contexts.doors import open_action, open_one
from alongside.contexts.mapping import draw
from alongside.contexts.models import Context, ContextAct, PlaceAction
from alongside.contexts.reading import OTHERS, around, concern_words, known_here, plan_of, rules
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render

SHOWN = 50
CLOSED = "closed"


@require_safe
def contexts(request: HttpRequest) -> HttpResponse:
    """Those that one may open, found by words and by kind."""
    me, words, kind = practitioner_of(request), request.GET.get("q", "").strip(), request.GET.get("kind", "")
    found = policies.READ_CONTEXT.filter(Context.objects.select_related("team"), me)
    for word in words.split()[:6]:
        told = Q(name__icontains=word) | Q(where__icontains=word) | Q(facts__icontains=word)
        found = found.filter(told | Q(platform__icontains=word))
    if kind in Context.Kind.values:
        found = found.filter(kind=kind)
    found = found.filter(closed_on__isnull=kind != CLOSED)
    asked = request.GET.get("after", "")
    after = int(asked) if asked.isdecimal() and len(asked) < 6 else 0
    rows = list(found.order_by("name", "id")[after : after + SHOWN + 1])
    filters = [("Kind", [_filter(words, kind, *one) for one in (*Context.Kind.choices, (CLOSED, "Closed"))])]
    return render(request, "contexts/contexts.html", {
        "found": rows[:SHOWN], "words": words, "kind": kind, "filters": filters, "filtered": bool(words or kind),
        "more": f"?{urlencode({'q': words, 'kind': kind, 'after': str(after + SHOWN)})}" if len(rows) > SHOWN else "",
        "begun": bool(after), "may_open": bool(me.scope.areas_as(*policies.MANAGING_ROLES)),
        "area": next((post.team.area for post in me.scope.posts if post.team), None),
    })  # fmt: skip


def _filter(words: str, kind: str, key: str, label: str) -> Link:
    on = kind == key
    return Link(str(label), f"?{urlencode({'q': words, 'kind': '' if on else key})}", current=on)


@require_safe
def context(request: HttpRequest, key: UUID) -> HttpResponse:
    """One context: what is known, the map of those of whom the reader may know, and the plan."""
    found = open_one(request, key)
    return render(request, "contexts/context.html", shown(found, practitioner_of(request)))


@require_safe
def context_for_print(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same on paper."""
    found = open_one(request, key, action=Action.PRINT)
    return render(request, "contexts/context_for_print.html", shown(found, practitioner_of(request)))


def shown(found: Context, me: Practitioner) -> dict[str, Any]:
    """What the page of one context is given. Three queries, however many children and actions."""
    known = known_here(found, me, day_of(timezone.now()))
    workers, ties = around(found, known)
    return {
        "one": found, "map": draw(found, known, ties), "known": [link for link in known if link.context_id == found.pk],
        "ties": ties, "workers": workers, "actions": plan_of(found), "others": OTHERS, "rules": rules(),
        "today": day_of(timezone.now()), "concern_words": concern_words,
    }  # fmt: skip


@require_safe
def history(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was done about a context, the latest first."""
    found = open_one(request, key)
    acts = (
        ContextAct.objects.filter(context=found).select_related("recorded_by").order_by("-recorded_at", "-id")
    )
    return render(request, "contexts/history.html", {"one": found, "acts": list(acts[: 4 * SHOWN])})


@require_safe
def our_actions(request: HttpRequest) -> HttpResponse:
    """Actions of the plans for places that one's own agencies own: those, and nothing else of the context but its name."""
    me = practitioner_of(request)
    actions = PlaceAction.objects.select_related("context", "agency").order_by("by_on", "id")
    ours = list(policies.ANSWER_PLACE_ACTION.filter(actions, me)[: 4 * SHOWN])
    return render(request, "contexts/our_actions.html", {
        "open": [one for one in ours if one.settled_on is None and one.context.is_open],
        "settled": [one for one in ours if one.settled_on is not None], "today": day_of(timezone.now()),
    })  # fmt: skip


@require_safe
def action(request: HttpRequest, key: UUID) -> HttpResponse:
    """One action, for whoever works on the context or owns it."""
    one = open_action(request, key)
    whole = one.whole  # type: ignore[attr-defined]
    back = reverse_for("contexts:context", one.context_id) if whole else reverse_for("contexts:our-actions")
    return render(request, "contexts/action.html", {"one": one, "whole": whole, "back": back})
