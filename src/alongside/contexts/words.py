"""The words in which an area tells levels of risk: its own, from a day on, and no law. Without them people use theirs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.contexts.models import RiskWords
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words


def levels_of(area: UUID, on: date) -> tuple[str, ...]:
    """The area's words in force on a day, in its own order; none where it keeps none. One query."""
    chosen = RiskWords.objects.filter(area=area, from_on__lte=on).order_by("-from_on").first()
    return tuple(chosen.levels) if chosen else ()


@transaction.atomic
def set_levels(
    *, by: Practitioner, area: Area, from_on: date, levels: Sequence[str], because: str, now: datetime
) -> RiskWords:
    """Set an area's words from a day on. What was judged before keeps its words. Raises Refusal for a day that is over."""
    if not policies.SET_RISK_WORDS.allows(area, by):
        raise PermissionDenied(f"You cannot set the words of {area}.")
    if from_on < day_of(now) or RiskWords.objects.filter(area=area, from_on=from_on).exists():
        raise Refusal(
            "Words are set for the days to come, once for each day.", f"You entered {date_words(from_on)}.",
            "Enter today or a later day for which none are set yet.", field="from_on",
        )  # fmt: skip
    if len(set(levels)) < len(levels):
        raise Refusal(
            "One word stands there twice.", "Whoever judges chooses one of them.", "Take one of the two out.",
            field="levels",
        )  # fmt: skip
    made = RiskWords(
        area=area, from_on=from_on, levels=list(levels), because=because, recorded_at=now, recorded_by=by
    )
    check(made)
    keep(made)
    write(Action.CHANGE, area=area, by=by, about=made.pk, about_kind="risk-words", now=now)
    return made
