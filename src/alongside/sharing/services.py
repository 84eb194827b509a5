"""Deciding to share or not to, asking for information, and calling it back. One function for each act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.sharing import agreements
from alongside.sharing.models import (
    SharedItem,
    SharingAgreement,
    SharingDecision,
    SharingRecall,
    SharingRequest,
)

Outcome = SharingDecision.Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing shared. kind: fact, opinion or reported; ``said_by`` for what somebody reported."""

    kind: str
    words: str
    said_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharing:
    """What was decided about sharing. Fields as on ``SharingDecision``; judgements have no default."""

    outcome: str
    what: str
    reasons: str
    recipient: Agency | None = None
    recipient_name: str = ""
    recipient_function: str = ""
    about_others: str = ""
    relevance: str = ""
    basis: str = ""
    condition: str = ""
    consent_from: str = ""
    consent_on: date | None = None
    would_harm: str = ""
    family_told: str = ""
    not_told_because: str = ""
    purpose: str = ""
    expires_on: date | None = None
    agreement: SharingAgreement | None = None
    items: Sequence[Item] = ()


CARRIED_OVER = tuple(name for name in Sharing.__dataclass_fields__ if name != "items")


@transaction.atomic
def decide_sharing(
    *,
    by: Practitioner,
    child: Person,
    sharing: Sharing,
    now: datetime,
    holder: Agency | None = None,
    request: SharingRequest | None = None,
) -> SharingDecision:
    """Record a decision to share information about a child, or part of it, or not to.

    holder: the agency that holds it, where ``by`` works for several. request: the request this answers.
    What the text in force expects and is missing is kept as a shortfall. Raises Refusal where nothing is
    shared, where it goes to whoever holds it, or where an agreement that is named does not cover it;
    PermissionDenied where ``by`` may not decide for this child. Since 30 September 2026 the duty of section
    16LA of the Children Act 2004 governs; before, Working Together 2023, paragraphs 31 to 33.
    """
    case = open_case(policies.SHARE_INFORMATION.lock(child, by))
    today = day_of(now)
    holder = _agency_of(by, holder)
    _refuse_impossible(sharing, holder, today)
    if sharing.agreement:
        agreements.refuse_outside(sharing.agreement, holder, sharing.recipient, sharing.purpose, today)
    if request:
        _refuse_answered(request, by)
    decision = SharingDecision(
        area_id=case.area_id, case=case, decided_on=today, holder=holder, request=request, recorded_at=now,
        recorded_by=by, **{name: getattr(sharing, name) for name in CARRIED_OVER},
    )  # fmt: skip
    check(decision, exclude=("entry",))
    kind = kinds.INFORMATION_SHARED if decision.shares else kinds.INFORMATION_NOT_SHARED
    decision.entry = kind.record(
        case, on=today, by=by, now=now, holder=str(holder), recipient=decision.recipient_words,
        what=decision.what, reasons=decision.reasons, decision=str(decision.pk), told_words=_told(decision),
    )  # fmt: skip
    keep(decision)
    _keep_items(decision, sharing.items)
    missing = expected_but_absent("information.decision-record", _filled(decision, sharing.items), today)
    record_shortfall(decision.entry, "information.decision-record", missing)
    write(
        Action.SHARE, area=case.area, by=by, about=child.pk, about_kind="child", now=now,
        decision=decision.pk, outcome=decision.outcome, recipient=decision.recipient_id,
    )  # fmt: skip
    if decision.shares and decision.recipient_id:
        happened(
            Event.INFORMATION_RECEIVED, area=case.area_id, agency=decision.recipient, about=decision, now=now,
            data={"information": str(decision.pk)},
        )  # fmt: skip
    if request:
        _tell_the_asker(request, decision, now)
    return decision


def _agency_of(by: Practitioner, holder: Agency | None) -> Agency:
    agencies = {post.agency_id: post.agency for post in by.scope.posts}
    if holder is not None and holder.pk not in agencies:
        raise PermissionDenied("You cannot decide for an agency you do not work for.")
    if not agencies:
        raise PermissionDenied("You work for no agency today.")
    return holder or next(iter(agencies.values()))


def _refuse_impossible(sharing: Sharing, holder: Agency, today: date) -> None:
    shares = sharing.outcome != Outcome.DO_NOT_SHARE
    if sharing.recipient == holder:
        raise Refusal(
            f"{holder} already holds this.", "Sharing is from one agency to another.",
            "Choose the agency it goes to.", field="recipient",
        )  # fmt: skip
    if shares and not any(item.words for item in sharing.items):
        raise Refusal(
            "Nothing would be shared.", "You decided to share, and there is no fact, opinion or report.",
            "Enter what the recipient is to read.", field="facts",
        )  # fmt: skip
    if sharing.expires_on and sharing.expires_on < today:
        raise Refusal(
            "This could be read by nobody.",
            f"You entered {day_in_words(sharing.expires_on)}, which is over.",
            "Enter the last day on which it may be read, or leave it empty.", field="expires_on",
        )  # fmt: skip
    if sharing.consent_on and sharing.consent_on > today:
        raise Refusal(
            "This consent is in the future.", f"You entered {day_in_words(sharing.consent_on)}.",
            "Enter the day it was given.", field="consent_on",
        )  # fmt: skip


def _refuse_answered(request: SharingRequest, by: Practitioner) -> None:
    if not policies.ANSWER_REQUEST.allows(request, by):
        raise PermissionDenied("You cannot answer a request that was made to another agency.")
    if request.withdrawn_on:
        raise Refusal(
            "This request was withdrawn.", f"{request.asking_agency} withdrew it: {request.withdrawn_because}",
            "If the information should reach somebody all the same, decide on sharing it without the request.",
        )  # fmt: skip
    if SharingDecision.objects.filter(request=request).exists():
        raise Refusal(
            "This request has been answered.", "Somebody in your agency answered it meanwhile.",
            "Read their answer. To share more, decide on sharing it.",
        )  # fmt: skip


