"""What must be true of every operation, asked all kinds of things by systems with different rights."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import Client, override_settings

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.api import paging
from alongside.api.operations import children
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from tests.api.conftest import System, referral
from tests.api.walking import Report, described, operations, walk
from tests.cast import LONG_AGO, NOW, TODAY, child_of

#: Good requests to each operation by each system, and as many bad ones. More, for a night: ALONGSIDE_EXAMPLES=500.
EACH = int(os.environ.get("ALONGSIDE_EXAMPLES", "5"))
OPERATIONS = 19
#: Words that stand in one record only.
COUNCILS, SCHOOLS, CLOSED, ELSEWHERES = "Zquill", "Zbracken", "Zthimble", "Zlantern"


@pytest.fixture
def known(
    schools: System, councils: System, forces: System, elsewheres: System, wrenmouth: Area, school: Agency,
    harbour_team: Team, front_door: Team, dana: Practitioner, stranger: Practitioner, amara: Person,
) -> dict[str, list[str]]:  # fmt: skip
    """Four children: the council's, the council's and the school's, one closed to the council's system, another area's."""
    farholme = Area.objects.get(code="198")
    far = Team.objects.get(area=farholme)
    for area, team, by, word in (
        (wrenmouth, harbour_team, dana, COUNCILS), (wrenmouth, harbour_team, dana, SCHOOLS),
        (wrenmouth, harbour_team, dana, CLOSED), (farholme, far, stranger, ELSEWHERES),
    ):  # fmt: skip
        child = child_of(
            area, f"{word} Child", f"{area.prefix}-{word[:6].upper()}", religion=word, gender=word
        )
        case = Case.objects.create(area=area, child=child, opened_on=LONG_AGO, recorded_by=by)
        Allocation.objects.create(area=area, case=case, practitioner=by, team=team, from_on=LONG_AGO)
        kinds.ASSESSMENT_STARTED.record(
            case, on=TODAY, by=by, now=NOW, practitioner=word, why=word, source=word
        )
        refresh(case)
        if word == SCHOOLS:
            Involvement.objects.create(
                area=area, case=case, agency=school, why="Their school", from_on=LONG_AGO
            )
        if word == CLOSED:
            Restriction.objects.create(
                child=child, practitioner=councils.record.practitioner, why="Tried out", from_on=LONG_AGO
            )
    sent = schools.post("/referrals", referral(whereabouts=SCHOOLS), idempotency_key="one").body
    return {
        "reference": [
            *Person.objects.values_list("reference", flat=True),
            sent["reference"],
            sent["submission"],
        ],
        "rule_id": [
            "referral.decision",
            "child-protection.initial-conference",
            "authority.referral-decision",
        ],
        "key": [str(amara.pk)],
        "area": ["199"],
        "url": ["https://receiver.example.org/events"],
    }


@pytest.fixture(autouse=True)
def never_too_many() -> Iterator[None]:
    with override_settings(API_REQUESTS_A_MINUTE=1_000_000):
        yield


def test_no_operation_fails_breaks_its_description_or_shows_what_its_asker_may_not_see(
    known: dict[str, list[str]], schools: System, councils: System, elsewheres: System
) -> None:
    total = Report()
    for system, hidden in (
        (schools, (COUNCILS, CLOSED, ELSEWHERES)), (councils, (CLOSED, ELSEWHERES)),
        (elsewheres, (COUNCILS, SCHOOLS, CLOSED)),
    ):  # fmt: skip
        total += walk(system, known, hidden, each=EACH)

    print(
        f"{total.cases} requests to {len(total.operations)} operations: {dict(sorted(total.statuses.items()))}"
    )
    assert total.wrong == []
    assert len(total.operations) == OPERATIONS
    assert total.cases > OPERATIONS * 3 * EACH
    assert {200, 404, 422} <= total.statuses.keys()


