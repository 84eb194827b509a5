"""Pages about destroying records: what is proposed, who signed, and what is left to prove it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.agencies.models import Area, Practitioner
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.retention import disposal_forms as forms
from alongside.retention import disposing
from alongside.retention.models import Disposal, DisposalLine
from alongside.signing_in.recent import require_recent
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import count, date_words

SHOWN = 200
NOT_HERE = "There is no disposal here that you can open."


@login_required
@require_safe
def disposals(request: HttpRequest, code: str) -> HttpResponse:
    """Every disposal of an area: those that stand, and the certificates of those that ended."""
    area, me = open_area(request, policies.SIGN_DISPOSAL, code), practitioner_of(request)
    asked = request.GET.get("reference", "").strip()
    found = open_to(area, me).select_related("proposed_by").annotate(
        records=Count("lines"), destroyed=Count("lines", filter=Q(lines__outcome="destroyed"))
    )  # fmt: skip
    return render(request, "retention/disposals.html", {
        "area": area,
        "disposals": list(found.order_by("-proposed_at")[:SHOWN]),
        "asked": asked,
        "answer": disposing.destroyed_as(area, asked) if asked else None,
        "cooling": disposing.cooling_days(area, day_of(timezone.now())),
        "may_propose": area.pk in me.scope.areas_as("administrator"),
    })  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def propose(request: HttpRequest, code: str) -> HttpResponse:
    """Propose what is due today."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    return ask(
        request, forms.ProposeForm, template="retention/propose.html", context={"area": area}, check=False,
        act=lambda _: disposing.propose(by=me, area=area, now=timezone.now()),
        done=lambda made: (disposing.address_of(area, made.pk), Told("A disposal is proposed", (
            "Nothing is destroyed before two people have signed it.",
        ))),
    )  # fmt: skip


@login_required
@require_safe
def disposal(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """One disposal; once it has ended, its certificate."""
    area, me = open_area(request, policies.SIGN_DISPOSAL, code), practitioner_of(request)
    made = _one(area, me, key)
    named = Person.objects.filter(disposals__disposal=made)
    return render(request, "retention/disposal.html", {
        **_told(area, made, timezone.now()), "me": me,
        "opens": set(policies.HOLD_RECORD.filter(named, me).values_list("pk", flat=True)),
    })  # fmt: skip


@login_required
@require_safe
def certificate(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """The certificate of a disposal that ended, to be printed."""
    area, me = open_area(request, policies.SIGN_DISPOSAL, code), practitioner_of(request)
    made = _one(area, me, key)
    if made.ended_at is None:
        raise Http404(NOT_HERE)
    return render(request, "retention/certificate.html", _told(area, made, timezone.now()))


@login_required
@require_http_methods(["GET", "POST"])
def sign_disposal(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Sign as first or as second. Asks again who it is."""
    area, me = open_area(request, policies.SIGN_DISPOSAL, code), practitioner_of(request)
    made = _one(area, me, key)
    if asked := require_recent(request):
        return asked
    return ask(
        request, forms.SignForm, template="retention/sign_disposal.html", check=False,
        context={"area": area, "disposal": made, "records": made.lines.count(), "me": me},
        act=lambda _: disposing.sign(by=me, disposal=made, now=timezone.now()),
        done=lambda signed: (disposing.address_of(area, made.pk), _after_signing(signed)),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def cancel_disposal(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Cancel a disposal that has not ended."""
    area, me = open_area(request, policies.SIGN_DISPOSAL, code), practitioner_of(request)
    made = _one(area, me, key)
    return ask(
        request, forms.CancelForm, template="retention/cancel_disposal.html", check=False,
        context={"area": area, "disposal": made},
        act=lambda answers: disposing.cancel(by=me, disposal=made, why=answers["why"], now=timezone.now()),
        done=lambda _: (disposing.address_of(area, made.pk), Told("The disposal is cancelled")),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_wait(request: HttpRequest, code: str) -> HttpResponse:
    """Say how long the area waits after the second signature."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    return ask(
        request, forms.WaitForm, template="retention/new_wait.html", context={"area": area},
        act=lambda answers: disposing.set_cooling(by=me, area=area, now=timezone.now(), **answers),
        done=lambda _: (reverse("retention:disposals", args=(area.code,)), Told("The wait is set")),
    )  # fmt: skip


def open_to(area: Area, me: Practitioner) -> QuerySet[Disposal]:
    """The disposals of an area, but those with a record that is closed to this practitioner."""
    named = DisposalLine.objects.filter(disposal__area=area, child__isnull=False)
    open_lines = policies.HOLD_RECORD.not_denied(named, me, "child")
    closed = named.exclude(pk__in=open_lines.values("pk"))
    return Disposal.objects.filter(area=area).exclude(pk__in=closed.values("disposal"))


def _one(area: Area, me: Practitioner, key: UUID) -> Disposal:
    names = ("area", "proposed_by", "first_by", "second_by", "cancelled_by")
    found = open_to(area, me).filter(pk=key).select_related(*names).first()
    if found is None:
        raise Http404(NOT_HERE)
    return found


def _told(area: Area, made: Disposal, now: datetime) -> dict[str, object]:
    lines = list(made.lines.select_related("child").order_by("kept_until", "id"))
    totals: dict[str, int] = {}
    for line in lines:
        for label, number in line.counts.items():
            totals[label] = totals.get(label, 0) + number
    return {
        "area": area, "disposal": made, "lines": lines[:SHOWN], "records": len(lines), "shown": SHOWN,
        "destroyed": sum(line.outcome == "destroyed" for line in lines), "totals": _named(totals), "rows": _named(made.rows),
        "ready": disposing.is_ready(made, day_of(now)),
    }  # fmt: skip


def _named(counts: dict[str, int]) -> list[tuple[str, int]]:
    """Kinds of record as people call them, and how many."""
    return sorted(
        (str(apps.get_model(label)._meta.verbose_name).capitalize(), number)
        for label, number in counts.items()
    )


def _after_signing(made: Disposal) -> Told:
    if made.not_before is None:
        return Told(
            "You signed as the first", ("Somebody else now has to read and sign it. They have been told.",)
        )
    return Told("Signed by two", (
        f"{count(made.lines.count(), 'record')} will be destroyed on {date_words(made.not_before)} or soon after. "
        "Until then anybody who may sign can cancel it, and a hold keeps a record.",
    ))  # fmt: skip
