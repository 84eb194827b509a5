"""A child in need who moves to another area, and changes that are known beforehand."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.family_help import services
from alongside.family_help.forms import MoveForm, PassedOnForm, PlannedChangeForm
from alongside.family_help.models import MoveOfArea
from alongside.family_help.told import told_moved, told_passed_on, told_planned
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.steps import ask

RULE = "child-in-need.moved-area"


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, reference: str) -> HttpResponse:
    """The family moves to another area for good, or moved here."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    return ask(
        request, MoveForm, template="family_help/move.html", about=child,
        context={"child": child, "rule": catalogue.rule(RULE)}, initial={"known_on": day_of(timezone.now())},
        act=lambda answers: services.record_move(
            by=me, child=child, moved=services.Moved(**answers), now=timezone.now()
        ),
        done=lambda record: (reverse_for("family_help:plan", reference), told_moved(record)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def passed_on(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Everything was passed on after a move."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    record = MoveOfArea.objects.filter(pk=key, case__child=child, passed_on=None).first()
    if record is None:
        raise Http404("There is no move here of which something has still to be passed on.")
    return ask(
        request, PassedOnForm, template="family_help/passed_on.html", about=child,
        context={"child": child, "move": record, "rule": catalogue.rule(RULE)},
        initial={"passed_on": day_of(timezone.now())},
        act=lambda answers: services.pass_on(
            by=me, child=child, move=record, with_plan=answers.pop("with_plan") == "yes", now=timezone.now(), **answers
        ),
        done=lambda moved: (reverse_for("family_help:plan", reference), told_passed_on(moved)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def planned_change(request: HttpRequest, reference: str) -> HttpResponse:
    """A change that is known beforehand is planned."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    return ask(
        request, PlannedChangeForm, template="family_help/planned_change.html", about=child,
        context={"child": child, "rule": catalogue.rule("child-in-need.plan-review")},
        initial={"planned_on": day_of(timezone.now())},
        act=lambda answers: services.plan_change(by=me, child=child, now=timezone.now(), **answers),
        done=lambda change: (reverse_for("family_help:plan", reference), told_planned(change)),
    )  # fmt: skip
