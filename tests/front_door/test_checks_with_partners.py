"""The front door asks partners about a child; each answers for itself, and what is late is seen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Role
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.front_door import checks
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import CheckAnswer, CheckRequest
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.referrals import board
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW, practitioner
from tests.pages import reader

pytestmark = pytest.mark.usefixtures("open_door")
ASKED: dict[str, Any] = {
    "question": "Has Amara been at school this month?", "reason": "She may be alone at night.", "basis": "section-17",
}  # fmt: skip


def ask(by: Practitioner, case: Case, *agencies: Agency) -> list[CheckRequest]:
    return checks.ask_partners(by=by, child=case.child, agencies=agencies, now=NOW, **ASKED)


def test_several_are_asked_in_one_go_each_by_the_areas_own_limit(
    maya: Practitioner, case: Case, school: Agency, hospital: Agency
) -> None:
    asked = ask(maya, case, school, hospital)

    assert [one.agency for one in asked] == [school, hospital]
    assert {one.answer_by for one in asked} == {date(2025, 4, 23)}  # Two working days after Maundy Thursday.
    assert Entry.objects.filter(kind="check-asked").count() == 2


def test_only_the_front_door_asks(helen: Practitioner, case: Case, school: Agency) -> None:
    with pytest.raises(PermissionDenied):
        ask(helen, case, school)


def test_nobody_is_asked_the_same_twice(maya: Practitioner, case: Case, school: Agency) -> None:
    ask(maya, case, school)
    with pytest.raises(Refusal, match="asked this already"):
        ask(maya, case, school)
    with pytest.raises(Refusal, match="Nobody is asked"):
        ask(maya, case)


def test_the_agency_sees_what_it_is_asked_and_no_other_does(
    maya: Practitioner,
    case: Case,
    school: Agency,
    helen: Practitioner,
    ruth: Practitioner,
    stranger: Practitioner,
) -> None:
    asked = ask(maya, case, school)

    assert list(checks.asked_of(helen)) == asked
    assert not checks.asked_of(ruth)
    assert not checks.asked_of(stranger)


def test_whoever_looks_after_an_agencys_systems_does_not(
    maya: Practitioner, case: Case, school: Agency
) -> None:
    technician = practitioner("Tess Wire", school, Role.ADMINISTRATOR)
    ask(maya, case, school)

    assert not checks.asked_of(technician)


def test_somebody_to_whom_the_record_is_closed_is_not_asked_about_it(
    maya: Practitioner, case: Case, school: Agency, helen: Practitioner
) -> None:
    (asked,) = ask(maya, case, school)
    Restriction.objects.create(child=case.child, practitioner=helen, why="Her niece", from_on=LONG_AGO)

    assert not checks.asked_of(helen)
    with pytest.raises(PermissionDenied):
        checks.answer_check(by=helen, request=asked, nothing_known=True, now=NOW)


def test_fact_opinion_and_report_stay_apart_in_the_answer(
    maya: Practitioner, case: Case, school: Agency, helen: Practitioner
) -> None:
    (asked,) = ask(maya, case, school)
    checks.answer_check(
        by=helen, request=asked, fact="Absent on 8 of 14 days.", opinion="She looks tired.",
        reported="Ben says he gets her up.", now=NOW + timedelta(hours=3),
    )  # fmt: skip

    entry = Entry.objects.get(kind="check-answered")
    assert entry.details["answer"] == (
        "Known: Absent on 8 of 14 days. Our opinion: She looks tired. Reported to us: Ben says he gets her up."
    )
    assert Notice.objects.get().to == maya
    assert not checks.asked_of(helen)


def test_nothing_known_is_an_answer_and_no_answer_is_none(
    maya: Practitioner, case: Case, school: Agency, helen: Practitioner
) -> None:
    (asked,) = ask(maya, case, school)
    for wrong in ({}, {"nothing_known": True, "fact": "Absent."}):
        with pytest.raises(Refusal, match="Say what you know"):
            checks.answer_check(by=helen, request=asked, now=NOW, **wrong)
    checks.answer_check(by=helen, request=asked, nothing_known=True, now=NOW)
    with pytest.raises(Refusal, match="answered already"):
        checks.answer_check(by=helen, request=asked, nothing_known=True, now=NOW)

    assert CheckAnswer.objects.get().nothing_known


def test_the_board_shows_what_is_awaited_late_and_answered(
    open_door: Area,
    maya: Practitioner,
    helen: Practitioner,
    school: Agency,
    hospital: Agency,
    sent: dict[str, Any],
) -> None:
    take_in(sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW)
    child = Referral.objects.order_by("id")[0].case.child

    def notes(now: Any) -> list[tuple[str, bool]]:
        (group,) = board.of(open_door, maya, now=now).groups["new"]
        return [(note.words, note.late) for note in group.first.notes][1:]

    asked = checks.ask_partners(by=maya, child=child, agencies=[hospital, school], now=NOW, **ASKED)
    assert notes(NOW) == [
        ("Waiting for Mill Lane Primary School, by 23 April 2025", False),
        ("Waiting for Wrenmouth Community Health, by 23 April 2025", False),
    ]
    checks.answer_check(by=helen, request=asked[1], nothing_known=True, now=NOW)
    assert notes(NOW + timedelta(days=7)) == [
        ("Wrenmouth Community Health was to answer by 23 April 2025", True),
        ("Mill Lane Primary School has answered", False),
    ]  # fmt: skip


def test_it_is_asked_and_answered_on_the_pages(
    client: Client, maya: Practitioner, helen: Practitioner, case: Case, school: Agency
) -> None:
    client.force_login(maya)
    answer = client.post(
        f"/children/{case.child.reference}/ask/", {**ASKED, "agencies": [str(school.pk)], "step": "confirm"}
    )
    assert answer.status_code == 303, answer.content.decode()

    client.force_login(helen)
    asked = CheckRequest.objects.get()
    assert "Has Amara been at school" in client.get("/checks/").content.decode()
    shown = client.get(f"/checks/{asked.pk}/").content.decode()
    assert "Children Act 1989, section 17" in shown
    client.post(
        f"/checks/{asked.pk}/", {"known": "something", "fact": "Absent on 8 days.", "step": "confirm"}
    )
    assert client.get(f"/checks/{asked.pk}/").status_code == 404  # There is nothing left to answer.

    page = reader(client)(maya, f"/children/{case.child.reference}/checks/")
    assert "Absent on 8 days." in page.text


def test_another_agencys_question_looks_like_none(
    client: Client, maya: Practitioner, ruth: Practitioner, case: Case, school: Agency
) -> None:
    (asked,) = ask(maya, case, school)
    read = reader(client)

    assert read(ruth, f"/checks/{asked.pk}/").status == 404
    assert "Amara" not in read(ruth, "/checks/").text


def test_social_care_itself_is_no_partner_to_ask(
    case: Case, amara: Person, council: Agency, school: Agency
) -> None:
    assert list(checks.partners_of(amara)) == [school]
