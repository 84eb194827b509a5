"""Recording a conference: about whom, what was said, who was there, what was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.conferences import services
from alongside.conferences.family import chairs_of, chosen_among, siblings_of
from alongside.conferences.forms import ConferenceForm
from alongside.conferences.forms.conference import AskedAbout
from alongside.conferences.models import Conference, Kind
from alongside.conferences.prepared import open_booking, prefilled
from alongside.conferences.told_next import told_next
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans.forms.making import Making
from alongside.plans.forms.rows import agencies_of
from alongside.plans.models import ChildProtectionPlan
from alongside.plans.notices import to_tell
from alongside.ui.jinja import reverse_for
from alongside.ui.steps import ask

ACTS: dict[Kind, Callable[..., Conference]] = {
    Kind.INITIAL: services.record_initial_conference,
    Kind.TRANSFER_IN: services.record_transfer_in_conference,
    Kind.REVIEW: services.record_review_conference,
}
RULES = {
    Kind.INITIAL: "child-protection.conference-record",
    Kind.TRANSFER_IN: "child-protection.transfer-in-conference",
    Kind.REVIEW: "child-protection.review-record",
}
JUDGEMENTS = {Kind.REVIEW: "child-protection.continuing-harm"}


@require_http_methods(["GET", "POST"])
def record_initial(request: HttpRequest, reference: str) -> HttpResponse:
    """The conference that decides whether there is to be a plan."""
    return _record(request, reference, Kind.INITIAL)


@require_http_methods(["GET", "POST"])
def record_transfer_in(request: HttpRequest, reference: str) -> HttpResponse:
    """The conference for a child who moved here with a plan elsewhere."""
    return _record(request, reference, Kind.TRANSFER_IN)


@require_http_methods(["GET", "POST"])
def record_review(request: HttpRequest, reference: str) -> HttpResponse:
    """The conference at which a plan goes on or ends."""
    return _record(request, reference, Kind.REVIEW)


def _record(request: HttpRequest, reference: str, kind: Kind) -> HttpResponse:
    child, me = open_child(request, reference, policies.RECORD_CONFERENCE), practitioner_of(request)
    siblings = siblings_of(child, me)
    children = [child, *chosen_among(siblings, request.GET.getlist("with"))]
    about = _about(kind, children)
    making = Making(ConferenceForm, about=about)
    return ask(
        request, making, template="conferences/record_conference.html", about=child,
        context={
            "child": child, "kind": kind, "children": children, "siblings": siblings, "booking": about.booking,
            "rule": catalogue.rule(RULES[kind]),
            "judgement": catalogue.rule(JUDGEMENTS.get(kind, "child-protection.likely-harm")),
        },
        initial=None if request.method == "POST" else prefilled(about.booking),
        act=lambda answers: ACTS[kind](
            by=me, sitting=making.form.sitting(), decisions=making.form.decisions(), now=timezone.now()
        ),
        done=lambda held: (reverse_for("conferences:conference", reference, held.pk), told_next(held, kind)),
    )  # fmt: skip


def _about(kind: Kind, children: list[Person]) -> AskedAbout:
    today = day_of(timezone.now())
    first = children[0]
    told: dict[Any, Any] = {}
    if kind == Kind.REVIEW:
        plans = ChildProtectionPlan.objects.open().filter(child__in=children)
        told = {plan.child_id: to_tell(plan) for plan in plans}
    return AskedAbout(
        kind=kind, children=children, agencies=agencies_of(first.area_id), chairs=chairs_of(first.area_id, today),
        today=today, booking=open_booking(first, kind), to_tell=told,
    )  # fmt: skip
