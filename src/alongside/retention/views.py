"""Pages about how long records are kept: one child's, and an area's."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.apps import apps
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, open_child, practitioner_of
from alongside.agencies.models import Area, Practitioner
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.retention import forms, holding, schedule
from alongside.retention.gathering import keepings
from alongside.retention.models import DisposalLine, LegalHold, LocalPeriod
from alongside.retention.simulating import simulate
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

SHOWN = 200


@require_safe
def kept(request: HttpRequest, reference: str) -> HttpResponse:
    """How long one child's record is kept and why, and the holds on it."""
    child = open_child(request, reference, policies.HOLD_RECORD)
    today = day_of(timezone.now())
    found = keepings(Person.objects.filter(pk=child.pk), child.area_id, today)
    holds = (
        LegalHold.objects.filter(child=child).select_related("placed_by", "lifted_by").order_by("-placed_at")
    )
    return render(request, "retention/kept.html", {
        "child": child,
        "keeping": found[0] if found else None,
        "holds": list(holds),
        "proposed": DisposalLine.objects.filter(child=child, outcome="").select_related("disposal").first(),
        "today": today,
    }, about=child)  # fmt: skip


@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, reference: str) -> HttpResponse:
    """Hold the record: it never comes up for disposal."""
    child, me = open_child(request, reference, policies.HOLD_RECORD), practitioner_of(request)
    return ask(
        request, forms.HoldForm, template="retention/hold.html", about=child, context={"child": child},
        act=lambda answers: holding.place_hold(by=me, child=child, now=timezone.now(), **answers),
        done=lambda _: (_kept(child), Told("The record is held", (
            "It does not come up for disposal until the hold is lifted.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def lift_hold(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Lift a hold."""
    child, me = open_child(request, reference, policies.HOLD_RECORD), practitioner_of(request)
    placed = (
        LegalHold.objects.standing().filter(child=child, pk=key).select_related("child", "placed_by").first()
    )
    if placed is None:
        raise Http404("There is nothing here that you can open.")
    return ask(
        request, forms.LiftForm, template="retention/lift_hold.html", about=child,
        context={"child": child, "hold": placed},
        act=lambda answers: holding.lift_hold(by=me, hold=placed, why=answers["why"], now=timezone.now()),
        done=lambda _: (_kept(child), Told("The hold is lifted")),
    )  # fmt: skip


@login_required
@require_safe
def due(request: HttpRequest, code: str) -> HttpResponse:
    """What would be due for disposal in an area on a day. Nothing is destroyed."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    today = day_of(timezone.now())
    on, wrong = _day(request.GET.get("on", ""), today)
    return render(request, "retention/due.html", {
        "area": area,
        "found": simulate(area, on, told_of(area, me)),
        "asked": request.GET.get("on", "") or today.isoformat(),
        "wrong": wrong,
        "shown": SHOWN,
        "periods": list(LocalPeriod.objects.filter(area=area).select_related("set_by").order_by("-from_on", "-set_at")),
    }, status=422 if wrong else None)  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_period(request: HttpRequest, code: str) -> HttpResponse:
    """Say how long the area keeps the records of one group."""
    area, me = open_area(request, policies.ADMINISTER, code), practitioner_of(request)
    return ask(
        request, forms.PeriodForm, template="retention/new_period.html", context={"area": area},
        act=lambda answers: holding.set_period(by=me, area=area, now=timezone.now(), **answers),
        done=lambda _: (reverse("retention:due", args=(area.code,)), Told("How long these records are kept is set")),
    )  # fmt: skip


@login_required
@require_safe
def every_record(request: HttpRequest, code: str) -> HttpResponse:
    """Every kind of record, and the rule by which it is kept."""
    area = open_area(request, policies.ADMINISTER, code)
    rows: dict[schedule.Rule, list[str]] = {}
    for label, said in schedule.DECLARED.items():
        rows.setdefault(said.rule, []).append(str(apps.get_model(label)._meta.verbose_name))
    return render(request, "retention/every_record.html", {
        "area": area, "rules": [(rule, sorted(names)) for rule, names in rows.items()],
    })  # fmt: skip


def told_of(area: Area, me: Practitioner) -> QuerySet[Person]:
    """The people of an area of whose records this practitioner may hear: neither sealed nor closed to them."""
    return policies.HOLD_RECORD.not_denied(Person.objects.filter(area=area), me)


def _day(words: str, today: date) -> tuple[date, str]:
    """The day asked about, and what is wrong with it where it cannot be read."""
    if not words:
        return today, ""
    try:
        return date.fromisoformat(words), ""
    except ValueError:
        return today, f"“{words}” is not a day. Enter it as year, month and day, like 2040-03-31."


def _kept(child: Person) -> str:
    return reverse("retention:kept", args=(child.reference,))
