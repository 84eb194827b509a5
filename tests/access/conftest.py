"""Amara's record, sealed and opened, on a Thursday that stands still."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.access.models import Seal
from alongside.agencies.models import Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.need_to_know import sealing
from alongside.people.models import Person
from tests.cast import NOW, practitioner
from tests.pages import Read, reader


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of pages stands at Thursday 17 April 2025, 14:00 in England. The next working day is Tuesday 22."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def proved(client: Client) -> Callable[[Practitioner], None]:
    """`proved(noor)`: she has just signed in with her password."""

    def signs_in(who: Practitioner, minutes_ago: int = 0) -> None:
        client.force_login(who)
        session = client.session
        session["account_authentication_methods_user"] = str(who.pk)
        session["account_authentication_methods"] = [
            {"method": "password", "at": time.time() - 60 * minutes_ago}
        ]
        session.save()

    return signs_in


@pytest.fixture
def hill_team(harbour_team: Team) -> Team:
    return Team.objects.create(
        agency=harbour_team.agency,
        area=harbour_team.area,
        name="Hill team",
        purpose=Team.Purpose.HELP_AND_PROTECTION,
    )


@pytest.fixture
def noor(hill_team: Team) -> Practitioner:
    """Noor is a social worker in the Hill team, and has nothing to do with Amara."""
    return practitioner("Noor Hassan", hill_team, Role.SOCIAL_WORKER, social_work=True)


@pytest.fixture
def seal(case: Case, sam: Practitioner, dana: Practitioner) -> Callable[..., Seal]:
    """`seal("adoption")`: Sam seals Amara's record, and gives Dana a key."""

    def places(kind: str = "restricted", **more: Any) -> Seal:
        given: dict[str, Any] = {"practitioners": [dana], "teams": [], **more}
        child: Person = case.child
        return sealing.place_seal(by=sam, child=child, kind=kind, why="A threat was made.", now=NOW, **given)

    return places
