"""That a sealed child is there is told by nothing: with the child and without, the same bytes and as many questions.

The world is asked twice, once with Zofia in it and sealed, once without; what is typed is the same both times.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from alongside.access.models import Seal, SealKey
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner, Team
from alongside.cases.models import Allocation, Case, Involvement
from alongside.need_to_know import conflicts, found
from alongside.people.models import Address, Identifier, Name, Person, Relationship, Residence
from alongside.referrals.same_child import maybe_known
from alongside.refusals import Refusal
from tests.access.matrix_world import undone
from tests.access.printed import COUNTED
from tests.cast import NOW, child_of

REFERENCE, BORN = "WREN-ZQFYA2", date(2019, 5, 7)
#: What is typed into search: whole and in part, by herself, by her mother, by where she lives, by her school.
TYPED = (
    REFERENCE, "ZQFYA2", "Zofia Quillon", "Quillon", "Zofia", "quillan zofia", "Zofia Quillon 7 5 2019", "7/5/2019",
    "H801200001001", "9434765919", "ZQ9 9ZQ", "9 Quill Court", "Halina Quillon",
)  # fmt: skip


@contextmanager
def zofia(kind: str, case: Case, by: Practitioner) -> Any:
    """Zofia and her mother, with all that could find her, sealed from everybody; gone again afterwards."""
    with undone():
        area = case.area
        child = child_of(area, "Zofia Quillon", REFERENCE, BORN)
        mother = child_of(area, "Halina Quillon", "WREN-ZQFYB2", date(1990, 1, 1))
        Relationship.objects.create(person=mother, other=child, kind=Relationship.Kind.MOTHER)
        Relationship.objects.create(person=child, other=case.child, kind=Relationship.Kind.SIBLING)
        for scheme, value in (("upn", "H801200001001"), ("nhs-number", "9434765919")):
            Identifier.objects.create(area=area, person=child, scheme=scheme, value=value)
        home = Address.objects.create(area=area, lines="9 Quill Court", postcode="ZQ9 9ZQ")
        Residence.objects.create(person=child, address=home)
        theirs = Case.objects.create(area=area, child=child, opened_on=date(2025, 3, 3), recorded_by=by)
        lead = case.allocations.get()
        Allocation.objects.create(
            area=area, case=theirs, practitioner=lead.practitioner, team=lead.team, from_on=date(2025, 3, 3)
        )
        for one in case.involvements.all():
            Involvement.objects.create(
                area=area, case=theirs, agency=one.agency, why="Her school", from_on=date(2025, 3, 3)
            )
        seal = Seal.objects.create(
            child=child, kind=kind, why="A threat.", from_on=NOW.date(), placed_at=NOW, placed_by=by
        )
        SealKey.objects.create(seal=seal, practitioner=by, from_on=NOW.date())
        yield child


def but_for_chance(body: str) -> str:
    return re.sub(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"', "", body)


Answer = tuple[int, str, str, int]


@pytest.fixture
def answers(client: Client) -> Callable[..., dict[str, Answer]]:
    """Status, headers, bytes and the number of questions, of each address as this reader gets it."""

    def asks(
        who: Practitioner, *addresses: tuple[str, dict[str, str]], method: str = "get"
    ) -> dict[str, Answer]:
        told = {}
        client.force_login(who)
        client.get("/access/")
        for where, data in addresses:
            with undone(), CaptureQueriesContext(connection) as asked:
                answer = getattr(client, method)(where, data)
            headers = {name: value for name, value in answer.headers.items() if name != "X-Request-ID"}
            told[f"{where} {data}"] = (
                answer.status_code,
                str(headers),
                but_for_chance(answer.content.decode()),
                len(asked),
            )
        return told

    return asks


def same(kind: str, case: Case, by: Practitioner, ask: Callable[[], dict[str, Any]]) -> list[str]:
    """What is answered otherwise when Zofia is there than when she is not."""
    ask()  # The first time fills what is kept between requests.
    with zofia(kind, case, by):
        there = ask()
    absent = ask()
    COUNTED["answers compared, with a hidden child and without"] = COUNTED.get(
        "answers compared, with a hidden child and without", 0
    ) + len(absent)
    return [what for what in absent if there[what] != absent[what]]


PAGES = (
    f"/children/{REFERENCE}/", f"/children/{REFERENCE}/timeline/", f"/children/{REFERENCE}/refer/",
    f"/children/{REFERENCE}/part/", f"/children/{REFERENCE}/seal/", f"/children/{REFERENCE}/explain-access/",
    "/", "/team/", "/access/mine/", "/notices/", "/front-door/", "/conflicts/", "/children/WREN-AMARA2/",
    "/children/WREN-AMARA2/people/", "/children/WREN-AMARA2/family/add/", "/children/WREN-AMARA2/visits/seen/",
)  # fmt: skip


@pytest.mark.once("It is about what pages say; what lists hold, both databases are asked in the matrix.")
@pytest.mark.parametrize("kind", ["restricted", "adoption"])
@pytest.mark.parametrize("who", ["priya", "maya", "dana", "olu", "helen"])
def test_no_page_list_total_or_relative_tells(
    who: str, kind: str, case: Case, school_involved: object, sam: Practitioner, answers: Any,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    me = request.getfixturevalue(who)
    assert same(kind, case, sam, lambda: answers(me, *((page, {}) for page in PAGES))) == []


@pytest.mark.parametrize("who", ["priya", "dana", "helen"])
def test_nothing_typed_into_search_tells(
    who: str,
    case: Case,
    school_involved: object,
    sam: Practitioner,
    answers: Any,
    request: pytest.FixtureRequest,
) -> None:
    """By reference, numbers, name and date of birth, address, mother: the fourteen ways to look for a child."""
    me = request.getfixturevalue(who)
    typed = [("/search/", {"q": one}) for one in TYPED]
    assert same("restricted", case, sam, lambda: answers(me, *typed)) == []


def test_no_hint_that_a_referral_may_be_about_a_known_child_tells(
    case: Case, priya: Practitioner, sam: Practitioner
) -> None:
    again = child_of(case.area, "Zofia Quillon", "WREN-ZQFYC2", BORN)

    def hint() -> dict[str, Any]:
        with CaptureQueriesContext(connection) as asked:
            known = maybe_known(again, Practitioner.objects.get(pk=priya.pk))
        return {"hint": ([one.reference for one in known], len(asked))}

    assert same("restricted", case, sam, hint) == []


@pytest.mark.parametrize("kind", ["adoption"])
def test_no_try_in_an_emergency_tells_of_what_it_cannot_open(
    kind: str, client: Client, proved: Any, case: Case, sam: Practitioner, noor: Practitioner
) -> None:
    tries = (
        {"by": "reference", "reference": REFERENCE, "why": "Now."},
        {
            "by": "name",
            "name": "Zofia Quillon",
            "born_on_day": "7",
            "born_on_month": "5",
            "born_on_year": "2019",
            "why": "x",
        },
    )

    def ask() -> dict[str, Any]:
        proved(noor)
        told = {}
        for number, sent in enumerate(tries):
            with undone():
                answer = client.post("/emergency/", sent)
                told[str(number)] = (answer.status_code, but_for_chance(answer.content.decode()))
        return told

    assert same(kind, case, sam, ask) == []


def test_neither_a_file_nor_a_notice_nor_a_conflict_tells(
    case: Case, answers: Any, sam: Practitioner, priya: Practitioner, olu: Practitioner, front_door: Team
) -> None:
    from alongside.notices.services import notify

    report = conflicts.declare_by_name(by=olu, area=case.area, words="Zofia Quillon is my niece.", now=NOW)

    def ask() -> dict[str, Any]:
        told: dict[str, Any] = {}
        with undone():
            child = Person.objects.filter(reference=REFERENCE).first()
            if child:
                notify(team=front_door, words="Zofia was seen.", child=child, now=NOW)
            told |= answers(priya, ("/", {}), ("/notices/", {}), ("/conflicts/", {}))
            with pytest.raises(Refusal) as refused:
                conflicts.settle(
                    by=priya, report=report, outcome="closed", reference=REFERENCE, why="x", now=NOW
                )
            told["refusal"] = str(refused.value)
            told["suggested"] = found.suggested(case.area, priya, NOW.date())
        return told

    assert same("restricted", case, sam, ask) == []


def test_a_number_that_a_hidden_child_has_is_taken_or_refused_as_any_other(
    case: Case, client: Client, sam: Practitioner, dana: Practitioner
) -> None:
    where = reverse("family:add-identifier", args=("WREN-AMARA2",))

    def ask() -> dict[str, Any]:
        client.force_login(dana)
        with undone():
            answer = client.post(where, {"scheme": "nhs-number", "value": "9434765919", "step": "confirm"})
            body = but_for_chance(answer.content.decode())
            return {"sent": (answer.status_code, body, Identifier.objects.filter(person=case.child).count())}

    assert same("restricted", case, sam, ask) == []


# --- The seeded faults: what leaks must be seen -------------------------------------------------------------------


def test_a_list_that_forgets_seals_is_seen(
    case: Case, sam: Practitioner, priya: Practitioner, answers: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Policy, "not_denied", lambda self, records, practitioner, path="": records)
    people = ("/children/WREN-AMARA2/people/", {})
    assert same("restricted", case, sam, lambda: answers(priya, people)) == [f"{people[0]} {{}}"]


def test_a_door_that_fetches_first_and_asks_afterwards_is_seen(
    case: Case, sam: Practitioner, priya: Practitioner
) -> None:
    """The bytes are alike; the questions are not."""
    from alongside.access.policies import READ_RECORD

    def careless() -> dict[str, Any]:
        with CaptureQueriesContext(connection) as asked:
            child = Person.objects.filter(reference=REFERENCE).first()
            allowed = child is not None and READ_RECORD.allows(child, priya)
        return {"answer": (allowed, len(asked))}

    assert same("restricted", case, sam, careless) == ["answer"]


def test_the_child_is_really_there_for_who_holds_the_key(
    case: Case, sam: Practitioner, client: Client
) -> None:
    """The positive control."""
    with zofia("restricted", case, sam) as child:
        assert Name.objects.filter(person=child).exists()
        client.force_login(sam)
        assert "Zofia Quillon" in client.get(f"/children/{REFERENCE}/").content.decode()
