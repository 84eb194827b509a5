"""Referrals put aside to be looked at: let in, or set aside with a reason. None is ever lost."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.front_door.intake import Via, enter
from alongside.front_door.models import Receipt
from alongside.front_door.schema import Sent
from alongside.referrals.models import Referral
from alongside.refusals import Refusal


def waiting(area: Area) -> QuerySet[Receipt]:
    """What nobody has looked at yet, the longest waiting first."""
    return Receipt.objects.filter(area=area, looked_at=None).exclude(held_because="").order_by("made_at")


def set_aside_before(area: Area) -> QuerySet[Receipt]:
    """What somebody looked at and set aside; it is still whole, and can still be let in."""
    return Receipt.objects.filter(area=area).exclude(set_aside_because="").order_by("-looked_at")


@transaction.atomic
def let_in(*, by: Practitioner, receipt: Receipt, now: datetime) -> list[Referral]:
    """It is a referral: it enters the record as received when it was sent, so its clock counts from then."""
    receipt = _locked(by, receipt)
    if receipt.payload is None:
        raise Refusal("This referral is in the record already.", "Somebody let it in before you did.",
                      "Open it from the board.")  # fmt: skip
    via = Via(door=receipt.door, sender=receipt.sender)
    referrals = enter(Sent.model_validate(receipt.payload), receipt.area, receipt, via, now)
    receipt.payload, receipt.set_aside_because = None, ""
    receipt.looked_at, receipt.looked_by = now, by
    receipt.save(update_fields=("payload", "set_aside_because", "looked_at", "looked_by"))
    write(
        Action.ACT, area=receipt.area, by=by, about=receipt.pk, about_kind="receipt", now=now, what="let-in"
    )
    return referrals


@transaction.atomic
def set_aside(*, by: Practitioner, receipt: Receipt, because: str, now: datetime) -> Receipt:
    """It is no referral. What was sent stays with its receipt, and can be let in later."""
    receipt = _locked(by, receipt)
    if not because.strip():
        raise Refusal("Say why it is set aside.", "Somebody may ask what became of it.",
                      "Write what shows that it is no referral.", field="because")  # fmt: skip
    if receipt.payload is None:
        raise Refusal("This referral is in the record already.", "Somebody let it in before you did.",
                      "Decide on it there.")  # fmt: skip
    receipt.set_aside_because, receipt.looked_at, receipt.looked_by = because, now, by
    receipt.save(update_fields=("set_aside_because", "looked_at", "looked_by"))
    write(
        Action.ACT,
        area=receipt.area,
        by=by,
        about=receipt.pk,
        about_kind="receipt",
        now=now,
        what="set-aside",
    )
    return receipt


def _locked(by: Practitioner, receipt: Receipt) -> Receipt:
    locked = (
        Receipt.objects.select_for_update(of=("self",)).select_related("area").filter(pk=receipt.pk).first()
    )
    if locked is None or not policies.SEE_FRONT_DOOR.allows(locked.area, by):
        raise PermissionDenied("You cannot look at this referral.")
    return locked
