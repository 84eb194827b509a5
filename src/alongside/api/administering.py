"""Pages for whoever lets other systems in."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.agencies.models import Area
from alongside.api import clients
from alongside.api.forms import EndForm, ShutOutForm, SystemForm
from alongside.api.models import ApiClient, Permission
from alongside.desk.administration.asking import ask_about
from alongside.desk.administration.doors import NOT_HERE, Held, hold
from alongside.desk.administration.listing import Listing, show
from alongside.signing_in.recent import require_recent
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.words import date_words, moment


def _at(name: str, held: Held, *args: object) -> str:
    return reverse_for(f"api:{name}", held.area.code, *args)


def _system(area: Area, key: UUID) -> ApiClient:
    """A system of the area. Raises Http404 otherwise."""
    found = ApiClient.objects.filter(pk=key, areas=area).select_related("agency", "practitioner").first()
    if found is None:
        raise Http404(NOT_HERE)
    return found


@require_safe
def systems(request: HttpRequest, code: str) -> HttpResponse:
    """Every system that was ever let in."""
    held, now = hold(request, code), timezone.now()
    found = ApiClient.objects.filter(areas=held.area).select_related("agency").order_by("revoked_at", "name")
    return show(request, held, Listing(
        "Other systems", ("System", "Agency", "Token", "Ends"),
        [(Link(one.name, _at("system", held, one.pk)), one.agency.name, one.state(now).capitalize(),
          date_words(one.expires_at)) for one in found],
        intro="Systems of agencies that send referrals and read what their agency may see. Each has a token of its own.",
        verb=Link("Let a system in", _at("new-system", held)), empty="No other system may ask yet.",
    ))  # fmt: skip


@require_http_methods(["GET", "POST"])
def new_system(request: HttpRequest, code: str) -> HttpResponse:
    """Let a system in, and show its token once, to whoever has just proved who they are."""
    held = hold(request, code)
    if asked := require_recent(request):
        return asked
    return ask_about(
        request, held, SystemForm, title="Let a system in", back=Link("Other systems", _at("systems", held)),
        form_kwargs={"area": held.area}, submit="Let it in and make its token",
        act=lambda answers: clients.let_in(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda made: _show_token(request, held, *made),
    )  # fmt: skip


def _show_token(request: HttpRequest, held: Held, system: ApiClient, token: str) -> HttpResponse:
    return render(request, "api/token.html", {
        "area": held.area, "system": system, "token": token,
        "back": Link(f"Go to {system}", _at("system", held, system.pk)),
    })  # fmt: skip


@require_safe
def system(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """One system: what it may do, until when, and when it last asked."""
    held, now = hold(request, code), timezone.now()
    one = _system(held.area, key)
    return render(request, "api/system.html", {
        "area": held.area,
        "system": one,
        "state": one.state(now),
        "facts": _facts(one),
        "renew": _at("renew-system", held, one.pk),
        "shut_out": _at("shut-out-system", held, one.pk),
        "back": Link("Other systems", _at("systems", held)),
    })  # fmt: skip


def _facts(one: ApiClient) -> list[tuple[str, str]]:
    post = next(iter(one.practitioner.posts.select_related("team", "agency")), None)
    return [
        ("Agency", one.agency.name),
        ("Works in", str(post.team) if post and post.team else "No team"),
        ("May", "; ".join(Permission(each).label for each in one.permissions if each in Permission.values)),
        ("Let in", f"{moment(one.made_at)}, by {one.made_by}"),
        ("Token ends", date_words(one.expires_at)),
        ("Last asked", moment(one.last_used_at) if one.last_used_at else "Never yet"),
        *([("Shut out", moment(one.revoked_at))] if one.revoked_at else []),
    ]


@require_http_methods(["GET", "POST"])
def renew_system(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """A new token, shown once. The old one ends now."""
    hold(request, code)
    return require_recent(request) or _asking(
        request, code, key, EndForm, title="Make a new token for {}", submit="Make a new token",
        opening="The old token opens nothing from that moment on. Have somebody ready to put the new one in.",
        act=clients.renew, done=lambda held, one, token: _show_token(request, held, one, token),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def shut_out_system(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Shut a system out for good."""
    return _asking(
        request, code, key, ShutOutForm, title="Shut out {}", submit="Shut it out",
        opening="Its next request is refused, and it hears of nothing more. This cannot be undone.",
        act=clients.shut_out,
        done=lambda held, one, _: (_at("system", held, one.pk), Told(f"{one} is shut out")),
    )  # fmt: skip


def _asking(
    request: HttpRequest, code: str, key: UUID, form: Any, *, title: str, act: Any, done: Any, **shown: Any
) -> HttpResponse:
    held = hold(request, code)
    one = _system(held.area, key)
    return ask_about(
        request, held, form, title=title.format(one), back=Link(str(one), _at("system", held, one.pk)),
        act=lambda answers: act(by=held.by, area=held.area, system=one, now=timezone.now(), **answers),
        done=lambda result: done(held, one, result), **shown,
    )  # fmt: skip