def test_each_system_does_see_what_it_may(
    known: dict[str, list[str]], schools: System, councils: System, elsewheres: System
) -> None:
    """Otherwise nothing would be hidden because nothing is shown."""
    for system, word in (
        (schools, SCHOOLS),
        (councils, COUNCILS),
        (councils, SCHOOLS),
        (elsewheres, ELSEWHERES),
    ):
        seen = walk(system, known, (word,), each=2, only=("children",))
        assert any(f"shows {word}" in wrong for wrong in seen.wrong), word


def test_an_operation_that_leaks_would_be_caught(
    known: dict[str, list[str]], schools: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: the door is left out."""

    def without_door(request: HttpRequest, reference: str, policy: object) -> Person:
        child = Person.objects.filter(reference=reference).first()
        if child is None:
            raise children.not_found()
        child.opened_because = []  # type: ignore[attr-defined]
        return child

    monkeypatch.setattr(children, "hold", without_door)
    theirs = known | {"reference": ["WREN-ZTHIMB", "FARH-ZLANTE"]}
    report = walk(schools, theirs, (CLOSED, ELSEWHERES), each=6, only=("chronology", "child"))
    shown = {wrong.partition(": ")[2] for wrong in report.wrong}
    assert shown & {f"shows {CLOSED}", f"shows {ELSEWHERES}"}


def test_a_list_that_forgets_the_policy_would_be_caught(
    known: dict[str, list[str]], schools: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "page", lambda records, cursor, limit: (list(Person.objects.all()), ""))
    report = walk(schools, known, (COUNCILS,), each=2, only=("children",))
    assert any(f"shows {COUNCILS}" in wrong for wrong in report.wrong)


def test_an_operation_that_breaks_its_description_would_be_caught(
    known: dict[str, list[str]], councils: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded faults: a field of another kind, and an answer that nothing tells of."""
    from alongside.api.interface import Interface
    from alongside.api.shapes import AreaOut

    made = Interface.create_response

    def other(self: Interface, request: HttpRequest, data: Any, **kwargs: Any) -> Any:
        if isinstance(data, list) and data and "code" in data[0]:
            data = [{"code": 199, "name": None} for _ in data]
        return made(self, request, data, **kwargs)

    monkeypatch.setattr(Interface, "create_response", other)
    assert AreaOut.model_fields.keys() == {"code", "name"}
    report = walk(councils, known, (), each=2, only=("areas",))
    assert any("violates schema" in wrong for wrong in report.wrong), report.wrong


def test_an_operation_that_fails_would_be_caught(
    known: dict[str, list[str]], councils: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "_key", lambda cursor: 1 / 0)
    monkeypatch.setattr(children, "page", lambda *_: 1 / 0)
    report = walk(councils, known, (), each=2, only=("children",))
    assert any("Server error" in wrong for wrong in report.wrong), report.wrong


def test_no_operation_answers_without_a_token_or_to_another_method(db: None) -> None:
    for operation in operations():
        path = f"/api/v1{operation.path.removeprefix('/api/v1')}".replace("{", "").replace("}", "")
        method = operation.method.upper()
        answer = Client().generic(method, path, "{}", content_type="application/json")
        assert answer.status_code == 401, operation.label
        assert "Set-Cookie" not in answer.headers
        assert answer.headers["Cache-Control"] == "no-store"
        wrong = Client().generic("TRACE", path)
        assert (wrong.status_code, method in wrong.headers["Allow"]) == (405, True), operation.label
        assert wrong.json()["problems"]


def test_every_operation_says_what_it_may_answer(db: None) -> None:
    schema = described().raw_schema
    assert schema["openapi"] == "3.1.0"
    found = [one for path in schema["paths"].values() for one in path.values()]
    assert len(found) == OPERATIONS
    for operation in found:
        told = {str(status) for status in operation["responses"]}
        assert {"400", "401", "403", "404", "422", "429", "500"} <= told, operation["operationId"]
        assert operation["description"]
        assert operation["security"]


def test_what_is_nowhere_is_said_as_every_problem_is(db: None) -> None:
    for path in ("/api/v1/nothing", "/api/v1/children/a/b/c", "/api/v1/children/"):
        answer = Client().get(path)
        assert answer.status_code == 404
        assert answer.json()["problems"][0]["what"] == "There is nothing here that you can open."
