"""How a referral stands, for whoever made it: only words that are safe to send."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.access.policies import MANAGING_ROLES
from alongside.agencies.models import Area, Post, Practitioner, Team
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.front_door.local import figures_of
from alongside.front_door.models import Receipt, Unhappy
from alongside.front_door.secrets import digest_of
from alongside.guidance.kernel.due import Due
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.referrals.due import decision_due
from alongside.referrals.models import Referral
from alongside.refusals import Refusal

LONGEST_REASON = 5_000
#: As many as one referrer may say; further ones are part of what was said already.
MOST_UNHAPPY = 5


@dataclass(slots=True)
class ChildsStatus:
    """How it stands for one child. called: as the referrer named them. words: what may be told, once decided."""

    called: str
    step: str = "received"
    decided_on: date | None = None
    words: str = ""


@dataclass(slots=True)
class Status:
    """A receipt and how it stands, child by child. due: by when it is decided, and why."""

    receipt: Receipt
    due: Due
    children: list[ChildsStatus] = field(default_factory=list)
    unhappy: list[Unhappy] = field(default_factory=list)

    @property
    def all_decided(self) -> bool:
        return all(child.step == "decided" for child in self.children)


def receipt_with(secret: str) -> Receipt | None:
    """The receipt whose status page this secret opens."""
    return Receipt.objects.filter(status_digest=digest_of(secret)).select_related("area").first()


def status_of(receipt: Receipt) -> Status:
    """How it stands. Says nothing of any record but what the referrer wrote and what they are to be told."""
    status = Status(receipt, decision_due(receipt.made_at))
    referrals = (
        Referral.objects.filter(submission=receipt.submission).select_related("decision").order_by("id")
    )
    entries = Entry.objects.standing().filter(
        case__referrals__submission=receipt.submission,
        kind__in=(kinds.REFERRAL_ACKNOWLEDGED.id, kinds.REFERRER_NOT_TOLD.id),
    )
    heard = {(kind, details.get("referral")) for kind, details in entries.values_list("kind", "details")}
    found = list(referrals)
    for place, called in enumerate(receipt.children_typed):
        child = ChildsStatus(called)
        if place < len(found):
            _look(child, found[place], heard)
        status.children.append(child)
    status.unhappy = list(Unhappy.objects.filter(submission=receipt.submission).order_by("said_at"))
    return status


def _look(child: ChildsStatus, referral: Referral, heard: set[tuple[str, str]]) -> None:
    decision = getattr(referral, "decision", None)
    if decision is not None:
        child.step, child.decided_on = "decided", decision.decided_on
        kept_back = (kinds.REFERRER_NOT_TOLD.id, str(referral.pk)) in heard
        child.words = "" if kept_back else decision.to_tell_referrer
    elif (kinds.REFERRAL_ACKNOWLEDGED.id, str(referral.pk)) in heard:
        child.step = "looked-at"


@transaction.atomic
def say_unhappy(
    *, submission: UUID, area: Area, reason: str, contact: str, by: Practitioner | None, now: datetime
) -> Unhappy:
    """A referrer is not happy with what happened. It stands on the board until it is answered, and a manager is told."""
    if not reason.strip():
        raise Refusal("Say why you are not happy.", "Somebody has to know what to look at again.",
                      "Write it in your own words.", field="reason")  # fmt: skip
    waiting = Unhappy.objects.filter(submission=submission)
    if waiting.count() >= MOST_UNHAPPY:
        raise Refusal(
            "You have said this before.", "It is with a manager at the front door already.",
            "Ring them and quote your reference.",
        )  # fmt: skip
    first = Referral.objects.filter(submission=submission).select_related("case").order_by("id").first()
    unhappy = Unhappy(
        area=area, submission=submission, child_id=first.case.child_id if first else None, reason=reason,
        contact=contact, said_at=now, said_by=by, answer_by=figures_of(area.pk, day_of(now)).answer_by(day_of(now)),
    )  # fmt: skip
    unhappy.full_clean()
    unhappy.save()
    write(Action.ACT, area=area, by=by, actor_kind="practitioner" if by else "public", about=unhappy.pk,
          about_kind="unhappy", now=now, what="said")  # fmt: skip
    _tell_managers(unhappy, now)
    return unhappy


def _tell_managers(unhappy: Unhappy, now: datetime) -> None:
    """A notice to each who supervises or manages the front door; to the whole team only while nobody does."""
    teams = Team.objects.filter(area=unhappy.area, purpose=Team.Purpose.FRONT_DOOR, closed_on=None)
    posts = Post.objects.filter(
        team__in=teams, to_on=None, role__in=MANAGING_ROLES, practitioner__is_active=True
    )
    managers = {post.practitioner_id: post.practitioner for post in posts.select_related("practitioner")}
    to: list[dict[str, Any]] = [{"to": one} for one in managers.values()] or [
        {"team": team} for team in teams
    ]
    for whom in to:
        notify(
            **whom, words="A referrer is not happy with what happened to their referral.",
            link=f"/front-door/unhappy/{unhappy.pk}/", child=unhappy.child, now=now,
        )  # fmt: skip


@transaction.atomic
def answer_unhappy(*, by: Practitioner, unhappy: Unhappy, answer: str, now: datetime) -> Unhappy:
    """Answer a referrer who is not happy. The answer stands on their status page."""
    locked = (
        Unhappy.objects.select_for_update(of=("self",)).select_related("area").filter(pk=unhappy.pk).first()
    )
    if locked is None or not policies.SEE_FRONT_DOOR.allows(locked.area, by):
        raise PermissionDenied("You cannot answer this.")
    if locked.answered_at:
        raise Refusal("This has been answered already.", "Somebody answered it before you did.",
                      "Open it to see what they said.")  # fmt: skip
    if not answer.strip():
        raise Refusal("Write the answer.", "Whoever asked should hear what you looked at again.",
                      "Leave out what they may not know.", field="answer")  # fmt: skip
    locked.answer, locked.answered_at, locked.answered_by = answer, now, by
    locked.save(update_fields=("answer", "answered_at", "answered_by"))
    write(
        Action.ACT, area=locked.area, by=by, about=locked.pk, about_kind="unhappy", now=now, what="answered"
    )
    return locked
