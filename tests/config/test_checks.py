"""A database that could lose or rewrite what it was told is refused, whatever made it so."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from alongside.config import checks
from alongside.config.environment import postgresql, sqlite
from tests import engine

pytestmark = pytest.mark.django_db

PROJECT = Path(__file__).parents[2]
SAFE_ON_SQLITE = (
    "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA recursive_triggers=ON"
)


def examined(path: Path, **options: str) -> list[str]:
    """The ids of what is wrong with a SQLite file opened with our options, changed by these."""
    database = sqlite(path / "records.sqlite3")
    database["OPTIONS"] |= options
    opened = ConnectionHandler({"default": database})["default"]
    try:
        return [str(message.id) for message in checks.sqlite(opened)]
    finally:
        opened.close()


def test_sqlite_as_we_open_it_is_safe(tmp_path):
    assert examined(tmp_path) == []


@pytest.mark.parametrize(
    ("safe", "unsafe", "id"),
    [
        ("synchronous=FULL", "synchronous=NORMAL", "alongside.E001"),
        ("synchronous=FULL", "synchronous=OFF", "alongside.E001"),
        ("journal_mode=WAL", "journal_mode=DELETE", "alongside.E002"),
        ("foreign_keys=ON", "foreign_keys=OFF", "alongside.E003"),
        ("recursive_triggers=ON", "recursive_triggers=OFF", "alongside.E004"),
    ],
)
def test_each_unsafe_setting_of_sqlite_is_refused(tmp_path, safe, unsafe, id):
    assert safe in SAFE_ON_SQLITE
    assert examined(tmp_path, init_command=SAFE_ON_SQLITE.replace(safe, unsafe)) == [id]


def test_transactions_that_may_fail_half_way_are_refused(tmp_path):
    assert examined(tmp_path, transaction_mode="DEFERRED") == ["alongside.E005"]


def test_an_unsafe_database_stops_the_command_with_words_and_code_3(tmp_path):
    finished = subprocess.run(
        [sys.executable, "-m", "alongside", "migrate"],
        cwd=PROJECT,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.config.unsafe", "DATA_FOLDER": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == 3
    assert "recursive_triggers off, and needs on: the chronology could be rewritten" in finished.stderr
    assert "Traceback" not in finished.stderr
    assert "Applying" not in finished.stdout


@pytest.fixture(scope="module")
def server() -> Iterator[ConnectionHandler]:
    """A PostgreSQL server of these tests' own, to be made unsafe."""
    handler = ConnectionHandler({"default": postgresql(engine.postgresql())})
    yield handler
    handler.close_all()


def now(server: ConnectionHandler, setting: str, value: str) -> BaseDatabaseWrapper:
    """A new connection that runs with this setting. The server takes a moment to hear of it."""
    opened = server["default"]
    opened.close()
    with opened.cursor() as cursor:
        cursor.execute(f"ALTER SYSTEM SET {setting} = {value}")
        cursor.execute("SELECT pg_reload_conf()")
    for _ in range(500):
        opened.close()
        with opened.cursor() as cursor:
            cursor.execute(f"SHOW {setting}")
            if cursor.fetchone() == (value,):
                return opened
    raise AssertionError(f"The server never took {setting} = {value}")


@pytest.mark.parametrize(
    ("setting", "unsafe", "id"),
    [
        ("fsync", "off", "alongside.E011"),
        ("full_page_writes", "off", "alongside.E012"),
        ("synchronous_commit", "off", "alongside.E013"),
    ],
)
def test_each_unsafe_setting_of_postgresql_is_refused(server, setting, unsafe, id):
    assert [message.id for message in checks.postgresql(now(server, setting, unsafe))] == [id]
    assert list(checks.postgresql(now(server, setting, "on"))) == []


def test_postgresql_may_commit_on_its_own_disk_alone(server):
    assert list(checks.postgresql(now(server, "synchronous_commit", "local"))) == []


def test_the_check_is_registered_with_those_of_the_database():
    from django.core.checks import Tags
    from django.core.checks.registry import registry

    assert checks.settings_that_protect_data in registry.get_checks()
    assert Tags.database in checks.settings_that_protect_data.tags


def test_the_server_that_tests_run_on_is_safe():
    if connection.vendor == "postgresql":
        assert list(checks.postgresql(connection)) == []
    else:
        # In memory there is nothing to lose, and no journal to write ahead to.
        assert [message.id for message in checks.sqlite(connection)] == ["alongside.E002"]