def _keep_items(decision: SharingDecision, items: Sequence[Item]) -> None:
    for item in items:
        if item.words:
            kept = SharedItem(decision=decision, kind=item.kind, words=item.words, said_by=item.said_by)
            check(kept)
            keep(kept)


def _filled(decision: SharingDecision, items: Sequence[Item]) -> set[str]:
    """Which headings of the rule on a decision's record this one fills."""
    there = {
        "what": bool(decision.what or items),
        "recipient": bool(decision.recipient_id or decision.recipient_name)
        and bool(decision.recipient_function),
        "reasons": bool(decision.reasons),
        "lawful-basis": bool(decision.basis) or not decision.shares,
        "family-told": bool(decision.family_told),
        "harm": bool(decision.would_harm),
    }
    return {key for key, filled in there.items() if filled}


def _told(decision: SharingDecision) -> str:
    return {
        SharingDecision.Told.TOLD.value: "The family has been told.",
        SharingDecision.Told.WILL_BE.value: "The family will be told.",
        SharingDecision.Told.NOT_TOLD.value: f"The family is not told: {decision.not_told_because}",
    }.get(decision.family_told, "")


def _tell_the_asker(request: SharingRequest, decision: SharingDecision, now: datetime) -> None:
    answer = (
        "has answered what you asked for"
        if decision.shares
        else "has decided not to share what you asked for"
    )
    notify(
        to=request.recorded_by, words=f"{request.asked_agency} {answer}.", child=request.case.child,
        link=f"/shared/{decision.pk}/" if decision.shares else f"/children/{request.case.child.reference}/sharing/",
        now=now,
    )  # fmt: skip


@transaction.atomic
def ask_for_information(
    *,
    by: Practitioner,
    child: Person,
    asked: Agency,
    what: str,
    why: str,
    purpose: str,
    now: datetime,
    by_when: date | None = None,
) -> SharingRequest:
    """Ask another agency for information about a child. It answers with a decision, either way.

    Raises Refusal for an agency's own information or a day that is over.
    """
    case = open_case(policies.SHARE_INFORMATION.lock(child, by))
    asking, today = _agency_of(by, None), day_of(now)
    if asked == asking:
        raise Refusal(
            f"{asking} holds this already.", "You would be asking your own agency.", "Choose another agency.",
            field="asked",
        )  # fmt: skip
    if by_when and by_when < today:
        raise Refusal(
            "The day you need it by is over.", f"You entered {day_in_words(by_when)}.",
            "Enter today or a later day, or leave it empty.", field="by_when",
        )  # fmt: skip
    request = SharingRequest(
        area_id=case.area_id, case=case, asked_on=today, asking_agency=asking, asked_agency=asked, what=what,
        why=why, purpose=purpose, by_when=by_when, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(request, exclude=("entry",))
    request.entry = kinds.INFORMATION_ASKED_FOR.record(
        case, on=today, by=by, now=now, asking=str(asking), asked=str(asked), what=what,
        request=str(request.pk), by_when_words=f"It is needed by {day_in_words(by_when)}." if by_when else "",
    )  # fmt: skip
    keep(request)
    return request


@transaction.atomic
def withdraw_request(*, by: Practitioner, request: SharingRequest, why: str, now: datetime) -> None:
    """Take back a request that nobody has answered. Raises Refusal once it is answered or withdrawn."""
    policies.SHARE_INFORMATION.lock(request.case.child, by)
    if request.asking_agency_id not in by.scope.agencies:
        raise PermissionDenied("You cannot withdraw what another agency asked.")
    if request.withdrawn_on or SharingDecision.objects.filter(request=request).exists():
        raise Refusal(
            "There is nothing to withdraw.", "The request has been answered or withdrawn.",
            "Read the answer on the page of what was shared.",
        )  # fmt: skip
    request.withdrawn_on, request.withdrawn_because = day_of(now), why
    check(request)
    keep(request, update_fields=("withdrawn_on", "withdrawn_because"))
    kinds.INFORMATION_REQUEST_WITHDRAWN.record(
        request.case, on=day_of(now), by=by, now=now, asking=str(request.asking_agency),
        asked=str(request.asked_agency), why=why,
    )  # fmt: skip


@transaction.atomic
def recall_shared(
    *, by: Practitioner, decision: SharingDecision, why: str, words: str, now: datetime
) -> SharingRecall:
    """Call back what was shared: its recipient can no longer open it here, from this moment.

    What a recipient has already read or kept elsewhere stays known; the words shown to both sides say so.
    Raises Refusal where nothing was shared or it was called back before.
    """
    if not policies.RECALL_SHARED.allows(decision, by):
        raise PermissionDenied("You cannot call back what another agency shared.")
    if not decision.shares or SharingRecall.objects.filter(decision=decision).exists():
        raise Refusal(
            "There is nothing to call back.", "It was not shared, or it was called back before.",
            "Read the decision again.",
        )  # fmt: skip
    case, today = decision.case, day_of(now)
    recall = SharingRecall(
        area_id=case.area_id, case=case, decision=decision, recalled_on=today, why=why, words=words,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(recall, exclude=("entry",))
    recall.entry = kinds.INFORMATION_RECALLED.record(
        case, on=today, by=by, now=now, holder=str(decision.holder), recipient=decision.recipient_words,
        what=decision.what, why=recall.get_why_display(), words=words,
    )  # fmt: skip
    keep(recall)
    return recall
