"""Making a referral, and hearing what happened to it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_area, open_child, practitioner_of
from alongside.agencies.models import Practitioner, Role, Team
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.guidance import catalogue
from alongside.referrals import known_already, services
from alongside.referrals.doors import referrals_sent
from alongside.referrals.due import decision_due
from alongside.referrals.forms import MakeReferralForm
from alongside.referrals.models import Referral, Statement
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import Onward, ask


@require_http_methods(["GET", "POST"])
def make_referral(request: HttpRequest) -> HttpResponse:
    """Refer one child, or several in one go."""
    area, me = open_area(request, policies.MAKE_REFERRAL), practitioner_of(request)
    now = timezone.now()
    recording = bool(
        me.scope.areas_as(Role.SCREENER, *policies.SOCIAL_CARE_ROLES, purpose=Team.Purpose.FRONT_DOOR)
    )
    sent = MakeReferralForm(request.POST, recording=recording) if request.method == "POST" else None
    if page := known_already.asked_first(request, sent, me, now):
        return page
    return ask(
        request, MakeReferralForm, template="referrals/make_referral.html",
        context={"rule": catalogue.rule("referral.content"), "area": area},
        form_kwargs={"recording": recording},
        act=lambda answers: services.make_referral(
            by=me, area=area, now=now, children=known_already.children(request, answers["children"], me), given=given_in(me, answers, now)
        ),
        done=lambda referrals: received(referrals, recording),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def refer_again(request: HttpRequest, reference: str) -> HttpResponse:
    """Refer a child whose record one has open."""
    child, me, now = (
        open_child(request, reference, policies.READ_CHILD),
        practitioner_of(request),
        timezone.now(),
    )
    return ask(
        request, MakeReferralForm, template="referrals/make_referral.html", about=child,
        context={"rule": catalogue.rule("referral.content"), "area": child.area},
        form_kwargs={"known": True},
        act=lambda answers: services.make_referral(
            by=me, area=child.area, now=now, children=[services.ReferredChild(known=child)],
            given=given_in(me, answers, now),
        ),
        done=lambda referrals: received(referrals, recording=False),
    )  # fmt: skip


@require_safe
def referral_sent(request: HttpRequest, submission: UUID) -> HttpResponse:
    """The receipt of a referral, and what has happened to it since."""
    sent = referrals_sent(request, submission)
    kept_back = Entry.objects.standing().filter(
        case__in=[one.case_id for one in sent], kind=kinds.REFERRER_NOT_TOLD.id
    )
    shown = {
        "referrals": sent, "rule": catalogue.rule("referral.feedback"), "due": decision_due(sent[0].received_at) if sent[0].received_at else None,
        "kept_back": {details.get("referral") for details in kept_back.values_list("details", flat=True)},
    }  # fmt: skip
    return render(request, "referrals/referral_sent.html", shown)


@require_safe
def my_referrals(request: HttpRequest) -> HttpResponse:
    """What happened to what you told us."""
    mine = Referral.objects.filter(referrer=practitioner_of(request)).select_related(
        "case__child", "decision"
    )
    return render(
        request, "referrals/my_referrals.html", {"referrals": mine.order_by("-received_on", "-id")[:100]}
    )


def given_in(me: Practitioner, answers: dict[str, Any], now: datetime) -> services.ReferralGiven:
    """What the form told, for every child in the referral."""
    recording = "referrer_kind" in answers
    own = dict.fromkeys(("fact_by", "concern_by", "reported_by"), answers.get("referrer_name") or me.name)
    said = [
        services.Said(kind=kind, words=answers[kind], said_by=answers.get(f"{kind}_by") or own[f"{kind}_by"])
        for kind in Statement.Kind.values
        if answers[kind]
    ]
    names = ("received_at", "referrer_kind", "referrer_name", "referrer_relation", "referrer_contact")
    who = {name: answers[name] for name in names} if recording else {
        "received_at": now, "referrer_kind": Referral.Referrer.PRACTITIONER, "referrer": me,
        "referrer_relation": str(me.scope.posts[0]) if me.scope.posts else "",
    }  # fmt: skip
    same = (
        "immediate_danger", "whereabouts", "family_asked", "not_asked_because", "development", "capacity",
        "outside_factors", "communication", "known_services", "early_help_assessment",
    )  # fmt: skip
    return services.ReferralGiven(
        statements=said,
        siblings=answers.get("siblings") == "yes",
        **who,
        **{name: answers[name] for name in same},
    )


def received(referrals: list[Referral], recording: bool) -> Onward:
    """Where to go on from a referral, and what its referrer is told."""
    due = referrals[0].case.deadlines.filter(rule_id="referral.decision").order_by("-starts_on").first()
    by_when = f" by {due.due_on:%A %-d %B %Y}" if due and due.due_on else ""
    told = Told(
        "Referral received",
        (
            f"A social-work-qualified supervisor or manager at the front door decides what happens next{by_when}.",
            "You will be told what was decided and why. If you hear nothing, ask; if you disagree, say so.",
            "The family is told of the decision unless that would put a child at more risk.",
        ),
        reference=", ".join(referral.case.child.reference for referral in referrals) if recording else "",
    )
    if recording:
        return reverse_for("referrals:front-door"), told
    return reverse_for("referrals:sent", referrals[0].submission), told
