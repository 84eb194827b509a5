"""Acts on a child's link to a context. Each is on this one child's case, and names nobody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.contexts import forms, services
from alongside.contexts.acting import ACT, people_of
from alongside.contexts.doors import NOTHING, link_of
from alongside.contexts.models import Context, ContextLink, LetKnow
from alongside.contexts.reading import rules, siblings_of
from alongside.contexts.words import levels_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import ask

SET_OUT = "outside-home.in-a-context"
TITLES = {
    "renew": "Renew the link", "risk": "Judge the risk anew", "end": "End the link", "let-know": "Let somebody know",
}  # fmt: skip


@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, reference: str) -> HttpResponse:
    """Link this child to a context that one may open."""
    child, me = open_child(request, reference, policies.LINK_TO_CONTEXT), practitioner_of(request)
    open_now = Context.objects.filter(closed_on=None).order_by("name")
    siblings = siblings_of(child, me)
    kwargs = {
        "contexts": policies.READ_CONTEXT.filter(open_now, me), "siblings": siblings,
        "levels": levels_of(child.area_id, day_of(timezone.now())),
    }  # fmt: skip
    return ask(
        request, forms.LinkForm, template=ACT, about=child, form_kwargs=kwargs,
        context=_page(child, "Link to a place, group or online space", reverse_for("contexts:of-child", reference), set_out=True),
        act=lambda answers: services.link_child(
            by=me, child=child, context=answers["context"], part=answers["part"], reason=answers["reason"],
            from_on=answers["from_on"], until_on=answers["until_on"], judged=forms.judged_of(answers, siblings), now=timezone.now(),
        ),
        done=lambda made: (reverse_for("contexts:one-link", reference, made.pk), Told("Linked", (
            f"It stands on {child.called}’s record alone. It asks to be renewed or ended after {made.until_on:%-d %B %Y}.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def act_on_link(request: HttpRequest, reference: str, key: UUID, act: str) -> HttpResponse:
    """Renew, judge anew, end; or let somebody know."""
    if act not in TITLES:
        raise Http404(NOTHING)
    child, me = open_child(request, reference, policies.LINK_TO_CONTEXT), practitioner_of(request)
    held = link_of(child, key)
    if held.ended_on is not None or held.case.closed_on is not None:
        raise Http404(NOTHING)
    siblings = siblings_of(child, me) if act == "renew" else []
    back = reverse_for("contexts:one-link", reference, key)
    return ask(
        request, FORM_OF[act], template=ACT, about=child, form_kwargs=_asks_for(act, held, siblings),
        context=_page(child, TITLES[act], back, held.context.name, set_out=act == "renew"),
        initial=_stands(held) if act == "renew" else None,
        act=lambda answers: _take(act, me, child, held, answers, siblings),
        done=lambda _: (back, Told("Recorded", ("It stands on this child’s record alone.",))),
    )  # fmt: skip


FORM_OF: dict[str, Any] = {
    "renew": forms.RenewForm, "risk": forms.RiskForm, "end": forms.EndLinkForm, "let-know": forms.LetKnowForm,
}  # fmt: skip


def _asks_for(act: str, held: ContextLink, siblings: list[Person]) -> dict[str, Any]:
    if act in ("renew", "risk"):
        levels = levels_of(held.area_id, day_of(timezone.now()))
        return {"levels": levels, **({"siblings": siblings} if act == "renew" else {})}
    return {"people": people_of(held.context)} if act == "let-know" else {}


def _stands(held: ContextLink) -> dict[str, Any]:
    """What was set out before, to be read again. No judgement is taken over: the risk is judged anew."""
    return {name: getattr(held, name) for name in ("nature", "duration", "location", "response")}


def _take(
    act: str,
    me: Practitioner,
    child: Person,
    held: ContextLink,
    answers: dict[str, Any],
    siblings: list[Person],
) -> Any:
    given: dict[str, Any] = {
        "by": me,
        "child": child,
        "link": held,
        "reason": answers["reason"],
        "now": timezone.now(),
    }
    if act == "renew":
        judged = forms.judged_of(answers, siblings)
        return services.renew_link(until_on=answers["until_on"], judged=judged, **given)
    if act == "risk":
        return services.judge_risk(risks=forms.risks_of(answers), **given)
    if act == "end":
        return services.end_link(on=answers["on"], **given)
    return services.let_know(practitioner=answers["practitioner"], until_on=answers["until_on"], **given)


@require_http_methods(["GET", "POST"])
def told_ended(request: HttpRequest, reference: str, key: UUID, told: UUID) -> HttpResponse:
    """Somebody is shown the child in the context no longer."""
    child, me = open_child(request, reference, policies.LINK_TO_CONTEXT), practitioner_of(request)
    knows = LetKnow.objects.filter(pk=told, link=key, link__case__child=child, ended_on=None)
    held = knows.select_related("link__context", "practitioner").first()
    if held is None:
        raise Http404(NOTHING)
    back = reverse_for("contexts:one-link", reference, key)
    return ask(
        request, forms.ReasonForm, template=ACT, about=child,
        context=_page(child, f"{held.practitioner} is shown it no longer", back, held.link.context.name),
        act=lambda answers: services.end_let_know(by=me, child=child, told=held, now=timezone.now(), **answers),
        done=lambda _: (back, Told("Recorded")),
    )  # fmt: skip


def _page(
    child: Person, title: str, back: str, back_words: str = "Places and groups", *, set_out: bool = False
) -> dict[str, Any]:
    return {
        "child": child, "asked": title, "about": child.called, "back": back, "back_words": back_words, "rules": rules(),
        "held_to": catalogue.rule(SET_OUT) if set_out else None,
    }  # fmt: skip
