"""Whether whoever reads a checklist may take actions into their own organisation's plan, and where that is done."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.briefings.choice import Choice
from alongside.improvement.bodies import bodies_of


@dataclass(frozen=True, slots=True)
class Adopting:
    """Where actions are taken in, and which these are: each with its id and its words."""

    address: str
    actions: tuple[tuple[str, str], ...]


def offered(request: HttpRequest, choice: Choice) -> Adopting | None:
    """None for a stranger, for whoever plans for no organisation, and where there is nothing to take in."""
    me = getattr(request, "user", None)
    actions = tuple((one.id, one.words) for one in choice.comparison.actions)
    if not isinstance(me, Practitioner) or not actions or not bodies_of(me, to_assess=True):
        return None
    return Adopting(reverse("improvement:adopt"), actions)
