"""Self-assessments and plans as they are read: whose they are, one round, over time, the plan, one action; and on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.audit.actions import Action
from alongside.improvement import files
from alongside.improvement.bodies import Body, bodies_of, body_of, open_action, open_assessment, open_body
from alongside.improvement.models import ImprovementChange, SelfAssessment
from alongside.improvement.reading import (
    ROUNDS,
    SHOWN,
    STATES,
    counted_plans,
    judged_in,
    over_time,
    planned,
    rounds_of,
)
from alongside.improvement.statements import statements_on
from alongside.moments import day_of
from alongside.ui.calendar_file import calendar_of
from alongside.ui.frames import Link
from alongside.ui.pages import render

What = ImprovementChange.What
#: What anybody who may read a round reads of its history.
SINCE_SIGNED = (What.SIGNED, What.SUBMITTED, What.ADDED)
OWNERS = (("me", "You"), ("nobody", "Nobody yet"))


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The organisations and partnerships one may read or assess for, each with where it stands."""
    me, today = practitioner_of(request), day_of(timezone.now())
    bodies = bodies_of(me)
    rounds: dict[tuple[Any, Any], list[SelfAssessment]] = {}
    readable = policies.READ_ASSESSED.filter(SelfAssessment.objects.filter(set_aside_on=None), me)
    for one in readable.order_by("-on", "-id")[: 4 * SHOWN] if bodies else ():
        rounds.setdefault((one.area_id, one.agency_id), []).append(one)
    counted = counted_plans(me, today) if bodies else {}
    rows = [
        (one, rounds.get(key, []), counted.get(key, (0, 0)))
        for one in bodies
        for key in [(one.area.pk, one.agency.pk if one.agency else None)]
    ]
    return render(request, "improvement/home.html", {"rows": rows, "keeps": _keeps(request)})


def _keeps(request: HttpRequest) -> list[Any]:
    """The areas whose parts and scale they set, from their own posts."""
    areas = practitioner_of(request).scope.areas_as("administrator")
    return [p.team.area for p in practitioner_of(request).scope.posts if p.team and p.team.area_id in areas]


