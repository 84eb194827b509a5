"""Holds, what an area decides, and what would come up: asked of real records. Nothing is destroyed."""

from __future__ import annotations

import json
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from alongside.access.models import Seal
from alongside.agencies.models import Area, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.matching.models import Joining
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention.holding import lift_hold, place_hold, set_period
from alongside.retention.models import LegalHold, LocalPeriod
from alongside.retention.simulating import Simulation, simulate
from tests.cast import NOW, TODAY, child_of

#: Amara's case below was closed on 1 May 2025, and seven years are over on this day.
SEVEN_YEARS_ON = date(2032, 5, 2)


@pytest.fixture
def closed(case: Case) -> Case:
    case.closed_on, case.closure_reason = date(2025, 5, 1), "no-further-action"
    case.save()
    return case


@pytest.fixture
def seven_years(wrenmouth: Area, wyn: Practitioner) -> LocalPeriod:
    return set_period(
        by=wyn, area=wrenmouth, group="referral", clock="closed", years=7, decided_by="Council schedule of 2025",
        from_on=TODAY, now=NOW,
    )  # fmt: skip


def due(found: Simulation) -> list[str]:
    return [one.life.reference for one in found.due]


def test_nothing_comes_up_where_the_area_has_decided_nothing(closed: Case, wrenmouth: Area) -> None:
    found = simulate(wrenmouth, date(2149, 1, 1))

    assert found.due == ()
    assert [one.because for one in found.unknown] == [
        "the area has not decided how long such records are kept"
    ]


def test_a_closed_record_comes_up_the_day_after_its_time(
    closed: Case, seven_years: LocalPeriod, wrenmouth: Area
) -> None:
    assert due(simulate(wrenmouth, SEVEN_YEARS_ON - timedelta(days=1))) == []
    assert due(simulate(wrenmouth, SEVEN_YEARS_ON)) == ["WREN-AMARA2"]


def test_an_open_case_never_does(case: Case, seven_years: LocalPeriod, wrenmouth: Area) -> None:
    found = simulate(wrenmouth, date(2149, 1, 1))

    assert (found.due, found.unknown, found.kept) == ((), (), 1)


def test_a_hold_wins_until_it_is_lifted(
    closed: Case, seven_years: LocalPeriod, wrenmouth: Area, priya: Practitioner
) -> None:
    hold = place_hold(
        by=priya, child=closed.child, reason="A public inquiry", review_on=TODAY + timedelta(days=90), now=NOW
    )
    found = simulate(wrenmouth, SEVEN_YEARS_ON)
    assert due(found) == []
    assert [one.life.reference for one in found.held] == ["WREN-AMARA2"]

    lift_hold(by=priya, hold=hold, why="The inquiry has reported", now=NOW)
    assert due(simulate(wrenmouth, SEVEN_YEARS_ON)) == ["WREN-AMARA2"]
    assert Row.objects.filter(about=closed.child_id, action="change").count() == 2


def test_of_two_holds_the_one_that_stands_is_enough(
    closed: Case, seven_years: LocalPeriod, wrenmouth: Area, priya: Practitioner
) -> None:
    one, _ = (
        place_hold(by=priya, child=closed.child, reason=why, review_on=TODAY + timedelta(days=9), now=NOW)
        for why in ("A claim", "An inquiry")
    )
    lift_hold(by=priya, hold=one, why="It was settled", now=NOW)

    assert due(simulate(wrenmouth, SEVEN_YEARS_ON)) == []


def test_a_record_joined_to_one_that_is_held_is_held_with_it(
    closed: Case, seven_years: LocalPeriod, wrenmouth: Area, priya: Practitioner
) -> None:
    other = child_of(wrenmouth, "Amara Okoye", "WREN-OTHER2")
    Case.objects.create(
        area=wrenmouth, child=other, opened_on=date(2025, 1, 1), closed_on=date(2025, 2, 1),
        closure_reason="no-further-action", recorded_by=priya,
    )  # fmt: skip
    assert set(due(simulate(wrenmouth, SEVEN_YEARS_ON))) == {"WREN-AMARA2", "WREN-OTHER2"}
    Joining.objects.create(
        area=wrenmouth,
        kept=closed.child,
        joined=other,
        reason="One child",
        asked_by=priya,
        asked_at=NOW,
        joined_at=NOW,
    )
    place_hold(by=priya, child=other, reason="A claim", review_on=TODAY + timedelta(days=9), now=NOW)

    assert due(simulate(wrenmouth, SEVEN_YEARS_ON)) == []
    assert len(simulate(wrenmouth, SEVEN_YEARS_ON).held) == 2


