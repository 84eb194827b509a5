"""The team around the family: who joins, who leaves, who leads, and what was agreed when it met."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.early_help import services
from alongside.early_help.forms import LeadForm, LeaveForm, MeetingForm, MemberForm
from alongside.early_help.models import FamilyTeamMember
from alongside.early_help.told import told_left, told_met, told_team
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.steps import ask

LEAD = "authority.early-help-lead"


@require_http_methods(["GET", "POST"])
def add_member(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody joins the team around the family."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    today = day_of(timezone.now())
    return ask(
        request, MemberForm, template="early_help/add_member.html", about=child,
        context={"child": child, "rule": catalogue.rule(LEAD)},
        form_kwargs={"area": child.area_id, "today": today}, initial={"from_on": today},
        act=lambda answers: services.add_member(
            by=me, child=child, member=services.NewMember(**answers), now=timezone.now()
        ),
        done=lambda member: (
            reverse_for("early_help:episode", reference), told_team(member, f"{member} is in the team around the family"),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_member(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Somebody leaves the team."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    member = FamilyTeamMember.objects.filter(pk=key, case__child=child, to_on=None, leads=False).first()
    if member is None:
        raise Http404("There is nobody here whose part can end.")
    return ask(
        request, LeaveForm, template="early_help/end_member.html", about=child,
        context={"child": child, "member": member, "rule": catalogue.rule(LEAD)},
        initial={"to_on": day_of(timezone.now())},
        act=lambda answers: services.end_member(by=me, child=child, member=member, now=timezone.now(), **answers),
        done=lambda left: (reverse_for("early_help:episode", reference), told_left(left, child)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def choose_lead(request: HttpRequest, reference: str) -> HttpResponse:
    """Somebody leads early help from a day on; the family has a say."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    today = day_of(timezone.now())
    return ask(
        request, LeadForm, template="early_help/choose_lead.html", about=child,
        context={"child": child, "rule": catalogue.rule(LEAD)},
        form_kwargs={"area": child.area_id, "today": today}, initial={"from_on": today},
        act=lambda answers: services.choose_lead(by=me, child=child, now=timezone.now(), **answers),
        done=lambda member: (reverse_for("early_help:mine"), told_team(member, f"{member} leads early help")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def met(request: HttpRequest, reference: str) -> HttpResponse:
    """The team around the family met."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    return ask(
        request, MeetingForm, template="early_help/met.html", about=child,
        context={"child": child, "rule": catalogue.rule("early-help.plan-review")},
        initial={"met_on": day_of(timezone.now())},
        act=lambda answers: services.record_meeting(by=me, child=child, now=timezone.now(), **answers),
        done=lambda _: (reverse_for("early_help:episode", reference), told_met()),
    )  # fmt: skip
