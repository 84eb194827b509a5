"""Emergency protection orders and child assessment orders."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.doors import open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.section47 import services
from alongside.section47.forms.protection import (
    AssessmentOrderForm,
    EndOrderForm,
    ExtendOrderForm,
    ProtectionOrderForm,
    considered,
)
from alongside.section47.views.protection import POLICY, back_to_protection
from alongside.section47.what_next import after_assessment_order, after_ending, after_order
from alongside.ui.steps import ask


@require_http_methods(["GET", "POST"])
def record_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record an emergency protection order."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, ProtectionOrderForm, template="section47/record_order.html", about=child,
        context={"rule": catalogue.rule("emergency.protection-order")},
        act=lambda given: services.record_protection_order(
            by=me, child=child, now=timezone.now(), considered=considered(given), **given
        ),
        done=lambda order: back_to_protection(reference, after_order(order)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def extend_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the emergency protection order was extended."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, ExtendOrderForm, template="section47/extend_order.html", about=child,
        context={"rule": catalogue.rule("emergency.protection-order-extension")},
        act=lambda given: services.extend_protection_order(by=me, child=child, now=timezone.now(), **given),
        done=lambda extension: back_to_protection(reference, after_order(extension)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record how the emergency protection order ended."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, EndOrderForm, template="section47/end_order.html", about=child,
        context={"rule": catalogue.rule("emergency.protection-order"), "what": "emergency protection order"},
        act=lambda given: services.end_protection_order(by=me, child=child, now=timezone.now(), **given),
        done=lambda ending: back_to_protection(reference, after_ending(ending.case, "Emergency protection order")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_assessment_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a child assessment order."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, AssessmentOrderForm, template="section47/record_assessment_order.html", about=child,
        context={"rule": catalogue.rule("emergency.child-assessment-order")},
        act=lambda given: services.record_assessment_order(
            by=me, child=child, now=timezone.now(), considered=considered(given), **given
        ),
        done=lambda order: back_to_protection(reference, after_assessment_order(order)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_assessment_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record how the child assessment order ended."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, EndOrderForm, template="section47/end_order.html", about=child,
        context={"rule": catalogue.rule("emergency.child-assessment-order"), "what": "child assessment order"},
        act=lambda given: services.end_assessment_order(by=me, child=child, now=timezone.now(), **given),
        done=lambda ending: back_to_protection(reference, after_ending(ending.case, "Child assessment order")),
    )  # fmt: skip
