"""Changing what one need or one action of the plan says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.chronology.added import last_recorded
from alongside.chronology.kinds import PLAN_CHANGED
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import lists, services
from alongside.plans.forms import ActionForm, NeedForm
from alongside.plans.forms.reword import said_of_action, said_of_need
from alongside.plans.forms.rows import aims_on
from alongside.plans.models import Action, Need
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.standing import Standing
from alongside.ui.steps import ask

OF_THE_ACT = ("changed_on", "why")


@require_http_methods(["GET", "POST"])
def change_need(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """What the child needs, and what must change, said anew."""
    child, me = open_child(request, reference, policies.KEEP_PLAN), practitioner_of(request)
    these = Need.objects.filter(pk=key, plan__child=child, plan__ended_on=None)
    need = _found(these.first())
    return ask(
        request, NeedForm, template="plans/reword.html", about=child,
        context=_about(child, "Change a need", need.need),
        form_kwargs={"aims": aims_on(day_of(timezone.now()))},
        standing=_standing(child, me, lambda: said_of_need(these.first() or need)),
        act=lambda answers: services.change_need(
            by=me, child=child, need=need, now=timezone.now(), **_given(answers)
        ),
        done=lambda _: (reverse_for("plans:plan", child.reference), _told(child)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_action(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """What is done, by whom and by when, said anew."""
    child, me = open_child(request, reference, policies.KEEP_PLAN), practitioner_of(request)
    these = Action.objects.filter(pk=key, need__plan__child=child, need__plan__ended_on=None)
    action = _found(these.select_related("need").first())
    agencies = lists.agencies_in(lists.read(lists.agencies(child.area_id)))
    return ask(
        request, ActionForm, template="plans/reword.html", about=child,
        context=_about(child, "Change an action", f"For the need: {action.need.need}"),
        form_kwargs={"agencies": agencies},
        standing=_standing(child, me, lambda: said_of_action(these.first() or action)),
        act=lambda answers: services.change_action(
            by=me, child=child, action=action, now=timezone.now(), **_given(answers)
        ),
        done=lambda _: (reverse_for("plans:plan", child.reference), _told(child)),
    )  # fmt: skip


def _about(child: Person, title: str, about: str) -> dict[str, Any]:
    return {"child": child, "title": title, "said": about, "rule": catalogue.rule("authority.plan-detail")}


def _standing(child: Person, me: Practitioner, read: Callable[[], Mapping[str, Any]]) -> Standing:
    return Standing(
        read=read,
        hold=lambda: policies.KEEP_PLAN.lock(child, me),
        by=lambda: last_recorded(child, PLAN_CHANGED),
    )


def _given(answers: dict[str, Any]) -> dict[str, Any]:
    changes = {name: value for name, value in answers.items() if name not in OF_THE_ACT}
    return {"changes": changes, **{name: answers[name] for name in OF_THE_ACT}}


def _told(child: Person) -> Told:
    return Told("Plan changed", (
        "What it said before stays on the timeline.",
        "The lead practitioner tells everyone who has something to do, and sends out the plan as it now is.",
        f"{child} and the family are told what has changed, in a way that suits them.",
    ))  # fmt: skip


def _found(record: Any) -> Any:
    if record is None:
        raise Http404("There is nothing in an open plan here that you can change.")
    return record
