"""A letter that matters and does not go is told to whoever sent it and to their team, with what to do instead."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.cases.models import Case
from alongside.front_door import checks, local
from alongside.front_door.intake import Via, take_in
from alongside.front_door.undelivered import tell_of_undelivered
from alongside.notices.models import Notice
from alongside.outbox import daily, delivery, services
from alongside.outbox.models import OutgoingMessage
from alongside.outbox.worker import Worker
from alongside.partners.services import ask_by_link
from alongside.referrals.front_door import Decided
from alongside.referrals.models import Referral
from alongside.referrals.telling import EMAIL, Telling, decide_and_tell
from tests.cast import NOW
from tests.pages import reader

pytestmark = pytest.mark.usefixtures("open_door")


@pytest.fixture
def no_post(monkeypatch: pytest.MonkeyPatch) -> None:
    """The mail server cannot be reached."""

    def unreachable(*args: object, **kwargs: object) -> None:
        raise OSError("no route")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", unreachable)


@pytest.fixture
def outcome(priya: Practitioner, sent: dict[str, Any]) -> OutgoingMessage:
    """What was decided goes by e-mail to the nursery's manager."""
    take_in(sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW)
    decide_and_tell(
        by=priya, referrals=[Referral.objects.order_by("id")[0]], telling=Telling(how=EMAIL), now=NOW,
        decided=Decided(outcome="no-further-action", reasons="No.", to_tell_referrer="Nothing follows."),
    )  # fmt: skip
    return OutgoingMessage.objects.get(to="gwen@tideway.example")


def after(**how_long: float) -> datetime:
    return NOW + timedelta(**how_long)


def round_of_work(at: datetime) -> None:
    Worker(clock=lambda: at).once()


@pytest.mark.usefixtures("no_post")
def test_after_a_quarter_of_an_hour_its_sender_and_the_team_are_told_to_ring(
    outcome: OutgoingMessage, priya: Practitioner, front_door: Team, maya: Practitioner
) -> None:
    round_of_work(after(minutes=14))
    assert not Notice.objects.exists()
    round_of_work(after(minutes=15))
    mine, ours = Notice.objects.get(to=priya), Notice.objects.get(team=front_door)
    assert mine.words == (
        "Your e-mail of 17 April 2025 at 14:00 to gwen@tideway.example has not gone yet: “What was decided on your "
        "referral”. Ring Gwen Pike, 01632 960 001, tell them what was decided, and record that you did."
    )
    assert ours.words.startswith(f"{priya}’s e-mail of 17 April")
    assert mine.link == f"/children/{Referral.objects.order_by('id')[0].case.child.reference}/"
    assert "Amara" not in mine.words


@pytest.mark.usefixtures("no_post")
def test_it_is_told_once(outcome: OutgoingMessage) -> None:
    for minutes in (15, 16, 60, 600):
        tell_of_undelivered(after(minutes=minutes))
    assert Notice.objects.count() == 2


def test_what_was_sent_in_time_is_told_to_nobody(outcome: OutgoingMessage) -> None:
    round_of_work(after(minutes=1))
    round_of_work(after(minutes=30))
    assert len(mail.outbox) == 1
    assert not Notice.objects.exists()


def test_what_is_refused_for_good_is_told_at_once(outcome: OutgoingMessage, priya: Practitioner) -> None:
    attempt = delivery.claim(outcome, after(minutes=1))
    assert attempt
    delivery.finish(
        outcome, attempt, "refused", "The mail server does not take mail for it.", after(minutes=1)
    )
    tell_of_undelivered(after(minutes=1))
    assert "could not be sent" in Notice.objects.get(to=priya).words


def test_what_can_wait_is_told_to_nobody(wrenmouth: Area) -> None:
    services.send_email(to="a@b.example", subject="Hello", body="Hello.", area=wrenmouth, now=NOW)
    assert tell_of_undelivered(after(days=1)) == 0


def test_the_time_is_the_areas_own(outcome: OutgoingMessage, wrenmouth: Area, priya: Practitioner) -> None:
    local.set_figures(
        by=priya, area=wrenmouth, from_on=NOW.date(), notices=3, notice_months=3, check_days=2, unhappy_days=5,
        undelivered_minutes=40, because="Agreed by the board.", now=NOW,
    )  # fmt: skip
    assert [tell_of_undelivered(after(minutes=minutes)) for minutes in (39, 40)] == [0, 1]


def test_a_link_to_a_partner_matters_too(maya: Practitioner, case: Case, school: Agency) -> None:
    (asked,) = checks.ask_partners(
        by=maya, child=case.child, agencies=[school], question="Is she in school?", reason="Absent.",
        basis="section-17", now=NOW,
    )  # fmt: skip
    ask_by_link(by=maya, child=case.child, asked=asked, name="Jo Reed", email="jo@school.example", now=NOW,
                address_of="https://x.example/{}/".format)  # fmt: skip
    assert tell_of_undelivered(after(minutes=15)) == 1
    told = Notice.objects.get(to=maya)
    assert "Ring Jo Reed at Mill Lane Primary School, and write down what they tell you." in told.words
    assert told.link == "/children/WREN-AMARA2/checks/"


def test_the_page_of_messages_shows_it_and_finds_it(
    client: Client, outcome: OutgoingMessage, wyn: Practitioner, priya: Practitioner
) -> None:
    tell_of_undelivered(after(minutes=15))
    read = reader(client)
    for address in ("/administration/199/messages/", "/administration/199/messages/?state=late"):
        assert (
            f"Not sent yet. {priya} was told 17 April 2025 at 14:15 to ring instead."
            in read(wyn, address).text
        )
    OutgoingMessage.objects.update(sent_at=NOW)
    assert "There is no such message." in read(wyn, "/administration/199/messages/?state=late").text


def test_one_that_fails_keeps_no_other_from_being_done(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[datetime] = []
    monkeypatch.setattr(daily, "EVERY_ROUND", {"breaks": lambda now: 1 / 0, "works": done.append})
    daily.do_each_round(lambda: NOW)
    assert done == [NOW]
