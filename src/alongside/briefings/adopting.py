"""Whether whoever reads a checklist may take actions into their own organisation's plan, and where that is done."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from alongside.agencies.models import Practitioner
from alongside.briefings.choice import Choice


@dataclass(frozen=True, slots=True)
class Adopting:
    """Where actions are taken in, and which these are: each with its id and its words."""

    address: str
    actions: tuple[tuple[str, str], ...]


def offered(request: HttpRequest, choice: Choice) -> Adopting | None:
    """None for a stranger, where there is nothing to take in, and where nothing takes it in."""
    actions = tuple((one.id, one.words) for one in choice.comparison.actions)
    if not isinstance(getattr(request, "user", None), Practitioner) or not actions:
        return None
    try:
        return Adopting(reverse("improvement:adopt"), actions)
    except NoReverseMatch:
        return None
