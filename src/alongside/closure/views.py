"""The page on which a case is closed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.closure import services
from alongside.closure.death import Death, record_death
from alongside.closure.forms import CloseCaseForm, DeathForm
from alongside.closure.guards import open_work
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask


@require_http_methods(["GET", "POST"])
def close_case(request: HttpRequest, reference: str) -> HttpResponse:
    """Close the case; while work is open, say which and lead to it."""
    child, me = open_child(request, reference, policies.CLOSE_CASE), practitioner_of(request)
    case = Case.objects.filter(child=child, closed_on=None).first()
    waiting = open_work(case) if case and request.method == "GET" else []
    if case is None or waiting:
        still = [(work.words, _address(work.url_name, reference)) for work in waiting]
        return render(
            request, "closure/not_yet.html", {"child": child, "case": case, "still": still}, about=child
        )
    return ask(
        request, CloseCaseForm, template="closure/close_case.html", about=child,
        context={"rule": catalogue.rule(services.RULE)},
        form_kwargs={"today": day_of(timezone.now())},
        act=lambda answers: services.close_case(
            by=me, child=child, now=timezone.now(), closure=services.Closure(**answers)
        ),
        done=lambda _: _after(child, me),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def child_died(request: HttpRequest, reference: str) -> HttpResponse:
    """Record that the child died. Everything that is open ends with it, and is named beforehand."""
    child, me = open_child(request, reference, policies.CLOSE_CASE), practitioner_of(request)
    case = Case.objects.filter(child=child, closed_on=None).first()
    if case is None:
        return render(
            request, "closure/not_yet.html", {"child": child, "case": None, "still": []}, about=child
        )
    waiting = open_work(case) if request.method == "GET" else []
    return ask(
        request, DeathForm, template="closure/child_died.html", about=child,
        context={"ends": [work.words for work in waiting], "rule": catalogue.rule("child-protection.plan-ending")},
        act=lambda answers: record_death(by=me, child=child, death=Death(**answers), now=timezone.now()),
        done=lambda _: _after_death(child, me),
    )  # fmt: skip


def _after_death(child: Person, me: Practitioner) -> Onward:
    told = Told(
        f"Recorded: {child} died",
        (
            "The case is closed. Plans, orders, booked conferences and due dates of this child have ended; nothing was deleted.",
            "No letter goes to the child any more. Letters to the parents that are waiting are looked at again before they go.",
            "Brothers and sisters are untouched: think now of what each of them needs.",
            "The child death review and any notice of a serious incident are begun elsewhere, by your area’s procedure.",
        ),
    )
    may_read = policies.READ_CHILD.allows(child, me)
    return (reverse("desk:child", args=(child.reference,)) if may_read else "/"), told


def _after(child: Person, me: Practitioner) -> Onward:
    """To the child's page, or home: a team's right to read a record ends with its work."""
    told = Told(
        f"The case of {child} is closed",
        (
            "Everyone’s part in it ends today, and so does their right to open the record, except at the front door.",
            "If there is a new concern, a new referral opens a new case, and everything recorded stays on the timeline.",
            "Tell the family, and whoever has not been told yet, that it is closed and whom to call.",
        ),
    )
    may_read = policies.READ_CHILD.allows(child, me)
    return (reverse("desk:child", args=(child.reference,)) if may_read else "/"), told


def _address(url_name: str, reference: str) -> str:
    for args in ((reference,), ()):
        try:
            return reverse(url_name, args=args)
        except NoReverseMatch:
            continue
    return reverse("desk:child", args=(reference,))
