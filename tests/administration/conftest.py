"""Wyn looks after Wrenmouth."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from tests.cast import NOW
from tests.pages import Read, reader

HERE = "/administration/199"


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def send(client: Client, wyn: Practitioner) -> Callable[..., Read]:
    """`send("/teams/new/", name="…")`: what Wyn gets for sending a form of the area, led on to the next page."""

    def sends(path: str, **answers: object) -> Read:
        client.force_login(wyn)
        answer = client.post(f"{HERE}{path}", answers, follow=True)
        return Read(
            answer.status_code,
            answer.content.decode(),
            (),
            answer.redirect_chain[-1][0] if answer.redirect_chain else "",
        )

    return sends
