"""Subscribing to events: only to hosts that are allowed, with a secret that is shown once."""

from __future__ import annotations

import pytest

from alongside.agencies.models import Area, Practitioner
from alongside.api import clients
from alongside.outbox.models import Endpoint
from alongside.outbox.webhooks import secret_of
from tests.api.conftest import System
from tests.cast import NOW

ASKED = {"area": "199", "url": "https://receiver.example.org/events", "events": ["referral.decided"]}


def test_the_secret_is_shown_once(schools: System) -> None:
    made = schools.post("/subscriptions", ASKED)
    assert made.status == 201
    assert made.body["secret"] == secret_of(Endpoint.objects.get())
    assert "secret" not in schools.get("/subscriptions").body["items"][0]


def test_subscribing_again_changes_the_events_and_the_secret(schools: System) -> None:
    first = schools.post("/subscriptions", ASKED)
    again = schools.post("/subscriptions", {**ASKED, "events": ["referral.received"]})
    assert (first.body["id"], again.body["events"]) == (again.body["id"], ["referral.received"])
    assert first.body["secret"] != again.body["secret"]
    assert len(schools.get("/subscriptions").body["items"]) == 1


@pytest.mark.parametrize(
    "url",
    [
        "http://receiver.example.org/", "https://elsewhere.example.org/", "https://127.0.0.1/", "https://[::1]/",
        "https://169.254.169.254/latest/", "https://name:word@receiver.example.org/", "https://receiver.example.org:x/",
        "javascript:alert(1)", "https://receiver.example.org/é", "https://receiver.example.org/a b", "", "https://",
    ],
)  # fmt: skip
def test_an_address_events_are_not_sent_to_is_refused_in_words(schools: System, url: str) -> None:
    refused = schools.post("/subscriptions", {**ASKED, "url": url})
    assert refused.status == 422
    assert "Events are not sent to this address. | url" in refused.problems[0]
    assert not Endpoint.objects.exists()


@pytest.mark.parametrize("wrong", [{"events": []}, {"events": ["everything"]}, {"more": 1}, {"url": 5}])
def test_what_cannot_be_read_is_refused(schools: System, wrong: dict[str, object]) -> None:
    assert schools.post("/subscriptions", {**ASKED, **wrong}).status == 422


def test_an_area_of_another_system_is_not_there(schools: System, stranger: Practitioner) -> None:
    assert schools.post("/subscriptions", {**ASKED, "area": "198"}).status == 404


def test_a_system_sees_and_ends_its_own_only(schools: System, forces: System) -> None:
    key = schools.post("/subscriptions", ASKED).body["id"]
    assert forces.get("/subscriptions").body["items"] == []
    assert forces.ask("DELETE", f"/subscriptions/{key}").status == 404
    assert schools.ask("DELETE", f"/subscriptions/{key}").status == 204
    assert schools.ask("DELETE", f"/subscriptions/{key}").status == 404
    assert schools.get("/subscriptions").body["items"] == []


def test_ten_are_enough(schools: System) -> None:
    for number in range(10):
        assert schools.post("/subscriptions", {**ASKED, "url": f"{ASKED['url']}/{number}"}).status == 201
    assert schools.post("/subscriptions", ASKED).status == 409


def test_a_system_that_is_shut_out_hears_of_nothing_more(
    schools: System, wrenmouth: Area, wyn: Practitioner
) -> None:
    schools.post("/subscriptions", ASKED)
    clients.shut_out(by=wyn, area=wrenmouth, system=schools.record, why="Replaced.", now=NOW)
    assert Endpoint.objects.get().closed_at == NOW
