"""Looking at a plan: for those who work with the child, for the child, and on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import may_too, open_child
from alongside.access.policies import KEEP_PLAN, READ_PLAN, READ_RECORD
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.models import (
    CoreGroupAttendance,
    CoreGroupMeeting,
    CoreGroupMember,
    EndingNotice,
    PlanForTheChild,
)
from alongside.plans.reading import PlanRead, read_plan
from alongside.plans.sets_out import not_said_yet
from alongside.ui.pages import render


@require_safe
def plan(request: HttpRequest, reference: str, key: UUID | None = None) -> HttpResponse:
    """What the child needs, who does what by when, and what must change."""
    child = open_child(request, reference, READ_PLAN)
    read = read_plan(child, key)
    if read is None and key is not None:
        raise Http404("There is no plan here that you can open.")
    may_change = read is not None and read.plan.is_open and may_too(child, KEEP_PLAN)
    shown = {
        **_shown(child, read),
        "people": _people(read),
        "may_change": may_change,
        "not_said": _not_said(read),
    }
    return render(request, "plans/plan.html", shown, about=child)


@require_safe
def for_the_child(request: HttpRequest, reference: str) -> HttpResponse:
    """The child's own version, the latest first."""
    child = open_child(request, reference, READ_PLAN)
    versions = list(PlanForTheChild.objects.filter(plan__child=child).select_related("plan"))
    rule = catalogue.rule("child-protection.plan-content")
    shown = {"child": child, "versions": versions, "rule": rule, "whole_record": may_too(child, READ_RECORD)}
    return render(request, "plans/for_the_child.html", shown, about=child)


@require_safe
def core_groups(request: HttpRequest, reference: str) -> HttpResponse:
    """Every meeting of the child's core groups, the latest first."""
    child = open_child(request, reference, READ_PLAN)
    meetings = list(CoreGroupMeeting.objects.filter(plan__child=child).order_by("-held_on", "-id"))
    attendance: dict[object, list[CoreGroupAttendance]] = {meeting.pk: [] for meeting in meetings}
    for one in CoreGroupAttendance.objects.select_related("agency").filter(meeting__plan__child=child):
        attendance[one.meeting_id].append(one)
    shown = {
        "child": child,
        "meetings": [(meeting, attendance[meeting.pk]) for meeting in meetings],
        "rule": catalogue.rule("child-protection.core-group-record"),
        "whole_record": may_too(child, READ_RECORD),
    }
    return render(request, "plans/core_groups.html", shown, about=child)


@require_safe
def for_print(request: HttpRequest, reference: str) -> HttpResponse:
    """The plan on paper; ``?large=1`` in large print."""
    child = open_child(request, reference, READ_PLAN)
    read = read_plan(child)
    large = request.GET.get("large") == "1"
    return render(
        request, "plans/for_print.html", {**_shown(child, read), "people": _people(read), "large": large}
    )


@require_safe
def for_the_child_in_print(request: HttpRequest, reference: str) -> HttpResponse:
    """The child's own version on paper, always in large print."""
    child = open_child(request, reference, READ_PLAN)
    version = PlanForTheChild.objects.filter(plan__child=child).first()
    return render(request, "plans/for_the_child_in_print.html", {"child": child, "version": version})


def _shown(child: Person, read: PlanRead | None) -> dict[str, Any]:
    rule = catalogue.rule("child-protection.plan-content")
    return {"child": child, "read": read, "rule": rule, "whole_record": may_too(child, READ_RECORD)}


def _not_said(read: PlanRead | None) -> list[str]:
    """What an open plan does not say yet. One query."""
    if read is None or not read.plan.is_open:
        return []
    explained = PlanForTheChild.objects.filter(plan=read.plan, explained_on__isnull=False).exists()
    needs = [(one.need, [each.action for each in one.actions]) for one in read.needs]
    return not_said_yet(needs, explained=explained, on=day_of(timezone.now()))


def _people(read: PlanRead | None) -> list[CoreGroupMember] | list[EndingNotice]:
    """Who carries an open plan out; of an ended one, who is told of its end. One query."""
    if read is None:
        return []
    if read.plan.is_open:
        return list(CoreGroupMember.objects.filter(plan=read.plan, to_on=None).select_related("agency"))
    return list(EndingNotice.objects.filter(plan=read.plan).select_related("agency"))
