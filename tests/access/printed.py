"""What long tests counted, told at the end of the run."""

from __future__ import annotations

import pytest

COUNTED: dict[str, int] = {}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    for what, number in COUNTED.items():
        terminalreporter.write_line(f"{number:>7,} {what}")
