"""Changing a plan, recording a core group, writing the child's own version."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.chronology.added import last_recorded
from alongside.chronology.kinds import PLAN_CHANGED
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lists, services
from alongside.plans.forms import ChangePlanForm, CoreGroupForm, ForTheChildForm
from alongside.plans.forms.making import Making
from alongside.plans.models import CoreGroupMeeting, PlanForTheChild
from alongside.plans.reading import PlanRead, read_plan
from alongside.plans.siblings import siblings_with_plans
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.standing import Standing
from alongside.ui.steps import Onward, ask
from alongside.ui.words import date_words, listed


@require_http_methods(["GET", "POST"])
def change_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """Add needs, actions and members, and say what is done."""
    child = open_child(request, reference, policies.KEEP_PLAN)
    read = read_plan(child)
    if read is None or not read.plan.is_open:
        return no_open_plan(request, child)
    making = Making(ChangePlanForm, **_made_with(read, lists.read(lists.agencies(child.area_id))))
    return ask(
        request, making, template="plans/change_plan.html", about=child,
        context={"child": child, "read": read, "rule": catalogue.rule("authority.plan-detail")},
        act=lambda answers: services.change_plan(
            by=practitioner_of(request), child=child, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda entry: _changed(child),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_core_group(request: HttpRequest, reference: str) -> HttpResponse:
    """A core group: who came, what it decided, what it agreed."""
    child, me = open_child(request, reference, policies.KEEP_PLAN), practitioner_of(request)
    read = read_plan(child)
    if read is None or not read.plan.is_open:
        return no_open_plan(request, child)
    found = lists.read(
        lists.agencies(child.area_id),
        lists.members(read.plan.pk),
        lists.children("sibling", siblings_with_plans(child, me)),
    )
    siblings = lists.children_in(found.get("sibling", []))
    making = Making(CoreGroupForm, siblings=siblings, **_made_with(read, found))
    return ask(
        request, making, template="plans/record_core_group.html", about=child,
        context={"child": child, "read": read, "rule": catalogue.rule("child-protection.core-group-record")},
        initial=None if request.method == "POST" else {"attendance": _members(found)},
        act=lambda answers: services.record_core_group(
            by=me, children=[child, *making.form.also()], now=timezone.now(), **making.form.as_given()
        ),
        done=lambda held: _met(child, held),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def write_for_the_child(request: HttpRequest, reference: str) -> HttpResponse:
    """The plan in words for the child, begun from the last version where there is one."""
    child = open_child(request, reference, policies.KEEP_PLAN)
    return ask(
        request, ForTheChildForm, template="plans/write_for_the_child.html", about=child,
        context={"child": child, "rule": catalogue.rule("child-protection.plan-content")},
        standing=Standing(
            read=lambda: _said_to(child),
            hold=lambda: policies.KEEP_PLAN.lock(child, practitioner_of(request)),
            by=lambda: last_recorded(child, PLAN_CHANGED),
        ),
        act=lambda answers: services.write_plan_for_the_child(
            by=practitioner_of(request), child=child, now=timezone.now(), **answers
        ),
        done=lambda version: _written(child, version),
    )  # fmt: skip


def _said_to(child: Person) -> dict[str, str]:
    """What the child's own version says now; empty before the first."""
    last = PlanForTheChild.objects.filter(plan__child=child, plan__ended_on=None).first()
    kept = ("who_helps", "worries", "promises", "what_next", "disagree")
    return {name: getattr(last, name, "") for name in kept}


def no_open_plan(request: HttpRequest, child: Person) -> HttpResponse:
    """Instead of a form, where there is no open plan to keep."""
    return render(request, "plans/no_open_plan.html", {"child": child}, about=child)


def _made_with(read: PlanRead, found: lists.Lines) -> dict[str, Any]:
    return {
        "needs": [one.need for one in read.needs],
        "open_actions": read.open_actions,
        "settled": [one.action for need in read.needs for one in need.actions if one.action.is_settled],
        "agencies": lists.agencies_in(found),
        "today": day_of(timezone.now()),
    }


def _members(found: lists.Lines) -> list[dict[str, Any]]:
    return [{"name": member.name, "agency": str(member.owner or "")} for member in found.get("member", [])]


def _changed(child: Person) -> Onward:
    told = Told(
        "Plan changed",
        (
            "The lead practitioner tells everyone who has something to do, and sends out the plan as it now is.",
            f"{child} and the family are told what has changed, in a way that suits them.",
        ),
        more=(
            (f"Write {child}'s own version again", reverse_for("plans:write-for-the-child", child.reference)),
        ),
    )
    return reverse_for("plans:plan", child.reference), told


def _met(child: Person, held: list[CoreGroupMeeting]) -> Onward:
    following = held[0].next_on
    told = Told(
        f"Core group recorded for {listed([str(meeting.plan.child) for meeting in held])}",
        (
            f"The core group meets again on {date_words(following)}."
            if following
            else "The lead practitioner agrees with the core group when it meets next.",
            "The lead practitioner sends the decisions and actions to every member, also to those who could not come.",
            f"{child} is told what was decided, in a way that suits them.",
        ),
    )
    return reverse_for("plans:plan", child.reference), told


def _written(child: Person, version: PlanForTheChild) -> Onward:
    to_do = () if version.explained_on else (f"Go through it with {child}, and record what {child} says.",)
    told = Told(f"{child}'s own version is written", (*to_do, "Print it in large type, or read it together."))
    return reverse_for("plans:for-the-child", child.reference), told
