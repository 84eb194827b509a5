"""What signing in puts on every page: the warning before a sign-in ends, and what was typed before one did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.signing_in import kept

#: Seconds before the end at which somebody is warned.
WARNED = 120


@dataclass(frozen=True, slots=True)
class Ending:
    """After how many seconds without a page the sign-in ends, when it warns, and when the screen is covered."""

    seconds: int
    warned: int
    covered: int


def around(request: HttpRequest) -> dict[str, Any]:
    """For the layout: ``sign_in_ending`` where somebody is signed in, ``typed_before`` where something is kept for this page."""
    if not isinstance(getattr(request, "user", None), Practitioner):
        return {"sign_in_ending": None, "typed_before": []}
    return {
        "sign_in_ending": Ending(settings.SESSION_IDLE_SECONDS, WARNED, settings.COVERED_AFTER_SECONDS),
        "typed_before": _typed(request) if request.path in kept.waiting(request) else [],
    }


def _typed(request: HttpRequest) -> list[tuple[str, str, list[str]]]:
    """Each field: its name, its name as one reads it, and what was in it."""
    assert isinstance(request.user, Practitioner)
    found = kept.back(request.user, request.path, now=timezone.now())
    return [(name, name.replace("_", " ").replace("-", " ").capitalize(), values) for name, values in found]
