"""Who must stay away by order of a court, and recovery orders."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.doors import open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.section47 import services
from alongside.section47.forms.protection import (
    EndExclusionForm,
    EndRecoveryForm,
    ExclusionForm,
    RecoveryOrderForm,
)
from alongside.section47.models import Exclusion, RecoveryOrder
from alongside.section47.views.protection import POLICY, back_to_protection
from alongside.section47.what_next import after_ending
from alongside.ui.pages import Told
from alongside.ui.steps import ask

EXCLUSION, RECOVERY = "emergency.exclusion-requirement", "emergency.recovery-order"


@require_http_methods(["GET", "POST"])
def record_exclusion(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that somebody must stay away."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, ExclusionForm, template="section47/record_exclusion.html", about=child,
        context={"rule": catalogue.rule(EXCLUSION)},
        act=lambda given: services.record_exclusion(
            by=me, child=child, excluding=services.Excluding(**given), now=timezone.now()
        ),
        done=lambda made: back_to_protection(reference, Told(
            f"Recorded: {made.who} must stay away",
            ("Tell the school, the police and whoever cares for the child, so that they know what to do.",
             "It ends by itself once the child has lived elsewhere for more than 24 hours on end."),
        )),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_exclusion(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that somebody need no longer stay away."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    found = Exclusion.objects.filter(pk=key, case__child=child, case__closed_on=None, ending=None).first()
    if found is None:
        raise Http404("There is no exclusion here that still stands.")
    return ask(
        request, EndExclusionForm, template="section47/end_exclusion.html", about=child,
        context={"exclusion": found, "rule": catalogue.rule(EXCLUSION)},
        act=lambda given: services.end_exclusion(by=me, child=child, exclusion=key, now=timezone.now(), **given),
        done=lambda ending: back_to_protection(reference, after_ending(ending.case, "The exclusion")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_recovery_order(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a recovery order."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    return ask(
        request, RecoveryOrderForm, template="section47/record_recovery_order.html", about=child,
        context={"rule": catalogue.rule(RECOVERY)},
        act=lambda given: services.record_recovery_order(by=me, child=child, now=timezone.now(), **given),
        done=lambda made: back_to_protection(
            reference, Told("Recovery order recorded", ("The police and whoever it names act at once.",))
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_recovery(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the child was found, or that the order ended."""
    child, me = open_child(request, reference, POLICY), practitioner_of(request)
    if not RecoveryOrder.objects.filter(case__child=child, case__closed_on=None, ending=None).exists():
        raise Http404("No recovery order stands for this child.")
    return ask(
        request, EndRecoveryForm, template="section47/end_recovery.html", about=child,
        context={"rule": catalogue.rule(RECOVERY)},
        act=lambda given: services.end_recovery(by=me, child=child, now=timezone.now(), **given),
        done=lambda ending: back_to_protection(reference, after_ending(ending.case, "The recovery order")),
    )  # fmt: skip
