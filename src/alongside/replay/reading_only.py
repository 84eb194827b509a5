"""A connection that refuses to write, for as long as something is only to be worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, transaction

#: What reads, and what only marks a place in a transaction.
READS = ("SELECT", "EXPLAIN", "SAVEPOINT", "RELEASE", "ROLLBACK")


class WouldWrite(RuntimeError):
    """Something tried to write while nothing was to be written. It did not reach the database."""


def _refuse(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    if many or not sql.lstrip(" (\n").upper().startswith(READS):
        raise WouldWrite(f"Nothing is written here, and this would be: {sql[:60]}")
    return execute(sql, params, many, context)


@contextmanager
def reading_only() -> Iterator[None]:
    """Whatever asks the database meanwhile can only read: any other statement is refused before it is sent."""
    with connection.execute_wrapper(_refuse):
        yield


@contextmanager
def in_a_transaction_undone() -> Iterator[None]:
    """Reading only, in a transaction of its own that the database itself holds to reading, and that is rolled back.

    For a command, which has no page's connection around it: everything it reads is of one moment.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET LOCAL transaction_read_only = on")
        with reading_only():
            yield
        transaction.set_rollback(True)
