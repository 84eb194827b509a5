"""Recording that a child was seen, or was not; and each time somebody saw them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.chronology.added import added_since
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import day_long
from alongside.visits import services
from alongside.visits.forms import ChildNotSeenForm, ChildSeenForm
from alongside.visits.models import Visit
from alongside.visits.siblings import siblings_one_may_record

A_PAGE = 25


@require_http_methods(["GET", "POST"])
def record_seen(request: HttpRequest, reference: str) -> HttpResponse:
    """Log a visit at which the child was seen, with brothers and sisters where they were there."""
    child, me = open_child(request, reference, policies.RECORD_VISIT), practitioner_of(request)
    siblings = siblings_one_may_record(child, me)
    seen_too = siblings if request.GET.get("with") == "siblings" else []
    return ask(
        request, ChildSeenForm, template="visits/record_seen.html", about=child,
        context={
            "child": child, "siblings": [] if seen_too else siblings, "rule": catalogue.rule("assessment.seen-alone"),
        },
        form_kwargs={"siblings": seen_too}, initial={"seen_on": day_of(timezone.now())},
        act=lambda answers: services.record_child_seen(
            by=me, children=_children(child, seen_too, answers), visit=_visit(answers), now=timezone.now()
        ),
        done=lambda visits: (reverse_for("desk:child", reference), _told_seen(visits)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def record_not_seen(request: HttpRequest, reference: str) -> HttpResponse:
    """Log a visit at which the child was not seen, and what is done about it."""
    child, me = open_child(request, reference, policies.RECORD_VISIT), practitioner_of(request)
    return ask(
        request, ChildNotSeenForm, template="visits/record_not_seen.html", about=child,
        context={"child": child, "rule": catalogue.rule("assessment.child-seen")},
        initial={"tried_on": day_of(timezone.now())},
        act=lambda answers: services.record_child_not_seen(
            by=me, children=[child], tried_on=answers["tried_on"], tried_at=answers["at"], why=answers["why"],
            purpose=answers["purpose"], where=answers["where"], what_next=answers["what_next"], now=timezone.now(),
        ),
        done=lambda visits: (reverse_for("desk:child", reference), _told_not_seen(visits[0])),
    )  # fmt: skip


@require_safe
def visits(request: HttpRequest, reference: str) -> HttpResponse:
    """Each time somebody saw this child or tried to, latest first."""
    child = open_child(request, reference)
    found = Visit.objects.filter(case__child=child).latest_first().select_related("practitioner")
    page = max(int(request.GET.get("page", "1")) if request.GET.get("page", "1").isdigit() else 1, 1)
    shown = list(found[(page - 1) * A_PAGE : page * A_PAGE + 1])
    return render(
        request, "visits/visits.html",
        {"child": child, "visits": shown[:A_PAGE], "page": page, "more": len(shown) > A_PAGE,
         "may_record": not child.is_unborn and may_too(child, policies.RECORD_VISIT)}, about=child,
    )  # fmt: skip


@require_safe
def visit(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One visit in full, with the child's own words."""
    child = open_child(request, reference)
    found = (
        Visit.objects.filter(case__child=child, pk=key).select_related("practitioner", "recorded_by").first()
    )
    if found is None:
        raise Http404("There is no visit here that you can open.")
    shown = {"child": child, "visit": found, **added_since(child, found.entry_id)}
    return render(request, "visits/visit.html", shown, about=child)


def _children(child: Person, siblings: Sequence[Person], answers: dict[str, Any]) -> list[services.ChildSeen]:
    known = {sibling.reference: sibling for sibling in siblings}
    others = [_seen(known[row["child"]], row) for row in answers.get("siblings") or ()]
    return [_seen(child, answers), *others]


def _seen(child: Person, answers: dict[str, Any]) -> services.ChildSeen:
    return services.ChildSeen(
        child=child, alone=answers["alone"], said=answers["said"], observed=answers["observed"],
        alone_why=answers["not_alone_because"] or answers["not_possible_because"],
        communication=answers.get("communication") or (),
    )  # fmt: skip


def _visit(answers: dict[str, Any]) -> services.VisitMade:
    same = ("seen_on", "where", "where_detail", "purpose", "bedroom", "others_there", "what_next")
    return services.VisitMade(seen_at=answers["at"], **{name: answers[name] for name in same})


def _told_seen(visits: Iterable[Visit]) -> Told:
    first, *others = visits
    seen = (
        f"{one.case.child} was seen {one.alone_words} on {day_long(one.seen_on)}." for one in (first, *others)
    )
    return Told("Visit recorded", (*seen, *([first.what_next] if first.what_next else [])))


def _told_not_seen(visit: Visit) -> Told:
    still = f"{visit.case.child} has still to be seen. Nothing that is due has stopped."
    return Told(
        "Recorded that the child was not seen", (still, *([visit.what_next] if visit.what_next else []))
    )
