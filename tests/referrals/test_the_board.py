"""The front-door board: siblings together or visibly split, what is known in one look, and what else waits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.agencies.models import Area, Practitioner, Team
from alongside.chronology import kinds
from alongside.front_door.following import say_unhappy
from alongside.front_door.intake import Via, take_in
from alongside.front_door.notices import take_in_notices
from alongside.people.models import Person
from alongside.referrals import board, front_door, telling
from alongside.referrals.models import Decision, Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from tests.cast import NOW
from tests.pages import MOST_QUERIES, reader

GIVEN = ReferralGiven(
    received_at=NOW, referrer_kind="practitioner", referrer_name="Helen Marsh", family_asked="agreed",
    statements=[Said(kind="concern", words="They are hungry.\nOften.", said_by="Helen Marsh")],
)  # fmt: skip
DECIDED = front_door.Decided(
    outcome="section-17-assessment", reasons="In need.", to_tell_referrer="We will assess."
)
TELEPHONE, LATER = telling.Telling(how="telephone"), telling.Telling(how="later")


@pytest.fixture
def siblings(wrenmouth: Area, front_door: Team, helen: Practitioner) -> list[Referral]:
    children = [
        ReferredChild(given=name, family="Marsh", born_on=date(2016, 1, 1)) for name in ("Ada", "Bo", "Cy")
    ]
    return make_referral(
        by=helen, area=wrenmouth, children=children, given=replace(GIVEN, siblings=True), now=NOW
    )


def shown(area: Area, me: Practitioner) -> dict[str, list[tuple[str, list[tuple[str, str]]]]]:
    groups = board.of(area, me, now=NOW).groups
    return {key: [(one.names, one.apart) for one in found] for key, found in groups.items() if found}


def test_siblings_stand_together(wrenmouth: Area, priya: Practitioner, siblings: list[Referral]) -> None:
    assert shown(wrenmouth, priya) == {"new": [("Ada Marsh, Bo Marsh, Cy Marsh", [])]}


def test_they_move_together(wrenmouth: Area, priya: Practitioner, siblings: list[Referral]) -> None:
    telling.decide_and_tell(by=priya, referrals=siblings, decided=DECIDED, telling=LATER, now=NOW)
    assert shown(wrenmouth, priya) == {"to-tell": [("Ada Marsh, Bo Marsh, Cy Marsh", [])]}


def test_those_that_wait_come_before_those_decided(
    wrenmouth: Area, priya: Practitioner, siblings: list[Referral], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many were decided lately: an index tells by the mark, which a decision leaves."""
    telling.decide_and_tell(by=priya, referrals=siblings[:2], decided=DECIDED, telling=LATER, now=NOW)
    assert [one.decided for one in Referral.objects.order_by("id")] == [True, True, False]
    assert Referral.objects.filter(decided=True).count() == Decision.objects.count()
    monkeypatch.setattr(board, "LIMIT", 1)
    assert shown(wrenmouth, priya) == {"new": [("Cy Marsh", [])]}


def test_what_was_decided_four_weeks_ago_is_gone(
    wrenmouth: Area, priya: Practitioner, siblings: list[Referral]
) -> None:
    telling.decide_and_tell(by=priya, referrals=siblings, decided=DECIDED, telling=LATER, now=NOW)
    assert not board.of(wrenmouth, priya, now=NOW + timedelta(days=28)).is_empty
    assert board.of(wrenmouth, priya, now=NOW + timedelta(days=29)).is_empty


def test_once_split_each_part_says_where_the_other_is(
    wrenmouth: Area, priya: Practitioner, siblings: list[Referral]
) -> None:
    telling.decide_and_tell(by=priya, referrals=siblings[:1], decided=DECIDED, telling=TELEPHONE, now=NOW)

    assert shown(wrenmouth, priya) == {
        "new": [("Bo Marsh, Cy Marsh", [("Ada Marsh", "To allocate")])],
        "to-allocate": [("Ada Marsh", [("Bo Marsh", "New"), ("Cy Marsh", "New")])],
    }


