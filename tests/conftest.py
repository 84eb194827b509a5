"""What every test may use: the cast, and a browser."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

pytest_plugins = ["tests.cast", "tests.browsing", "tests.once", "tests.access.printed"]

# Looking through everything that Django has loaded, again and again, takes a tenth of a run. Tests of memory collect by themselves.
gc.freeze()
gc.set_threshold(100_000, 50, 50)

COMMITS = {"transactional_db", "live_server"}


@pytest.fixture(autouse=True)
def clearable(request: pytest.FixtureRequest) -> Iterator[None]:
    """After a test whose records were really saved, let its tables be cleared.

    The database refuses to delete what is written once; clearing has it lay its triggers again.
    """
    yield
    marker = request.node.get_closest_marker("django_db")
    if COMMITS & set(request.fixturenames) or (marker and marker.kwargs.get("transaction")):
        from django.db import connection

        from alongside import written_once
        from alongside.audit import triggers

        written_once.lift(connection)
        triggers.lift(connection)
