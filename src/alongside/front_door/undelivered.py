"""Telling whoever sent a letter that matters that it has not gone, so that they ring instead."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from alongside.front_door.local import figures_of
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.models import OutgoingMessage
from alongside.ui.words import moment


def tell_of_undelivered(now: datetime) -> int:
    """Tell the sender and their team of each letter that matters and has failed, or not gone in the area's own time.

    Each once. The notice says what to do instead, and leads to where it is recorded. How many.
    """
    waiting = OutgoingMessage.objects.filter(sent_at=None, escalated_at=None).exclude(instead="")
    after: dict[UUID, timedelta] = {}
    told = 0
    for one in waiting.select_related("by", "team").order_by("made_at")[:100]:
        if one.area_id not in after:
            after[one.area_id] = timedelta(minutes=figures_of(one.area_id, day_of(now)).undelivered_minutes)
        if one.failed_at or now - one.made_at >= after[one.area_id]:
            told += _tell(one, now)
    return told


@transaction.atomic
def _tell(one: OutgoingMessage, now: datetime) -> bool:
    if not OutgoingMessage.objects.filter(pk=one.pk, sent_at=None, escalated_at=None).update(
        escalated_at=now
    ):
        return False
    how = "could not be sent" if one.failed_at else "has not gone yet"
    words = f"Your e-mail of {moment(one.made_at)} to {one.to} {how}: “{one.subject}”. {one.instead}"
    if one.by is not None:
        notify(to=one.by, words=words, link=one.link, now=now)
    if one.team is not None:
        by = f"{one.by}’s" if one.by else "An"
        notify(team=one.team, words=words.replace("Your", by, 1), link=one.link, now=now)
    return True
