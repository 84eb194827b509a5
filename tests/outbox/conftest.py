"""A clock that the test moves by hand, and a council's subscription to events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from alongside.agencies.models import Area
from alongside.outbox import daily
from alongside.outbox.models import Endpoint
from tests.cast import NOW


@dataclass
class Clock:
    """`clock()` is the moment; `clock.on(minutes=5)` is five minutes later."""

    moment: datetime = NOW

    def __call__(self) -> datetime:
        return self.moment

    def on(self, **how_long: float) -> datetime:
        self.moment += timedelta(**how_long)
        return self.moment


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def endpoint(wrenmouth: Area) -> Endpoint:
    return Endpoint.objects.create(area=wrenmouth, url="https://receiver.example.org/events", made_at=NOW)


@pytest.fixture
def no_duties() -> Iterator[None]:
    """The duties that packages gave are put aside, and back afterwards."""
    before = dict(daily.DUTIES)
    daily.DUTIES.clear()
    yield
    daily.DUTIES.clear()
    daily.DUTIES.update(before)
