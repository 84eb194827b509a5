"""What runs beside a child's case: the list, one strand, and recording what happens in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.people.models import Person
from alongside.strands import correcting, services
from alongside.strands.before_court import asked_by_return
from alongside.strands.forms import BESIDE, HAPPENED, LEAD, REASON, CorrectStepForm, StepForm, answers_of
from alongside.strands.kinds import KINDS, StepKind, StrandKind
from alongside.strands.local import steps_of
from alongside.strands.models import Strand, StrandStep
from alongside.strands.reading import (
    Beside,
    earlier_of,
    everything_beside,
    names_of,
    rules_of,
    title_of,
    to_start,
    what_else,
    what_happened,
)
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.standing import Standing
from alongside.ui.steps import ask


@require_safe
def beside(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything beside the case: what is open and due, what can be started, what has ended."""
    child = open_child(request, reference)
    found, may_keep = everything_beside(child), may_too(child, policies.KEEP_STRANDS)
    context = {
        "child": child, "open": [one for one in found if one.strand.is_open],
        "ended": [one for one in found if not one.strand.is_open], "may_keep": may_keep,
        "may_disagree": may_too(child, policies.DISAGREE), "to_start": to_start(found) if may_keep else [],
        "title_of": title_of,
    }  # fmt: skip
    return render(request, "strands/beside.html", context, about=child)


