"""Every kind of act, killed at each of its statements: no act without its row, no row without its act.

The acts are those that the demonstration plays. A statement that only reads leaves what was there before it, so that
being killed at one is as being killed at the next that writes: one of each run of them is enough. A page that shows a
record is killed where it writes that it was opened.

Each time, each kind of act is killed the first time it comes, at every few of its places, and every few pages are.
``KILL_POINTS=all`` kills every act of every story at each of its places, and every page: some thousand in all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from alongside.audit import reading
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.verifying import Verifier
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.demo.fast import through_acts
from alongside.demo.fast.steps import Step
from alongside.demo.organisation import Borough, lay_out
from tests.access.matrix_world import undone
from tests.access.printed import COUNTED
from tests.audit.test_kill_points import Killed
from tests.demo.test_fast_path_equals_acts import LIVES, script_of
from tests.every.pages import OPENED, address, tell_as_far_as_a_plan
from tests.every.visiting import Visitors

ALL = os.environ.get("KILL_POINTS") == "all"
EVERY = 1 if ALL else 5
pytestmark = pytest.mark.once("tests/audit/test_kill_points.py kills acts and pages on both databases.")


@pytest.fixture
def borough(db: None) -> Borough:
    return lay_out()


def left() -> tuple[int, int]:
    """How many entries there are, and how many rows that tell of an act."""
    return Entry.objects.count(), Row.objects.filter(action=Action.ACT).count()


@contextmanager
def killed_at_write(number: int) -> Iterator[list[str]]:
    """The database goes away at the so many-th statement that does more than read; gives those that were asked."""
    asked: list[str] = []

    def count(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if not sql.startswith("SELECT"):
            asked.append(sql)
            if len(asked) == number:
                raise Killed("The server closed the connection.")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(count):
        yield asked


def killed_everywhere(step: Step, family: through_acts.Family) -> Iterator[tuple[tuple[int, int], bool]]:
    """Do a step again and again, killed one write later each time, until it comes through: what each try left."""
    number, done = 1 - EVERY, False
    while not done:
        number += EVERY
        with transaction.atomic():
            with killed_at_write(number) as asked, suppress(Killed, ValidationError):
                through_acts.act(step, family)
            # Where a constraint is being checked, Django takes the end of the database for a yes or a no, and goes on.
            done = len(asked) < number
            connection.set_rollback(False)
            yield left(), done
            # A step about two children is two acts, of which the first may have been done.
            transaction.set_rollback(not done)


def torn(borough: Borough) -> tuple[dict[str, int], list[str]]:
    """At how many statements each kind of act was killed, and which tries left an act without its row, or a half."""
    points: dict[str, int] = {}
    found = []
    for life in LIVES:
        script, family = script_of(life, borough), through_acts.Family(borough.area)
        if not ALL and {type(step).__name__ for step in script.steps} <= set(points):
            continue
        with undone():
            for step in script.steps:
                kind = type(step).__name__
                if kind in points and not ALL:
                    through_acts.act(step, family)
                    continue
                before = left()
                for place, (now, done) in enumerate(killed_everywhere(step, family), start=1):
                    points[kind] = points.get(kind, 0) + (not done)
                    entries, rows = now[0] - before[0], now[1] - before[1]
                    if entries != rows or (done and not entries):
                        found.append(f"{kind} at {place * EVERY}: {entries} entries and {rows} rows")
    return points, found


def test_every_act_leaves_its_rows_or_nothing(borough: Borough) -> None:
    points, found = torn(borough)
    assert found == []
    assert set(points) == {kind.__name__ for kind in through_acts.act.registry if kind is not object}
    assert sum(points.values()) > (1_000 if ALL else 450 // EVERY)
    COUNTED["places at which acts were killed"] = sum(points.values())
    verifier = Verifier()
    assert not [*verifier.take(reading.rows()), *verifier.finish(reading.heads())]


def test_an_act_that_wrote_its_row_before_or_after_would_be_found(
    borough: Borough, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: an act whose entry leaves no row."""
    monkeypatch.setattr(kinds, "write_act", lambda entry: None)
    monkeypatch.setattr(f"{__name__}.LIVES", LIVES[:1])
    assert torn(borough)[1]


def test_no_page_of_a_child_shows_what_cannot_be_written_down(db: None) -> None:
    world = tell_as_far_as_a_plan(lay_out())
    visitors, shown, killed = Visitors(world), [], 0
    for name, takes in list(OPENED.items())[:: EVERY * 2 - 1]:
        if takes != ("reference",) or not (opened := visitors.open(name)):
            continue
        client = visitors.client(opened[0])
        client.raise_request_exception = False
        with undone(), without_audit_rows():
            answer = client.get(address(name, takes, world))
        killed += 1
        if answer.status_code == 200 or world.child.called in answer.content.decode():
            shown.append(name)
    assert shown == []
    assert killed > 30 // (EVERY * 2 - 1)
    COUNTED["pages killed where they write that they were opened"] = killed


@contextmanager
def without_audit_rows() -> Iterator[None]:
    """The database goes away wherever a row of the audit is to be written."""

    def refuse(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if "INSERT INTO audit_row" in sql:
            raise Killed("The server closed the connection.")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        yield
