"""What signing in puts on every page: the warning before a sign-in ends, and what was typed before one did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from alongside.agencies.models import Practitioner
from alongside.drafts import writing

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
        "typed_on": writing.address_of(request),
        "typed_before": _typed(request) if _has_a_draft_to_show(request) else [],
    }


def _typed(request: HttpRequest) -> list[tuple[str, str, list[str]]]:
    """Each field: its name, its name as one reads it, and what was in it."""
    assert isinstance(request.user, Practitioner)
    draft = writing.draft_of(request.user, writing.address_of(request))
    found = writing.read(draft).fields if draft else []
    return [(name, name.replace("_", " ").replace("-", " ").capitalize(), values) for name, values in found]


def _has_a_draft_to_show(request: HttpRequest) -> bool:
    """Whether this page has a draft that it did not take up into a form of its own.

    What was just sent stands in its form, and is later than any draft.
    """
    if request.method == "POST":
        return False
    drafting = getattr(request, "drafting", None)
    return writing.address_of(request) in writing.waiting(request) and not (drafting and drafting.taken)
