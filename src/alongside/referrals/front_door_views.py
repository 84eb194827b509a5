"""The front door: the board, and what is done with one referral."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, open_child, practitioner_of
from alongside.agencies.models import Team
from alongside.chronology import kinds
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.referrals import board, front_door, one_referral, same_child, telling
from alongside.referrals.doors import child_named, open_referral
from alongside.referrals.forms import (
    AcknowledgeForm,
    AllocateForm,
    DecideForm,
    SameChildForm,
    TellForm,
)
from alongside.referrals.models import Decision, Referral
from alongside.refusals import Refusal
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask
from alongside.ui.words import day


@require_safe
def front_door_board(request: HttpRequest) -> HttpResponse:
    """What is waiting at the front door, oldest clock first."""
    area, me = open_area(request, policies.SEE_FRONT_DOOR), practitioner_of(request)
    shown = board.of(area, me, now=timezone.now(), column=request.GET.get("column", ""))
    return render(request, "referrals/front_door.html", {"area": area, "board": shown})


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, key: UUID) -> HttpResponse:
    """One referral: what was said, what is known, and the decision."""
    referral, me = open_referral(request, key), practitioner_of(request)
    whole = one_referral.whole(referral, me, timezone.now())
    shown = {
        "referral": referral, "whole": whole, "rule": catalogue.rule("referral.decision"),
        "judgement": catalogue.rule("referral.threshold"),
    }  # fmt: skip
    if getattr(referral, "decision", None) or not whole.may_decide:
        return render(request, "referrals/referral.html", shown, about=referral.case.child)
    return ask(
        request, DecideForm, template="referrals/decide.html", about=referral.case.child, context=shown,
        form_kwargs={"waiting": whole.waiting, "referral": referral},
        initial={"referrals": [str(one.pk) for one in whole.waiting]},
        act=lambda answers: _decide(me, referral, answers), done=_after_deciding,
    )  # fmt: skip


def _decide(me: Any, referral: Referral, answers: dict[str, Any]) -> list[Decision]:
    chosen = list(answers.pop("referrals", None) or [referral])
    how = DecideForm.telling_of(answers)
    return telling.decide_and_tell(
        by=me, referrals=chosen, decided=front_door.Decided(**answers), telling=how, now=timezone.now()
    )


NEXT = {
    "section-17-assessment": "A lead practitioner is allocated; the child is seen as soon as possible.",
    "strategy-discussion": "Hold a strategy discussion with health and the police, and allocate a social worker to lead.",
    "immediate-protection": "Act now to make the child safe. A strategy discussion follows as soon as possible.",
    "early-help": "Early help is offered to the family, who may say no.",
    "transfer-in-conference": "Record the day we were told of the move; the conference is due from that day.",
}


def _after_deciding(decisions: list[Decision]) -> Onward:
    first = decisions[0]
    told_already = first.case.chronology.filter(
        kind__in=(kinds.REFERRER_TOLD.id, kinds.REFERRER_NOT_TOLD.id),
        details__referral=str(first.referral_id),
    ).exists()
    names = ", ".join(str(decision.case.child) for decision in decisions)
    told = Told(
        f"Decision recorded for {names}",
        tuple(filter(None, (
            NEXT.get(first.outcome, ""),
            "" if told_already else "Tell the referrer what was decided and why. It stays on the board until that is done.",
            "Tell the child and parents, unless it would put a child at risk or jeopardise an investigation.",
        ))),
        more=() if told_already else (("Tell the referrer", reverse_for("referrals:tell", first.referral_id)),),
    )  # fmt: skip
    return reverse_for("referrals:front-door"), told


@require_http_methods(["GET", "POST"])
def acknowledge(request: HttpRequest, key: UUID) -> HttpResponse:
    """Record that the referrer was told their referral arrived."""
    referral = open_referral(request, key)
    return ask(
        request, AcknowledgeForm, template="referrals/acknowledge.html", about=referral.case.child, check=False,
        context={"referral": referral, "rule": catalogue.rule("referral.acknowledgement")},
        act=lambda answers: front_door.acknowledge(
            by=practitioner_of(request), referral=referral, now=timezone.now(), **answers
        ),
        done=lambda entry: (reverse_for("referrals:front-door"), Told("Acknowledgement recorded")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def tell_referrer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Tell the referrer what was decided, or record why not; for all children told alike in one go."""
    referral, me = open_referral(request, key), practitioner_of(request)
    decision = getattr(referral, "decision", None)
    return ask(
        request, TellForm, template="referrals/tell_referrer.html", about=referral.case.child, check=False,
        context={"referral": referral, "decision": decision, "rule": catalogue.rule("referral.feedback")},
        form_kwargs={"referral": referral}, initial={"told": decision.to_tell_referrer if decision else ""},
        act=lambda answers: _tell(me, referral, decision, answers),
        done=lambda entries: (reverse_for("referrals:front-door"), Told("Recorded for the referrer")),
    )  # fmt: skip


def _tell(me: Any, referral: Referral, decision: Decision | None, answers: dict[str, Any]) -> object:
    if decision is None:
        raise Refusal(
            "There is no decision to tell yet.", "This referral has not been decided.", "Decide on it first."
        )
    decision.referral = referral
    return telling.settle(
        by=me, decisions=[decision, *board.untold_with(referral, me)], told=answers.pop("told"),
        telling=TellForm.telling_of(answers), now=timezone.now(),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def recognise(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that the referral is about a child whose record is there already."""
    referral, me = open_referral(request, key), practitioner_of(request)
    maybe = same_child.maybe_known(referral.case.child, me)
    return ask(
        request, SameChildForm, template="referrals/same_child.html", about=referral.case.child,
        context={"referral": referral, "maybe": maybe, "rows": [[p.reference, p.called, day(p.born_on)] for p in maybe]},
        act=lambda answers: same_child.recognise_child(
            by=me, referral=referral, known=child_named(me, answers["reference"]), reason=answers["reason"],
            now=timezone.now(),
        ),
        done=lambda moved: (
            reverse_for("referrals:decide", moved.pk), Told(f"The referral now stands on {moved.case.child.reference}")
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def allocate(request: HttpRequest, reference: str) -> HttpResponse:
    """Make somebody the lead practitioner."""
    child = open_child(request, reference, policies.ALLOCATE)
    me = practitioner_of(request)
    teams = Team.objects.filter(area=child.area_id, closed_on=None, purpose=Team.Purpose.HELP_AND_PROTECTION)
    return ask(
        request, AllocateForm, template="referrals/allocate.html", about=child,
        context={"rule": catalogue.rule("authority.assessment-lead"), "loads": board.loads(teams)},
        form_kwargs={"area": child.area, "teams": teams, "child": child},
        act=lambda answers: front_door.allocate_lead(
            by=me, child=child, practitioner=answers["practitioner"], team=answers["team"],
            reason=answers["reason"], now=timezone.now(),
        ),
        done=lambda allocation: (
            reverse_for("desk:child", child.reference),
            Told(
                f"{allocation.practitioner} leads from {day_of(timezone.now()):%-d %B %Y}",
                (f"{allocation.practitioner} sees {child} as soon as possible, and tells the family who leads.",),
            ),
        ),
    )  # fmt: skip
