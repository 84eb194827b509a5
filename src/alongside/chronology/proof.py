"""What binds an entry to the audit: its digest, written with it, so that a later change to it shows.

The triggers stop anyone from changing an entry who does not first take them away. This finds what
was done by somebody who did.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any
from uuid import UUID

from alongside.audit import bulk
from alongside.audit.actions import Action
from alongside.audit.chain import key, moment, text
from alongside.audit.models import Row
from alongside.audit.removing import was_removed
from alongside.audit.verifying import Problem
from alongside.audit.writing import write
from alongside.chronology.certificates import Certificates
from alongside.chronology.models import Entry

BATCH = 1_000


def digest(entry: Any) -> str:
    """SHA-256, in hexadecimal, of everything an entry says."""
    said = [
        key(entry.id), key(entry.area_id), key(entry.child_id), key(entry.case_id), entry.kind,
        entry.happened_on.isoformat(), moment(entry.happened_at) if entry.happened_at else "",
        entry.details, entry.source, moment(entry.recorded_at), key(entry.recorded_by_id),
        key(entry.corrects_id), entry.correction_reason, getattr(entry, "sealed_for", ""),
    ]  # fmt: skip
    return hashlib.sha256(text(said).encode()).hexdigest()


def told(entry: Any) -> dict[str, Any]:
    """What the audit says of an entry: which it is, and its digest. Never its words."""
    return {"entry": key(entry.id), "kind": entry.kind, "sha256": digest(entry)}


def write_act(entry: Entry) -> None:
    """Write the act that an entry tells of into the audit, in the same transaction."""
    write(
        Action.ACT, area=entry.area_id, by=entry.recorded_by, about=entry.child_id, about_kind="child",
        now=entry.recorded_at, **told(entry),
    )  # fmt: skip


def row_of_act(entry: Entry) -> Row:
    """The row that ``write_act`` writes, for entries that are written in bulk."""
    return bulk.told(
        Action.ACT, area=entry.area_id, actor=entry.recorded_by_id, about=entry.child_id, about_kind="child",
        now=entry.recorded_at, details=told(entry),
    )  # fmt: skip


def problems() -> Iterator[Problem]:
    """Entries that are not as they were recorded, are gone without a certificate, or were never recorded by an act.

    A few at a time. What was destroyed at the end of its time is explained by its certificate.
    """
    certificates = Certificates()
    yield from certificates.problems
    present = 0
    for rows in _batches(Row.objects.filter(action=Action.ACT).order_by("pk").iterator(BATCH)):
        told_of = {UUID(row.more["entry"]): row for row in rows if "entry" in row.more}
        entries = Entry.objects.in_bulk(list(told_of))
        present += len(entries)
        yield from _changed(told_of, entries, certificates)
    if Entry.objects.count() > present:
        for some in _batches(Entry.objects.order_by("pk").iterator(BATCH)):
            yield from _unknown(some)


def _changed(
    by_key: dict[UUID, Row], entries: dict[UUID, Entry], certificates: Certificates
) -> Iterator[Problem]:
    for entry_key, row in by_key.items():
        entry = entries.get(entry_key)
        if entry and digest(entry) == row.more["sha256"]:
            continue
        if entry is None and certificates.explains(row.about, row.more["sha256"]):
            continue
        what = "is not as it was recorded" if entry else "is gone"
        yield Problem(
            f"the entry {entry_key} that this act made {what}",
            row.area.hex,
            row.lane,
            row.number,
            moment(row.at),
        )


def _unknown(entries: list[Entry]) -> Iterator[Problem]:
    children = {entry.child_id for entry in entries}
    acts = Row.objects.filter(about__in=children, action=Action.ACT)
    known = {row.more.get("entry") for row in acts.iterator(BATCH)}
    for entry in entries:
        if key(entry.id) not in known and not was_removed(Action.ACT, entry.area_id, entry.recorded_at):
            yield Problem(
                f"the entry {entry.id} was put in without an act",
                key(entry.area_id),
                -1,
                0,
                moment(entry.recorded_at),
            )


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while batch := list(islice(rows, BATCH)):
        yield batch
