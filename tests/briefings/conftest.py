"""Opening pages as a stranger does, on a day that stays."""

from __future__ import annotations

from datetime import datetime

import pytest
import time_machine

from alongside.moments import LONDON
from tests.briefings.reading import DAY


@pytest.fixture
def the_day():
    """It is the day on which the documents of these tests are made."""
    with time_machine.travel(datetime(DAY.year, DAY.month, DAY.day, 10, tzinfo=LONDON), tick=False):
        yield DAY


@pytest.fixture
def opened(client):
    """A page as a stranger gets it, without a database behind it."""

    def opens(address: str, status: int = 200) -> bytes:
        answer = client.get(address)
        assert answer.status_code == status, address
        assert not answer.cookies
        return answer.content

    return opens
