"""Pages for the ways of working that an area has moved to."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.agencies.models import AreaSwitch, Switch
from alongside.agencies.switches import MEANS, SOURCE
from alongside.desk.administration import doors, switches
from alongside.desk.administration.asking import ask_about
from alongside.desk.administration.doors import hold
from alongside.desk.administration.forms import LastDayForm, SwitchForm
from alongside.desk.administration.listing import Cell, Listing, at, show
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.pages import Told
from alongside.ui.words import date_words


@login_required
@require_safe
def switches_list(request: HttpRequest, code: str) -> HttpResponse:
    """Every way of working, and from when to when the area works so."""
    held, today = hold(request, code), day_of(timezone.now())
    found: dict[str, list[AreaSwitch | None]] = {}
    for one in AreaSwitch.objects.filter(area=held.area).order_by("-from_on"):
        found.setdefault(one.switch, []).append(one)
    rows: list[tuple[Cell, ...]] = [
        (switch.label, MEANS[switch], _when(one), f"{one.decided_by}: {one.reason}" if one else "",
         Link("End", at("end-switch", held, one.pk), hint=switch.label)
         if one and (one.to_on is None or one.to_on > today) else "")
        for switch in Switch for one in found.get(switch.value, [None])
    ]  # fmt: skip
    return show(request, held, Listing(
        "Ways of working", ("What", "What it changes", "When", "Decided by, and why", "End"), rows, intro=SOURCE,
        verb=Link("Set a date", at("new-switch", held)),
    ))  # fmt: skip


def _when(one: AreaSwitch | None) -> str:
    if one is None:
        return "Not set"
    until = f" to {date_words(one.to_on)}" if one.to_on else ""
    return f"From {date_words(one.from_on)}{until}"


@login_required
@require_http_methods(["GET", "POST"])
def new_switch(request: HttpRequest, code: str) -> HttpResponse:
    """Move the area to a way of working from a day on."""
    held = hold(request, code)
    return ask_about(
        request, held, SwitchForm, title="Set a way of working", back=Link("Ways of working", at("switches", held)),
        opening=SOURCE,
        act=lambda answers: switches.set_switch(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda one: (at("switches", held), Told(
            f"{one.get_switch_display()} from {date_words(one.from_on)}",
            ("What was recorded before that day stays as it is. Nothing is begun or ended by the date itself.",),
        )),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def end_switch(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """The last day on which the area works so."""
    held = hold(request, code)
    one = doors.switch(held.area, key)
    return ask_about(
        request, held, LastDayForm, title=f"End: {one.get_switch_display()}", submit="End it",
        back=Link("Ways of working", at("switches", held)), opening=f"Set from {date_words(one.from_on)}. {one.reason}",
        act=lambda answers: switches.end_switch(
            by=held.by, area=held.area, one=one, on=answers["on"], now=timezone.now()
        ),
        done=lambda one: (at("switches", held), Told(f"{one.get_switch_display()} ends")),
    )  # fmt: skip
