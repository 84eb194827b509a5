"""Rows built and not yet written: kept by table, written in batches."""

from __future__ import annotations

from collections import defaultdict
from typing import TypeVar, cast

from django.db import connection, transaction
from django.db.models import Model

from alongside.audit.bulk import append
from alongside.chronology.models import Entry
from alongside.chronology.proof import row_of_act

M = TypeVar("M", bound=Model)
BATCH = 2_000


class Rows:
    """Rows of any tables, waiting to be written. A row may still change until ``write``."""

    def __init__(self) -> None:
        self._waiting: defaultdict[type[Model], list[Model]] = defaultdict(list)
        self.written = 0

    def __len__(self) -> int:
        return sum(len(rows) for rows in self._waiting.values())

    def add(self, row: M) -> M:
        """Keep a row until ``write``, and give it back."""
        self._waiting[type(row)].append(row)
        return row

    def discard(self, row: Model) -> None:
        """Forget a row that was added."""
        self._waiting[type(row)].remove(row)

    @transaction.atomic
    def write(self) -> int:
        """Write all that waits, in one transaction, and forget it; how many rows there were.

        References between the rows need no order: both databases check them when the transaction ends.
        """
        waiting = len(self)
        for model, rows in self._waiting.items():
            model._default_manager.bulk_create(rows, batch_size=BATCH)
        append(row_of_act(cast("Entry", entry)) for entry in self._waiting.get(Entry, ()))
        self._waiting.clear()
        if connection.vendor == "postgresql":
            # Inside a longer transaction the server would remember every reference until its end.
            connection.check_constraints()
        self.written += waiting
        return waiting
