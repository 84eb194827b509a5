"""Sharing about a child: deciding either way, asking another agency, calling back; and what was shared with us."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Agency
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.sharing import doors, reading, services
from alongside.sharing.forms import AskForm, DecideForm, RecallForm, WhyForm
from alongside.sharing.models import SharedItem, SharingDecision, SharingRequest
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import day_long


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, reference: str) -> HttpResponse:
    """Decide to share information about a child, or not to."""
    return _decide(request, reference, None)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer what another agency asked: share, share part of it, or do not."""
    asked = doors.asked_of_me(request, key)
    return _decide(request, asked.case.child.reference, asked)


def _decide(request: HttpRequest, reference: str, asked: SharingRequest | None) -> HttpResponse:
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    holder, today = asked.asked_agency if asked else _agency(me), day_of(timezone.now())
    asker = asked.asking_agency if asked else None
    given = {"recipient_function": asked.why[:200]} if asked else {}
    return ask(
        request, DecideForm, template="sharing/decide.html", about=child, initial=given,
        form_kwargs={"area": child.area, "holder": holder, "today": today, "answering": asker},
        context={
            "child": child, "asked": asked, "rule": reading.duty_on(today),
            "myths": reading.myths_on(today), "basis": catalogue.rule("information.lawful-basis"),
        },
        act=lambda answers: services.decide_sharing(
            by=me, child=child, sharing=_sharing(answers, asker), now=timezone.now(), holder=holder, request=asked
        ),
        done=lambda decision: (reverse_for("sharing:decision", reference, decision.pk), _told_decided(decision)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def ask_agency(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask another agency for information about a child."""
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    return ask(
        request, AskForm, template="sharing/ask.html", about=child,
        form_kwargs={"area": child.area, "asking": _agency(me)},
        context={"child": child, "rule": reading.duty_on(day_of(timezone.now()))},
        act=lambda answers: services.ask_for_information(by=me, child=child, now=timezone.now(), **answers),
        done=lambda asked: (reverse_for("sharing:decisions", reference), _told_asked(asked)),
    )  # fmt: skip


@require_safe
def decisions(request: HttpRequest, reference: str) -> HttpResponse:
    """Each decision about sharing, and each request, that one may read."""
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    shown = reading.about(child, me, day_of(timezone.now()))
    return render(request, "sharing/decisions.html", {"child": child, **shown}, about=child)


@require_safe
def decision(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One decision in full."""
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    found = doors.decision_about(request, child, key)
    context = {
        "child": child, "decision": found, "items": list(found.items.all()),
        "state": reading.state_of(found, day_of(timezone.now())),
        "may_recall": found.shares and not hasattr(found, "recall") and found.holder_id in me.scope.agencies,
    }  # fmt: skip
    return render(request, "sharing/decision.html", context, about=child)


@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Call back what was shared."""
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    found = doors.decision_about(request, child, key)
    return ask(
        request, RecallForm, template="sharing/recall.html", about=child,
        context={"child": child, "decision": found},
        act=lambda answers: services.recall_shared(by=me, decision=found, now=timezone.now(), **answers),
        done=lambda recalled: (
            reverse_for("sharing:decision", reference, key),
            Told("Called back", (f"{found.recipient_words} can no longer open it here. "
                                 "What they have read or kept elsewhere, they know: tell them.",)),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Take back a request that nobody has answered."""
    child, me = open_child(request, reference, policies.SHARE_INFORMATION), practitioner_of(request)
    asked = doors.asked_by_us(request, child, key)
    return ask(
        request, WhyForm, template="sharing/withdraw.html", about=child, check=False,
        context={"child": child, "asked": asked},
        act=lambda answers: services.withdraw_request(
            by=me, request=asked, why=answers["why"], now=timezone.now()
        ),
        done=lambda _: (
            reverse_for("sharing:decisions", reference),
            Told("Request withdrawn", (f"{asked.asked_agency} need not answer it.",)),
        ),
    )  # fmt: skip


@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """What other agencies shared with mine, and what they asked of it."""
    me, today = practitioner_of(request), day_of(timezone.now())
    return render(request, "sharing/shared.html", reading.with_us(me, today))


@require_safe
def one_shared(request: HttpRequest, key: UUID) -> HttpResponse:
    """What was shared with my agency, with what it may be used for above it."""
    found = doors.shared_with_me(request, key, day_of(timezone.now()))
    return render(request, "sharing/one_shared.html", {"decision": found, "items": list(found.items.all())})


def _agency(me: Any) -> Agency:
    agency: Agency = me.scope.posts[0].agency
    return agency


def _sharing(answers: dict[str, Any], asker: Agency | None) -> services.Sharing:
    same = {name: answers[name] for name in services.CARRIED_OVER if name in answers}
    if asker:
        same["recipient"] = asker
    if answers.get("only_part"):
        same["outcome"] = SharingDecision.Outcome.SHARE_PART
    kinds = SharedItem.Kind
    items = [
        services.Item(kind=kinds.FACT, words=answers.get("facts") or ""),
        services.Item(kind=kinds.OPINION, words=answers.get("opinions") or ""),
        services.Item(
            kind=kinds.REPORTED, words=answers.get("reported") or "", said_by=answers.get("reported_by") or ""
        ),
    ]
    return services.Sharing(**same, items=[item for item in items if item.words])


def _told_decided(decision: SharingDecision) -> Told:
    if not decision.shares:
        return Told(
            "Decision recorded: not shared",
            ("The reasons stand on the record. Decide again if anything changes.",),
        )
    until = f" until {day_long(decision.expires_on)}" if decision.expires_on else ""
    reads = (
        f"{decision.recipient} can read it from now{until}, for “{decision.get_purpose_display().lower()}” only."
        if decision.recipient
        else f"Pass it to {decision.recipient_words} yourself: they have no place here to read it."
    )
    family = {
        "told": "The family has been told.", "will-be": "Tell the family now.",
        "not-told": "The family is not told, for the reason you gave.",
    }.get(decision.family_told, "You have not said what the family is told.")  # fmt: skip
    return Told("Decision recorded: shared", (reads, family))


def _told_asked(asked: SharingRequest) -> Told:
    by = f" by {day_long(asked.by_when)}" if asked.by_when else ""
    return Told(
        "Request sent", (f"{asked.asked_agency} sees it now and is asked to answer{by}, either way.",)
    )
