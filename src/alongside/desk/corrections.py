"""Correcting an entry of the chronology: the old one stays as it was, a new one says what is so, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet, TextField, Value

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.kinds import COVERING_FOR, KINDS, covering_for
from alongside.chronology.models import ActRecord, Entry
from alongside.chronology.proof import write_act
from alongside.contexts.naming import refuse_full_names
from alongside.deadlines.projection import refresh
from alongside.desk.what_moves import (
    move_case,
    move_conference,
    move_end_of_plan,
    move_link_to_context,
    move_record,
    move_strand,
    opened,
    texts_of,
)
from alongside.facts import Fact, listed_as, read
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import moment

#: Details that name whoever acted. Another name there would be another act.
ACTED = ("practitioner", "decider", "referrer", "chair")


@transaction.atomic
def correct_entry(
    *,
    by: Practitioner,
    entry: Entry,
    happened_on: date,
    reason: str,
    now: datetime,
    happened_at: datetime | None = None,
    words: Mapping[str, str] | None = None,
) -> Entry:
    """Correct the day an entry gives, or its words, by a new entry that names the old one.

    The record that the entry tells of moves with it, and every deadline is reckoned again. words:
    new text for details among ``words_that_may_change``. What was decided is not corrected here.

    Raises Refusal for a day that cannot be, an entry corrected already, or where nothing changes.
    """
    policies.CORRECT_ENTRY.lock(entry.child, by)
    case = Case.objects.select_for_update().get(pk=entry.case_id)
    changed = {name: text for name, text in (words or {}).items() if text != entry.details.get(name)}
    records = records_in(read(lists_of_records(entry.pk)))
    _refuse_impossible(entry, happened_on, happened_at, case, now)
    _refuse_words(entry, records, happened_on, happened_at, changed)
    _refuse_other_children(entry, changed)
    correction = Entry.objects.create(
        area_id=entry.area_id, child_id=entry.child_id, case=case, kind=entry.kind, happened_on=happened_on,
        happened_at=happened_at, details=_with_words(entry.details, changed) | covering_for(case, by, now), source=entry.source,
        sealed_for=entry.sealed_for, recorded_at=now, recorded_by=by, corrects=entry, correction_reason=reason,
    )  # fmt: skip
    write_act(correction)
    for record in records:
        move_record(record, entry, correction, changed)
    move_end_of_plan(entry, correction)
    move_strand(correction)
    move_link_to_context(correction)
    move_conference(correction)
    move_case(case, entry, happened_on)
    refresh(case)
    return correction


def words_that_may_change(entry: Entry, records: Iterable[ActRecord]) -> dict[str, str]:
    """The words of an entry that may be corrected, by the detail that holds them.

    Where the act made a record too, only words that the record holds: the two must go on agreeing.
    Never the name of whoever acted, and never a sentence made from other words here.
    """
    kind, records = KINDS.get(entry.kind), list(records)
    held = {name: entry.details.get(name) for name in (kind.personal if kind else ()) if name not in ACTED}
    said = {name: value for name, value in held.items() if isinstance(value, str) and value}
    if records:
        on_record = {value for record in records for value in texts_of(record).values()}
        said = {name: value for name, value in said.items() if value in on_record}
    return {
        name: value
        for name, value in said.items()
        if not any(other != value and other in value for one, other in said.items() if one != name)
    }


def lists_of_records(entry_key: UUID) -> list[QuerySet[Any]]:
    """Facts of the records made by the act that an entry tells of. name: the model's label. key: the record's."""
    return [
        listed_as(
            "record", model._default_manager.filter(entry=entry_key), key="pk",
            name=Value(model._meta.label, output_field=TextField()),
        )
        for model in apps.get_models()
        if issubclass(model, ActRecord)
    ]  # fmt: skip


def records_in(facts: Iterable[Fact]) -> list[ActRecord]:
    """The records that facts of ``lists_of_records`` name."""
    return [apps.get_model(fact.name)._default_manager.get(pk=fact.key) for fact in facts]


def _refuse_impossible(entry: Entry, on: date, at: datetime | None, case: Case, now: datetime) -> None:
    if earlier := Entry.objects.filter(corrects=entry).select_related("recorded_by").first():
        raise Refusal(
            "This entry has been corrected already.",
            f"{earlier.recorded_by} corrected it on {moment(earlier.recorded_at)}.",
            "If the correction is wrong too, open it and correct that.",
        )  # fmt: skip
    if at is not None and at > now:
        raise Refusal(
            "This time is in the future.", f"You entered {moment(at)}, and it is {moment(now)} now.",
            "Enter the time at which it happened.", field="happened_at",
        )  # fmt: skip
    if opened(case, entry):
        if on > day_of(now):
            refuse_impossible_day(on, what="This", field="happened_on", case=case, now=now)
        return
    refuse_impossible_day(on, what="This", field="happened_on", case=case, now=now)


def _refuse_words(
    entry: Entry,
    records: Iterable[ActRecord],
    on: date,
    at: datetime | None,
    changed: Mapping[str, str],
) -> None:
    if unknown := changed.keys() - words_that_may_change(entry, records).keys():
        raise TypeError(f"An entry of kind {entry.kind} has no words in {', '.join(sorted(unknown))}.")
    if (on, at) == (entry.happened_on, entry.happened_at) and not changed:
        raise Refusal(
            "Nothing is different.", "The day and the words are as they were recorded.",
            "Change what is wrong, or leave this page; nothing has been recorded.", field="happened_on",
        )  # fmt: skip


def _refuse_other_children(entry: Entry, changed: Mapping[str, str]) -> None:
    """What is said of a child's link to a place is read by others who work on it: corrected, it names no other child either."""
    if "link_key" in entry.details:
        for name, text in changed.items():
            refuse_full_names(text, area=entry.area_id, field=f"words_{name}", but=(entry.child,))


def _with_words(details: Mapping[str, Any], changed: Mapping[str, str]) -> dict[str, Any]:
    """The details with the new words, also inside sentences that were made from the old ones."""
    made = {key: value for key, value in details.items() if key != COVERING_FOR}
    for name, new in changed.items():
        old = str(details[name])
        made = {
            key: value.replace(old, new) if isinstance(value, str) and key != name and old in value else value
            for key, value in made.items()
        }
        made[name] = new
    return made
