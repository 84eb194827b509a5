"""The settings of somebody who took the options of SQLite out."""

from __future__ import annotations

from alongside.config.environment import sqlite
from alongside.config.settings import *  # noqa: F403
from alongside.config.settings import CONFIG

_database = sqlite(CONFIG.data_folder / "records.sqlite3")
_database["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL"
DATABASES = {"default": _database}
