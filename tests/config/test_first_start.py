"""A database made by the command itself, as on a fresh machine, not by the tests."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path


def test_migrating_makes_every_table_that_signing_in_needs_and_every_trigger(tmp_path: Path) -> None:
    surroundings = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "SECRET_KEY"}
    }
    done = subprocess.run(
        [sys.executable, "-m", "alongside", "migrate"],
        env={
            **surroundings,
            "DATA_FOLDER": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "alongside.config.settings",
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    with sqlite3.connect(tmp_path / "alongside.sqlite3") as database:
        found = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
    assert {"alongside_cache", "django_session", "chronology_entry_written_once_update"} <= found
