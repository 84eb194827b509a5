"""One borough for each module, whose changes each test undoes, on a Thursday that stands still."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.demo.organisation import Borough, lay_out
from alongside.improvement import services
from alongside.improvement.bodies import Body
from tests.access.matrix_world import undone
from tests.cast import practitioner
from tests.pages import Read, reader

#: Thursday 11 June 2026, when the edition of 2026 is in force.
NOW = datetime(2026, 6, 11, 13, 0, tzinfo=UTC)
TODAY = NOW.date()
UNTIL = date(2027, 3, 31)
LEADERS = "expectation.leaders:collaborate"
TAKEN = "all.expectations"


class Partnership:
    """Wrenmouth, its people by key, and two who have a part in its partnership: a partner and a scrutineer."""

    def __init__(self, borough: Borough) -> None:
        self.borough, self.area = borough, borough.area
        self.people: dict[str, Practitioner] = dict(borough.staff)
        self.people["head"] = practitioner("Hetty Head", borough.agencies["primary"], "partner-practitioner")
        self.people["scrutineer"] = practitioner(
            "Sol Sharp", borough.agencies["charity"], "partner-practitioner"
        )
        self.people["partner"] = practitioner("Pat Lane", borough.agencies["police"], "police-officer")
        self.people["teacher"] = practitioner(
            "Toby Teach", borough.agencies["primary"], "partner-practitioner"
        )

    @property
    def school(self) -> Body:
        return Body(self.area, self.borough.agencies["primary"])

    @property
    def whole(self) -> Body:
        return Body(self.area)

    def who(self, key: str) -> Practitioner:
        """As their next request finds them."""
        found = Practitioner.objects.with_posts(self.people[key].pk)
        assert found is not None
        return found

    def gives(self, key: str, part: str, agency: str = "", until_on: date = UNTIL) -> None:
        services.give_part(
            by=self.who("wyn"), area=self.area, practitioner=self.people[key], part=part, reason="Agreed by the partnership.",
            agency=self.borough.agencies[agency] if agency else None, until_on=until_on, now=NOW,
        )  # fmt: skip

    def round(self, on: date = TODAY, *, by: str = "head", body: Body | None = None) -> Any:
        return services.begin(by=self.who(by), body=body or self.school, on=on, now=NOW)

    def judges(
        self, one: Any, score: str = "Partly", *, by: str = "head", statement: str = LEADERS, **more: Any
    ) -> Any:
        said = {
            "standing": "scored",
            "score": score,
            "rests_on": "An audit of 12 files.",
            "on": TODAY,
            "now": NOW,
        }
        return services.judge(by=self.who(by), assessment=one, statement=statement, **{**said, **more})

    def signs(self, one: Any, *, submit: bool = True, by: str = "head") -> Any:
        return services.sign(by=self.who(by), assessment=one, summary="", submit=submit, now=NOW)

    def plans(
        self, what: str = "Hold a joint audit", *, by: str = "head", body: Body | None = None, **more: Any
    ) -> Any:
        return services.plan(by=self.who(by), body=body or self.school, what=what, now=NOW, **more)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> datetime:
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    return NOW


@pytest.fixture(scope="module")
def whole_partnership(django_db_setup: None, django_db_blocker: Any) -> Iterator[Partnership]:
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as still, undone():
        still.setattr(timezone, "now", lambda: NOW)
        made = Partnership(lay_out())
        made.gives("head", "assessor", "primary")
        made.gives("scrutineer", "scrutineer")
        made.gives("partner", "partner")
        yield made


@pytest.fixture
def there(whole_partnership: Partnership) -> Iterator[Partnership]:
    with undone():
        yield whole_partnership


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
