"""Supervision: open, ask, act, show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import F, Max, OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation
from alongside.guidance.sources import WT2023_JUNE_2025
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.supervision import services
from alongside.supervision.children import how_they_stand
from alongside.supervision.forms import DoneForm, SupervisionForm, discussed
from alongside.supervision.models import CaseSupervision, Supervision, SupervisionAction
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

CITED = str(WT2023_JUNE_2025.at("paragraphs 158-159"))
SHOWN = 50


@login_required
@require_safe
def sessions(request: HttpRequest) -> HttpResponse:
    """Whom one supervises and since when there was no talk; every talk one took part in; and what is to be done."""
    me = practitioner_of(request)
    return render(request, "supervision/sessions.html", {
        "team": list(_team(me)),
        "held": list(_mine(me).select_related("supervisor", "practitioner").order_by("-held_on", "-id")[:SHOWN]),
        "to_do": list(_to_do(me)[:SHOWN]),
        "cited": CITED,
    })  # fmt: skip


@require_safe
def session(request: HttpRequest, key: UUID) -> HttpResponse:
    """One talk, for the two who held it."""
    me = practitioner_of(request)
    held = _mine(me).select_related("supervisor", "practitioner").filter(pk=key).first()
    if held is None:
        raise Http404("There is no supervision here that you can open.")
    about = CaseSupervision.objects.filter(
        supervisor=held.supervisor,
        practitioner=held.practitioner,
        held_on=held.held_on,
        recorded_at=held.recorded_at,
    )
    readable = policies.READ_RECORD.filter_through("case__child", about, me)
    context = {
        "held": held,
        "about": list(readable.select_related("case__child").order_by("id")),
        "cited": CITED,
    }
    return render(request, "supervision/session.html", context)


@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, key: UUID) -> HttpResponse:
    """Record a talk with somebody one supervises."""
    me = practitioner_of(request)
    practitioner = (
        policies.SUPERVISE.filter(Practitioner.objects.filter(is_active=True), me).filter(pk=key).first()
    )
    if practitioner is None:
        raise Http404("There is nobody here with whom you can record supervision.")
    led = Allocation.objects.current().filter(practitioner=practitioner, case__closed_on=None)
    theirs = Person.objects.filter(pk__in=led.order_by().values("case__child"))
    among = {str(one.pk): one for one in policies.SUPERVISE_CASE.filter(theirs, me).order_by("called", "pk")}
    return ask(
        request, SupervisionForm, template="supervision/record.html",
        context={"practitioner": practitioner, "cited": CITED, "children": how_they_stand(among.values())},
        form_kwargs={"among": among},
        initial={"held_on": day_of(timezone.now())},
        act=lambda answers: services.record_supervision(
            by=me, practitioner=practitioner, held_on=answers["held_on"], words=answers["words"],
            next_on=answers["next_on"], children=discussed(answers["children"], among), now=timezone.now(),
        ),
        done=lambda held: (reverse_for("supervision:session", held.pk), Told("Supervision recorded", (
            "What is about a child stands on the child’s own record. The personal part is read by the two of you alone.",
        ))),
    )  # fmt: skip


@require_safe
def of_child(request: HttpRequest, reference: str) -> HttpResponse:
    """What supervision said about a child, the latest first, and what was to be done."""
    child = open_child(request, reference)
    said = CaseSupervision.objects.filter(case__child=child).select_related(
        "supervisor", "practitioner", "entry"
    )
    actions: dict[Any, list[SupervisionAction]] = {}
    for action in SupervisionAction.objects.filter(supervision__case__child=child):
        actions.setdefault(action.supervision_id, []).append(action)
    context = {
        "child": child, "said": [(one, actions.get(one.pk, [])) for one in said.order_by("-held_on", "-id")[:SHOWN]],
        "may_answer": may_too(child, policies.ANSWER_SUPERVISION), "cited": CITED,
    }  # fmt: skip
    return render(request, "supervision/of_child.html", context, about=child)


@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that an action agreed in supervision is done."""
    child, me = open_child(request, reference, policies.ANSWER_SUPERVISION), practitioner_of(request)
    action = SupervisionAction.objects.filter(pk=key, supervision__case__child=child).first()
    if action is None:
        raise Http404("There is no action here that you can open.")
    return ask(
        request, DoneForm, template="supervision/done.html", about=child, context={"child": child, "action": action},
        initial={"done_on": day_of(timezone.now())},
        act=lambda answers: services.complete_action(
            by=me, child=child, action=action, now=timezone.now(), **answers
        ),
        done=lambda _: (reverse_for("supervision:of-child", reference), Told("Action done", ("It shows on the timeline.",))),
    )  # fmt: skip


def _mine(me: Practitioner) -> QuerySet[Supervision]:
    return policies.READ_SUPERVISION.filter(Supervision.objects.all(), me)


def _team(me: Practitioner) -> QuerySet[Practitioner]:
    """Those whom one supervises, with ``last``: the day they last talked. Longest ago first."""
    together = Supervision.objects.filter(practitioner=OuterRef("pk"), supervisor=me).order_by()
    last: Subquery = Subquery(together.values("practitioner").annotate(last=Max("held_on")).values("last"))
    theirs = policies.SUPERVISE.filter(Practitioner.objects.filter(is_active=True), me)
    found: QuerySet[Practitioner] = theirs.annotate(last=last).order_by(
        F("last").asc(nulls_first=True), "name"
    )
    return found


def _to_do(me: Practitioner) -> QuerySet[SupervisionAction]:
    """What is still to be done of what was agreed about the children one leads on."""
    led = Allocation.objects.current().filter(practitioner=me, capacity=Allocation.Capacity.LEAD_PRACTITIONER)
    left = SupervisionAction.objects.filter(
        done_on=None, supervision__case__in=led.order_by().values("case"), supervision__case__closed_on=None
    )
    readable = policies.READ_RECORD.filter_through("supervision__case__child", left, me)
    return readable.select_related("supervision__case__child").order_by(
        F("by_when").asc(nulls_last=True), "id"
    )
