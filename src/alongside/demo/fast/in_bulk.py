"""Playing scripts by building the rows their acts would leave, and writing many at once."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from alongside.agencies.models import Area, Practitioner
from alongside.deadlines.calendars import calendar_in_force

# Each registers how its steps are written down.
from alongside.demo.fast import assessing, at_home, conferring, enquiring, front_door, helping
from alongside.demo.fast.family import Family
from alongside.demo.fast.rows import Rows
from alongside.demo.fast.steps import Script
from alongside.demo.fast.writing import write

PROCESSES = (front_door, at_home, assessing, helping, enquiring, conferring)
#: So many rows are built before they are written: enough to be quick, few enough to keep memory flat.
CHUNK = 20_000


def acquaint(staff: Iterable[Practitioner]) -> None:
    """Read the posts and registrations of everyone a script names, once."""
    prefetch_related_objects(list(staff), "posts__team", "registrations")


def play(area: Area, scripts: Iterable[Script], *, chunk: int = CHUNK) -> int:
    """Write every script down; how many rows that made. The caller names only staff it has ``acquaint``ed.

    Each chunk of whole families is written in one transaction.
    """
    rows, calendar = Rows(), calendar_in_force()
    for script in scripts:
        family = Family(area, rows, calendar)
        for step in script.steps:
            write(step, family)
        family.finish()
        if len(rows) >= chunk:
            rows.write()
    rows.write()
    return rows.written
