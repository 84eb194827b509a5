"""An assessment from its beginning to its decision: open, ask, act, show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.assessments import services
from alongside.assessments.approval import approve_assessment
from alongside.assessments.bringing_in import headings_to_bring_into
from alongside.assessments.deciding import assessment_to_decide
from alongside.assessments.expected import expected_of
from alongside.assessments.forms import ApproveForm, OverRunForm, ReturnForm, SendForm, StartForm, TellForm
from alongside.assessments.models import Assessment
from alongside.assessments.outcomes import outcome_label, outcomes_on
from alongside.assessments.reading import Opened, open_assessment_of
from alongside.assessments.signed import not_told, signed_assessment
from alongside.assessments.telling import ToldInWriting, record_told
from alongside.assessments.told import (
    told_approved,
    told_explained,
    told_returned,
    told_sent,
    told_started,
    told_telling,
)
from alongside.cases.models import lead_practitioner
from alongside.chronology.added import added_since
from alongside.guidance import catalogue
from alongside.known.facts import offered
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render
from alongside.ui.parts import Section
from alongside.ui.steps import ask


@require_safe
def assessment(request: HttpRequest, reference: str) -> HttpResponse:
    """The assessment under way, section by section, with both its clocks; or what there was before."""
    child = open_child(request, reference, policies.READ_ASSESSMENT)
    opened = open_assessment_of(child)
    context: dict[str, Any] = {
        "child": child,
        "opened": opened,
        "may_write": may_too(child, policies.WRITE_ASSESSMENT),
        "rule": catalogue.rule("assessment.completion"),
    }
    if opened is None:
        earlier = (
            Assessment.objects.filter(case__child=child).select_related("approval").order_by("-started_on")
        )
        return render(request, "assessments/no_assessment.html", {**context, "earlier": earlier}, about=child)
    context["sections"] = [
        Section(part.title, reverse_for("assessments:section", reference, part.key), opened.state_of(part))
        for part in opened.parts
    ]
    if context["may_write"]:
        context |= _known(child, opened)
    return render(request, "assessments/assessment.html", context, about=child)


def _known(child: Person, opened: Opened) -> dict[str, Any]:
    """What stands ready from earlier records, and under how many headings."""
    found, headings = offered(child, opened.assessment.pk), headings_to_bring_into(opened.assessment)
    return {
        "known": found,
        "headings": len(headings),
        "known_headings": len(found.topics & headings.keys()),
    }


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, reference: str) -> HttpResponse:
    """Begin an assessment."""
    child, me = open_child(request, reference, policies.WRITE_ASSESSMENT), practitioner_of(request)
    return ask(
        request, StartForm, template="assessments/start.html", about=child,
        context={"child": child, "rule": catalogue.rule("assessment.pace")},
        initial={"started_on": day_of(timezone.now())},
        act=lambda answers: services.start_assessment(
            by=me, child=child, lead=_lead_of(child) or me, now=timezone.now(), **_started(answers)
        ),
        done=lambda begun: (reverse_for("assessments:assessment", reference), told_started(begun)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, reference: str) -> HttpResponse:
    """Propose an outcome and send the assessment for approval; what is missing is shown, and bars nothing."""
    child, me = open_child(request, reference, policies.WRITE_ASSESSMENT), practitioner_of(request)
    opened, today = _opened(child), day_of(timezone.now())
    return ask(
        request, SendForm, template="assessments/send.html", about=child,
        context={
            "child": child, "opened": opened, "rule": catalogue.rule("assessment.outcome"),
            "missing": expected_of(opened.assessment, approver=None, on=today, known=opened),
        },
        form_kwargs={"outcomes": outcomes_on(opened.assessment.started_on)},
        initial={"sent_on": today},
        act=lambda answers: services.send_for_approval(by=me, child=child, now=timezone.now(), **answers),
        done=lambda sent: (reverse_for("assessments:assessment", reference), told_sent(sent)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def return_for_more_work(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask for more work before approving."""
    child, me = open_child(request, reference, policies.APPROVE_ASSESSMENT), practitioner_of(request)
    opened = _opened(child)
    return ask(
        request, ReturnForm, template="assessments/return.html", about=child,
        context={"child": child, "opened": opened, "rule": catalogue.rule("authority.assessment-approval")},
        initial={"returned_on": day_of(timezone.now())},
        act=lambda answers: services.return_for_more_work(by=me, child=child, now=timezone.now(), **answers),
        done=lambda _: (reverse_for("desk:child", reference), told_returned(opened.assessment)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def approve(request: HttpRequest, reference: str) -> HttpResponse:
    """Read the assessment, see what changed and what is missing, and decide."""
    child, me = open_child(request, reference, policies.APPROVE_ASSESSMENT), practitioner_of(request)
    found, today = assessment_to_decide(child), day_of(timezone.now())
    if found is None:
        raise Http404("There is no assessment under way here.")
    assessment, proposed = found.assessment, found.proposed
    missing = expected_of(assessment, approver=me, on=today, known=found)
    return ask(
        request, ApproveForm, template="assessments/approve.html", about=child,
        context={
            "child": child, "assessment": assessment, "missing": missing, "proposed": proposed,
            "outcome": outcome_label(proposed.outcome, assessment.started_on) if proposed else "",
            "text": found.text, "rule": catalogue.rule("assessment.outcome"),
        },
        form_kwargs={
            "outcomes": outcomes_on(assessment.started_on), "agencies": found.agencies, "falls_short": bool(missing),
        },
        initial={"approved_on": today},
        act=lambda answers: approve_assessment(
            by=me, child=child, now=timezone.now(), **_decided(request, answers)
        ),
        done=lambda approval: (reverse_for("desk:child", reference), told_approved(approval)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def explain_over_run(request: HttpRequest, reference: str) -> HttpResponse:
    """Record why the assessment takes longer than the limit."""
    child, me = open_child(request, reference, policies.WRITE_ASSESSMENT), practitioner_of(request)
    return ask(
        request, OverRunForm, template="assessments/explain_over_run.html", about=child,
        context={"child": child, "rule": catalogue.rule("assessment.over-run")},
        initial={"explained_on": day_of(timezone.now())},
        act=lambda answers: services.explain_over_run(by=me, child=child, now=timezone.now(), **answers),
        done=lambda _: (reverse_for("assessments:assessment", reference), told_explained()),
    )  # fmt: skip


@require_safe
def signed(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """A concluded assessment as it was signed."""
    child = open_child(request, reference, policies.READ_ASSESSMENT)
    found = signed_assessment(child, key)
    if found is None:
        raise Http404("There is no concluded assessment here that you can open.")
    opened = Opened(found.approval.assessment)
    may_tell = may_too(child, policies.WRITE_ASSESSMENT)
    context = {
        "child": child, "signed": found, "opened": opened, "may_tell": may_tell,
        **added_since(child, found.approval.entry_id),
    }  # fmt: skip
    return render(request, "assessments/signed.html", context, about=child)


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that the family or an agency was told in writing what the assessment decided."""
    child, me = open_child(request, reference, policies.WRITE_ASSESSMENT), practitioner_of(request)
    signed = signed_assessment(child, key)
    if signed is None:
        raise Http404("There is no concluded assessment here that you can open.")
    agencies, family = not_told(signed.approval)
    return ask(
        request, TellForm, template="assessments/tell.html", about=child,
        context={"child": child, "signed": signed, "rule": catalogue.rule("assessment.findings-shared")},
        form_kwargs={"agencies": agencies, "family": family}, initial={"told_on": day_of(timezone.now())},
        act=lambda answers: record_told(
            by=me, assessment=signed.approval.assessment, told=_told(answers), told_on=answers["told_on"],
            now=timezone.now(),
        ),
        done=lambda _: (reverse_for("assessments:signed", reference, key), told_telling(child)),
    )  # fmt: skip


def _opened(child: Person) -> Opened:
    opened = open_assessment_of(child)
    if opened is None:
        raise Http404("There is no assessment under way here.")
    return opened


def _lead_of(child: Person) -> Any:
    case = child.cases.filter(closed_on=None).first()
    allocation = lead_practitioner(case) if case else None
    return allocation.practitioner if allocation else None


def _started(answers: dict[str, Any]) -> dict[str, Any]:
    points = [services.Agreed(on=row["on"], what=row["what"]) for row in answers["review_points"]]
    return {
        **{name: answers[name] for name in ("started_on", "basis", "why", "pace")},
        "review_points": points,
    }


def _told(answers: dict[str, Any]) -> list[ToldInWriting]:
    return [ToldInWriting(agency=agency, how=how) for agency, how in answers["told"]]


def _decided(request: HttpRequest, answers: dict[str, Any]) -> dict[str, Any]:
    read = request.GET.get("read", "")
    return {
        **{name: answers[name] for name in ("approved_on", "outcome", "reasons", "factors")},
        "told": _told(answers),
        "explanation": answers.get("explanation", ""),
        "saves": int(read) if read.isascii() and read.isdigit() else None,
    }
