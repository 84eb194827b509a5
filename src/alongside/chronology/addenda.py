"""Adding to what was signed: the record stays as it was, and what was added stands with it, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.json import KeyTextTransform

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import ADDENDUM_ADDED, KINDS
from alongside.chronology.models import Entry
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal

ADDENDUM = "addendum"


@transaction.atomic
def add_to(
    *, by: Practitioner, entry: Entry, words: str, now: datetime, known_since: date | None = None
) -> Entry:
    """Add to what an entry tells of, and to the record its act made. Neither is changed.

    known_since: the day on which what is added came to be known; today where it is not given. Whoever may not
    read the entry does not read what was added. Raises Refusal for words that are missing, a day that cannot be, or
    an entry that was corrected: then the correction is what stands.
    """
    policies.CORRECT_ENTRY.lock(entry.child, by)
    if not words.strip():
        raise Refusal(
            "There is nothing to add.", "The box is empty.", "Write what is to be added.", field="words"
        )
    if Entry.objects.filter(corrects=entry).exists():
        raise Refusal(
            "This entry has been corrected.", "What stands now is the correction.",
            "Open the correction, and add to that.",
        )  # fmt: skip
    on = known_since or day_of(now)
    if on > day_of(now):
        refuse_impossible_day(on, what="This", field="known_since", case=entry.case, now=now)
    kind = KINDS.get(entry.kind)
    return ADDENDUM_ADDED.record(
        entry.case, on=on, by=by, now=now, sealed_for=entry.sealed_for, to=str(entry.pk), words=words,
        what=f"{kind.title_of(entry.details) if kind else entry.kind}, {entry.happened_on:%-d %B %Y}",
    )  # fmt: skip


def addenda_list(child: Person, entry: UUID) -> QuerySet[Any]:
    """What was added to an entry, to be read with other lists. name: who; detail: the words; at: when; key: the addendum's."""
    # By child, which has an index: an addendum stands on the record of what it adds to.
    added = Entry.objects.filter(
        child=child, kind=ADDENDUM_ADDED.id, details__to=str(entry), corrected_by=None
    )
    return listed_as(
        ADDENDUM, added, name="recorded_by__name", detail=KeyTextTransform("words", "details"), at="recorded_at",
        from_on="happened_on", key="pk",
    )  # fmt: skip


def addenda_of(child: Person, entry: UUID | None) -> list[Fact]:
    """What was added to what an entry tells of, the first first. One query."""
    return in_order(read([addenda_list(child, entry)])) if entry else []


def in_order(facts: Iterable[Fact]) -> list[Fact]:
    """Addenda as they were added."""
    return sorted(facts, key=lambda one: (str(one.at), str(one.key)))
