"""Refuse to start on a database that could lose or rewrite what it was told.

The settings are read back from the database itself, so that a setting that was overridden
somewhere, or never took, is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Critical
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

SYNCHRONOUS = {0: "OFF", 1: "NORMAL", 2: "FULL", 3: "EXTRA"}


def settings_that_protect_data(
    app_configs: Sequence[AppConfig] | None = None, databases: Sequence[str] | None = None, **_: Any
) -> list[CheckMessage]:
    """One critical message for each setting that would put records at risk."""
    found: list[CheckMessage] = []
    for alias in databases or ():
        connection = connections[alias]
        examine = EXAMINED.get(connection.vendor)
        if examine is not None:
            found.extend(examine(connection))
    return found


def _read(connection: BaseDatabaseWrapper, question: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(question)
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def sqlite(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """What SQLite must have on."""
    file = connection.settings_dict["NAME"]

    def unsafe(setting: str, value: str, wanted: str, why: str, id: str) -> CheckMessage:
        return Critical(
            f"The SQLite database {file} runs with {setting} {value}, and needs {wanted}: {why}",
            hint="Leave the SQLite options in alongside/config/environment.py as they are, and keep the file "
            "on a disk of this machine, not on a network share.",
            id=f"alongside.{id}",
        )

    synchronous = int(_read(connection, "PRAGMA synchronous"))
    if synchronous < 2:
        yield unsafe(
            "synchronous", SYNCHRONOUS[synchronous], "FULL", "a power cut could lose saved acts.", "E001"
        )
    journal = _read(connection, "PRAGMA journal_mode")
    if journal != "wal":
        yield unsafe("journal_mode", journal, "wal", "readers would stop each act being saved.", "E002")
    if _read(connection, "PRAGMA foreign_keys") != "1":
        yield unsafe("foreign_keys", "off", "on", "records could point at records that are gone.", "E003")
    if _read(connection, "PRAGMA recursive_triggers") != "1":
        yield unsafe("recursive_triggers", "off", "on", "the chronology could be rewritten.", "E004")
    mode = getattr(connection, "transaction_mode", None)
    if mode not in {"IMMEDIATE", "EXCLUSIVE"}:
        yield unsafe(
            "transaction mode",
            mode or "DEFERRED",
            "IMMEDIATE",
            "two acts at once could fail half way.",
            "E005",
        )


def postgresql(connection: BaseDatabaseWrapper) -> Iterator[CheckMessage]:
    """What the PostgreSQL server must have on."""
    wrong = {
        "fsync": ({"off"}, "a power cut could ruin the database.", "E011"),
        "full_page_writes": ({"off"}, "a power cut could ruin pages being written.", "E012"),
        "synchronous_commit": ({"off"}, "a power cut could lose saved acts.", "E013"),
    }
    for setting, (refused, why, id) in wrong.items():
        value = _read(connection, f"SHOW {setting}")
        if value in refused:
            yield Critical(
                f"The PostgreSQL database {connection.settings_dict['NAME']} runs with {setting} {value}: {why}",
                hint=f"Set {setting} = on in postgresql.conf, or for this role and database, and reload.",
                id=f"alongside.{id}",
            )


EXAMINED = {"sqlite": sqlite, "postgresql": postgresql}
