"""The enquiries of one child: what has been done, what is due, how they ended."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.section47 import services
from alongside.section47.enquiry_page import enquiry_page
from alongside.section47.forms.enquiry import ConcludeForm, EnquiryStepForm
from alongside.section47.models import EnquiryStep
from alongside.section47.what_next import after_conclusion
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


@require_safe
def enquiry(request: HttpRequest, reference: str) -> HttpResponse:
    """The section 47 enquiries of a child: those open now, or the latest."""
    child = open_child(request, reference)
    return render(request, "section47/enquiry.html", enquiry_page(child), about=child)


@require_http_methods(["GET", "POST"])
def record_step(request: HttpRequest, reference: str) -> HttpResponse:
    """Record one thing done in the enquiries."""
    child = open_child(request, reference, policies.RECORD_SECTION_47)
    me, kind = practitioner_of(request), request.GET.get("kind", "")
    return ask(
        request, EnquiryStepForm, template="section47/record_step.html", about=child,
        form_kwargs={"area": child.area_id},
        initial={"kind": kind} if kind in EnquiryStep.Kind.values else None,
        context={"rule": catalogue.rule("child-protection.enquiry-content")},
        act=lambda given: services.record_enquiry_step(by=me, child=child, now=timezone.now(), **given),
        done=lambda step: (
            reverse_for("section47:enquiry", reference),
            Told(f"Recorded: {step.get_kind_display()}", ("It is on the timeline and in the enquiries.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def conclude(request: HttpRequest, reference: str) -> HttpResponse:
    """Conclude the enquiries."""
    child = open_child(request, reference, policies.RECORD_SECTION_47)
    me, now = practitioner_of(request), timezone.now()
    return ask(
        request, ConcludeForm, template="section47/conclude.html", about=child,
        form_kwargs={"area": child.area_id, "today": day_of(now)},
        context={
            "rule": catalogue.rule("child-protection.enquiry-outcome"),
            "judgement": catalogue.rule("child-protection.conference-needed"),
        },
        act=lambda given: services.conclude_section_47(by=me, child=child, now=now, **given),
        done=lambda conclusion: (reverse_for("section47:enquiry", reference), after_conclusion(conclusion)),
    )  # fmt: skip
