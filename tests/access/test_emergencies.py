"""Breaking the glass: who may, for how long, who is told, what it never opens, and the manager's review."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from alongside.access import policies
from alongside.access.models import AccessRule, EmergencyOpening, Restriction, Seal
from alongside.agencies.models import Area, Practitioner, Role, Team
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.need_to_know import emergencies
from alongside.need_to_know.emergencies import Whom
from alongside.notices.models import Notice
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW, practitioner
from tests.pages import Read

AMARA = Whom(reference="wren-amara2")
BY_NAME = Whom(name="Amara Okoye", born_on=date(2020, 9, 3))
WHY = "Her mother rang from the police station; nobody answers."
SENT = {"by": "reference", "reference": "WREN-AMARA2", "why": WHY}


@pytest.fixture
def ask(wrenmouth: Area, noor: Practitioner) -> Callable[..., emergencies.Broken]:
    """`ask(AMARA)`: Noor, of another team, opens it in an emergency."""
    return lambda whom=AMARA, by=noor: emergencies.open_in_emergency(
        by=by, area=wrenmouth, whom=whom, why=WHY, now=NOW
    )


Ask = Callable[..., emergencies.Broken]
Proved = Callable[..., None]


def rows() -> list[Row]:
    return list(Row.objects.filter(action="break-glass").order_by("at", "number"))


@pytest.mark.parametrize("whom", [AMARA, BY_NAME], ids=["reference", "name and birth"])
def test_it_opens_the_record_for_some_hours_and_tells_the_manager_and_the_lead_at_once(
    whom: Whom, ask: Ask, case: Case, noor: Practitioner, dana: Practitioner, sam: Practitioner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert not policies.READ_RECORD.allows(case.child, noor)
    opening = ask(whom).opening
    assert opening is not None
    assert policies.READ_RECORD.reasons(case.child, noor) == ["you opened it in an emergency"]
    assert (opening.ends_at - NOW, opening.review_due_on) == (timedelta(hours=4), date(2025, 4, 22))
    for one in (dana, sam):
        assert "Noor Hassan opened Amara Okoye’s record in an emergency" in str(Notice.objects.get(to=one))

    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=4))
    assert not policies.READ_RECORD.allows(case.child, Practitioner.objects.get(pk=noor.pk))


def test_it_lets_one_read_and_nothing_more(ask: Ask, case: Case, noor: Practitioner) -> None:
    ask()
    may = {
        policy.id
        for policy in policies.POLICIES
        if policy.about == "child" and policy.allows(case.child, noor)
    }
    assert may == {
        "read-child", "read-record", "read-assessment", "read-plan", "read-conference-reports", "read-early-help",
        "read-help-plan",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "opens"), [("restricted", True), ("staff-family", True), ("adoption", False)]
)
def test_which_seals_an_emergency_opens(
    kind: str, opens: bool, ask: Ask, seal: Callable[..., Seal], case: Case, noor: Practitioner
) -> None:
    seal(kind)
    assert (ask().child is not None) is opens
    assert policies.READ_RECORD.allows(case.child, noor) is opens


def test_a_seal_placed_afterwards_that_no_emergency_opens_closes_it_again(
    ask: Ask, seal: Callable[..., Seal], case: Case, noor: Practitioner
) -> None:
    ask()
    seal("adoption")
    assert not policies.READ_RECORD.allows(case.child, Practitioner.objects.get(pk=noor.pk))


def test_a_conflict_of_interest_is_never_opened(ask: Ask, case: Case, noor: Practitioner) -> None:
    Restriction.objects.create(child=case.child, practitioner=noor, why="Her aunt", from_on=LONG_AGO)
    assert ask() == emergencies.Broken()
    assert not EmergencyOpening.objects.exists()


def test_whether_nothing_is_there_or_it_is_closed_for_good_the_page_is_the_same_and_the_try_is_kept(
    client: Client, proved: Proved, case: Case, seal: Callable[..., Seal], noor: Practitioner
) -> None:
    seal("adoption")
    proved(noor)
    pages = []
    for reference in ("WREN-AMARA2", "WREN-222222"):
        answer = client.post("/emergency/", {**SENT, "reference": reference})
        body = re.sub(r'name="(csrfmiddlewaretoken|once)" value="[^"]*"', "", answer.content.decode())
        pages.append((answer.status_code, body.replace(reference, "")))
    assert pages[0] == pages[1]
    assert "There is no record that can be opened like this." in pages[0][1]
    assert [(row.about, "nothing-to-open" in row.details) for row in rows()] == [(None, True), (None, True)]
    assert not Notice.objects.exists()


def test_the_page_opens_the_record_and_keeps_the_reason_out_of_the_audit(
    client: Client, proved: Proved, case: Case, noor: Practitioner
) -> None:
    proved(noor)
    answer = client.post("/emergency/", SENT)
    assert (answer.status_code, answer["Location"]) == (303, "/children/WREN-AMARA2/")
    page = client.get(answer["Location"]).content.decode()
    assert "It stays open until 18:00 on 17 April 2025." in page
    assert EmergencyOpening.objects.get().why == WHY
    assert "police station" not in "".join(row.details + row.ground for row in Row.objects.all())
    assert "police station" not in str(Entry.objects.get(kind="opened-in-emergency").details)


def test_whoever_may_open_it_anyway_makes_no_emergency_of_it(
    ask: Ask, case: Case, dana: Practitioner
) -> None:
    assert ask(by=dana).child == case.child
    assert not EmergencyOpening.objects.exists()


@pytest.mark.parametrize("who", ["helen", "tom", "ruth", "ada", "wyn", "maya", "olu", "jamal", "stranger"])
def test_who_may_not_ask(
    who: str, client: Client, proved: Proved, case: Case, wrenmouth: Area, request: pytest.FixtureRequest
) -> None:
    me = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        emergencies.open_in_emergency(by=me, area=wrenmouth, whom=AMARA, why=WHY, now=NOW)
    proved(me)
    assert client.get("/emergency/").status_code == (200 if who == "stranger" else 404)
    assert not rows()


def test_an_area_says_who_may_and_for_how_long_from_a_day_on(
    ask: Ask, case: Case, wrenmouth: Area, wyn: Practitioner, noor: Practitioner, maya: Practitioner
) -> None:
    for day, role, hours in ((1, Role.SCREENER, 2), (18, Role.SOCIAL_WORKER, 9)):
        AccessRule.objects.create(
            area=wrenmouth, from_on=date(2025, 4, day), emergency_roles=[role], emergency_hours=hours,
            dormant_days=45, review_days=31, set_by=wyn, set_at=NOW,
        )  # fmt: skip
    with pytest.raises(PermissionDenied):
        ask(by=noor)
    assert policies.BREAK_GLASS.allows(wrenmouth, maya)


def test_two_children_of_one_name_and_day_open_neither(ask: Ask, case: Case, wrenmouth: Area) -> None:
    from tests.cast import child_of

    twin = child_of(wrenmouth, "Amara Okoye", "WREN-AMARB2")
    Case.objects.create(area=wrenmouth, child=twin, opened_on=case.opened_on, recorded_by=case.recorded_by)
    assert ask(BY_NAME) == emergencies.Broken()


def test_a_manager_reviews_it_and_it_waits_on_their_work_until_then(
    client: Client, read: Callable[..., Read], ask: Ask, case: Case, sam: Practitioner, noor: Practitioner
) -> None:
    opening = ask().opening
    words = "Review the emergency opening of Amara Okoye’s record by Noor Hassan"
    page = read(sam, "/")
    assert words in page.text
    (where,) = page.links(words)
    assert WHY in read(sam, where).text
    sent = {"outcome": "not-appropriate", "words": "The duty team was there.", "step": "confirm"}
    client.force_login(sam)
    assert client.post(where, sent).status_code == 303

    opening.refresh_from_db()
    assert (opening.outcome, opening.reviewed_by) == ("not-appropriate", sam)
    assert words not in read(sam, "/").text
    assert "The duty team was there." in read(sam, where).text
    told = str(Notice.objects.get(to=noor))
    assert told.endswith("was reviewed by Sam Birch: it was not right to open the record.")
    assert "Amara" not in told


def test_nobody_reviews_their_own_and_nobody_but_a_manager_any(
    ask: Ask, case: Case, sam: Practitioner, dana: Practitioner, hill_team: Team
) -> None:
    manager = practitioner("Hana Hill", hill_team, Role.TEAM_MANAGER)
    opening = ask(by=manager).opening
    with pytest.raises(PermissionDenied):
        emergencies.review(by=dana, opening=opening, outcome="appropriate", words="x", now=NOW)
    with pytest.raises(PermissionDenied):
        emergencies.review(by=manager, opening=opening, outcome="appropriate", words="x", now=NOW)
    emergencies.review(by=sam, opening=opening, outcome="appropriate", words="Right.", now=NOW)
    with pytest.raises(Refusal, match="was reviewed"):
        emergencies.review(by=sam, opening=opening, outcome="appropriate", words="Right.", now=NOW)


def test_the_page_is_reached_from_where_nothing_was_found(
    client: Client, read: Callable[..., Read], noor: Practitioner, helen: Practitioner
) -> None:
    assert read(noor, "/search/?q=nobody").links("open it in an emergency") == ["/emergency/"]
    assert read(noor, "/children/WREN-222222/").links("open it in an emergency") == ["/emergency/"]
    assert read(helen, "/children/WREN-222222/").links("open it in an emergency") == []


def test_somebody_proves_who_they_are_before_the_form_and_has_time_to_fill_it_in(
    client: Client, proved: Proved, case: Case, noor: Practitioner
) -> None:
    proved(noor, minutes_ago=6)
    asked = client.get("/emergency/")
    assert (asked.status_code, asked["Location"]) == (303, "/account/confirm/?next=%2Femergency%2F")
    assert client.post("/emergency/", {}).status_code == 422
    proved(noor, minutes_ago=21)
    assert client.post("/emergency/", SENT).status_code == 303
    assert not EmergencyOpening.objects.exists()


def test_what_is_missing_is_asked_for_and_nothing_typed_is_lost(
    client: Client, proved: Proved, noor: Practitioner
) -> None:
    proved(noor)
    answer = client.post("/emergency/", {"by": "name", "name": "Amara Okoye"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Enter why you must open the record now" in page
    assert 'value="Amara Okoye"' in page
