"""What a worker can be asked to do with the audit of its database."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.audit import bulk, reading
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.verifying import Verifier, rows_in
from alongside.audit.writing import write
from alongside.cases.models import Allocation
from alongside.chronology import kinds
from alongside.demo.telling import at
from alongside.desk.who_has_looked import one_page
from benchmarks import cases, tasks

BEGUN = datetime(2026, 1, 1, tzinfo=UTC)
CHUNK = 20_000


def fill_audit(rows: int, children: int, areas: int = 4) -> dict[str, Any]:
    """So many rows: a child is opened, on average, as often as all others."""
    made = (
        bulk.told(
            Action.READ, area=UUID(int=1 + n % areas), actor=UUID(int=n * 31 % 977), about=UUID(int=1 + n * 7919 % children),
            about_kind="child", now=BEGUN + timedelta(seconds=n), details={},
        )
        for n in range(rows)
    )  # fmt: skip
    started = time.monotonic()
    while batch := list(islice(made, CHUNK)):
        bulk.append(batch)
    return {"seconds": time.monotonic() - started}


def verify(rounds: int, export: str) -> dict[str, Any]:
    """Seconds to read and verify every row: out of the database, out of a file, and to hash the same bytes alone."""
    with Path(export).open("w", encoding="utf-8", newline="\n") as file:
        rows = reading.export(file)
    lines = [row.encode() for row, _ in islice(reading.rows(), 100_000)]
    ways: dict[str, Callable[[], int]] = {
        "hashing alone": lambda: _hash(lines, rows), "hashing alone again": lambda: _hash(lines, rows),
        "out of a file": lambda: _out_of(export), "out of the database": lambda: _problems(reading.rows()),
    }  # fmt: skip
    taken: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            started = time.process_time(), time.perf_counter()
            if way():
                raise RuntimeError("The audit that was made has problems.")
            clock = (
                time.perf_counter() - started[1]
                if name == "out of the database"
                else time.process_time() - started[0]
            )
            taken[name].append(clock)
    return {"rows": rows, "taken": taken, "mebibytes": tasks._mebibytes()}


def _hash(lines: list[bytes], rows: int) -> int:
    for n in range(rows):
        hashlib.sha256(lines[n % len(lines)]).hexdigest()
    return 0


def _out_of(export: str) -> int:
    with Path(export).open(encoding="utf-8", newline="\n") as file:
        return _problems(rows_in(file, {}))


def _problems(rows: Iterator[tuple[str, str]]) -> int:
    return len(list(Verifier().take(rows)))


def who_opened(children: int, count: int) -> dict[str, Any]:
    """Milliseconds for the latest page of who opened a child, and of what somebody looked at."""
    child, mine = [], []
    for n in range(count):
        for taken, which in (
            (child, Row.objects.filter(about=UUID(int=1 + n * 613 % children))),
            (mine, Row.objects.filter(actor=UUID(int=n * 31 % 977))),
        ):
            started = time.perf_counter()
            one_page(which, "")
            taken.append(1000 * (time.perf_counter() - started))
    return {"child": child, "mine": mine}


def write_rows(count: int) -> dict[str, Any]:
    """Milliseconds for one row, in a transaction of its own."""
    by, taken = Practitioner.objects.all()[0], []
    for _ in range(count):
        started = time.perf_counter()
        write(
            Action.READ, area=UUID(int=1), by=by, about=UUID(int=5), about_kind="child", ground=["you lead"]
        )
        taken.append(1000 * (time.perf_counter() - started))
    return {"taken": taken}


@contextmanager
def unaudited() -> Iterator[None]:
    """Acts without their row, to measure against."""
    from alongside.chronology import kinds as module

    kept = module.write_act
    module.write_act = lambda entry: None
    try:
        yield
    finally:
        module.write_act = kept


def act(first: int, count: int, of: int, audited: bool) -> dict[str, Any]:
    """So many visits recorded, each act with its row or without; seconds of each."""
    if audited:
        return tasks.see(first, count, of)
    with unaudited():
        return tasks.see(first, count, of)


def smallest_act(first: int, count: int, of: int, audited: bool) -> dict[str, Any]:
    """So many entries and nothing else, each in a transaction of its own: the least that an act can be."""
    taken, found = [], []
    for turn in range(first, first + count):
        allocations = Allocation.objects.select_related("case", "practitioner")
        found.append(allocations.get(case__child__reference=cases.reference(turn * 7919 % of), to_on=None))
    for held in found:
        started = time.perf_counter()
        with transaction.atomic():
            if audited:
                _record(held)
            else:
                with unaudited():
                    _record(held)
        taken.append(time.perf_counter() - started)
    return {"wall": taken}


def _record(held: Allocation) -> None:
    kinds.PLAN_CHANGED.record(
        held.case, on=tasks.SEEN_ON, by=held.practitioner, now=at(tasks.SEEN_ON), what="More."
    )
