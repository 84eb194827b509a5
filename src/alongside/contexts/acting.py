"""Acts on contexts: each page asks, acts and leads back to the context."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Agency, Post, Practitioner, Team
from alongside.contexts import forms, services
from alongside.contexts.doors import NOTHING, open_action, open_one
from alongside.contexts.models import Context, ContextTie, ContextWorker
from alongside.contexts.reading import known_here, rules
from alongside.moments import day_of
from alongside.ui.forms import Form
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.standing import Standing
from alongside.ui.steps import ask

ACT = "contexts/act.html"
#: What stands on a context, and one page changes.
STANDS = ("name", "where", "facts", "opinion")
#: Titles of the pages that act on a context, by their addresses.
TITLES = {
    "change": "Change what is known", "review": "Record a review", "close": "Close it", "add-action": "Add an action",
    "name": "Name somebody to work on it",
}  # fmt: skip
FORMS: dict[str, Any] = {
    "change": forms.ChangeForm, "review": forms.ReviewForm, "close": forms.CloseForm, "add-action": forms.ActionForm,
    "name": forms.NameForm,
}  # fmt: skip
ACTS: dict[str, Callable[..., Any]] = {
    "change": services.change_context, "review": services.review_context, "close": services.close_context,
    "add-action": services.add_action, "name": services.name_worker,
}  # fmt: skip
BY_MANAGERS = {"close", "name"}


@require_http_methods(["GET", "POST"])
def open_new(request: HttpRequest) -> HttpResponse:
    """Record a place, group, setting or online space."""
    me = practitioner_of(request)
    areas = me.scope.areas_as(*policies.MANAGING_ROLES)
    if not areas:
        raise Http404(NOTHING)
    teams = Team.objects.filter(pk__in=me.scope.teams_as(*policies.MANAGING_ROLES)).order_by("name")
    return ask(
        request, forms.ContextForm, template=ACT, form_kwargs={"teams": teams},
        context=_page("Record a place, group or online space", "", reverse_for("contexts:contexts"), "Places and groups"),
        act=lambda answers: services.open_context(by=me, now=timezone.now(), **answers),
        done=lambda made: (reverse_for("contexts:context", made.pk), Told("Recorded", (
            "Name who works on it; they see it and its plan, and of children only whom they may know.",
        ))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def act_on(request: HttpRequest, key: UUID, act: str) -> HttpResponse:
    """Change what is known, review, close, add an action, name somebody."""
    if act not in ACTS:
        raise Http404(NOTHING)
    found = open_one(request, key, policies.MANAGE_CONTEXT if act in BY_MANAGERS else policies.READ_CONTEXT)
    me = practitioner_of(request)
    return ask(
        request, FORMS[act], template=ACT, context=_page(TITLES[act], found.name, *_back(found)),
        form_kwargs=_asks_for(act, found), standing=_standing(found, me) if act == "change" else None,
        act=lambda answers: ACTS[act](by=me, context=found, now=timezone.now(), **answers),
        done=lambda _: (_back(found)[0], Told("Recorded", ("It stands in the history of this place or group.",))),
    )  # fmt: skip


def _asks_for(act: str, found: Context) -> dict[str, Any]:
    if act == "add-action":
        return {"agencies": Agency.objects.filter(areas=found.area_id).order_by("name")}
    return {"people": people_of(found)} if act == "name" else {}


def people_of(found: Context) -> Any:
    """Who holds a post in an agency of the area."""
    today = day_of(timezone.now())
    posts = Post.objects.filter(
        Q(to_on=None) | Q(to_on__gte=today), agency__areas=found.area_id, from_on__lte=today
    )
    return Practitioner.objects.filter(
        is_active=True, pk__in=posts.order_by().values("practitioner")
    ).order_by("name")


def _standing(found: Context, me: Practitioner) -> Standing:
    def read() -> dict[str, Any]:
        now = Context.objects.filter(pk=found.pk).values(*STANDS)[0]
        return {name: now[name] for name in STANDS}

    return Standing(read=read, hold=lambda: policies.READ_CONTEXT.lock(found, me))


@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say what became of an action: whoever works on the context, or whose agency owns it."""
    return _on_action(request, key, forms.SettleForm, "What became of it", services.settle_action)


@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another day for an action."""
    return _on_action(request, key, forms.MoveForm, "Move it to another day", services.move_action)


def _on_action(
    request: HttpRequest, key: UUID, form: Any, title: str, act: Callable[..., Any]
) -> HttpResponse:
    action, me = open_action(request, key), practitioner_of(request)
    back = reverse_for("contexts:action", key)
    return ask(
        request, form, template=ACT, context={**_page(title, str(action.context), back, "The action"), "action": action},
        act=lambda answers: act(by=me, action=action, now=timezone.now(), **answers),
        done=lambda _: (back, Told("Recorded")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def tie(request: HttpRequest, key: UUID) -> HttpResponse:
    """Record how two children are connected, of both of whom one may know."""
    found, me = open_one(request, key), practitioner_of(request)
    links = {
        str(link.pk): link
        for link in known_here(found, me, day_of(timezone.now()))
        if link.context_id == found.pk
    }
    if len(links) < 2:
        raise Http404(NOTHING)
    return ask(
        request, forms.TieForm, template=ACT, form_kwargs={"known": list(links.values())},
        context=_page("Record how two children are connected", found.name, *_back(found)),
        act=lambda answers: services.record_tie(
            by=me, context=found, one=links[answers["one"]], other=links[answers["other"]], kind=answers["kind"],
            reason=answers["reason"], now=timezone.now(),
        ),
        done=lambda _: (_back(found)[0], Told("Recorded", ("It is shown to whoever may know of both, and to nobody else.",))),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def tie_ended(request: HttpRequest, key: UUID, tie: UUID) -> HttpResponse:
    """Two children are connected no longer."""
    found, me = open_one(request, key), practitioner_of(request)
    links = {link.pk for link in known_here(found, me, day_of(timezone.now()))}
    held = ContextTie.objects.filter(
        pk=tie, context=found, ended_on=None, one__in=links, other__in=links
    ).first()
    if held is None:
        raise Http404(NOTHING)
    return ask(
        request, Form, template=ACT, context=_page("They are connected here no longer", found.name, *_back(found)),
        act=lambda _: services.end_tie(by=me, tie=held, now=timezone.now()),
        done=lambda _: (_back(found)[0], Told("Recorded")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def naming_ended(request: HttpRequest, key: UUID, worker: UUID) -> HttpResponse:
    """Somebody works on a context no longer."""
    found, me = open_one(request, key, policies.MANAGE_CONTEXT), practitioner_of(request)
    named = (
        ContextWorker.objects.filter(pk=worker, context=found, ended_on=None)
        .select_related("practitioner", "context")
        .first()
    )
    if named is None:
        raise Http404(NOTHING)
    title = f"{named.practitioner} works on it no longer"
    return ask(
        request, forms.ReasonForm, template=ACT, context=_page(title, found.name, *_back(found)),
        act=lambda answers: services.end_naming(by=me, worker=named, now=timezone.now(), **answers),
        done=lambda _: (_back(found)[0], Told("Recorded")),
    )  # fmt: skip


def _back(found: Context) -> tuple[str, str]:
    return reverse_for("contexts:context", found.pk), found.name


def _page(title: str, caption: str, back: str, back_words: str) -> dict[str, Any]:
    return {"asked": title, "about": caption, "back": back, "back_words": back_words, "rules": rules()}
