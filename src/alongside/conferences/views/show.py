"""Looking at conferences: each as it was held, and a child's history by review."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child
from alongside.chronology.added import added_since
from alongside.conferences.models import Attendance, BeforeBirth, Booking, BookingChild, ConferenceDecision
from alongside.conferences.reading import hanging_on
from alongside.guidance import catalogue
from alongside.ui.pages import render


@require_safe
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Every conference about the child, the latest first, and those to come."""
    child = open_child(request, reference)
    about = BookingChild.objects.filter(case__child=child).values("booking")
    decisions = ConferenceDecision.objects.filter(case__child=child).select_related("conference", "plan")
    held = list(decisions.order_by("-held_on", "-id"))
    shown = {
        "child": child,
        "decisions": held,
        "categories": categories_of(held),
        "before_birth": list(BeforeBirth.objects.filter(case__child=child)) if child.born_on is None else [],
        "bookings": list(Booking.objects.to_come().filter(pk__in=about)),
        "rule": catalogue.rule("child-protection.next-review"),
    }
    return render(request, "conferences/history.html", shown, about=child)


def categories_of(held: list[ConferenceDecision]) -> list[tuple[date, str]]:
    """The first category of the latest plan, and each other that it was given since, with the day; ``held`` is latest first."""
    plan = next((one.plan_id for one in held if one.plan_id), None)
    found: list[tuple[date, str]] = []
    for one in reversed([one for one in held if one.category and one.plan_id == plan]):
        if not found or found[-1][1] != one.get_category_display():
            found.append((one.held_on, one.get_category_display()))
    return found


@require_safe
def conference(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One conference as it concerned this child. What it decided for others stays on their own pages."""
    child = open_child(request, reference)
    decision = (
        ConferenceDecision.objects.filter(conference=key, case__child=child)
        .select_related("conference", "plan")
        .first()
    )
    if decision is None:
        raise Http404("There is no conference here that you can open.")
    shown = {
        "child": child,
        "decision": decision,
        **added_since(child, decision.entry_id),
        "lines": hanging_on(decision),
        "may_write": may_too(child, policies.WRITE_LETTERS),
        "came": dict(Attendance.Came.choices),
        "reports": dict(Attendance.Report.choices),
        "rule": catalogue.rule(
            "child-protection.review-decision"
            if decision.kind == "review"
            else "child-protection.conference-decision"
        ),
    }
    return render(request, "conferences/conference.html", shown, about=child)
