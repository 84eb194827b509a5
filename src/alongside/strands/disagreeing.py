"""Disagreements between practitioners, for everyone who takes part: an agency sees those it is part of, and no other."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_area, open_child, practitioner_of
from alongside.agencies.models import Agency, Practitioner
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.strands import services
from alongside.strands.forms import HAPPENED, LocalStepsForm, StepForm, answers_of
from alongside.strands.kinds import DISAGREEMENT
from alongside.strands.local import set_steps, steps_of
from alongside.strands.models import LocalSteps, Strand, StrandAgency
from alongside.strands.reading import Beside, between_agencies, rules_of
from alongside.strands.views import asked, one_of, shown, step_of, take, told_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


def _those_seen(child: Person, me: Practitioner) -> tuple[list[Beside], bool]:
    """The child's disagreements that this practitioner sees, and whether they read the whole record."""
    whole = may_too(child, policies.READ_RECORD)
    found = between_agencies(child, None if whole else me.scope.partner_agencies)
    return found, whole


@require_safe
def disagreements(request: HttpRequest, reference: str) -> HttpResponse:
    """Disagreements about this child: those that one's agency is part of; all of them for whoever keeps the record."""
    child, me = open_child(request, reference, policies.DISAGREE), practitioner_of(request)
    found, whole = _those_seen(child, me)
    context = {
        "child": child, "whole": whole, "rules": rules_of(DISAGREEMENT), "found": found,
        "steps": steps_of(child.area_id, day_of(timezone.now())),
    }  # fmt: skip
    return render(request, "strands/disagreements.html", context, about=child)


@require_safe
def disagreement(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One disagreement: both views, how the child is kept safe meanwhile, the answers, and how it was settled."""
    child, me = open_child(request, reference, policies.DISAGREE), practitioner_of(request)
    found, whole = _those_seen(child, me)
    return render(
        request, "strands/strand.html", shown(child, one_of(found, key), found, whole=whole), about=child
    )


@require_http_methods(["GET", "POST"])
def raise_one(request: HttpRequest, reference: str) -> HttpResponse:
    """Raise a disagreement: for one's own agency, or for whoever rang, where one keeps the record."""
    child, me = open_child(request, reference, policies.DISAGREE), practitioner_of(request)
    taken, now = DISAGREEMENT.opens, timezone.now()
    own = Agency.objects.filter(pk__in=me.scope.partner_agencies).order_by("name", "pk")
    mine = None if may_too(child, policies.READ_RECORD) else own
    return ask(
        request, StepForm, template="strands/step.html", about=child,
        context=asked(child, DISAGREEMENT, taken, reverse_for("strands:disagreements", reference), "Disagreements"),
        form_kwargs={"kind": taken, "child": child, "speaks_for": mine, "local": steps_of(child.area_id, day_of(now))},
        act=lambda answers: services.open_strand(
            by=me, child=child, kind_id=DISAGREEMENT.id, happened=answers[HAPPENED], now=now,
            answers=answers_of(taken, answers),
        ),
        done=lambda made: (reverse_for("strands:disagreement", reference, made.pk), told_of(DISAGREEMENT, taken)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def disagreement_step(request: HttpRequest, reference: str, key: UUID, step: str) -> HttpResponse:
    """Answer a disagreement, take it further, or record how it was settled."""
    child, me = open_child(request, reference, policies.DISAGREE), practitioner_of(request)
    found = Strand.objects.filter(pk=key, case__child=child, kind=DISAGREEMENT.id).first()
    if found is None or not _sees(me, child, found):
        raise Http404("There is nothing here that you can open.")
    taken, back = step_of(DISAGREEMENT, step), reverse_for("strands:disagreement", reference, key)
    return ask(
        request, StepForm, template="strands/step.html", about=child,
        context=asked(child, DISAGREEMENT, taken, back, "The disagreement"),
        form_kwargs={"kind": taken, "child": child, "local": steps_of(child.area_id, day_of(timezone.now()))},
        act=lambda answers: take(me, child, found, taken, answers),
        done=lambda _: (back, told_of(DISAGREEMENT, taken)),
    )  # fmt: skip


def _sees(me: Practitioner, child: Person, strand: Strand) -> bool:
    if may_too(child, policies.READ_RECORD):
        return True
    return StrandAgency.objects.filter(strand=strand, agency__in=me.scope.partner_agencies).exists()


@require_safe
def local_steps(request: HttpRequest, code: str) -> HttpResponse:
    """The area's own steps for disagreements, and whose they are."""
    area, me = open_area(request, policies.READ_LOCAL_STEPS, code), practitioner_of(request)
    context = {
        "area": area, "steps": steps_of(area.pk, day_of(timezone.now())),
        "may_set": policies.SET_LOCAL_STEPS.allows(area, me), "rules": rules_of(DISAGREEMENT),
        "every": LocalSteps.objects.filter(area=area).select_related("recorded_by").order_by("-from_on"),
    }  # fmt: skip
    return render(request, "strands/local_steps.html", context)


@require_http_methods(["GET", "POST"])
def set_local_steps(request: HttpRequest, code: str) -> HttpResponse:
    """Set the area's steps from a day on."""
    area, me = open_area(request, policies.SET_LOCAL_STEPS, code), practitioner_of(request)
    return ask(
        request, LocalStepsForm, template="strands/set_local_steps.html", context={"area": area},
        act=lambda answers: set_steps(by=me, area=area, now=timezone.now(), **answers),
        done=lambda made: (reverse_for("strands:local-steps", code), Told(f"The steps hold from {made.from_on:%-d %B %Y}")),
    )  # fmt: skip
