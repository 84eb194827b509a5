"""A family's early help: open, ask, act, show."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_area, open_child, practitioner_of
from alongside.early_help import services
from alongside.early_help.carried import HEADINGS, carried
from alongside.early_help.forms import (
    AssessmentForm,
    EndForm,
    NewFamilyForm,
    OfferForm,
    RefusalForm,
    StepDownForm,
)
from alongside.early_help.models import EarlyHelpAssessment
from alongside.early_help.reading import families_of, latest_assessment, read_episode, versions_of
from alongside.early_help.services.refuse import AFTER
from alongside.early_help.told import told_assessed, told_down, told_ended, told_offered, told_refused
from alongside.family_help.forms import supervisors_of
from alongside.family_help.names import plan_name, works_by_family_help
from alongside.family_help.pathways import steps_on
from alongside.guidance import catalogue
from alongside.matching.asking import asked_first
from alongside.moments import day_of
from alongside.referrals import known_already
from alongside.referrals.forms import MakeReferralForm
from alongside.referrals.services import ReferredChild
from alongside.referrals.views import given_in, received
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render
from alongside.ui.steps import ask

AFTER_KEY = "after"
OF_THE_CHILD = ("given", "family", "born_on", "expected_on", "sex")


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """Families in whose early help one has a part, and where early help is offered to another."""
    after = request.GET.get(AFTER_KEY, "")
    families, more = families_of(practitioner_of(request), after)
    return render(request, "early_help/mine.html", {
        "families": families, "more": f"?{urlencode({AFTER_KEY: more})}" if more else "", "begun": bool(after),
    })  # fmt: skip


@require_safe
def episode(request: HttpRequest, reference: str) -> HttpResponse:
    """How a family's early help stands: who agreed to what, who leads, what is planned."""
    child = open_child(request, reference, policies.READ_EARLY_HELP)
    read = read_episode(child)
    family_help = works_by_family_help(child.area_id, day_of(timezone.now()))
    return render(request, "early_help/episode.html", {
        "child": child, "read": read, "may_change": may_too(child, policies.KEEP_EARLY_HELP),
        "may_step_down": may_too(child, policies.STEP_DOWN), "rule": catalogue.rule("early-help.plan-review"),
        "plan_called": plan_name(read.plan.role, family_help=family_help) if read.plan else "", "family_help": family_help,
    }, about=child)  # fmt: skip


