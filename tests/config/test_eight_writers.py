"""On SQLite, eight who record at once wait for one another: nobody is told that the database is locked."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.config.writers import ACTS, WRITERS


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What became of the same acts, with the service's settings and with Django's own."""
    command = [sys.executable, "-m", "tests.config.writers", str(tmp_path_factory.mktemp("eight"))]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    told: dict[str, Any] = json.loads(said.stdout)
    return told


def test_eight_who_record_at_once_all_do(found: dict[str, Any]) -> None:
    now = found["as set"]
    assert now["refused"] == []
    assert now["done"] == WRITERS * ACTS
    # And those of the process before, which warmed what the others then had.
    assert now["visits"] == now["entries"] == (WRITERS + 1) * ACTS
    assert now["problems"] == []


def test_transactions_that_begin_by_reading_would_be_refused(found: dict[str, Any]) -> None:
    """The seeded fault: as Django begins them. What is refused leaves nothing behind."""
    before, now = found["as set"], found["deferred"]
    assert "database is locked" in now["refused"]
    assert now["visits"] == now["entries"] == before["visits"] + now["done"]
    assert now["problems"] == []
