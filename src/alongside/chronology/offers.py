"""What a practitioner may do next for a child: offered by each app, composed by the pages above them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from alongside.access.policy import Policy
from alongside.chronology.states import States
from alongside.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One act a page can offer: its words, its page, who may, and when it makes sense.

    url_name: reversed with the child's reference.
    rank: lower comes first; the lowest that may be done is the page's one verb.
    when, of: by what has happened, and to whom.
    """

    label: str
    url_name: str
    policy: Policy
    rank: int = 50
    when: Callable[[States], bool] = lambda states: states.is_open
    of: Callable[[Person], bool] = lambda child: True


def nearly_eighteen(child: Person) -> bool:
    """From 17 and a half: how far ahead turning 18 is planned is local, for the text sets no number."""
    return child.born_on is not None and timezone.localdate() >= child.born_on + relativedelta(
        years=17, months=6
    )


def offered(
    offers: tuple[Offer, ...], child: Person, states: States, may: Callable[[Policy], bool]
) -> list[Offer]:
    """The offers that make sense now for this child and that this practitioner may take up, most pressing first."""
    apt = [offer for offer in offers if offer.when(states) and offer.of(child) and may(offer.policy)]
    return sorted(apt, key=lambda offer: offer.rank)
