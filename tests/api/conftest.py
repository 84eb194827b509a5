"""Systems that ask: a school's, a council team's, a police force's, and one of another area."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.api import clients
from alongside.api.models import ApiClient, Permission
from tests.cast import NOW

EVERYTHING = tuple(Permission.values)
IN_A_YEAR = NOW.date() + timedelta(days=365)


@dataclass
class System:
    """A system with its token. `system.get("/children")` is what it is answered."""

    record: ApiClient
    token: str

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Answered:
        kind = headers.pop("content_type", "application/json")
        sent = {f"HTTP_{name.upper()}": value for name, value in headers.items()}
        content = (
            {"data": body if isinstance(body, str | bytes) else json.dumps(body)} if body is not None else {}
        )
        answer = Client().generic(
            method, f"/api/v1{path}", content_type=kind, HTTP_AUTHORIZATION=f"Bearer {self.token}",
            **content, **sent,
        )  # fmt: skip
        return Answered(answer.status_code, json.loads(answer.content or b"null"), answer.headers)

    def get(self, path: str, **headers: str) -> Answered:
        return self.ask("GET", path, **headers)

    def post(self, path: str, body: Any, **headers: str) -> Answered:
        return self.ask("POST", path, body, **headers)


@dataclass
class Answered:
    """What came back."""

    status: int
    body: Any
    headers: Any

    @property
    def problems(self) -> list[str]:
        """Each problem, with the four parts every one has."""
        assert set(self.body) == {"status", "problems"}, self.body
        assert self.body["status"] == self.status
        return ["{what} | {where} | {why} | {do}".format(**one) for one in self.body["problems"]]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> datetime:
    """The clock stands at Thursday 17 April 2025, 14:00 in England."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    monkeypatch.setattr(timezone, "localdate", lambda *_: NOW.date())
    return NOW


@pytest.fixture(autouse=True)
def hosts() -> Iterator[None]:
    with override_settings(WEBHOOK_HOSTS=frozenset({"receiver.example.org"})):
        yield


def let_in(
    agency: Agency, area: Area, by: Practitioner, permissions: tuple[str, ...] = EVERYTHING, team: Team | None = None,
    name: str = "Records", expires_on: date = IN_A_YEAR,
) -> System:  # fmt: skip
    return System(*clients.let_in(
        by=by, area=area, agency=agency, team=team, name=name, permissions=permissions, expires_on=expires_on, now=NOW,
    ))  # fmt: skip


@pytest.fixture
def schools(school: Agency, wrenmouth: Area, wyn: Practitioner) -> System:
    """The records system of Mill Lane Primary School."""
    return let_in(school, wrenmouth, wyn)


@pytest.fixture
def councils(council: Agency, harbour_team: Team, wrenmouth: Area, wyn: Practitioner) -> System:
    """The council's own system, working in the Harbour team."""
    return let_in(council, wrenmouth, wyn, team=harbour_team)


@pytest.fixture
def forces(police: Agency, wrenmouth: Area, wyn: Practitioner) -> System:
    """The crime system of Estuary Police."""
    return let_in(police, wrenmouth, wyn)


@pytest.fixture
def elsewheres(stranger: Practitioner) -> System:
    """The system of a council with nothing to do with Wrenmouth."""
    area = Area.objects.get(code="198")
    team = Team.objects.get(area=area)
    from alongside.agencies.models import Post, Role
    from tests.cast import LONG_AGO

    Post.objects.create(
        practitioner=stranger, agency=team.agency, team=team, role=Role.ADMINISTRATOR, from_on=LONG_AGO
    )
    by = Practitioner.objects.get(pk=stranger.pk)
    return let_in(team.agency, area, by, team=team)


def referral(**other: Any) -> dict[str, Any]:
    """A referral as a system sends it."""
    return {
        "version": 1, "area": "199",
        "referrer": {"kind": "practitioner", "name": "Helen Marsh", "relation": "Safeguarding lead"},
        "children": [{"given": "Zoe", "family": "Penn", "born_on": "2016-05-04"}],
        "statements": [{"kind": "concern", "words": "She is often hungry."}],
        **other,
    }  # fmt: skip


Ask = Callable[..., Answered]
