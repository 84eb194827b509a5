"""A conference as an invited agency meets it: its invitation, and its own report."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.conferences.forms.report import headings_of_reports
from alongside.conferences.models import ConferenceReport
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.partners import services
from alongside.partners.forms import AddendumForm, PartnerReportForm, ReplyForm, ThreeQuestionsForm
from alongside.partners.invited import read_invited
from alongside.partners.services.report import is_late
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import moment

RULE, BEFORE = "child-protection.conference-report", "child-protection.conference-reports"
#: What a browser sends besides the answers.
NOT_TYPED = ("csrfmiddlewaretoken", "once", "step")


@require_http_methods(["GET", "POST"])
def invitation(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """When and where it is, what is expected, and whether one comes."""
    child, me = open_child(request, reference, policies.REPORT_TO_CONFERENCE), practitioner_of(request)
    found = read_invited(child, me, key)
    if found.invitation is None:
        raise Http404("There is no invitation here that you can open.")
    if found.is_over:
        return render(request, "partners/invitation_over.html", {"child": child, "found": found}, about=child)
    making, theirs = Making(ReplyForm), found.invitation
    return ask(
        request, making, template="partners/invitation.html", about=child, check=False,
        context={"child": child, "found": found, "rule": catalogue.rule(BEFORE)},
        act=lambda answers: services.reply_to_invitation(
            by=me, child=child, invitation=theirs, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda replied: (
            reverse_for("partners:child", reference),
            Told(f"Your answer: {replied.get_answer_display().lower()}", ("The chair and the lead practitioner have been told.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Write the report, or read what was sent."""
    child, me = open_child(request, reference, policies.REPORT_TO_CONFERENCE), practitioner_of(request)
    found, now = read_invited(child, me, key), timezone.now()
    if found.report or found.booking.cancelled_because:
        shown = {
            "child": child,
            "found": found,
            "labels": headings_of_reports(),
            "rule": catalogue.rule(RULE),
        }
        return render(request, "partners/report_sent.html", shown, about=child)
    short = "short" in request.GET
    making = Making(ThreeQuestionsForm) if short else Making(PartnerReportForm, today=day_of(now))
    return ask(
        request, making, template="partners/report.html", about=child,
        context={"child": child, "found": found, "rule": catalogue.rule(RULE), "short": short},
        draft=found.draft, draft_saved_at=found.draft_at,
        autosave_href=reverse_for("partners:report-draft", reference, key),
        act=lambda answers: services.send_report(
            by=me, child=child, booking=found.booking, agency=found.agency, now=now, **making.form.as_given()
        ),
        done=lambda sent: (
            reverse_for("partners:child", reference),
            Told("Your report is sent", (
                f"The chair and the lead practitioner can read it now. {is_late(sent)}".strip(),
                f"The conference meets on {moment(found.booking.starts_at)}." if not found.is_over else "The conference has been held.",
                "If something changes before then, add to it; what you sent stays as it is.",
            )),
        ),
    )  # fmt: skip


@require_POST
def autosave(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Keep what has been typed so far."""
    child, me = open_child(request, reference, policies.REPORT_TO_CONFERENCE), practitioner_of(request)
    found = read_invited(child, me, key)
    if found.report or found.booking.cancelled_because:
        return JsonResponse({"said": "This report has been sent. What you type now is not kept."}, status=409)
    typed = request.POST.copy()
    for name in NOT_TYPED:
        typed.pop(name, None)
    services.keep_draft(
        by=me,
        child=child,
        booking=found.booking,
        agency=found.agency,
        typed=typed.urlencode(),
        now=timezone.now(),
    )
    return JsonResponse({})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Add to a report that was sent."""
    child, me = open_child(request, reference, policies.REPORT_TO_CONFERENCE), practitioner_of(request)
    found = read_invited(child, me, key)
    sent = (
        ConferenceReport.objects.filter(pk=found.report.key)
        .select_related("agency", "booking__chair")
        .first()
        if found.report
        else None
    )
    if sent is None:
        raise Http404("There is no report here that you can add to.")
    return ask(
        request, AddendumForm, template="partners/add_to_report.html", about=child, check=False,
        context={"child": child, "found": found, "rule": catalogue.rule(RULE)},
        act=lambda answers: services.add_to_report(
            by=me, child=child, report=sent, words=answers["words"], now=timezone.now()
        ),
        done=lambda addendum: (
            reverse_for("partners:report", reference, key),
            Told("Added to your report", ("The chair and the lead practitioner have been told.",)),
        ),
    )  # fmt: skip
