"""Recording a conference: about whom, what was said, who was there, what was decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.conferences import services
from alongside.conferences.carried_on import choices_in, lists_of_help
from alongside.conferences.family import Around, around, household_of
from alongside.conferences.forms import ConferenceForm
from alongside.conferences.forms.conference import AskedAbout
from alongside.conferences.models import Booking, Conference, Kind
from alongside.conferences.prepared import booked, next_booked, prefilled
from alongside.conferences.told_next import told_next
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person, Relationship
from alongside.plans.forms.making import Making
from alongside.plans.lists import Line, to_be_told, to_tell_in
from alongside.plans.lists import children as children_listed
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
    found = around(
        child,
        me,
        day_of(timezone.now()),
        *booked(child, kind),
        *_to_tell(child, kind),
        *_household(child, me, kind),
        *_help_before(child, kind),
    )
    children, booking = [child, *found.chosen(request.GET.getlist("with"))], next_booked(found.lines)
    making = Making(ConferenceForm, about=_about(kind, children, found, booking))
    return ask(
        request, making, template="conferences/record_conference.html", about=child,
        context={
            "child": child, "kind": kind, "children": children, "siblings": found.siblings, "booking": booking,
            "rule": catalogue.rule(RULES[kind]),
            "judgement": catalogue.rule(JUDGEMENTS.get(kind, "child-protection.likely-harm")),
        },
        initial=None if request.method == "POST" else prefilled(booking, found.lines),
        act=lambda answers: ACTS[kind](
            by=me, sitting=making.form.sitting(), decisions=making.form.decisions(), now=timezone.now()
        ),
        done=lambda held: (reverse_for("conferences:conference", reference, held.pk), told_next(held, kind)),
    )  # fmt: skip


def _to_tell(child: Person, kind: Kind) -> tuple[Any, ...]:
    """At a review, everyone who would be told of an end: the child's and those of brothers and sisters."""
    if kind != Kind.REVIEW:
        return ()
    siblings = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    family = Q(child=child) | Q(child__in=siblings.filter(person=child).values("other"))
    return to_be_told(family | Q(child__in=siblings.filter(other=child).values("person")))


def _help_before(child: Person, kind: Kind) -> tuple[Any, ...]:
    """Before there is a plan: what the plans of help of the child, and of brothers and sisters, set out."""
    if kind == Kind.REVIEW:
        return ()
    siblings = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    family = Q(pk=child.pk) | Q(pk__in=siblings.filter(person=child).values("other"))
    return lists_of_help(family | Q(pk__in=siblings.filter(other=child).values("person")))


def _household(child: Person, me: Practitioner, kind: Kind) -> tuple[Any, ...]:
    """At a review, every other child of the household (Working Together 2023, pages 98-99)."""
    if kind != Kind.REVIEW:
        return ()
    return (children_listed("household", household_of(child, me, day_of(timezone.now()))),)


def _about(kind: Kind, children: list[Person], found: Around, booking: Line | None) -> AskedAbout:
    return AskedAbout(
        kind=kind, children=children, agencies=found.agencies, chairs=found.chairs, today=day_of(timezone.now()),
        booking=Booking(pk=booking.key) if booking else None, to_tell=to_tell_in(found.lines),
        household=[one for one in found.household if one not in children], may_go_on=choices_in(found.lines),
    )  # fmt: skip
