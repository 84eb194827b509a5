"""What can be recorded about seeing a child."""

from __future__ import annotations

from alongside.access import policies
from alongside.chronology.offers import Offer
from alongside.people.models import Person


def _is_born(child: Person) -> bool:
    """A child who is not born cannot be seen; no clock for seeing them runs."""
    return not child.is_unborn


OFFERS = (
    Offer(
        label="Record a visit",
        url_name="visits:record-seen",
        policy=policies.RECORD_VISIT,
        rank=40,
        of=_is_born,
    ),
    Offer(
        label="Record that the child was not seen",
        url_name="visits:record-not-seen",
        policy=policies.RECORD_VISIT,
        rank=85,
        of=_is_born,
    ),
    Offer(
        label="See every visit",
        url_name="visits:visits",
        policy=policies.READ_RECORD,
        rank=95,
        when=lambda states: states.last_seen_on is not None,
    ),
)
