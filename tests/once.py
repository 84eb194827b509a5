"""What is asked once where everything is tested twice: on SQLite, and not on PostgreSQL again.

A test that opens no database cannot come out otherwise on another one. Nor can one of what a page looks
like, or of which door a page stands behind: every page is opened on both engines by
``tests/every/test_every_page.py``, and every policy by ``tests/access/test_matrix.py``. Such a
test is marked ``once``, with the reason. What is left out is counted and told.
"""

from __future__ import annotations

import os

import pytest

DATABASE = {"db", "transactional_db", "live_server", "django_db_setup"}
LEFT = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "once(why): not repeated on PostgreSQL, for this reason")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[LEFT] = 0
    if os.environ.get("ALONGSIDE_TEST_ENGINE") != "postgresql":
        return
    left = [item for item in items if is_asked_once(item)]
    config.hook.pytest_deselected(items=left)
    items[:] = [item for item in items if not is_asked_once(item)]
    config.stash[LEFT] = len(left)


def is_asked_once(item: pytest.Item) -> bool:
    """Marked so with a reason, or without a database to ask."""
    if marker := item.get_closest_marker("once"):
        return bool(marker.args[0])
    needs = set(getattr(item, "fixturenames", ()))
    return not needs & DATABASE and item.get_closest_marker("django_db") is None


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if config.stash.get(LEFT, 0):
        terminalreporter.write_line(f"{config.stash[LEFT]} tests are asked once, on SQLite.")
