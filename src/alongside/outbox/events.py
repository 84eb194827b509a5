"""What other systems can hear of. An act says that it happened, in its own transaction.

An event carries references only: ``happened`` refuses anything else. Whoever hears of it asks for the rest with
its own token, and is shown what its agency may see.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from alongside.agencies.models import Agency, Area
from alongside.outbox.models import Endpoint
from alongside.outbox.services import send_webhook


class Event(StrEnum):
    """An event and when it happens."""

    REFERRAL_RECEIVED = "referral.received"
    REFERRAL_LOOKED_AT = "referral.looked-at"
    REFERRAL_DECIDED = "referral.decided"
    OUTCOME_TOLD = "referral.outcome-told"
    CHECK_ASKED = "check.asked"
    CONFERENCE_INVITED = "conference.invited"
    REPORT_ASKED = "report.asked"
    ACTION_ASSIGNED = "action.assigned"
    INFORMATION_RECEIVED = "information.received"
    ACCESS_ENDED = "access.ended"

    @property
    def words(self) -> str:
        return WORDS[self]

    @property
    def example(self) -> Mapping[str, str]:
        """What it carries, with made-up keys."""
        return EXAMPLES[self]


WORDS = {
    Event.REFERRAL_RECEIVED: "A referral by your agency has been received.",
    Event.REFERRAL_LOOKED_AT: "The front door has acknowledged a referral by your agency.",
    Event.REFERRAL_DECIDED: "The front door has decided on a referral by your agency, for one of its children.",
    Event.OUTCOME_TOLD: "Whoever referred for your agency has been told what was decided, or it has been sent.",
    Event.CHECK_ASKED: "The front door asks your agency something about a child.",
    Event.CONFERENCE_INVITED: "Your agency is invited to a conference about a child.",
    Event.REPORT_ASKED: "A report of your agency to that conference is wanted.",
    Event.ACTION_ASSIGNED: "A plan has a new action of your agency.",
    Event.INFORMATION_RECEIVED: "Information has come to your agency: it was shared with it, or sent to it by a partner.",
    Event.ACCESS_ENDED: "Your agency’s work with a child has ended, and with it what it could see.",
}
KEY, CHILD = "0197a3c2-7a41-7c55-9d0e-52f1b7c4e802", "WREN-AMARA2"
OF_REFERRAL, OF_CONFERENCE = {"submission": KEY}, {"conference": KEY, "child": CHILD}
#: What each carries. A new event is described here, in the words above and in “Use the API”, or its tests fail.
EXAMPLES: dict[Event, Mapping[str, str]] = {
    Event.REFERRAL_RECEIVED: OF_REFERRAL,
    Event.REFERRAL_LOOKED_AT: OF_REFERRAL,
    Event.REFERRAL_DECIDED: OF_REFERRAL,
    Event.OUTCOME_TOLD: OF_REFERRAL,
    Event.CHECK_ASKED: {"check": KEY},
    Event.CONFERENCE_INVITED: OF_CONFERENCE,
    Event.REPORT_ASKED: OF_CONFERENCE,
    Event.ACTION_ASSIGNED: {"action": KEY, "child": CHILD},
    Event.INFORMATION_RECEIVED: {"information": KEY},
    Event.ACCESS_ENDED: {"child": CHILD},
}
#: A key or a reference. A word out of a record does not fit.
REFERENCE = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[A-Z0-9]{1,6}-[0-9A-Z]{1,13}")


def happened(
    event: Event,
    *,
    area: Area | UUID,
    agency: Agency | None,
    data: Mapping[str, str],
    about: object,
    now: datetime,
) -> int:
    """Tell every system of the agency that hears of such events in this area. Gives how many are told.

    area: it, or its key. agency: whose matter it is; without one nobody is told. data: what the event's example has.
    Raises TypeError for anything else, so that no word about anybody leaves this way.
    """
    if data.keys() != event.example.keys() or not all(map(REFERENCE.fullmatch, data.values())):
        raise TypeError(f"{event} carries {', '.join(event.example)}: keys and references, nothing else.")
    if agency is None:
        return 0
    listening = Endpoint.objects.filter(area=area, agency=agency, closed_at=None)
    told = [endpoint for endpoint in listening if event.value in endpoint.events]
    for endpoint in told:
        send_webhook(endpoint=endpoint, event=event.value, payload=data, about=about, now=now)
    return len(told)
