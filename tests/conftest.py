"""What every test may use: the cast, and a browser."""

from __future__ import annotations

pytest_plugins = ["tests.cast", "tests.browsing"]
