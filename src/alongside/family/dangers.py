"""Dangers that stand above every page about a child. One function for each act."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.family.noting import case_of, note
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.people.models import Danger, Person
from alongside.refusals import Refusal


@transaction.atomic
def note_danger(*, by: Practitioner, child: Person, words: str, now: datetime) -> Danger:
    """Put a danger above every page about the child, until somebody ends it."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    danger = Danger(person=child, words=words, from_on=day_of(now), recorded_at=now, recorded_by=by)
    check(danger)
    keep(danger)
    kinds.DANGER_NOTED.record(case_of(child), on=day_of(now), by=by, now=now, words=words)
    return danger


@transaction.atomic
def end_danger(*, by: Practitioner, child: Person, danger: Danger, why: str, now: datetime) -> Danger:
    """Take a danger note down, saying why. Raises Refusal where somebody has done so already."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    danger = Danger.objects.select_for_update().get(pk=danger.pk)
    if danger.to_on is not None:
        raise Refusal(
            "This danger note has been ended already.",
            "Somebody did so before you.",
            "There is nothing more to do.",
        )
    danger.to_on = day_of(now)
    keep(danger, update_fields=("to_on",))
    note(child, f"No longer noted above every page: {danger.words} {why}", by=by, now=now)
    return danger
