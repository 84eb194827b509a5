"""What other systems can hear of. An act says that it happened, in its own transaction.

An event carries references only. Whoever hears of it asks for the rest with its own token, and is
shown what its agency may see.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from alongside.agencies.models import Agency, Area
from alongside.outbox.models import Endpoint
from alongside.outbox.services import send_webhook


class Event(StrEnum):
    """An event and when it happens."""

    REFERRAL_RECEIVED = "referral.received"
    REFERRAL_LOOKED_AT = "referral.looked-at"
    REFERRAL_DECIDED = "referral.decided"

    @property
    def words(self) -> str:
        return WORDS[self]


WORDS = {
    Event.REFERRAL_RECEIVED: "A referral by your agency has been received.",
    Event.REFERRAL_LOOKED_AT: "The front door has acknowledged a referral by your agency.",
    Event.REFERRAL_DECIDED: "The front door has decided on a referral by your agency, for one of its children.",
}


def happened(
    event: Event, *, area: Area, agency: Agency | None, data: Mapping[str, str], about: object, now: datetime
) -> int:
    """Tell every system of the agency that hears of such events in this area. Gives how many are told.

    agency: whose matter it is; without one nobody is told. data: references, never words about people.
    """
    if agency is None:
        return 0
    listening = Endpoint.objects.filter(area=area, agency=agency, closed_at=None)
    told = [endpoint for endpoint in listening if event.value in endpoint.events]
    for endpoint in told:
        send_webhook(endpoint=endpoint, event=event.value, payload=data, about=about, now=now)
    return len(told)
