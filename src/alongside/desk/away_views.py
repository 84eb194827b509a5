"""When one is away and who covers, and for whom one covers: open, ask, act, show."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Absence, Practitioner
from alongside.desk import away as acts
from alongside.desk.administration.forms import PlainForm
from alongside.desk.away_forms import AwayForm, CoverForm
from alongside.moments import day_of
from alongside.ui.frames import Link
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import date_words

NOT_HERE = "There is nothing here that you can open."
SHOWN = 20


@login_required
@require_safe
def away(request: HttpRequest) -> HttpResponse:
    """When the reader is or was away and who covers, and for whom they cover. Whoever has no part in cases finds nothing."""
    me, today = practitioner_of(request), day_of(timezone.now())
    if not me.scope.areas_as(*policies.COVERING_ROLES):
        raise Http404(NOT_HERE)
    found = Absence.objects.filter(Q(practitioner=me) | Q(covered_by=me)).select_related(
        "practitioner", "covered_by", "ended_by"
    ).order_by("-from_on", "-recorded_at")  # fmt: skip
    every = list(found[: SHOWN * 2])
    lasting = [one for one in every if one.ended_at is None and one.to_on >= today]
    return render(request, "desk/away.html", {
        "mine": [one for one in lasting if one.practitioner_id == me.pk],
        "covering": [one for one in lasting if one.covered_by_id == me.pk],
        "over": [one for one in every if one not in lasting][:SHOWN],
        "me": me,
        "manages": bool(me.scope.teams_as(*policies.MANAGING_ROLES)),
    })  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def say(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say from when to when somebody is away, and who covers: oneself, or somebody whose team one manages."""
    me, today = practitioner_of(request), day_of(timezone.now())
    who = policies.SAY_AWAY.filter(Practitioner.objects.filter(pk=key), me).first()
    if who is None:
        raise Http404(NOT_HERE)
    mine = who == me
    return ask(
        request, AwayForm, template="desk/say_away.html", form_kwargs={"among": acts.who_may_cover(who, today)},
        context={"title": "Say when you are away" if mine else f"Say when {who} is away", "back": _back(mine), "who": who, "mine": mine},
        act=lambda answers: acts.say_away(by=me, practitioner=who, now=timezone.now(), **answers),
        done=lambda one: (_back(mine).href, Told(_said(one, mine), _cannot_open(one))),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def cover(request: HttpRequest, key: UUID) -> HttpResponse:
    """Choose who covers from now on, for the days that are left."""
    me, today = practitioner_of(request), day_of(timezone.now())
    one = _absence(me, key)
    mine = one.practitioner_id == me.pk
    return ask(
        request, CoverForm, template="desk/say_away.html",
        form_kwargs={"among": acts.who_may_cover(one.practitioner, today)},
        context={"title": "Choose who covers", "caption": _said(one, mine), "back": _back(mine), "who": one.practitioner, "mine": mine},
        act=lambda answers: acts.change_cover(by=me, absence=one, now=timezone.now(), **answers),
        done=lambda one: (_back(mine).href, Told(_said(one, mine), _cannot_open(one))),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, key: UUID) -> HttpResponse:
    """Whoever was away is back, or does not go."""
    me = practitioner_of(request)
    one = _absence(me, key)
    mine = one.practitioner_id == me.pk
    return ask(
        request, PlainForm, template="desk/say_away.html", check=False,
        context={
            "title": "Say that you are back" if mine else f"Say that {one.practitioner} is back", "caption": _said(one, mine),
            "submit": "End it now", "back": _back(mine), "who": one.practitioner, "ends": True,
        },
        act=lambda answers: acts.end_absence(by=me, absence=one, now=timezone.now()),
        done=lambda one: (_back(mine).href, Told("It has ended", ("Whoever covered sees and does no more because of it.",))),
    )  # fmt: skip


def _absence(me: Practitioner, key: UUID) -> Absence:
    """An absence that is not over, of somebody for whom this practitioner may say so."""
    lasting = Absence.objects.not_over(day_of(timezone.now())).filter(pk=key)
    found = (
        policies.SAY_AWAY.filter_through("practitioner", lasting, me)
        .select_related("practitioner", "covered_by")
        .first()
    )
    if found is None:
        raise Http404(NOT_HERE)
    return found


def _back(mine: bool) -> Link:
    return (
        Link("Away and cover", reverse_for("desk:away"))
        if mine
        else Link("Who is away", reverse_for("desk:team-away"))
    )


def _said(one: Absence, mine: bool) -> str:
    who = "You are" if mine else f"{one.practitioner} is"
    covers = f"{one.covered_by} covers" if one.covered_by else "nobody covers yet"
    return f"{who} away from {date_words(one.from_on)} to {date_words(one.to_on)}; {covers}"


def _cannot_open(one: Absence) -> tuple[str, ...]:
    """How many of the children the cover cannot open: what closes a record wins over covering."""
    number = acts.closed_to_cover(one)
    if not number:
        return (
            (
                "They see and do it from the first day to the last, and what they record says for whom they cover.",
            )
            if one.covered_by
            else ()
        )
    words = "1 of these children’s records is" if number == 1 else f"{number} of these children’s records are"
    return (
        f"{words} closed to {one.covered_by}, and stays so. Ask the manager who acts for them meanwhile.",
    )
