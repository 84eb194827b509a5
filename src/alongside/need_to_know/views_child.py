"""Pages about who may open one child's record: sealing, keys, conflicts, reviews, and explaining."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.access.marks import Mark, marks_read_by
from alongside.access.models import Seal
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.need_to_know import conflicts, emergencies, forms, sealing
from alongside.need_to_know import named_eyes as named
from alongside.need_to_know.doors import open_emergency, open_restriction, open_seal
from alongside.need_to_know.explaining import explain
from alongside.people.models import Person
from alongside.ui.pages import Told, render
from alongside.ui.standing import Standing
from alongside.ui.steps import ask


def _who_can_see(child: Person) -> str:
    return reverse("desk:who-can-see", args=(child.reference,))


@require_http_methods(["GET", "POST"])
def seal(request: HttpRequest, reference: str) -> HttpResponse:
    """Seal the record: only those given a key find it."""
    child, me = open_child(request, reference, policies.SEAL), practitioner_of(request)
    return ask(
        request, forms.SealForm, template="need_to_know/seal.html", about=child,
        form_kwargs={"area": child.area},
        act=lambda answers: sealing.place_seal(
            by=me, child=child, kind=answers["kind"], why=answers["why"], now=timezone.now(), **_keys(answers)
        ),
        done=lambda placed: (_who_can_see(child), Told("The record is sealed", (
            "Only those who hold a key find it now. Everybody else is told that there is no such page.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def keys(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Change who holds a key to a seal."""
    child, me = open_child(request, reference, policies.SEAL), practitioner_of(request)
    placed = open_seal(child, key)
    return ask(
        request, forms.KeysForm, template="need_to_know/keys.html", about=child, context={"seal": placed},
        form_kwargs={"area": child.area},
        standing=Standing(read=lambda: _held(placed, me.pk), hold=lambda: policies.SEAL.lock(child, me)),
        act=lambda answers: sealing.change_keys(by=me, seal=placed, now=timezone.now(), **_keys(answers)),
        done=lambda _: (_who_can_see(child), Told("The keys were changed")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def lift_seal(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Lift a seal."""
    child, me = open_child(request, reference, policies.SEAL), practitioner_of(request)
    placed = open_seal(child, key)
    return ask(
        request, forms.WhyForm, template="need_to_know/lift_seal.html", about=child, context={"seal": placed},
        act=lambda answers: sealing.lift_seal(by=me, seal=placed, why=answers["why"], now=timezone.now()),
        done=lambda _: (_who_can_see(child), Told("The seal is lifted", (
            "Whoever may open the record by their work finds it again.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def declare(request: HttpRequest, reference: str) -> HttpResponse:
    """Declare a conflict of interest: the record closes to oneself."""
    child, me = open_child(request, reference, policies.READ_CHILD), practitioner_of(request)
    return ask(
        request, forms.DeclareForm, template="need_to_know/declare.html", about=child,
        act=lambda answers: conflicts.declare(by=me, child=child, why=answers["why"], now=timezone.now()),
        done=lambda _: (reverse("desk:my-work"), Told("Thank you for saying so", (
            "The record is closed to you from now on. The managers of the child’s team were told.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def close_to(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the record to one practitioner."""
    child, me = open_child(request, reference, policies.LIFT_CONFLICT), practitioner_of(request)
    return ask(
        request, forms.CloseToForm, template="need_to_know/close_to.html", about=child,
        context={"child": child}, form_kwargs={"area": child.area},
        act=lambda answers: conflicts.close_to(by=me, child=child, now=timezone.now(), **answers),
        done=lambda closed: (_who_can_see(child), Told(f"The record is closed to {closed.practitioner}", (
            "If they lead on this child, allocate somebody else.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def lift_conflict(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Open a record again to somebody it was closed to."""
    child, me = open_child(request, reference, policies.LIFT_CONFLICT), practitioner_of(request)
    restriction = open_restriction(child, key)
    return ask(
        request, forms.WhyForm, template="need_to_know/lift_conflict.html", about=child,
        context={"restriction": restriction},
        act=lambda answers: conflicts.lift(
            by=me, restriction=restriction, why=answers["why"], now=timezone.now()
        ),
        done=lambda _: (_who_can_see(child), Told(f"The record is no longer closed to {restriction.practitioner}")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def review_emergency(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Say whether it was right to open the record in an emergency."""
    child, me = open_child(request, reference, policies.REVIEW_EMERGENCY), practitioner_of(request)
    opening = open_emergency(child, key)
    if opening.reviewed_at is not None:
        return render(request, "need_to_know/reviewed.html", {"opening": opening}, about=child)
    return ask(
        request, forms.ReviewForm, template="need_to_know/review_emergency.html", about=child,
        context={"opening": opening},
        act=lambda answers: emergencies.review(
            by=me, opening=opening, outcome=answers["outcome"], words=answers["words"], now=timezone.now()
        ),
        done=lambda _: (reverse("desk:my-work"), Told("Review recorded", (
            f"{opening.practitioner} is told what you decided.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET"])
def explain_access(request: HttpRequest, reference: str) -> HttpResponse:
    """Each action about this child, for one practitioner: allowed or not, and why."""
    child = open_child(request, reference, policies.EXPLAIN_ACCESS)
    form = forms.ExplainForm(request.GET or None, area=child.area_id)
    chosen = None
    if form.is_bound and form.is_valid():
        chosen = Practitioner.objects.with_posts(form.cleaned_data["practitioner"])
    return render(request, "need_to_know/explain.html", {
        "child": child,
        "form": form,
        "chosen": chosen,
        "explained": explain(child, chosen) if chosen else [],
    }, about=child)  # fmt: skip


def _keys(answers: dict[str, Any]) -> dict[str, Any]:
    people = [row["practitioner"] for row in answers["practitioners"] or ()]
    return {"practitioners": people, "teams": list(answers["teams"])}


def _held(placed: Seal, me: object) -> dict[str, Any]:
    standing = list(placed.keys.filter(to_on=None))
    return {
        "teams": [key.team_id for key in standing if key.team_id],
        "practitioners": [
            {"practitioner": key.practitioner_id}
            for key in standing
            if key.practitioner_id and key.practitioner_id != me
        ],
    }


@require_safe
def named_eyes(request: HttpRequest, reference: str) -> HttpResponse:
    """What is noted about a child for the eyes of whoever asks."""
    child, me = open_child(request, reference, policies.NOTE_FOR_NAMED_EYES), practitioner_of(request)
    _marks_of(me)
    entries = [
        (entry, kinds.KINDS[entry.kind].words(entry.details)) for entry in named.noted_about(child, me)[:200]
    ]
    return render(request, "need_to_know/named_eyes.html", {"child": child, "entries": entries}, about=child)


@require_http_methods(["GET", "POST"])
def note_for_named_eyes(request: HttpRequest, reference: str) -> HttpResponse:
    """Note what only the readers of a mark are to see."""
    child, me = open_child(request, reference, policies.NOTE_FOR_NAMED_EYES), practitioner_of(request)
    marks = _marks_of(me)
    return ask(
        request, forms.NamedEyesForm, template="need_to_know/note_for_named_eyes.html", about=child,
        form_kwargs={"marks": marks},
        act=lambda answers: named.note(
            by=me, child=child, noted=named.Noted(**answers | {"mark": Mark(answers["mark"])}), now=timezone.now()
        ),
        done=lambda _: (reverse("need_to_know:named-eyes", args=(child.reference,)), Told("Noted for named eyes only", (
            "It stands on no list, timeline, letter or export of anybody else.",
        ))),
    )  # fmt: skip


def _marks_of(me: Practitioner) -> list[Mark]:
    """The marks they read. Raises Http404 for whoever reads none: that there is such a page is not told them."""
    if not (marks := marks_read_by(me.scope)):
        raise Http404("There is no page here that you can open.")
    return marks
