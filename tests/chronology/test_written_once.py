"""The chronology is written once: the database itself refuses to change or delete an entry."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from alongside import written_once
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY


@pytest.fixture
def entry(case: Case, dana: Practitioner) -> Entry:
    return kinds.PLAN_CHANGED.record(case, on=TODAY, by=dana, now=NOW, what="The plan changed.")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE chronology_entry SET happened_on = '2020-01-01'",
        "DELETE FROM chronology_entry",
        "DELETE FROM chronology_entry WHERE kind = 'plan-changed'",
    ],
)
def test_the_database_refuses_to_change_an_entry(entry: Entry, statement: str) -> None:
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        connection.cursor().execute(statement)

    assert Entry.objects.get(pk=entry.pk).happened_on == TODAY


def test_replacing_a_row_or_emptying_the_table_counts_as_deleting(entry: Entry) -> None:
    statement = "INSERT OR REPLACE INTO chronology_entry SELECT * FROM chronology_entry"
    if connection.vendor == "postgresql":
        # What the test's own transaction still has to check would stop the emptying before the trigger does.
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")
        statement = "TRUNCATE chronology_entry CASCADE"
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        connection.cursor().execute(statement)


def test_without_its_trigger_an_entry_could_be_changed_so_the_trigger_is_what_holds(entry: Entry) -> None:
    """The seeded fault: lift the triggers and the same statement goes through."""
    with transaction.atomic():
        written_once.lift(connection)
        connection.cursor().execute("UPDATE chronology_entry SET happened_on = '2020-01-01'")
        assert Entry.objects.get(pk=entry.pk).happened_on.year == 2020
        transaction.set_rollback(True)


def test_every_trigger_is_there_after_migrating(db: None) -> None:
    assert written_once.missing(connection) == set()


def test_a_trigger_that_was_lost_is_missed_and_laid_again_by_migrating(db: None) -> None:
    written_once.lift(connection)
    assert written_once.missing(connection) == written_once.names(connection.vendor)

    call_command("migrate", verbosity=0)

    assert written_once.missing(connection) == set()


def test_something_that_has_not_happened_yet_cannot_be_entered(case: Case, dana: Practitioner) -> None:
    with pytest.raises(Refusal, match="This has not happened yet"):
        kinds.PLAN_CHANGED.record(case, on=TODAY + timedelta(days=1), by=dana, now=NOW, what="x")


def test_an_entry_must_carry_the_details_of_its_kind(case: Case, dana: Practitioner) -> None:
    with pytest.raises(TypeError, match="needs what"):
        kinds.PLAN_CHANGED.record(case, on=TODAY, by=dana, now=NOW)