@pytest.mark.parametrize("who", ["maya", "dana", "helen", "wyn", "stranger"])
def test_only_who_manages_holds_a_record(
    who: str, closed: Case, request: pytest.FixtureRequest, school_involved: object
) -> None:
    with pytest.raises(PermissionDenied):
        place_hold(
            by=request.getfixturevalue(who), child=closed.child, reason="A claim",
            review_on=TODAY + timedelta(days=1), now=NOW,
        )  # fmt: skip
    assert not LegalHold.objects.exists()


def test_a_hold_that_is_reviewed_today_is_refused(closed: Case, priya: Practitioner) -> None:
    with pytest.raises(Refusal, match="Enter a day after today"):
        place_hold(by=priya, child=closed.child, reason="A claim", review_on=TODAY, now=NOW)


def test_a_hold_is_lifted_once(closed: Case, priya: Practitioner) -> None:
    hold = place_hold(
        by=priya, child=closed.child, reason="A claim", review_on=TODAY + timedelta(days=1), now=NOW
    )
    lift_hold(by=priya, hold=hold, why="It was settled", now=NOW)

    with pytest.raises(Refusal, match="lifted already"):
        lift_hold(by=priya, hold=hold, why="Again", now=NOW)


def test_only_an_administrator_decides_for_the_area_and_not_for_the_past(
    wrenmouth: Area, priya: Practitioner, wyn: Practitioner
) -> None:
    said = {
        "area": wrenmouth,
        "group": "plan",
        "clock": "closed",
        "years": 35,
        "decided_by": "A schedule",
        "now": NOW,
    }
    with pytest.raises(PermissionDenied):
        set_period(by=priya, from_on=TODAY, **said)  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="begin in the past"):
        set_period(by=wyn, from_on=TODAY - timedelta(days=1), **said)  # type: ignore[arg-type]


def test_the_command_says_the_same_and_changes_nothing(closed: Case, seven_years: LocalPeriod) -> None:
    before = Person.objects.count(), Row.objects.count()
    said, data = StringIO(), StringIO()
    call_command("retention_simulate", on=SEVEN_YEARS_ON, stdout=said)
    call_command("retention_simulate", on=SEVEN_YEARS_ON, json=True, stdout=data)

    assert "WREN-AMARA2: kept until 1 May 2032; 7 years from the last closing of a case" in said.getvalue()
    assert "Local, and no law: Council schedule of 2025" in said.getvalue()
    told = json.loads(data.getvalue())[0]
    assert [one["reference"] for one in told["due"]] == ["WREN-AMARA2"]
    assert told["due"][0]["force"] == "local"
    assert told["destroyed"] == 0
    assert (Person.objects.count(), Row.objects.count()) == before


def test_rows_with_a_clock_of_their_own_are_counted(
    wrenmouth: Area, wyn: Practitioner, client: Client
) -> None:
    client.force_login(wyn)
    client.get(reverse("desk:administration"))
    rows = {one.rule: one.count for one in simulate(wrenmouth, date(2149, 1, 1)).counted}

    assert rows["audit"] >= 1


def test_the_page_shows_references_and_no_names_and_no_sealed_record(
    closed: Case,
    seven_years: LocalPeriod,
    wrenmouth: Area,
    wyn: Practitioner,
    client: Client,
    priya: Practitioner,
) -> None:
    client.force_login(wyn)
    address = reverse("retention:due", args=(wrenmouth.code,)) + "?on=2032-05-02"
    shown = client.get(address).content.decode()
    assert "WREN-AMARA2" in shown
    assert "Amara Okoye" not in shown

    Seal.objects.create(
        child=closed.child, kind="restricted", why="x", from_on=TODAY, placed_at=NOW, placed_by=priya
    )
    assert "WREN-AMARA2" not in client.get(address).content.decode()


def test_a_day_that_cannot_be_read_is_explained(wrenmouth: Area, wyn: Practitioner, client: Client) -> None:
    client.force_login(wyn)
    answer = client.get(reverse("retention:due", args=(wrenmouth.code,)) + "?on=soon")

    assert answer.status_code == 422
    assert "“soon” is not a day" in answer.content.decode()


def test_the_page_of_a_child_leads_to_the_hold_and_back(
    closed: Case, priya: Practitioner, client: Client
) -> None:
    client.force_login(priya)
    kept = reverse("retention:kept", args=(closed.child.reference,))
    answers = {"reason": "A claim", "review_on_day": "1", "review_on_month": "3", "review_on_year": "2049"}
    assert "Nobody has put a hold" in client.get(kept).content.decode()

    client.post(reverse("retention:hold", args=(closed.child.reference,)), {**answers, "step": "confirm"})
    hold = LegalHold.objects.filter(child=closed.child).first()
    assert hold is not None
    shown = client.get(kept).content.decode()
    assert "A claim" in shown
    lift = reverse("retention:lift-hold", args=(closed.child.reference, hold.pk))
    assert lift in shown
    assert client.get(lift).status_code == 200
    client.post(lift, {"why": "Settled", "step": "confirm"})
    assert client.get(lift).status_code == 404
