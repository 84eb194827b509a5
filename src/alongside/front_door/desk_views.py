"""What else waits at the front door: held referrals, unhappy referrers; and the area's own figures."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, practitioner_of
from alongside.front_door import following, held, local
from alongside.front_door.models import Receipt, Unhappy
from alongside.moments import day_of
from alongside.referrals.due import decision_due
from alongside.referrals.models import Referral
from alongside.ui.fields.days import DayField
from alongside.ui.forms import Form, LongTextField, OneOf, WholeNumberField
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask


class HeldForm(Form):
    """What a held referral is."""

    what = OneOf(
        label="What is it?", missing="Select what it is",
        choices=(("in", "A referral: let it in"), ("aside", "Not a referral: set it aside")),
        reveals={"aside": ("because",)},
    )  # fmt: skip
    because = LongTextField(label="What shows that?", missing="Say what shows that it is no referral", rows=3)


class AnswerUnhappyForm(Form):
    """What the referrer is answered."""

    answer = LongTextField(
        label="What do you answer?", missing="Write the answer",
        help_text="It stands on their own page. Say what you looked at again. Leave out what they may not know.",
    )  # fmt: skip


class FiguresForm(Form):
    """The area's own figures, from a day on."""

    from_on = DayField(label="From which day?", called="the day from which they hold")
    notices = WholeNumberField(label="Police notices are shown as a pattern from how many?", least=2, most=50)
    notice_months = WholeNumberField(label="Within how many months?", least=1, most=36, suffix="months")
    check_days = WholeNumberField(
        label="Partners answer a check within", least=1, most=20, suffix="working days"
    )
    unhappy_days = WholeNumberField(
        label="A referrer who is not happy is answered within", least=1, most=20, suffix="working days"
    )
    undelivered_minutes = WholeNumberField(
        label="Whoever sent a letter that matters is told that it has not gone after", least=5, most=1440,
        suffix="minutes",
    )  # fmt: skip
    most_drafts = WholeNumberField(
        label="Drafts of the public form are kept for 28 days, from one address up to", least=1, most=1000,
        suffix="drafts", help_text="More can be begun and sent; they are kept for a day.",
    )  # fmt: skip
    because = LongTextField(
        label="Why, and where was it agreed?", missing="Say why, and where it was agreed", rows=3
    )


@require_safe
def held_list(request: HttpRequest) -> HttpResponse:
    """Referrals put aside to be looked at, and those that were set aside."""
    area = open_area(request, policies.SEE_FRONT_DOOR)
    shown = {
        "area": area, "waiting": list(held.waiting(area)[:200]), "aside": list(held.set_aside_before(area)[:50]),
        "due": decision_due,
    }  # fmt: skip
    return render(request, "front_door/held.html", shown)


@require_http_methods(["GET", "POST"])
def one_held(request: HttpRequest, key: UUID) -> HttpResponse:
    """One of them, as it was sent."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    receipt = Receipt.objects.filter(pk=key, area=area, payload__isnull=False).first()
    if receipt is None:
        raise Http404("There is nothing here that you can open.")
    return ask(
        request, HeldForm, template="front_door/one_held.html", check=False,
        context={"receipt": receipt, "sent": receipt.payload, "due": decision_due(receipt.made_at)},
        act=lambda answers: _look(me, receipt, answers),
        done=lambda let_in: _looked(let_in),
    )  # fmt: skip


def _look(me: Any, receipt: Receipt, answers: dict[str, Any]) -> list[Referral]:
    if answers["what"] == "in":
        return held.let_in(by=me, receipt=receipt, now=timezone.now())
    held.set_aside(by=me, receipt=receipt, because=answers["because"], now=timezone.now())
    return []


def _looked(let_in: list[Referral]) -> tuple[str, Told]:
    if let_in:
        return reverse("referrals:decide", args=(let_in[0].pk,)), Told("The referral is in the record")
    return reverse("front_door:held"), Told("Set aside. What was sent is kept")


@require_http_methods(["GET", "POST"])
def one_unhappy(request: HttpRequest, key: UUID) -> HttpResponse:
    """What a referrer is not happy with, and the answer."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    found = (
        Unhappy.objects.filter(pk=key, area=area).select_related("said_by", "answered_by", "child").first()
    )
    if found is None or (found.child and not policies.RECORD_REFERRAL_WORK.allows(found.child, me)):
        raise Http404("There is nothing here that you can open.")
    shown = {
        "unhappy": found,
        "referrals": _referrals(found, me),
        "figures": local.figures_of(area.pk, day_of(found.said_at)),
    }
    if found.answered_at:
        return render(request, "front_door/unhappy_answered.html", shown)
    return ask(
        request, AnswerUnhappyForm, template="front_door/one_unhappy.html", check=False, context=shown,
        act=lambda answers: following.answer_unhappy(by=me, unhappy=found, now=timezone.now(), **answers),
        done=lambda answered: (reverse("referrals:front-door"), Told("Answered")),
    )  # fmt: skip


def _referrals(unhappy: Unhappy, me: Any) -> QuerySet[Referral]:
    every = Referral.objects.filter(submission=unhappy.submission).select_related("case__child", "decision")
    return policies.RECORD_REFERRAL_WORK.filter_through("case__child", every, me).order_by("id")


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """The local figures in force, and whose they are."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    shown = {
        "area": area, "figures": local.figures_of(area.pk, timezone.localdate()),
        "may_set": policies.SET_FRONT_DOOR_FIGURES.allows(area, me),
        "every": area.front_door_figures.select_related("recorded_by").order_by("-from_on"),
    }  # fmt: skip
    return render(request, "front_door/figures.html", shown)


@require_http_methods(["GET", "POST"])
def set_figures(request: HttpRequest) -> HttpResponse:
    """Set the area's figures from a day on."""
    area, me = open_area(request, policies.SET_FRONT_DOOR_FIGURES), practitioner_of(request)
    return ask(
        request, FiguresForm, template="front_door/set_figures.html", context={"area": area},
        act=lambda answers: local.set_figures(by=me, area=area, now=timezone.now(), **answers),
        done=lambda made: (reverse("front_door:figures"), Told(f"The figures hold from {made.from_on:%-d %B %Y}")),
    )  # fmt: skip
