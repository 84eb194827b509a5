"""Reminding agencies that have not answered the front door, until they have."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from alongside.front_door.local import figures_of
from alongside.front_door.models import CheckRequest
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.services import send_email
from alongside.partners.models import GuestLink
from alongside.ui.words import count, date_words


def chase_unanswered(now: datetime) -> str:
    """Remind whoever was to answer by a day that is over, and tell whoever asked. Again after the area's own limit.

    Nothing goes out about what has been answered, nor once the case is closed.
    """
    today = day_of(now)
    late = CheckRequest.objects.filter(answer=None, answer_by__lt=today, case__closed_on=None)
    asked = list(
        late.filter(Q(chased_on=None) | Q(chased_on__lt=today)).select_related(
            "agency", "area", "recorded_by", "case__child"
        )
    )
    chased = [one for one in asked if _is_due(one, now) and _chase(one, now)]
    return f"{count(len(chased), 'reminder')} sent."


def _is_due(asked: CheckRequest, now: datetime) -> bool:
    today = day_of(now)
    return asked.chased_on is None or figures_of(asked.area_id, today).check_by(asked.chased_on) < today


@transaction.atomic
def _chase(asked: CheckRequest, now: datetime) -> bool:
    unanswered = CheckRequest.objects.filter(pk=asked.pk, answer=None, chased_on=asked.chased_on)
    if not unanswered.update(chased_on=day_of(now)):
        return False
    links = GuestLink.objects.filter(asked=asked, done_at=None, revoked_at=None, expires_at__gt=now)
    for link in links.select_related("made_by"):
        send_email(
            to=link.email, area=asked.area, about=link, now=now, subject="The front door still waits for your answer",
            body=_LETTER.format(who=link.made_by.name, area=asked.area.name, sent=date_words(link.made_at)),
        )  # fmt: skip
    notify(
        to=asked.recorded_by, child=asked.case.child, now=now,
        words=f"{asked.agency} was to answer you by {date_words(asked.answer_by)} and has not. Ring them.",
        link=f"/children/{asked.case.child.reference}/checks/",
    )  # fmt: skip
    return True


_LETTER = """{who} of the front door of {area} asked you something about a child, and has no answer yet.

The link is in our letter of {sent}. If you know nothing, say so there; that is an answer too. If you no longer have the
letter, ring {who}. If a child is in danger now, ring 999.
"""
