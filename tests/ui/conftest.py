"""Pages in a plain frame, whoever provides the real one."""

from __future__ import annotations

import pytest

from alongside.ui import frames


@pytest.fixture(autouse=True)
def plain_frame(monkeypatch, settings):
    """These tests are about what stands inside the frame, and need no address but the gallery's."""
    settings.ROOT_URLCONF = "tests.ui.addresses"
    monkeypatch.setitem(frames._providers, "frame", frames.plain_frame)
