"""Conflicts of interest: declared, settled by a manager, opened again by a manager, and by nobody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access import policies
from alongside.access.models import ConflictReport, Restriction
from alongside.agencies.models import Area, Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.need_to_know import conflicts, found
from alongside.notices.models import Notice
from alongside.people.models import Person, Relationship
from alongside.refusals import Refusal
from tests.cast import NOW, child_of, practitioner
from tests.pages import Read


def may_open(child: Person, me: Practitioner) -> bool:
    return policies.READ_CHILD.allows(child, me)


def test_whoever_declares_one_loses_the_record_at_once_and_the_manager_is_told(
    client: Client, case: Case, dana: Practitioner, sam: Practitioner
) -> None:
    client.force_login(dana)
    sent = {"why": "Her mother is my cousin.", "step": "confirm"}
    answer = client.post("/children/WREN-AMARA2/conflict/", sent)

    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert client.get("/children/WREN-AMARA2/").status_code == 404
    assert client.get(answer["Location"]).status_code == 200
    told = Notice.objects.get(to=sam)
    assert str(told) == (
        "Dana Wright declared a conflict of interest. Amara Okoye’s record is closed to them. "
        "They were the lead practitioner: allocate somebody else."
    )
    assert Restriction.objects.get().ground == "declared"


def test_for_a_child_one_cannot_open_the_reply_is_the_same_whether_there_is_a_record_or_not(
    client: Client, case: Case, noor: Practitioner, priya: Practitioner
) -> None:
    client.force_login(noor)
    replies = []
    for words in ("Amara Okoye, born 3 September 2020, is my niece.", "Nobody Known is my nephew."):
        answer = client.post("/conflicts/tell/", {"words": words})
        told = re.sub(rb'name="csrfmiddlewaretoken" value="[^"]*"', b"", client.get("/").content)
        replies.append((answer.status_code, answer["Location"], told))
    assert replies[0] == replies[1]
    assert Notice.objects.filter(to=priya).count() == 2
    assert "Amara" not in "".join(map(str, Notice.objects.all()))


def test_a_manager_of_the_front_door_settles_it(
    client: Client, read: Callable[..., Read], case: Case, wrenmouth: Area, noor: Practitioner, olu: Practitioner,
    priya: Practitioner,
) -> None:  # fmt: skip
    report = conflicts.declare_by_name(by=olu, area=wrenmouth, words="Amara is my niece.", now=NOW)
    assert "Amara is my niece." in read(priya, "/conflicts/").text
    assert "Settle the conflict of interest that Olu Adeyemi told of" in read(priya, "/").text
    client.force_login(priya)
    sent = {"outcome": "closed", "reference": "wren-amara2", "why": "She said so.", "step": "confirm"}
    assert client.post(f"/conflicts/{report.pk}/", sent).status_code == 303
    assert not may_open(case.child, olu)
    assert client.get(f"/conflicts/{report.pk}/").status_code == 200
    report.refresh_from_db()
    with pytest.raises(Refusal, match="settled"):
        conflicts.settle(by=priya, report=report, outcome="none", reference="", why="x", now=NOW)


@pytest.mark.parametrize("who", ["noor", "dana", "sam", "wyn", "helen", "maya"])
def test_nobody_else_sees_or_settles_it(
    who: str, client: Client, wrenmouth: Area, olu: Practitioner, request: pytest.FixtureRequest
) -> None:
    report = conflicts.declare_by_name(by=olu, area=wrenmouth, words="A niece.", now=NOW)
    client.force_login(request.getfixturevalue(who))
    assert client.get("/conflicts/").status_code == 404
    assert client.get(f"/conflicts/{report.pk}/").status_code == 404


def test_a_manager_does_not_settle_what_is_about_them(
    client: Client, wrenmouth: Area, priya: Practitioner
) -> None:
    report = conflicts.declare_by_name(by=priya, area=wrenmouth, words="A niece.", now=NOW)
    client.force_login(priya)
    assert client.get(f"/conflicts/{report.pk}/").status_code == 404
    with pytest.raises(Refusal, match="about you"):
        conflicts.settle(by=priya, report=report, outcome="none", reference="", why="No.", now=NOW)


@pytest.mark.parametrize("reference", ["WREN-222222", "FARH-AAAAA2", ""])
def test_a_reference_that_is_not_there_and_one_that_cannot_be_opened_read_the_same(
    reference: str, wrenmouth: Area, olu: Practitioner, priya: Practitioner, stranger: Practitioner
) -> None:
    child_of(Area.objects.get(code="198"), "Far Away", "FARH-AAAAA2")
    report = conflicts.declare_by_name(by=olu, area=wrenmouth, words="A niece.", now=NOW)
    with pytest.raises(Refusal, match="No record that you can open has this reference"):
        conflicts.settle(by=priya, report=report, outcome="closed", reference=reference, why="x", now=NOW)


def test_a_manager_closes_a_record_to_somebody_and_opens_it_again(
    client: Client, case: Case, olu: Practitioner, sam: Practitioner
) -> None:
    client.force_login(sam)
    sent = {"practitioner": str(olu.pk), "why": "Her niece.", "step": "confirm"}
    assert client.post("/children/WREN-AMARA2/closed-to/new/", sent).status_code == 303
    assert not may_open(case.child, olu)
    restriction = Restriction.objects.get()
    page = client.get("/children/WREN-AMARA2/who-can-see/").content.decode()
    where = f"/children/WREN-AMARA2/closed-to/{restriction.pk}/open/"
    assert where in page
    assert client.post(where, {"why": "Another Olu.", "step": "confirm"}).status_code == 303
    assert may_open(case.child, olu)
    restriction.refresh_from_db()
    assert (restriction.lifted_by, restriction.lifted_because) == (sam, "Another Olu.")


@pytest.mark.parametrize("who", ["wyn", "dana", "relative", "helen", "noor"])
def test_neither_an_administrator_nor_anybody_but_a_manager_opens_it_again(
    who: str, case: Case, relative: Practitioner, request: pytest.FixtureRequest
) -> None:
    restriction = Restriction.objects.get(practitioner=relative)
    with pytest.raises(PermissionDenied):
        conflicts.lift(by=request.getfixturevalue(who), restriction=restriction, why="Please.", now=NOW)


def test_names_on_record_suggest_and_never_close(
    read: Callable[..., Read],
    case: Case,
    wrenmouth: Area,
    amara: Person,
    priya: Practitioner,
    front_door: Team,
) -> None:
    grace = child_of(wrenmouth, "Grace Okoye", "WREN-GRACE2", date(1990, 1, 1))
    Relationship.objects.create(person=grace, other=amara, kind=Relationship.Kind.MOTHER)
    namesake = practitioner("Grace Okoye", front_door, Role.SCREENER)
    assert may_open(amara, namesake)

    page = read(priya, "/conflicts/")
    assert "Why it is suggested Grace Okoye, the child’s mother, has the same name." in page.text
    assert may_open(amara, namesake)

    where = f"/conflicts/found/{namesake.pk}/WREN-AMARA2/"
    assert "The same name is no proof." in read(priya, where).text
    sent = read(priya, where, {"outcome": "none", "why": "She is another Grace.", "step": "confirm"})
    assert sent.status == 303
    assert ConflictReport.objects.get().outcome == "none"
    assert found.suggested(wrenmouth, priya, NOW.date()) == []


def test_who_leads_on_a_child_of_the_same_family_name_is_suggested_and_can_be_closed(
    read: Callable[..., Read], case: Case, wrenmouth: Area, dana: Practitioner, priya: Practitioner
) -> None:
    dana.name = "Dana Okoye"
    dana.save()
    (one,) = found.suggested(wrenmouth, priya, NOW.date())
    assert one.words == "They work with this child, and have the same family name."
    conflicts.settle_found(
        by=priya, area=wrenmouth, practitioner=one.practitioner, child=one.child, words=one.words,
        outcome="closed", why="She said they are cousins.", now=NOW,
    )  # fmt: skip
    assert not may_open(case.child, dana)
