"""Pages for bank holidays and for records closed to a practitioner."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.deadlines.models import RecordedHoliday
from alongside.desk.administration import calendar, doors
from alongside.desk.administration.asking import ask_about
from alongside.desk.administration.doors import Held, hold
from alongside.desk.administration.forms import HolidayForm, PlainForm
from alongside.desk.administration.listing import Listing, at, show
from alongside.ui.frames import Link
from alongside.ui.pages import Told
from alongside.ui.steps import Onward
from alongside.ui.words import count, date_words, day_long

SHOWN = 200


@login_required
@require_safe
def holidays(request: HttpRequest, code: str) -> HttpResponse:
    """Bank holidays recorded here, beside those this version knows."""
    held = hold(request, code)
    return show(request, held, Listing(
        "Bank holidays", ("Day", "Name", "Announced", "Take out"),
        [(day_long(one.day), one.name, one.source,
          Link("Take out", at("remove-holiday", held, one.pk), hint=str(one)))
         for one in RecordedHoliday.objects.order_by("-day")[:SHOWN]],
        intro="Alongside knows the bank holidays of England and Wales that were set when this version was made, "
              "one-off ones included. Record here what was announced since. It counts for every area.",
        verb=Link("Record a bank holiday", at("new-holiday", held)), empty="No bank holiday has been recorded here.",
    ))  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_holiday(request: HttpRequest, code: str) -> HttpResponse:
    """Record a bank holiday, then see which deadlines it moves."""
    held = hold(request, code)
    return ask_about(
        request, held, HolidayForm, title="Record a bank holiday", back=Link("Bank holidays", at("holidays", held)),
        act=lambda answers: calendar.add_holiday(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda holiday: (at("reckon", held, holiday.day.isoformat()), Told(f"{holiday} is a bank holiday")),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def remove_holiday(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Take out a bank holiday recorded by mistake."""
    held = hold(request, code)
    one = doors.holiday(key)
    return ask_about(
        request, held, PlainForm, title="Take out a bank holiday", submit="Take it out", opening=f"{one}. {one.source}",
        back=Link("Bank holidays", at("holidays", held)),
        act=lambda _: calendar.remove_holiday(by=held.by, area=held.area, holiday=one, now=timezone.now()),
        done=lambda day: (at("reckon", held, day.isoformat()), Told(f"{day_long(day)} is a working day again")),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def reckon(request: HttpRequest, code: str, day: str) -> HttpResponse:
    """How many deadlines a change of the calendar moves, and moving them."""
    held, on = hold(request, code), _day(day)
    reckoned = calendar.reckon_again(by=held.by, area=held.area, day=on, now=timezone.now(), really=False)
    return ask_about(
        request, held, PlainForm, title="Work deadlines out again", submit="Work them out again",
        back=Link("Bank holidays", at("holidays", held)), opening=_would(reckoned, held, on),
        act=lambda _: calendar.reckon_again(by=held.by, area=held.area, day=on, now=timezone.now(), really=True),
        done=lambda done: _after(done, held),
    )  # fmt: skip


def _would(reckoned: calendar.Reckoned, held: Held, on: date) -> str:
    if reckoned.too_many:
        return (
            f"More than {calendar.AT_ONCE:,} cases count across {date_words(on)}, too many for a page. "
            f"On the server, run: alongside deadlines rebuild --area {held.area.code}"
        )
    if not reckoned.deadlines:
        return f"No deadline in {held.area} changes. Nothing has to be done."
    return (
        f"{count(reckoned.deadlines, 'deadline')} in {count(reckoned.cases, 'case')} of {held.area} would change, "
        f"of {count(reckoned.looked_at, 'case')} that count across {date_words(on)}. "
        "Until they are worked out again, each changes when something is next recorded for that child."
    )


def _after(done: calendar.Reckoned, held: Held) -> Onward:
    return at("holidays", held), Told(f"{count(done.deadlines, 'deadline')} changed", (
        "Lists and boards show the new dates at once.",
    ) if done.deadlines else ())  # fmt: skip


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise Http404("There is no such day.") from None
