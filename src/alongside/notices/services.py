"""Telling somebody something inside the service, in the transaction of what it tells of."""

from __future__ import annotations

from datetime import datetime

from alongside.agencies.models import Practitioner, Team
from alongside.notices.models import Notice
from alongside.people.models import Person


def notify(
    *,
    to: Practitioner | None = None,
    team: Team | None = None,
    words: str,
    link: str = "",
    child: Person | None = None,
    now: datetime,
) -> Notice:
    """Tell one practitioner, or one team. It stands on their “My work” until it is seen.

    words: a sentence or two, at most 500 characters; say no more than the reader may know.
    link: an address inside the service, such as ``/children/WREN-AMARA2/``.
    child: whom it is about. To whoever that child's record is closed, the notice is not there.
    Raises ValidationError where it is to nobody or to both.
    """
    notice = Notice(to=to, team=team, words=words[:500], link=link, child=child, made_at=now)
    notice.full_clean()
    notice.save()
    return notice


def mark_seen(*, by: Practitioner, notice: Notice, now: datetime) -> None:
    """The notice has been seen. Whoever sees it a second time changes nothing."""
    Notice.objects.filter(pk=notice.pk, seen_at=None).update(seen_at=now, seen_by=by)
