"""The pages of search, on a day that stands still."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests.cast import NOW
from tests.pages import Read, reader


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)
