"""A child-in-need plan: open, ask, act, show."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.family_help import services
from alongside.family_help.calling import Called, called_now
from alongside.family_help.forms import (
    BasisForm,
    ChangeForm,
    DoneForm,
    EndForm,
    ReviewForm,
    StartForm,
    agencies_of,
    new_action,
    new_needs,
    supervisors_of,
)
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction, PlanBasis
from alongside.family_help.pathways import steps_on
from alongside.family_help.reading import needs_to_choose, read_plan, reviews_of
from alongside.family_help.taking_over import agreed_from, earlier_plan, offered_to_start
from alongside.family_help.told import (
    told_basis,
    told_changed,
    told_done,
    told_ended,
    told_reviewed,
    told_started,
)
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render
from alongside.ui.steps import ask

OF_THE_PLAN = (
    "aims", "family_agreed", "agreed_by", "agreement_words", "expectations", "strengths", "outside_factors",
    "education", "approved_by", "next_review_on",
)  # fmt: skip


#: The rule shown beside each page, by what the plan rests on.
CONTENT_RULE = {
    PlanBasis.EARLY_HELP.value: "early-help.plan-review",
    PlanBasis.SECTION_17.value: "child-in-need.plan-content",
}
REVIEW_RULE = {
    PlanBasis.EARLY_HELP.value: "early-help.plan-review",
    PlanBasis.SECTION_17.value: "child-in-need.plan-review",
}


@require_safe
def plan(request: HttpRequest, reference: str) -> HttpResponse:
    """The plan: what the child needs, who does what by when, and whether the family agrees."""
    child = open_child(request, reference, policies.READ_HELP_PLAN)
    may_change = may_too(child, policies.KEEP_CHILD_IN_NEED_PLAN)
    read = read_plan(child, day_of(timezone.now()), may_change=may_change)
    called = Called(read.plan.basis, read.family_help) if read else called_now(child)
    context = {
        "child": child, "read": read, "may_change": may_change, "called": called,
        "rule": catalogue.rule(CONTENT_RULE[called.basis]),
    }  # fmt: skip
    return render(request, "family_help/plan.html", context, about=child)


@require_safe
def reviews(request: HttpRequest, reference: str) -> HttpResponse:
    """Every review, latest first."""
    child = open_child(request, reference, policies.READ_HELP_PLAN)
    called = called_now(child)
    context = {
        "child": child, "reviews": reviews_of(child)[:100], "called": called,
        "may_change": may_too(child, policies.KEEP_CHILD_IN_NEED_PLAN), "rule": catalogue.rule(REVIEW_RULE[called.basis]),
    }  # fmt: skip
    return render(request, "family_help/reviews.html", context, about=child)


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, reference: str) -> HttpResponse:
    """Start a plan, with the needs and actions the family and agencies agreed, and what goes on from the one before."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    agencies, offered = agencies_of(child.area_id), offered_to_start(child)
    called, basis = offered.called, offered.called.basis

    def act(answers: dict[str, Any]) -> ChildInNeedPlan:
        earlier, ticked = earlier_plan(child, basis), answers.get("taken_over") or ()
        agreed = services.PlanAgreed(**{name: answers[name] for name in OF_THE_PLAN if name in answers})
        goes_on = earlier.taken_over(ticked) if earlier else []
        return services.start_plan(
            by=me, child=child, started_on=answers["started_on"], now=timezone.now(), basis=basis,
            plan=agreed_from(earlier, ticked, agreed), needs=[*goes_on, *new_needs(answers["needs"], agencies)],
        )  # fmt: skip

    return ask(
        request, StartForm, template="family_help/start.html", about=child,
        context={"child": child, "called": called, "rule": catalogue.rule(CONTENT_RULE[basis])},
        form_kwargs={"agencies": agencies, "supervisors": supervisors_of(child.area_id), "offered": offered, "basis": basis},
        initial={"started_on": day_of(timezone.now())},
        act=act,
        done=lambda started: (reverse_for("family_help:plan", reference), told_started(started, called)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def basis(request: HttpRequest, reference: str) -> HttpResponse:
    """Section 17 becomes the basis of the plan that there is."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    return ask(
        request, BasisForm, template="family_help/basis.html", about=child,
        context={"child": child, "called": called_now(child), "rule": catalogue.rule("child-in-need.in-need")},
        form_kwargs={"supervisors": supervisors_of(child.area_id)}, initial={"changed_on": day_of(timezone.now())},
        act=lambda answers: services.put_under_section_17(
            by=me, child=child, changed_on=answers.pop("changed_on"), basis=services.NewBasis(**answers), now=timezone.now()
        ),
        done=lambda change: (reverse_for("family_help:plan", reference), told_basis(change)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """Add needs and actions to the open plan."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    agencies, needs = agencies_of(child.area_id), {str(need.pk): need for need in needs_to_choose(child)}
    return ask(
        request, ChangeForm, template="family_help/change.html", about=child,
        context={"child": child, "called": called_now(child), "rule": catalogue.rule("child-in-need.plan-review")},
        form_kwargs={"agencies": agencies, "needs": needs.values()},
        initial={"changed_on": day_of(timezone.now())},
        act=lambda answers: services.change_plan(
            by=me, child=child, changed_on=answers["changed_on"], now=timezone.now(),
            needs=new_needs(answers["needs"], agencies), to=needs.get(answers["to"]),
            actions=[new_action(row, agencies) for row in answers["actions"]],
        ),
        done=lambda _: (reverse_for("family_help:plan", reference), told_changed(child)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that an action is done, and what came of it."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    action = (
        ChildInNeedPlanAction.objects.filter(pk=key, need__plan__case__child=child)
        .select_related("need")
        .first()
    )
    if action is None:
        raise Http404("There is no action here that you can open.")
    return ask(
        request, DoneForm, template="family_help/done.html", about=child,
        context={"child": child, "called": called_now(child), "action": action, "rule": catalogue.rule("child-in-need.plan-content")},
        initial={"done_on": day_of(timezone.now())},
        act=lambda answers: services.complete_action(
            by=me, child=child, action=action, now=timezone.now(), **answers
        ),
        done=lambda completed: (reverse_for("family_help:plan", reference), told_done(completed)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a review of the open plan."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    today, called = day_of(timezone.now()), called_now(child)
    return ask(
        request, ReviewForm, template="family_help/review.html", about=child,
        context={"child": child, "called": called, "rule": catalogue.rule(REVIEW_RULE[called.basis])},
        form_kwargs={
            "decisions": steps_on(services.REVIEW_OUTCOMES[called.basis], today), "basis": called.basis,
            "supervisors": supervisors_of(child.area_id),
        },
        initial={"reviewed_on": today},
        act=lambda answers: services.record_review(by=me, child=child, now=timezone.now(), **answers),
        done=lambda reviewed: (reverse_for("family_help:plan", reference), told_reviewed(reviewed, called)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """End the open plan."""
    child, me = open_child(request, reference, policies.KEEP_CHILD_IN_NEED_PLAN), practitioner_of(request)
    called = called_now(child)
    return ask(
        request, EndForm, template="family_help/end.html", about=child,
        context={"child": child, "called": called, "rule": catalogue.rule(services.REVIEW_OUTCOMES[called.basis])},
        form_kwargs={"basis": called.basis},
        initial={"ended_on": day_of(timezone.now())},
        act=lambda answers: services.end_plan(by=me, child=child, now=timezone.now(), **answers),
        done=lambda ending: (reverse_for("desk:child", reference), told_ended(ending, called)),
    )  # fmt: skip
