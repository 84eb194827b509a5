"""After how long a record of the area counts as silent: what was set, from when, by whom and why."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.agencies.models import SilenceRule
from alongside.agencies.silences import OURS, Thresholds
from alongside.desk.administration.asking import ask_about
from alongside.desk.administration.doors import hold
from alongside.desk.administration.forms import SilencesForm
from alongside.desk.administration.listing import Cell, Listing, at, show
from alongside.desk.administration.silences import set_silences
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.pages import Told
from alongside.ui.words import count, date_words

SOURCE = (
    "“What records do not say” lists a child who was not seen alone for long, an agency that says nothing, and a member who "
    "stays away from core groups. No guidance says how long is long: the numbers are the area’s own, or this service’s."
)


@login_required
@require_safe
def silences_list(request: HttpRequest, code: str) -> HttpResponse:
    """Every set of numbers, the latest day first, and this service's own, which hold before all of them."""
    held, today = hold(request, code), day_of(timezone.now())
    found = list(
        SilenceRule.objects.filter(area=held.area).select_related("recorded_by").order_by("-from_on")
    )
    now = next((one for one in found if one.from_on <= today), None)
    rows: list[tuple[Cell, ...]] = [
        (
            f"From {date_words(one.from_on)}{' (now)' if one == now else ''}",
            *_numbers(one), f"{one.decided_by}: {one.reason}",
            f"{one.recorded_by}, {date_words(day_of(one.recorded_at))}",
        ) for one in found
    ]  # fmt: skip
    rows.append(
        (
            "Nothing is set (now)" if not found else "Before" if now else "Before (now)",
            *_numbers(OURS),
            "This service’s own",
            "–",
        )
    )
    return show(request, held, Listing(
        "Silences", ("When", "Not seen alone", "No word from an agency", "Away from core groups", "Decided by, and why", "Recorded"), rows,
        intro=SOURCE, verb=Link("Set the numbers", at("new-silences", held)),
    ))  # fmt: skip


def _numbers(one: SilenceRule | Thresholds) -> tuple[str, str, str]:
    return count(one.alone_weeks, "week"), count(one.unheard_weeks, "week"), count(one.meetings, "core group")


@login_required
@require_http_methods(["GET", "POST"])
def new_silences(request: HttpRequest, code: str) -> HttpResponse:
    """Set the numbers from a day on."""
    held, today = hold(request, code), day_of(timezone.now())
    last = SilenceRule.objects.filter(area=held.area, from_on__lte=today).order_by("-from_on").first() or OURS
    return ask_about(
        request, held, SilencesForm, title="Set after how long a record is silent", back=Link("Silences", at("silences", held)),
        opening=SOURCE, initial={name: getattr(last, name) for name in ("alone_weeks", "unheard_weeks", "meetings")},
        act=lambda answers: set_silences(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda one: (at("silences", held), Told(
            f"Set from {date_words(one.from_on)}", ("Lists and chronologies go by it from that day. Nothing on any record changes.",),
        )),
    )  # fmt: skip