@require_safe
def body(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """One organisation, or the partnership: its rounds, and its plan in short."""
    found, me, today = open_body(request, code, key), practitioner_of(request), day_of(timezone.now())
    rounds = list(rounds_of(found, me)[:SHOWN])
    return render(request, "improvement/body.html", {
        "body": found, "rounds": rounds, "open": next((one for one in rounds if one.is_open), None),
        "signed": [one for one in rounds if one.signed_at], "aside": [one for one in rounds if one.set_aside_on],
        "actions": list(planned(found, me, {}, today)[:8]), "asked": len(statements_on(today, of_partnership=not found.agency)),
    })  # fmt: skip


@require_safe
def assessment(request: HttpRequest, key: UUID) -> HttpResponse:
    """One round: each statement, where it stands, what that rests on; and what was added after it was signed."""
    return render(request, "improvement/assessment.html", _shown(open_assessment(request, key)))


@require_safe
def assessment_for_print(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same on paper."""
    found = open_assessment(request, key, action=Action.PRINT)
    return render(request, "improvement/assessment_for_print.html", _shown(found))


@require_safe
def assessment_csv(request: HttpRequest, key: UUID) -> HttpResponse:
    """The same for a spreadsheet."""
    return files.of_round(open_assessment(request, key, action=Action.EXPORT))


def _shown(one: SelfAssessment) -> dict[str, Any]:
    groups = judged_in(one)
    every = [judged for _, group in groups for judged in group]
    added = one.changes.filter(what=What.ADDED).select_related("recorded_by").order_by("recorded_at", "id")
    return {
        "one": one, "body": body_of(one), "groups": groups, "added": list(added),
        "words": {judged.statement.id: judged.statement.words for judged in every}, "asked": len(every),
        "judged": sum(1 for judged in every if judged.answer and judged.answer.standing != "not-yet"),
        "unread": any(not judged.statement.checked for judged in every),
    }  # fmt: skip


@require_safe
def history(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was done in a round, the latest first. How it came to what was signed is read by those who assess alone."""
    one = open_assessment(request, key)
    changes = one.changes.select_related("recorded_by").order_by("-recorded_at", "-id")
    if not one.assesses:  # type: ignore[attr-defined]
        changes = changes.filter(what__in=SINCE_SIGNED)
    words = {each.id: each.words for each in statements_on(one.on, of_partnership=one.agency_id is None)}
    return render(request, "improvement/history.html", {
        "one": one, "changes": list(changes[: 4 * SHOWN]), "words": words,
    })  # fmt: skip


@require_safe
def through_time(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """Each statement across the signed rounds: since when it stands as it does, and by whom it was judged."""
    found, me = open_body(request, code, key), practitioner_of(request)
    rounds = list(rounds_of(found, me).filter(signed_at__isnull=False)[:ROUNDS])
    return render(request, "improvement/over_time.html", {
        "body": found, "rounds": rounds, "statements": over_time(rounds, of_partnership=not found.agency), "most": ROUNDS,
    })  # fmt: skip


@require_safe
def plan(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The plan: what is to do unless the address asks for more."""
    found = open_body(request, code, key)
    return render(request, "improvement/plan.html", _plan(request, found))


@require_safe
def plan_for_print(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The same on paper."""
    found = open_body(request, code, key, action=Action.PRINT)
    return render(request, "improvement/plan_for_print.html", _plan(request, found))


@require_safe
def plan_csv(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The same for a spreadsheet."""
    found, me = open_body(request, code, key, action=Action.EXPORT), practitioner_of(request)
    return files.of_plan(planned(found, me, _asked(request), day_of(timezone.now())))


@require_safe
def plan_calendar(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """The days of what is to do, for another calendar. It says whose plan it is, and nothing of what stands in it."""
    found, me, now = (
        open_body(request, code, key, action=Action.EXPORT),
        practitioner_of(request),
        timezone.now(),
    )
    asked = {**_asked(request), "state": "open"}
    days = [files.Dated.of(one) for one in planned(found, me, asked, day_of(now))]
    made = calendar_of(days, now, request.build_absolute_uri)
    answer = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="action-plan.ics"'
    return answer


def _asked(request: HttpRequest) -> dict[str, str]:
    known = {"state": dict(STATES), "owner": dict(OWNERS)}
    asked = {name: value for name in known if (value := request.GET.get(name, "")) in known[name]}
    words = request.GET.get("q", "").strip()[:200]
    return {**asked, **({"q": words} if words else {})}


def _plan(request: HttpRequest, found: Body) -> dict[str, Any]:
    asked, today = _asked(request), day_of(timezone.now())
    rows = list(planned(found, practitioner_of(request), asked, today)[: SHOWN + 1])
    chips = [
        ("State", [_chip(asked, "state", *one) for one in STATES]),
        ("Who", [_chip(asked, "owner", *one) for one in OWNERS]),
    ]
    return {
        "body": found, "actions": rows[:SHOWN], "more": len(rows) > SHOWN, "filters": chips, "asked": asked,
        "query": f"?{urlencode(asked)}" if asked else "", "today": today,
        "state": dict(STATES)[asked.get("state", "open")],
    }  # fmt: skip


def _chip(asked: dict[str, str], name: str, key: str, words: str) -> Link:
    on = asked.get(name) == key
    left = {**asked, name: "" if on else key}
    return Link(words, f"?{urlencode({k: v for k, v in left.items() if v})}", current=on)


@require_safe
def action(request: HttpRequest, key: UUID) -> HttpResponse:
    """One action: what it rests on, who does it by when, and everything that was said of it."""
    one = open_action(request, key)
    changes = one.changes.select_related("recorded_by").order_by("-recorded_at", "-id")
    return render(
        request,
        "improvement/action.html",
        {"one": one, "body": body_of(one), "changes": list(changes[:SHOWN])},
    )
