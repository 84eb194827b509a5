"""An agency asks for a conference; the local authority answers."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.section47 import services
from alongside.section47.forms.enquiry import AnswerRequestForm, RequestConferenceForm
from alongside.section47.models import RequestForConference
from alongside.section47.what_next import after_answer, after_request
from alongside.ui.jinja import reverse_for
from alongside.ui.steps import ask


@require_http_methods(["GET", "POST"])
def request_conference(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for a child protection conference, for one's own agency or writing down another's request."""
    child = open_child(request, reference, policies.REQUEST_CONFERENCE)
    me = practitioner_of(request)
    # An agency that works with the child comes back to its own part of the record.
    onward = "section47:enquiry" if may_too(child, policies.READ_RECORD) else "desk:child"
    return ask(
        request, RequestConferenceForm, template="section47/request_conference.html", about=child,
        form_kwargs={"area": child.area_id, "by": me},
        context={"rule": catalogue.rule("child-protection.conference-requested")},
        act=lambda given: services.request_conference(by=me, child=child, now=timezone.now(), **given),
        done=lambda made: (reverse_for(onward, reference), after_request(made)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def answer_request(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Answer an agency's request for a conference."""
    child = open_child(request, reference, policies.RECORD_SECTION_47)
    made = RequestForConference.objects.select_related("agency").filter(case__child=child, pk=key).first()
    if made is None:
        raise Http404("There is no such request about this child.")
    me = practitioner_of(request)
    return ask(
        request, AnswerRequestForm, template="section47/answer_request.html", about=child,
        form_kwargs={"area": child.area_id},
        context={"rule": catalogue.rule("child-protection.conference-requested"), "made": made},
        act=lambda given: services.answer_request_for_conference(
            by=me, request=made, now=timezone.now(), **given
        ),
        done=lambda answer: (reverse_for("section47:enquiry", reference), after_answer(answer)),
    )  # fmt: skip
