"""The page of what was sent, was not, and failed: for whoever administers the area, and without what it says."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Area, Practitioner
from alongside.outbox import daily, services
from alongside.outbox.clearing import empty_old_messages
from alongside.outbox.delivery import claim, finish
from alongside.outbox.models import Attempt, Endpoint, OutgoingMessage
from tests.cast import NOW
from tests.outbox.conftest import Clock
from tests.pages import MOST_QUERIES, Read, reader

HERE = "/administration/199/messages/"


@pytest.fixture
def read(client: Client) -> Callable[..., Read]:
    return reader(client)


@pytest.fixture
def failed(wrenmouth: Area, clock: Clock) -> OutgoingMessage:
    message = services.send_email(
        to="head@school.example", subject="A secret subject", body="A secret body", area=wrenmouth, now=NOW
    )
    attempt = claim(message, clock())
    assert attempt is not None
    finish(
        message, attempt, Attempt.Outcome.REFUSED, "The mail server does not take mail for this address.", NOW
    )
    return message


def test_what_failed_is_shown_with_when_and_why_and_nothing_of_what_it_says(
    read: Callable[..., Read], wyn: Practitioner, failed: OutgoingMessage, endpoint: Endpoint
) -> None:
    services.send_webhook(endpoint=endpoint, event="referral.received", payload={"submission": "x"}, now=NOW)
    page = read(wyn, HERE)
    assert len(page.sql) <= MOST_QUERIES
    assert "head@school.example" in page.text
    assert "Failed 17 April 2025" in page.text
    assert "does not take mail for this address" in page.text
    assert "https://receiver.example.org/events" in page.text
    assert "secret" not in page.text
    one = read(wyn, f"{HERE}{failed.pk}/")
    assert "Refused for good" in one.text
    assert "secret" not in one.text


def test_the_list_is_narrowed_by_how_it_stands(
    read: Callable[..., Read], wyn: Practitioner, failed: OutgoingMessage
) -> None:
    assert "head@school.example" in read(wyn, f"{HERE}?state=failed").text
    assert "There is no such message." in read(wyn, f"{HERE}?state=sent").text


def test_each_duty_says_when_it_was_last_done(
    no_duties: None, read: Callable[..., Read], wyn: Practitioner, clock: Clock
) -> None:
    daily.daily("empty old messages that were sent", empty_old_messages)
    assert "Empty old messages that were sent" in read(wyn, HERE).text
    daily.do_what_is_due(clock)
    assert "0 emptied." in read(wyn, HERE).text


def test_what_failed_is_sent_again_by_a_button_and_that_is_kept(
    client: Client, wyn: Practitioner, failed: OutgoingMessage
) -> None:
    client.force_login(wyn)
    for _ in range(2):
        assert client.post(f"{HERE}{failed.pk}/").status_code == 303
    failed.refresh_from_db()
    assert failed.state == "not sent yet"
    assert AdministrativeChange.objects.count() == 1


def test_nobody_else_finds_it(
    client: Client, priya: Practitioner, stranger: Practitioner, failed: OutgoingMessage
) -> None:
    for practitioner in (priya, stranger):
        client.force_login(practitioner)
        for path in (HERE, f"{HERE}{failed.pk}/"):
            assert client.get(path).status_code == 404
            assert client.post(path).status_code in {404, 405}