@require_safe
def strand(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One strand: what was recorded, what is due and why, what can be done next, and the rules behind it."""
    child = open_child(request, reference)
    found = everything_beside(child)
    return render(request, "strands/strand.html", shown(child, one_of(found, key), found), about=child)


def one_of(found: list[Beside], key: UUID) -> Beside:
    """The strand with this key among those of a child. Raises Http404."""
    for one in found:
        if one.strand.pk == key:
            return one
    raise Http404("There is nothing here that you can open.")


def shown(child: Person, one: Beside, found: list[Beside], *, whole: bool = True) -> dict[str, Any]:
    """What the page of one strand is given. whole: for somebody who reads the whole record."""
    declared = one.declared
    may_record = may_too(child, services.policy_of(declared)) and one.strand.case.closed_on is None
    rules, (names, offers) = rules_of(declared), names_of(one, child)
    page = "strands:disagreement" if declared.between_agencies else "strands:strand"
    return {
        "child": child, "one": one, "declared": declared, "whole": whole, "title_of": title_of,
        "steps": what_happened(one, child, names, links=whole, corrects=whole and may_too(child, policies.CORRECT_ENTRY)), "offers": offers, "may_record": may_record,
        "step_page": f"{page}-step" if declared.between_agencies else "strands:step",
        "before": [other for other in found if whole and other is not one and other.strand.kind == one.strand.kind],
        "linked": [other for other in found if whole and linked(one.strand, other.strand)],
        "rules": rules, "what_else": what_else(rules), "asked_by_return": asked_by_return(one) if whole else None,
    }  # fmt: skip


def linked(one: Strand, other: Strand) -> bool:
    return other.pk == one.beside_id or other.beside_id == one.pk


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Open a strand of one kind."""
    child, me = open_child(request, reference, policies.KEEP_STRANDS), practitioner_of(request)
    declared = KINDS.get(kind)
    if declared is None or declared.between_agencies:
        raise Http404("There is nothing here that you can open.")
    others = list(
        Strand.objects.filter(case__child=child, case__closed_on=None, ended_on=None).order_by("opened_on")
    )
    return ask(
        request, StepForm, template="strands/step.html", about=child,
        context=asked(child, declared, declared.opens, reverse_for("strands:beside", reference), "Beside the case"),
        form_kwargs={"kind": declared.opens, "child": child, "opening": True, "others": others},
        act=lambda answers: services.open_strand(
            by=me, child=child, kind_id=kind, happened=answers[HAPPENED], lead=answers[LEAD], now=timezone.now(),
            beside=next((one for one in others if str(one.pk) == answers.get(BESIDE)), None),
            answers=answers_of(declared.opens, answers),
        ),
        done=lambda made: (reverse_for("strands:strand", reference, made.pk), told_of(declared, declared.opens)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def step(request: HttpRequest, reference: str, key: UUID, step: str) -> HttpResponse:
    """Record a step of an open strand, or its end."""
    child, me = open_child(request, reference, policies.KEEP_STRANDS), practitioner_of(request)
    found = Strand.objects.filter(pk=key, case__child=child).first()
    declared = KINDS.get(found.kind) if found else None
    if found is None or declared is None or declared.between_agencies:
        raise Http404("There is nothing here that you can open.")
    taken = step_of(declared, step)
    back = reverse_for("strands:strand", reference, key)
    return ask(
        request, StepForm, template="strands/step.html", about=child,
        context=asked(child, declared, taken, back, declared.title),
        form_kwargs={"kind": taken, "child": child},
        act=lambda answers: take(me, child, found, taken, answers),
        done=lambda _: (back, told_of(declared, taken)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, reference: str, key: UUID, step: UUID) -> HttpResponse:
    """Correct what was answered in a step, for whoever corrects entries of this child's record."""
    child, me = open_child(request, reference, policies.CORRECT_ENTRY), practitioner_of(request)
    found = StrandStep.objects.filter(pk=step, strand=key, case__child=child).select_related("strand").first()
    if found is None or found.strand.kind not in KINDS:
        raise Http404("There is nothing here that you can open.")
    declared, taken, back = (
        found.strand.declared,
        found.declared,
        reverse_for("strands:strand", reference, key),
    )
    held = {"step": found}
    return ask(
        request, CorrectStepForm, template="strands/correct_step.html", about=child,
        context=asked(child, declared, taken, back, declared.title) | {"found": found},
        form_kwargs={"kind": taken, "child": child, "local": steps_of(child.area_id, found.happened_on)},
        standing=Standing(
            read=lambda: correcting.as_asked(held["step"]), by=lambda: correcting.who_corrected(found),
            hold=lambda: held.update(step=StrandStep.objects.select_for_update(of=("self",)).select_related("strand").get(pk=step)),
        ),
        act=lambda answers: correcting.correct_step(
            by=me, child=child, step=found, reason=answers[REASON], now=timezone.now(),
            answers=answers_of(taken, answers),
        ),
        done=lambda _: (back, Told("Corrected", ("What was answered before stays readable on this page and on the timeline.",))),
    )  # fmt: skip


@require_safe
def earlier(request: HttpRequest, reference: str, key: UUID, step: UUID) -> HttpResponse:
    """What was answered in a step before it was corrected, by whom and why."""
    child = open_child(request, reference)
    found = StrandStep.objects.filter(pk=step, strand=key, case__child=child).select_related("strand").first()
    if found is None or found.strand.kind not in KINDS:
        raise Http404("There is nothing here that you can open.")
    context = {
        "child": child,
        "taken": found,
        "declared": found.strand.declared,
        "earlier": earlier_of(found),
    }
    return render(request, "strands/earlier.html", context, about=child)


def step_of(declared: StrandKind, id: str) -> StepKind:
    """A step that can be recorded in an open strand. Raises Http404."""
    found = declared.by_id.get(id)
    if found is None or found is declared.opens:
        raise Http404("There is nothing here that you can open.")
    return found


def take(me: Practitioner, child: Person, strand: Strand, taken: StepKind, answers: dict[str, Any]) -> Any:
    """Record the step, or the end."""
    given = {"by": me, "child": child, "strand": strand, "happened": answers[HAPPENED], "now": timezone.now(),
             "answers": answers_of(taken, answers)}  # fmt: skip
    if taken is strand.declared.ends:
        return services.end_strand(**given)
    return services.record_step(step_id=taken.id, **given)


def asked(child: Person, declared: StrandKind, taken: StepKind, back: str, back_words: str) -> dict[str, Any]:
    """What the page of a form is given: what it is for, the way back, and the rules behind it."""
    rules = rules_of(declared)
    return {
        "child": child, "declared": declared, "taken": taken, "back": back, "back_words": back_words,
        "opening": taken is declared.opens, "ending": taken is declared.ends, "rules": rules, "what_else": what_else(rules),
        "held_to": next((rule for rule in rules if rule.id == taken.shortfalls), None),
    }  # fmt: skip


def told_of(declared: StrandKind, taken: StepKind) -> Told:
    """What was recorded, and what happens next."""
    return Told(f"Recorded. {declared.titled(taken)}", taken.next)
