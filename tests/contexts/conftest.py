"""One town for each module, whose changes each test undoes, on a Thursday that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.access.matrix_world import undone
from tests.cast import NOW
from tests.contexts.town import Town, built
from tests.pages import Read, reader


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture(scope="module")
def whole_town(django_db_setup: None, django_db_blocker: Any) -> Iterator[Town]:
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as still, undone():
        still.setattr(timezone, "now", lambda: NOW)
        yield built()


@pytest.fixture
def town(whole_town: Town) -> Iterator[Town]:
    children, links = dict(whole_town.children), dict(whole_town.links)
    with undone():
        yield whole_town
    whole_town.children, whole_town.links = children, links


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


def day(name: str, on: date) -> dict[str, str]:
    """A day as a form sends it."""
    return {f"{name}_day": str(on.day), f"{name}_month": str(on.month), f"{name}_year": str(on.year)}


def sent(client: Client, where: str, data: dict[str, Any]) -> Any:
    """Send a form, and confirm it on the page that tells it back."""
    checked = client.post(where, data)
    if checked.status_code != 200:
        return checked
    return client.post(where, {**data, "step": "confirm"})