def test_what_is_known_is_seen_in_one_look(
    wrenmouth: Area, priya: Practitioner, helen: Practitioner, siblings: list[Referral]
) -> None:
    child = siblings[0].case.child
    kinds.CHILD_IN_NEED_PLAN_STARTED.record(
        siblings[0].case, on=date(2024, 5, 1), by=priya, now=NOW, aims="Help"
    )
    again = replace(GIVEN, submission=siblings[0].pk, received_at=NOW)
    make_referral(by=priya, area=wrenmouth, children=[ReferredChild(known=child)], given=again, now=NOW)
    row = {"number": "1", "kind": "Missing", "words": "Found.", "reference": child.reference}
    take_in_notices(
        [row | {"number": str(n), "happened_at": f"2025-0{n}-01T10:00"} for n in (1, 2, 3)]
        + [row | {"number": "9", "happened_at": "2020-01-01T10:00"}],
        area=wrenmouth, force="Estuary Police", now=NOW,
    )  # fmt: skip

    groups = board.of(wrenmouth, priya, now=NOW).groups["new"]
    notes = {card.referral.pk: [note.words for note in card.notes] for one in groups for card in one.cards}
    latest = Referral.objects.filter(case__child=child).order_by("-id")[0]
    assert notes[latest.pk] == [
        "1 earlier referral, the last on 17 April 2025", "A child-in-need plan from 1 May 2024",
        "4 police notices, 3 within a year, the last on 1 March 2025",
    ]  # fmt: skip
    assert notes[siblings[1].pk] == ["Not known before"]


def test_the_board_asks_the_same_however_much_there_is(
    client: Client, wrenmouth: Area, priya: Practitioner, helen: Practitioner, siblings: list[Referral]
) -> None:
    read = reader(client)
    read(priya, "/front-door/")
    few = read(priya, "/front-door/")
    for n in range(15):
        children = [
            ReferredChild(given=f"Child{n}", family="Reed"),
            ReferredChild(given=f"Twin{n}", family="Reed"),
        ]
        given = replace(GIVEN, submission=Person().pk)
        make_referral(by=helen, area=wrenmouth, children=children, given=given, now=NOW)
    many = read(priya, "/front-door/")

    assert "Child14 Reed, Twin14 Reed" in many.text
    assert len(many.sql) == len(few.sql) <= MOST_QUERIES


def test_what_else_waits_stands_above_with_its_clock_and_whose_figure_it_is(
    client: Client, wrenmouth: Area, front_door: Team, priya: Practitioner, sent: dict[str, Any]
) -> None:
    receipt = take_in(
        sent, via=Via(door="public-form", sender="x"), idempotency_key="1", now=NOW, held_because="Many"
    )
    say_unhappy(
        submission=receipt.submission, area=wrenmouth, reason="Silence.", contact="", by=None, now=NOW
    )
    row = {"number": "1", "happened_at": "2025-04-01T10:00", "kind": "Missing", "words": "Found."}
    take_in_notices([row], area=wrenmouth, force="Estuary Police", now=NOW)
    piles = board.of(wrenmouth, priya, now=NOW + timedelta(days=1)).piles

    assert [(pile.title, pile.number, pile.by) for pile in piles] == [
        ("Held for a look", 1, date(2025, 4, 22)), ("A referrer is not happy", 1, date(2025, 4, 28)),
        ("Police notices", 1, None),
    ]  # fmt: skip
    assert "Working Together" in piles[0].source
    assert piles[1].source == "a local figure"


def test_another_areas_board_shows_none_of_it(
    wrenmouth: Area, stranger: Practitioner, siblings: list[Referral]
) -> None:
    theirs = stranger.scope.posts[0].team.area  # type: ignore[union-attr]
    assert shown(theirs, stranger) == {}
    assert shown(wrenmouth, stranger) == {}
