"""Whether whoever reads a checklist may take actions into their own organisation's plan, and where that is done."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.briefings.checklist import HEADINGS
from alongside.briefings.choice import Choice
from alongside.improvement.bodies import bodies_of


@dataclass(frozen=True, slots=True)
class Adopting:
    """Where actions are taken in, and which these are: by whose idea they are, each with its id and its words."""

    address: str
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def offered(request: HttpRequest, choice: Choice) -> Adopting | None:
    """None for a stranger, for whoever plans for no organisation, and where there is nothing to take in."""
    me, actions = getattr(request, "user", None), choice.comparison.actions
    if not isinstance(me, Practitioner) or not actions or not bodies_of(me, to_assess=True):
        return None
    groups = (
        (heading, tuple((one.id, one.words) for one in actions if one.origin is origin))
        for origin, heading in HEADINGS.items()
    )
    return Adopting(reverse("improvement:adopt"), tuple(each for each in groups if each[1]))
