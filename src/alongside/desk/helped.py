"""How many children are helped on a day, and on what basis: both counts, whatever an area calls its plans."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access.doors import open_area
from alongside.access.policies import SEE_FIGURES
from alongside.cases.basis import counted_on
from alongside.moments import day_of
from alongside.ui.pages import render

MONTHS = 13


@login_required
@require_safe
def helped(request: HttpRequest) -> HttpResponse:
    """Early help and section 17 side by side: today, a day that is asked for, and the first of each month."""
    area, today = open_area(request, SEE_FIGURES), day_of(timezone.now())
    typed = request.GET.get("day", "").strip()
    asked = _day(typed)
    first = today.replace(day=1)
    days = [today, *([asked] if asked else []), *(first - relativedelta(months=n) for n in range(MONTHS))]
    counted = counted_on(area, dict.fromkeys(days))
    return render(request, "desk/helped.html", {
        "area": area, "counted": counted, "typed": typed, "asked": asked, "wrong": bool(typed and asked is None),
        "today": today,
    }, status=422 if typed and asked is None else 200)  # fmt: skip


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
