"""Ending a plan without a conference, and telling people that one has ended."""

from __future__ import annotations

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.people.models import Person
from alongside.plans import lists, services
from alongside.plans.forms import EndPlanForm, TellForm
from alongside.plans.forms.making import Making
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.plans.moving import move_in_hand
from alongside.plans.views.change import no_open_plan
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask
from alongside.ui.words import date_words


@require_http_methods(["GET", "POST"])
def end_plan(request: HttpRequest, reference: str) -> HttpResponse:
    """A move, an eighteenth birthday, a death, leaving the country."""
    child = open_child(request, reference, policies.KEEP_PLAN)
    plan = ChildProtectionPlan.objects.open().filter(child=child).first()
    if plan is None:
        return no_open_plan(request, child)
    told = lists.to_tell_in(lists.read(*lists.to_be_told(Q(pk=plan.pk))))
    making = Making(EndPlanForm, to_tell=told.get(child.pk.hex, []))
    return ask(
        request, making, template="plans/end_plan.html", about=child,
        context={"child": child, "plan": plan, "rule": catalogue.rule("child-protection.plan-ending")},
        initial=move_in_hand(child) if request.method == "GET" else None,
        act=lambda answers: services.end_plan_without_conference(
            by=practitioner_of(request), child=child, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda ended: _ended(child, ended),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def tell_of_ending(request: HttpRequest, reference: str) -> HttpResponse:
    """Tick off those who have been told that the last plan ended."""
    child = open_child(request, reference, policies.KEEP_PLAN)
    plan = ChildProtectionPlan.objects.of(child).exclude(ended_on=None).first()
    waiting = list(EndingNotice.objects.filter(plan=plan, told_on=None)) if plan else []
    if plan is None or not waiting:
        return render(request, "plans/nobody_to_tell.html", {"child": child}, about=child)
    making = Making(TellForm, notices=waiting)
    return ask(
        request, making, template="plans/tell_of_ending.html", about=child, check=False,
        context={"child": child, "plan": plan, "rule": catalogue.rule("child-protection.ending-told")},
        act=lambda answers: services.tell_of_ending(
            by=practitioner_of(request), child=child, plan=plan, now=timezone.now(), **making.form.as_given()
        ),
        done=lambda _: (reverse_for("plans:plan", child.reference), Told("Recorded: they have been told")),
    )  # fmt: skip


def _ended(child: Person, plan: ChildProtectionPlan) -> Onward:
    waiting = EndingNotice.objects.filter(plan=plan, told_on=None).exists()
    told = Told(
        f"{child}'s child protection plan ended on {date_words(plan.ended_on)}",
        (
            "Tell every agency invited to the conference that made the plan, and everyone supporting the family.",
            "The lead practitioner tells the family what ends, what goes on, and whom to ring.",
        ),
        more=(("Tick off who has been told", reverse_for("plans:tell", child.reference)),) if waiting else (),
    )
    return reverse_for("plans:plan", child.reference), told
