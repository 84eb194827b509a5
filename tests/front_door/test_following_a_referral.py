"""The status page: by a secret link, only words that are safe to send, and a way to say one is not happy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from alongside.access.policies import SEE_NOTICE
from alongside.agencies.models import Area, Practitioner
from alongside.front_door import following
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Receipt, Unhappy
from alongside.front_door.secrets import status_secret
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.referrals import front_door, same_child
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import NOW

pytestmark = pytest.mark.usefixtures("open_door")
LATER = NOW + timedelta(hours=2)


@pytest.fixture
def receipt(open_door: Area, sent: dict[str, Any]) -> Receipt:
    return take_in(sent, via=Via(door="public-form", sender="x"), idempotency_key="1", now=NOW)


def page(client: Client, receipt: Receipt, more: str = "") -> str:
    return client.get(f"/refer/status/{status_secret(receipt.pk)}/{more}").content.decode()


def referrals(receipt: Receipt) -> list[Referral]:
    return list(Referral.objects.filter(submission=receipt.submission).order_by("id"))


def decide(
    by: Practitioner, referrals: list[Referral], told: str = "We will assess what help is needed."
) -> None:
    decided = front_door.Decided(
        outcome="section-17-assessment", reasons="SECRET REASONS about their uncle.", to_tell_referrer=told
    )
    front_door.decide(by=by, referrals=referrals, decided=decided, now=LATER)


def test_it_goes_from_received_to_looked_at_to_decided(
    client: Client, receipt: Receipt, priya: Practitioner
) -> None:
    assert "Waiting to be looked at" in page(client, receipt)

    for one in referrals(receipt):
        front_door.acknowledge(by=priya, referral=one, how="by e-mail", now=LATER)
    assert "Being looked at" in page(client, receipt)

    decide(priya, referrals(receipt))
    shown = page(client, receipt)
    assert "We will assess what help is needed." in shown
    assert "17 April 2025" in shown


def test_siblings_may_stand_differently_and_each_is_shown(
    client: Client, receipt: Receipt, priya: Practitioner
) -> None:
    decide(priya, referrals(receipt)[:1])
    status = following.status_of(receipt)

    assert [(child.called, child.step) for child in status.children] == [
        ("Amara Okoye", "decided"), ("Ben Okoye", "received"),
    ]  # fmt: skip


def test_it_shows_nothing_of_the_record_but_what_may_be_told(
    client: Client, receipt: Receipt, priya: Practitioner
) -> None:
    decide(priya, referrals(receipt))
    shown = page(client, receipt)

    assert "SECRET REASONS" not in shown
    assert priya.name not in shown
    assert not any(one.case.child.reference in shown for one in referrals(receipt))


def test_a_child_found_to_be_known_keeps_the_name_the_referrer_typed(
    client: Client, receipt: Receipt, priya: Practitioner, wrenmouth: Area
) -> None:
    """The name on record may be one that this referrer must never learn."""
    known = Person.objects.create(area=wrenmouth, called="Mara Hiddenname", reference="WREN-KNOWN2")
    same_child.recognise_child(
        by=priya, referral=referrals(receipt)[0], known=known, reason="NHS number", now=LATER
    )
    shown = page(client, receipt)

    assert "Hiddenname" not in shown
    assert "Amara Okoye" in shown


def test_the_receipt_says_by_when_and_under_which_rule(client: Client, receipt: Receipt) -> None:
    due = following.status_of(receipt).due

    assert due.on == date(2025, 4, 22)  # One working day from Maundy Thursday.
    shown = page(client, receipt, "receipt/")
    assert "Tuesday 22 April 2025" in shown
    assert receipt.reference in shown


@pytest.mark.parametrize("secret", ["guess", "0" * 64, "a" * 5000])
def test_a_guess_finds_nothing(client: Client, receipt: Receipt, secret: str) -> None:
    for more in ("", "receipt/", "not-happy/"):
        assert client.get(f"/refer/status/{secret}/{more}").status_code == 404


def test_those_who_supervise_the_front_door_are_told_and_not_the_whole_team(
    receipt: Receipt, priya: Practitioner, maya: Practitioner
) -> None:
    following.say_unhappy(
        submission=receipt.submission, area=receipt.area, reason="Nobody rang.", contact="", by=None, now=NOW
    )
    assert [(one.to, one.team) for one in Notice.objects.all()] == [(priya, None)]
    assert not SEE_NOTICE.filter(Notice.objects.all(), maya)


def test_whoever_is_not_happy_says_so_and_the_front_door_is_told(client: Client, receipt: Receipt) -> None:
    where = f"/refer/status/{status_secret(receipt.pk)}/not-happy/"
    answer = client.post(where, {"reason": "Nobody rang me.", "contact": "01632 960 001", "step": "confirm"})

    assert answer.status_code == 303
    said = Unhappy.objects.get()
    assert (said.reason, said.area) == ("Nobody rang me.", receipt.area)
    assert said.answer_by
    assert said.answer_by > said.said_at.date()
    assert Notice.objects.get().team.name == "Front door", "nobody supervises it here, so the team is told"
    assert "you told us that you are not happy" in page(client, receipt)


def test_it_cannot_be_said_without_end(receipt: Receipt) -> None:
    def say() -> None:
        following.say_unhappy(
            submission=receipt.submission, area=receipt.area, reason="x", contact="", by=None, now=NOW
        )

    for _ in range(following.MOST_UNHAPPY):
        say()
    with pytest.raises(Refusal, match="said this before"):
        say()


def test_what_is_held_stands_as_received(client: Client, open_door: Area, sent: dict[str, Any]) -> None:
    receipt = take_in(
        sent, via=Via(door="public-form", sender="x"), idempotency_key="9", now=NOW, held_because="Many"
    )
    assert "Waiting to be looked at" in page(client, receipt)
