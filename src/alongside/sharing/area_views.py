"""Agreements of an area about sharing, and its partners' formal requests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.sharing import agreements, doors, formal
from alongside.sharing.forms import AgreementForm, FormalForm, StepForm, WhyForm
from alongside.sharing.models import InformationRequest, SharingAgreement
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

Kind = formal.Kind


@require_safe
def agreements_of(request: HttpRequest, code: str) -> HttpResponse:
    """Every agreement of the area, and whether it holds today."""
    area, today = open_area(request, policies.KEEP_AGREEMENTS, code), day_of(timezone.now())
    found = SharingAgreement.objects.filter(area=area).prefetch_related("parties")
    in_force = set(SharingAgreement.objects.filter(area=area).in_force_on(today).values_list("pk", flat=True))
    return render(
        request, "sharing/agreements.html",
        {"area": area, "agreements": [(one, one.pk in in_force) for one in found], "today": today},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_agreement(request: HttpRequest, code: str) -> HttpResponse:
    """Record an agreement."""
    area, me = open_area(request, policies.KEEP_AGREEMENTS, code), practitioner_of(request)
    return ask(
        request, AgreementForm, template="sharing/new_agreement.html", context={"area": area},
        form_kwargs={"area": area},
        act=lambda answers: agreements.make_agreement(by=me, area=area, now=timezone.now(), **answers),
        done=lambda made: (
            reverse_for("sharing:agreements", code),
            Told("Agreement recorded", (f"Decisions may rest on “{made}” while it holds.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_agreement(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """End an agreement today."""
    area, me = open_area(request, policies.KEEP_AGREEMENTS, code), practitioner_of(request)
    found = doors.agreement_in(code, key)
    return ask(
        request, WhyForm, template="sharing/end_agreement.html", context={"area": area, "agreement": found},
        act=lambda answers: agreements.end_agreement(
            by=me, agreement=found, why=answers["why"], now=timezone.now()
        ),
        done=lambda _: (
            reverse_for("sharing:agreements", code),
            Told("Agreement ended", ("What rests on it can no longer be opened by its recipients.",)),
        ),
    )  # fmt: skip


@require_safe
def requests_of(request: HttpRequest, code: str) -> HttpResponse:
    """Every formal request of the area, with its last step."""
    area, today = open_area(request, policies.KEEP_AGREEMENTS, code), day_of(timezone.now())
    found = (
        InformationRequest.objects.filter(area=area).select_related("requested_by").prefetch_related("steps")
    )
    rows = [
        (one, last, formal.is_overdue(one, last, today))
        for one in found
        for last in [list(one.steps.all())[-1]]
    ]
    return render(request, "sharing/requests.html", {"area": area, "rows": rows, "rule": _comply()})


@require_http_methods(["GET", "POST"])
def new_request(request: HttpRequest, code: str) -> HttpResponse:
    """Draft a formal request."""
    area, me = open_area(request, policies.KEEP_AGREEMENTS, code), practitioner_of(request)
    return ask(
        request, FormalForm, template="sharing/new_request.html",
        context={"area": area, "rule": catalogue.rule("information-request.content")}, form_kwargs={"area": area},
        act=lambda answers: formal.draft_request(
            by=me, area=area, asked=formal.Asked(**answers), now=timezone.now()
        ),
        done=lambda made: (
            reverse_for("sharing:request", code, made.pk),
            Told("Request drafted", ("It has gone to nobody yet. Issue it when it is ready.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def one_request(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """One formal request: what it asks, its steps, and the next one."""
    area, me = open_area(request, policies.KEEP_AGREEMENTS, code), practitioner_of(request)
    found = doors.formal_request_in(code, key)
    steps = list(found.steps.all())
    context: dict[str, Any] = {
        "area": area, "asked": found, "steps": steps, "may_step": bool(formal.MAY_FOLLOW[steps[-1].kind]),
        "overdue": formal.is_overdue(found, steps[-1], day_of(timezone.now())), "rule": _comply(),
        "use": catalogue.rule("information-request.use"),
    }  # fmt: skip
    return ask(
        request, StepForm, template="sharing/request.html", context=context, check=False,
        form_kwargs={"last": steps[-1].kind},
        act=lambda answers: formal.take_step(by=me, request=found, now=timezone.now(), **answers),
        done=lambda step: (
            reverse_for("sharing:request", code, key), Told(f"{step.get_kind_display()}: recorded"),
        ),
    )  # fmt: skip


def _comply() -> Any:
    return catalogue.rule("information-request.comply")
