"""Every address there is, asked by everybody: whoever may not open Edie's record is shown nothing of it.

The addresses come from the route table, so a new page cannot be forgotten. A word that stands nowhere else is
planted in each free text about her; who is entitled must find it, and nobody else, in body, headers or file name.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db.models import F
from django.test import Client
from django.urls import NoReverseMatch, reverse

from alongside.access.models import EmergencyOpening, Restriction
from alongside.access.policy import Policy
from alongside.agencies.models import Agency, Post, Practitioner
from alongside.cases.models import Allocation, Involvement
from tests.access.matrix_table import may
from tests.access.matrix_world import CLOSED, LAST_YEAR, Everybody, build, undone
from tests.access.planting import MARK, plant
from tests.access.printed import COUNTED
from tests.access.route_table import KEYED, OPEN_NOBODY, RECEIPTS, ROUTES
from tests.every.pages import TAKES, World, named

pytestmark = [pytest.mark.django_db, pytest.mark.once("It is about which door a page stands behind.")]
NOBODYS = UUID("00000000-0000-7000-8000-000000000000")
SHOWN_NOTHING = (
    "nina", "wyn", "dev", "stranger", "agency-ended", "leaver", "conflicted-manager", "conflicted-school",
    "suspended", "anonymous",
)  # fmt: skip
#: Those who ask for every address there is; the others ask for those about the child and for lists.
ASK_FOR_ALL = ("nina", "agency-ended", "conflicted-manager", "anonymous")
SEND_TOO = ("nina", "conflicted-manager", "conflicted-school")
SHOWN_THEIR_PART = ("dana", "sam", "priya", "jamal", "helen", "tom", "ines", "ravi")
#: Signing out ends a session, and these make a file of some size; neither shows a record.
LISTS = {
    "desk:home", "desk:notices", "desk:team", "desk:team-silences", "desk:team-load", "desk:team-sign-off", "desk:what-i-looked-at", "referrals:mine", "referrals:sent",
    "referrals:front-door", "sharing:shared", "sharing:one-shared", "sharing:answer", "matching:maybe-same",
    "front_door:asked-of-me", "front_door:held", "front_door:notices", "front_door:stack", "need_to_know:conflicts",
    "need_to_know:mine", "partners:school", "partners:files", "retention:due",
}  # fmt: skip
NOT_ASKED = {"account_logout"}


@pytest.fixture(autouse=True)
def noon() -> None:
    """Asked today: nothing here depends on the day."""


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: Any) -> Iterator[Everybody]:
    with django_db_blocker.unblock(), undone():
        yield build()


@pytest.fixture(scope="module")
def planted(everybody: Everybody) -> dict[str, str]:
    return plant(everybody.child)


@pytest.fixture(scope="module")
def clients(everybody: Everybody) -> dict[str, Client]:
    """A browser for each, signed in before anything was closed."""
    return {who: signed_in(everybody, who) for who in (*SHOWN_NOTHING, *SHOWN_THEIR_PART)}


def signed_in(everybody: Everybody, who: str) -> Client:
    client = Client(raise_request_exception=True)
    if who != "anonymous":
        client.force_login(everybody.people[who])
        session = client.session
        session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
        session["account_authentication_methods_user"] = str(everybody.people[who].pk)
        session.save()
    return client


ADDRESSES = {name: takes for name, takes in named() if name not in NOT_ASKED}
PLACES = {"key": NOBODYS, "practitioner": NOBODYS, "submission": NOBODYS, "link": NOBODYS, "attachment": NOBODYS,
          "day": "2027-06-01", "rule_id": "referral.decision", "page": "children", "part": "health",
          "kind": "attendance"}  # fmt: skip


def address(name: str, takes: tuple[str, ...], world: World) -> str:
    """Where it is in this world; with keys of nobody where it has no place in it."""
    if name in TAKES:
        return reverse(name, args=TAKES[name](world))
    said = {"reference": world.child.reference, "code": world.borough.area.code} | PLACES
    try:
        return reverse(name, kwargs={one: said.get(one, "x" * 43) for one in takes})
    except NoReverseMatch:
        return reverse(
            name, kwargs={one: said[one] if one in ("reference", "code") else 999 for one in takes}
        )


@contextmanager
def asked(client: Client, method: str, where: str) -> Iterator[tuple[int, bytes]]:
    """What is answered, to the last byte: status, then headers and body. Whatever it did is undone."""
    with undone():
        answer = client.generic(method, where)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        yield answer.status_code, str(answer.headers).encode() + body


def about_the_child(name: str, takes: tuple[str, ...]) -> bool:
    named_here = "reference" in takes and not name.startswith("api:") and name not in OPEN_NOBODY
    return named_here or name in KEYED


def test_every_address_about_a_child_says_which_policy_it_asks() -> None:
    """A page that is new fails here, until somebody says who may open it: tests/access/route_table.py."""
    about = {name for name, takes in ADDRESSES.items() if about_the_child(name, takes)}
    assert about - ROUTES.keys() == set()
    assert ROUTES.keys() - about == set()


@pytest.mark.parametrize(
    ("who", "method"), [*((who, "GET") for who in SHOWN_NOTHING), *((who, "POST") for who in SEND_TOO)]
)
def test_whoever_may_not_open_the_record_is_shown_no_byte_of_it(
    who: str, method: str, everybody: Everybody, clients: dict[str, Client], planted: dict[str, str]
) -> None:
    shown, found, number = {}, {}, 0
    for name, takes in ADDRESSES.items():
        if not about_the_child(name, takes) and (
            method == "POST" or (who not in ASK_FOR_ALL and name not in LISTS)
        ):
            continue
        number += 1
        where = address(name, takes, everybody.world)
        with asked(clients[who], method, where) as (status, told):
            if MARK.encode() in told and (words := {w: f for w, f in planted.items() if w.encode() in told}):
                shown[name] = words
            if about_the_child(name, takes) and not refused(status, told):
                found[name] = status
    count("requests by those who may not", number)
    COUNTED["addresses in the route table"] = len(ADDRESSES)
    assert shown == {}
    assert found == {}


def refused(status: int, told: bytes) -> bool:
    """Not found, or sent to sign in, or told that this address answers nothing of the kind."""
    return status in (401, 404, 405) or (status == 302 and b"/sign-in/" in told)


@pytest.mark.parametrize("who", SHOWN_THEIR_PART)
def test_whoever_may_finds_what_is_theirs_and_no_address_that_is_not(
    who: str, everybody: Everybody, clients: dict[str, Client], planted: dict[str, str]
) -> None:
    wrong, words = {}, set()
    for name, takes in ADDRESSES.items():
        if not about_the_child(name, takes):
            continue
        with asked(clients[who], "GET", address(name, takes, everybody.world)) as (status, told):
            words |= {word for word in planted if word.encode() in told}
            if not may(ROUTES[name], who, "ordinary") and not refused(status, told):
                wrong[name] = status
    FOUND[who] = words
    count("requests by those who may", len(ROUTES))
    assert wrong == {}
    assert words


FOUND: dict[str, set[str]] = {}


def test_the_words_that_were_planted_are_really_shown_to_the_entitled(planted: dict[str, str]) -> None:
    """The positive control: a word that nobody ever finds proves nothing."""
    found = FOUND["dana"] | FOUND["sam"] | FOUND["priya"]
    COUNTED["words planted"] = len(planted)
    COUNTED["of them found by those who are entitled"] = len(found)
    assert len(found) >= len(planted) * 0.6


@pytest.mark.parametrize("archetype", ["restricted", "adoption"])
def test_a_sealed_record_is_at_no_address_for_those_without_a_key(
    archetype: str, everybody: Everybody, clients: dict[str, Client], planted: dict[str, str]
) -> None:
    wrong = []
    with undone():
        CLOSED[archetype](everybody)
        for who in ("priya", "helen"):
            for name, takes in ADDRESSES.items():
                if not about_the_child(name, takes) and name not in LISTS:
                    continue
                with asked(clients[who], "GET", address(name, takes, everybody.world)) as (status, told):
                    leaks = [planted[word] for word in planted if word.encode() in told]
                    if name in RECEIPTS:
                        leaks = [field for field in leaks if not field.startswith("referrals.")]
                    if leaks or (about_the_child(name, takes) and not refused(status, told)):
                        wrong.append((who, name, status, leaks))
                count("requests for a sealed record", 1)
    assert wrong == []


#: Each way in which somebody loses what they had: who, and what happens.
REVOKED: dict[str, tuple[str, Any]] = {
    "their account closes": ("dana", lambda e: Practitioner.objects.filter(pk=e.people["dana"].pk).update(is_active=False)),
    "their post ends, and they lead no more": ("dana", lambda e: (
        Post.objects.filter(practitioner=e.people["dana"]).update(to_on=LAST_YEAR),
        Allocation.objects.filter(practitioner=e.people["dana"]).update(to_on=LAST_YEAR),
    )),
    "their role changes": ("sam", lambda e: Post.objects.filter(practitioner=e.people["sam"]).update(role="analyst")),
    "their agency works with the child no more": ("tom", lambda e: Involvement.objects.filter(
        agency__sector=Agency.Sector.POLICE).update(to_on=LAST_YEAR)),
    "the record is closed to them": ("priya", lambda e: Restriction.objects.create(
        child=e.child, practitioner=e.people["priya"], why="Her niece", from_on=LAST_YEAR)),
    "the record is sealed": ("jamal", CLOSED["restricted"]),
    "the emergency is over": ("ravi", lambda e: EmergencyOpening.objects.filter(
        practitioner=e.people["ravi"]).update(ends_at=F("began_at") + timedelta(seconds=1))),
}  # fmt: skip


@pytest.mark.parametrize("way", REVOKED)
def test_what_is_taken_away_is_gone_at_the_next_request_at_every_address(
    way: str, everybody: Everybody, planted: dict[str, str]
) -> None:
    who, takes_away = REVOKED[way]
    client, still, before = signed_in(everybody, who), {}, 0
    with undone():
        with asked(client, "GET", f"/children/{everybody.child.reference}/") as (status, _):
            before = status
        takes_away(everybody)
        for name, takes in ADDRESSES.items():
            if about_the_child(name, takes):
                with asked(client, "GET", address(name, takes, everybody.world)) as (status, told):
                    if not refused(status, told) or any(word.encode() in told for word in planted):
                        still[name] = status
                count("requests after access was taken away", 1)
    assert before in (200, 302)
    assert still == {}


def test_a_door_that_lets_everybody_in_is_noticed(
    everybody: Everybody, clients: dict[str, Client], planted: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: fetching first and asking nothing shows the planted words to a stranger."""

    monkeypatch.setattr(Policy, "filter", lambda self, records, practitioner: records)
    with asked(clients["nina"], "GET", f"/children/{everybody.child.reference}/people/") as (status, told):
        assert status == 200
        assert any(word.encode() in told for word in planted)


def count(what: str, number: int) -> None:
    COUNTED[what] = COUNTED.get(what, 0) + number
