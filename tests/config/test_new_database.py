"""A database made by the command itself, as on a fresh machine: at once, or step by step; both end in the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.db import connection

from alongside import written_once

POSTGRESQL = """
SELECT 'column', table_name || '.' || column_name, concat_ws(' ', data_type, character_maximum_length,
       numeric_precision, is_nullable, column_default, is_identity, collation_name)
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'trigger', tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
"""
#: Django's migrations give the keys of this table, which stays empty here, another width than its models do.
DJANGOS_OWN = {"auth_group_permissions.id"}


def migrate(place: dict[str, str]) -> None:
    done = alongside_migrate(place)
    assert done.returncode == 0, done.stderr


def alongside_migrate(place: dict[str, str]) -> subprocess.CompletedProcess[str]:
    surroundings = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}
    }
    return subprocess.run(
        [sys.executable, "-m", "alongside", "migrate"],
        env={**surroundings, "DJANGO_SETTINGS_MODULE": "alongside.config.settings", **place},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def described_in_sqlite(path: Path) -> set[tuple[str, str, str]]:
    """Every table, index and trigger; what stands between a table's brackets in an order of its own."""
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master").fetchall()
    return {(kind, name, _in_order(sql) if kind == "table" else sql) for kind, name, sql in rows}


def _in_order(sql: str) -> str:
    parts, depth, part = [], 0, ""
    for letter in sql[sql.index("(") + 1 : sql.rindex(")")]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    return "\n".join(sorted([*parts, part.strip()]))


def described_in_postgresql(address: str) -> set[tuple[str, str, str]]:
    with psycopg.connect(address) as database:
        return set(database.execute(POSTGRESQL).fetchall())


@contextmanager
def named(name: str) -> Iterator[str]:
    """A database of this name beside the one that is tested on; gone afterwards."""
    address = urlsplit(os.environ["DATABASE_URL"])
    with psycopg.connect(urlunsplit(address), autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        yield urlunsplit(address._replace(path=f"/{name}"))
        server.execute(f"DROP DATABASE {name}")


def test_a_new_database_holds_what_signing_in_needs_and_every_trigger(tmp_path: Path) -> None:
    migrate({"DATA_FOLDER": str(tmp_path)})
    found = {name for _, name, _ in described_in_sqlite(tmp_path / "alongside.sqlite3")}
    assert {"alongside_cache", "django_session", *written_once.names("sqlite")} <= found


def test_made_at_once_it_is_what_the_migrations_leave_where_there_is_something_already(
    tmp_path: Path,
) -> None:
    mine = "CREATE TABLE mine (id integer)"
    if connection.vendor == "postgresql":
        with named("at_once") as at_once, named("by_steps") as by_steps:
            with psycopg.connect(by_steps) as database:
                database.execute(mine)
            migrate({"DATABASE_URL": at_once})
            migrate({"DATABASE_URL": by_steps})
            one, other = described_in_postgresql(at_once), described_in_postgresql(by_steps)
    else:
        at_once, by_steps = tmp_path / "at-once.sqlite3", tmp_path / "by-steps.sqlite3"
        with sqlite3.connect(by_steps) as database:
            database.execute(mine)
        migrate({"DATABASE_URL": f"sqlite:///{at_once}"})
        migrate({"DATABASE_URL": f"sqlite:///{by_steps}"})
        one, other = described_in_sqlite(at_once), described_in_sqlite(by_steps)
    assert len(one) > 300
    assert {name for _, name, _ in one - other} <= DJANGOS_OWN
    assert {name for _, name, _ in other - one} - DJANGOS_OWN in ({"mine"}, {"mine.id"})


def test_a_database_of_an_earlier_version_is_refused_in_words_and_left_as_it_is(tmp_path: Path) -> None:
    place = {"DATA_FOLDER": str(tmp_path)}
    migrate(place)
    with sqlite3.connect(tmp_path / "alongside.sqlite3") as database:
        database.execute("ALTER TABLE deadlines_deadline DROP COLUMN because")
    before = described_in_sqlite(tmp_path / "alongside.sqlite3")
    done = alongside_migrate(place)
    assert done.returncode == 3
    assert (
        "made by a version from before the first release: it lacks deadlines_deadline.because." in done.stderr
    )
    assert "move the database file away" in done.stderr
    assert described_in_sqlite(tmp_path / "alongside.sqlite3") == before