@require_http_methods(["GET", "POST"])
def offer_new(request: HttpRequest) -> HttpResponse:
    """Offer early help to a family whose child has no record that one can open."""
    area, me = open_area(request, policies.OFFER_EARLY_HELP), practitioner_of(request)
    today = day_of(timezone.now())

    def who(answers: dict[str, Any]) -> list[dict[str, Any]]:
        return [{name: answers[name] for name in OF_THE_CHILD}]

    def act(answers: dict[str, Any]) -> Any:
        (child,) = known_already.children(request, who(answers), me)
        offered = {name: value for name, value in answers.items() if name not in OF_THE_CHILD}
        return services.offer_early_help(
            by=me, area=area, child=child, offer=_offer(offered), now=timezone.now()
        )

    sent = NewFamilyForm(request.POST, today=today) if request.method == "POST" else None
    if page := asked_first(
        request, sent, lambda answers: known_already.people(who(answers)), by=me, now=timezone.now()
    ):
        return page

    return ask(
        request, NewFamilyForm, template="early_help/offer.html", act=act,
        context={"rule": catalogue.rule("early-help.agreement"), "child": None},
        form_kwargs={"today": today}, initial={"offered_on": today},
        done=lambda offer: (reverse_for("early_help:episode", offer.case.child.reference), told_offered(offer)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def offer(request: HttpRequest, reference: str) -> HttpResponse:
    """Offer early help to the family of a child one knows, or ask it again."""
    child, me = open_child(request, reference, policies.READ_CHILD), practitioner_of(request)
    today = day_of(timezone.now())
    return ask(
        request, OfferForm, template="early_help/offer.html", about=child,
        context={"rule": catalogue.rule("early-help.agreement"), "child": child},
        form_kwargs={"today": today}, initial={"offered_on": today},
        act=lambda answers: services.offer_early_help(
            by=me, area=child.area, child=ReferredChild(known=child), offer=_offer(answers), now=timezone.now()
        ),
        done=lambda offer: (reverse_for("early_help:episode", reference), told_offered(offer)),
    )  # fmt: skip


def _offer(answers: dict[str, Any]) -> services.Offer:
    said = [services.Answer(**row) for row in answers.pop("answers")]
    return services.Offer(answers=said, **answers)


@require_http_methods(["GET", "POST"])
def refused(request: HttpRequest, reference: str) -> HttpResponse:
    """The family does not agree: why, what was done about it, and what is decided."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    today = day_of(timezone.now())
    return ask(
        request, RefusalForm, template="early_help/refused.html", about=child,
        context={"child": child, "rule": catalogue.rule("early-help.refused")},
        form_kwargs={"steps": steps_on(AFTER, today)}, initial={"refused_on": today},
        act=lambda answers: services.record_refusal(
            by=me, child=child, refused=services.Refused(**answers), now=timezone.now()
        ),
        done=lambda refusal: (
            reverse_for("early_help:mine") if refusal.case.closed_on else reverse_for("early_help:episode", reference),
            told_refused(refusal),
        ),
    )  # fmt: skip


@require_safe
def assessment(request: HttpRequest, reference: str) -> HttpResponse:
    """The early help assessment as it stands, and every version before."""
    child = open_child(request, reference, policies.READ_EARLY_HELP)
    versions = list(versions_of(child)[:50])
    return render(request, "early_help/assessment.html", {
        "child": child, "versions": versions, "headings": HEADINGS,
        "may_change": may_too(child, policies.KEEP_EARLY_HELP), "rule": catalogue.rule("early-help.assessment"),
    }, about=child)  # fmt: skip


@require_http_methods(["GET", "POST"])
def write_assessment(request: HttpRequest, reference: str) -> HttpResponse:
    """Write in the early help assessment; what stood before stands in the boxes."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    before = latest_assessment(child)
    return ask(
        request, AssessmentForm, template="early_help/write_assessment.html", about=child,
        context={"child": child, "before": before, "rule": catalogue.rule("early-help.assessment")},
        initial={"written_on": day_of(timezone.now()), **_written(before)},
        act=lambda answers: services.write_assessment(
            by=me, child=child, written_on=answers.pop("written_on"), complete=answers.pop("complete") == "yes",
            words=answers, now=timezone.now(),
        ),
        done=lambda version: (reverse_for("early_help:assessment", reference), told_assessed(version)),
    )  # fmt: skip


def _written(before: EarlyHelpAssessment | None) -> dict[str, str]:
    return {name: getattr(before, name) for name, _ in HEADINGS} if before else {}


@require_http_methods(["GET", "POST"])
def step_up(request: HttpRequest, reference: str) -> HttpResponse:
    """Refer to children's social care: what early help knows stands in the boxes."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    now = timezone.now()
    return ask(
        request, MakeReferralForm, template="early_help/step_up.html", about=child,
        context={"child": child, "rule": catalogue.rule("referral.content")},
        form_kwargs={"known": True}, initial=carried(read_episode(child), latest_assessment(child)),
        act=lambda answers: services.step_up(by=me, child=child, given=given_in(me, answers, now), now=now),
        done=lambda referral: received([referral], recording=False),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def step_down(request: HttpRequest, reference: str) -> HttpResponse:
    """Help under section 17 gives way to early help."""
    child, me = open_child(request, reference, policies.STEP_DOWN), practitioner_of(request)
    today = day_of(timezone.now())
    return ask(
        request, StepDownForm, template="early_help/step_down.html", about=child,
        context={
            "child": child, "rule": catalogue.rule("child-in-need.review-outcome"),
            "family_help": works_by_family_help(child.area_id, today),
        },
        form_kwargs={"area": child.area_id, "today": today, "supervisors": supervisors_of(child.area_id)},
        initial={"stepped_on": today},
        act=lambda answers: services.step_down(
            by=me, child=child, down=services.SteppedDown(**answers), now=timezone.now()
        ),
        done=lambda down: (reverse_for("desk:my-work"), told_down(down)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, reference: str) -> HttpResponse:
    """Early help ends."""
    child, me = open_child(request, reference, policies.KEEP_EARLY_HELP), practitioner_of(request)
    return ask(
        request, EndForm, template="early_help/end.html", about=child,
        context={"child": child, "rule": catalogue.rule("early-help.plan-review")},
        initial={"ended_on": day_of(timezone.now())},
        act=lambda answers: services.end_early_help(
            by=me, child=child, ended=services.Ended(**answers), now=timezone.now()
        ),
        done=lambda ending: (reverse_for("early_help:mine"), told_ended(ending)),
    )  # fmt: skip
