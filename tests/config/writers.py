"""Eight processes that record at once in one SQLite file: ``python -m tests.config.writers FOLDER``.

First with transactions that begin as the service's settings have it, then deferred, as Django has it where
nobody says otherwise. Prints what became of the acts each time, as JSON.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
from pathlib import Path
from typing import Any

WRITERS, ACTS = 8, 4


def main(folder: str) -> None:
    os.environ.update({
        "DATABASE_URL": f"sqlite:///{Path(folder) / 'eight.sqlite3'}", "DATA_FOLDER": folder, "ENVIRONMENT": "demo",
        "SECRET_KEY": "only-for-tests-and-not-a-secret-at-all-0123456789", "LOG_LEVEL": "WARNING",
        "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
    })  # fmt: skip
    import django

    django.setup()
    from django.db import connection

    _begin()
    # The first act of a process works out its calendars, which the writers then need not do each for themselves.
    _record(0)
    found = {"as set": _at_once(1)}
    connection.settings_dict["OPTIONS"]["transaction_mode"] = "DEFERRED"
    found["deferred"] = _at_once(2)
    sys.stdout.write(json.dumps(found))


def _at_once(first: int) -> dict[str, Any]:
    from django.db import connection

    # Forked, so that eight writers need not be started eight times; each opens the file for itself.
    connection.close()
    with multiprocessing.get_context("fork").Pool(WRITERS, maxtasksperchild=1) as pool:
        told = pool.map(_record, range(first, first + WRITERS), chunksize=1)
    return _summed(told)


def _begin() -> None:
    from django.core.management import call_command
    from django.db import connection

    from alongside.config import new_database
    from benchmarks import cases

    new_database.make(connection)
    call_command("createcachetable", verbosity=0)
    cases.make(WRITERS)


def _record(writer: int) -> dict[str, Any]:
    """So many visits, each by the child's own lead and each of another child than the writer beside it records."""
    from django.db import OperationalError

    from benchmarks import tasks

    done, refused = 0, []
    for turn in range(ACTS):
        try:
            tasks.see(writer + turn, 1, WRITERS)
            done += 1
        except OperationalError as error:
            refused.append(str(error))
    return {"done": done, "refused": refused}


def _summed(told: list[dict[str, Any]]) -> dict[str, Any]:
    from alongside.audit import reading
    from alongside.audit.verifying import Verifier
    from alongside.chronology.models import Entry
    from alongside.visits.models import Visit

    verifier = Verifier()
    problems = [*verifier.take(reading.rows()), *verifier.finish(reading.heads())]
    return {
        "done": sum(one["done"] for one in told),
        "refused": [words for one in told for words in one["refused"]],
        "visits": Visit.objects.count(),
        "entries": Entry.objects.filter(kind="child-seen").count(),
        "problems": [str(one) for one in problems],
    }


if __name__ == "__main__":
    main(*sys.argv[1:])
