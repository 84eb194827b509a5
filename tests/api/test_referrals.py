"""A referral from another system: taken in once, with a receipt, and followed to its decision."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.outbox.models import OutgoingMessage
from alongside.referrals.front_door import Decided, acknowledge, decide
from alongside.referrals.models import Referral
from tests.api.conftest import System, let_in, referral
from tests.cast import NOW


@pytest.fixture(autouse=True)
def receiving(front_door: Team) -> Team:
    return front_door


def test_a_referral_is_in_the_record_and_its_receipt_says_what_happens_next(schools: System) -> None:
    answer = schools.post("/referrals", referral(), idempotency_key="one")
    assert answer.status == 201
    assert answer.body["decision_due"] == "2025-04-22", "one working day, over Easter"
    assert [(child["called"], child["step"]) for child in answer.body["children"]] == [
        ("Zoe Penn", "received")
    ]
    made = Referral.objects.get()
    assert (made.referrer_agency, made.referrer_name) == (schools.record.agency, "Helen Marsh")
    assert str(made.submission) == answer.body["submission"]


def test_the_same_again_is_the_same_receipt_and_one_referral(schools: System) -> None:
    first, again = (schools.post("/referrals", referral(), idempotency_key="one") for _ in range(2))
    assert first.body == again.body
    assert Referral.objects.count() == 1


def test_the_same_key_with_another_referral_is_refused(schools: System) -> None:
    schools.post("/referrals", referral(), idempotency_key="one")
    refused = schools.post("/referrals", referral(whereabouts="At home"), idempotency_key="one")
    assert refused.status == 409
    assert refused.problems[0].startswith("This key was used for another referral. | idempotency_key | ")
    assert Referral.objects.count() == 1


def test_two_systems_may_use_the_same_key(schools: System, forces: System) -> None:
    for system in (schools, forces):
        assert system.post("/referrals", referral(), idempotency_key="one").status == 201
    assert Referral.objects.count() == 2


def test_a_referral_without_a_key_is_refused(schools: System) -> None:
    refused = schools.post("/referrals", referral())
    assert refused.status == 422
    assert "Idempotency-Key" in refused.problems[0]


def test_a_system_refers_only_to_its_own_areas(schools: System, stranger: Practitioner) -> None:
    for area in ("198", "000", 5, None, ["199"]):
        refused = schools.post("/referrals", referral(area=area), idempotency_key="one")
        assert refused.status == 422
        assert "This system does not refer to that area. | area" in refused.problems[0]


def test_every_problem_is_told_at_once_with_its_place_and_what_to_do(schools: System) -> None:
    refused = schools.post(
        "/referrals",
        referral(children=[{"born_on": "2030-01-01"}], siblings="perhaps", extra=1),
        idempotency_key="1",
    )
    assert refused.status == 422
    places = [problem.split(" | ")[1] for problem in refused.problems]
    assert {"siblings", "extra"} <= set(places)
    assert all(all(part.strip() for part in problem.split(" | ")) for problem in refused.problems)
    assert not Referral.objects.exists()


@pytest.mark.parametrize(
    ("body", "status"),
    [("{", 400), (b"\xff", 400), ("[" * 100_000, 400), ('{"version": NaN}', 400), ("[]", 422), ("null", 422),
     ("1" * 5000, 400), ('"text"', 422), ("", 415), ('{"area": "199", "version": 1e999}', 422)],
)  # fmt: skip
def test_what_is_not_a_referral_at_all_is_refused_in_words(
    schools: System, body: str | bytes, status: int
) -> None:
    refused = schools.ask("POST", "/referrals", body, idempotency_key="one")
    assert refused.status == status
    assert refused.problems


def test_a_body_that_is_not_said_to_be_json_is_refused(schools: System) -> None:
    refused = schools.ask("POST", "/referrals", "version=1", content_type="text/plain", idempotency_key="one")
    assert refused.status == 415


def test_a_body_that_is_too_long_is_refused_before_it_is_read(schools: System) -> None:
    refused = schools.post("/referrals", referral(development="x" * 2_200_000), idempotency_key="one")
    assert refused.status == 413


class TestFollowing:
    @pytest.fixture
    def sent(self, schools: System) -> Any:
        return schools.post("/referrals", referral(), idempotency_key="one").body

    def test_it_is_followed_by_its_reference_or_by_the_key_of_events(
        self, schools: System, sent: Any
    ) -> None:
        for name in (sent["reference"], sent["submission"]):
            assert schools.get(f"/referrals/{name}").body == sent

    def test_what_may_be_told_is_told_once_it_is_decided(
        self, schools: System, sent: Any, priya: Practitioner
    ) -> None:
        made = Referral.objects.get()
        decide(
            by=priya, referrals=[made], now=NOW,
            decided=Decided(outcome="section-17-assessment", reasons="Not for others", to_tell_referrer="We will assess."),
        )  # fmt: skip
        (child,) = schools.get(f"/referrals/{sent['reference']}").body["children"]
        assert (child["step"], child["decided_on"]) == ("decided", "2025-04-17")
        assert child["words"] == "We will assess."

    def test_another_agency_cannot_follow_it(self, forces: System, elsewheres: System, sent: Any) -> None:
        for system in (forces, elsewheres):
            for name in (sent["reference"], sent["submission"]):
                theirs, nobodys = system.get(f"/referrals/{name}"), system.get("/referrals/R-22222-22222")
                assert theirs.status == nobodys.status == 404
                assert theirs.body == nobodys.body

    def test_the_next_system_of_the_agency_can(
        self, sent: Any, school: Agency, wrenmouth: Area, wyn: Practitioner
    ) -> None:
        other = let_in(school, wrenmouth, wyn, name="The new one")
        assert other.get(f"/referrals/{sent['reference']}").status == 200


class TestEvents:
    @pytest.fixture
    def listening(self, schools: System, forces: System) -> list[System]:
        asked = {"area": "199", "url": "https://receiver.example.org/events",
                 "events": ["referral.received", "referral.looked-at", "referral.decided"]}  # fmt: skip
        return [one for one in (schools, forces) if one.post("/subscriptions", asked).status == 201]

    def test_the_system_that_referred_hears_of_each_step_and_no_other_does(
        self, listening: list[System], schools: System, priya: Practitioner
    ) -> None:
        assert len(listening) == 2
        sent = schools.post("/referrals", referral(), idempotency_key="one").body
        made = Referral.objects.get()
        acknowledge(by=priya, referral=made, how="email", now=NOW)
        decide(
            by=priya,
            referrals=[made],
            decided=Decided(outcome="section-17-assessment", reasons="Needed"),
            now=NOW,
        )

        messages = OutgoingMessage.objects.filter(kind="webhook").order_by("id")
        assert {message.endpoint.agency for message in messages} == {schools.record.agency}
        assert [message.subject for message in messages] == [
            "referral.received", "referral.looked-at", "referral.decided",
        ]  # fmt: skip
        assert {message.body for message in messages} == {f'{{"submission": "{sent["submission"]}"}}'}

    def test_a_referral_sent_twice_is_told_once(self, listening: list[System], schools: System) -> None:
        for _ in range(2):
            schools.post("/referrals", referral(), idempotency_key="one")
        assert OutgoingMessage.objects.count() == 1
