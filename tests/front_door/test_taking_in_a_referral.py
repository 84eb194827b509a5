"""One way in for every referral from outside: entered at once, once, or refused with every problem named."""

from __future__ import annotations

import copy
from datetime import timedelta
from typing import Any

import pytest

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.front_door import schema
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Receipt
from alongside.front_door.schema import NotTaken
from alongside.front_door.secrets import digest_of, status_secret
from alongside.people.models import Person, Relationship
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import NOW

VIA = Via(door="api", sender="nursery system")


def test_a_referral_enters_the_record_at_once_with_its_clocks(open_door: Area, sent: dict[str, Any]) -> None:
    receipt = take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    referrals = list(Referral.objects.filter(submission=receipt.submission).order_by("id"))
    assert [one.case.child.called for one in referrals] == ["Amara Okoye", "Ben Okoye"]
    assert {one.received_at for one in referrals} == {NOW}
    assert Relationship.objects.get().kind == "sibling"
    assert Deadline.objects.filter(rule_id="referral.decision").count() == 2
    assert [said.said_by for said in referrals[0].statements.all()] == ["Gwen Pike", "Gwen Pike", "Ben"]
    assert receipt.children_typed == ["Amara Okoye", "Ben Okoye"]


def test_the_record_says_who_really_said_it(open_door: Area, sent: dict[str, Any]) -> None:
    receipt = take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    entry = Entry.objects.filter(kind="referral-received").first()
    assert entry is not None
    assert entry.source == f"Another system ({receipt.reference}): Gwen Pike"
    form = entry.recorded_by
    assert (form.name, form.is_active, form.has_usable_password()) == ("Public referral form", False, False)
    assert form.scope.teams == set()


def test_an_address_nobody_confirmed_is_kept_as_such_and_is_no_bar(
    open_door: Area, sent: dict[str, Any]
) -> None:
    take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    referral = Referral.objects.all()[0]
    assert referral.address_to_reply_to == "gwen@tideway.example"
    assert not referral.address_is_proven


def test_sending_the_same_twice_makes_one_referral_and_gives_the_same_receipt(
    open_door: Area, sent: dict[str, Any]
) -> None:
    first = take_in(sent, via=VIA, idempotency_key="1", now=NOW)
    again = take_in(copy.deepcopy(sent), via=VIA, idempotency_key="1", now=NOW + timedelta(days=2))

    assert again == first
    assert again.made_at == NOW
    assert status_secret(again.pk) == status_secret(first.pk)
    assert Referral.objects.count() == 2


def test_two_senders_may_use_the_same_key(open_door: Area, sent: dict[str, Any]) -> None:
    first = take_in(sent, via=VIA, idempotency_key="1", now=NOW)
    other = take_in(sent, via=Via(door="api", sender="police"), idempotency_key="1", now=NOW)

    assert other != first


def test_a_key_used_for_something_else_is_refused(open_door: Area, sent: dict[str, Any]) -> None:
    take_in(sent, via=VIA, idempotency_key="1", now=NOW)
    sent["whereabouts"] = "Somewhere else"

    with pytest.raises(Refusal, match="used for another referral"):
        take_in(sent, via=VIA, idempotency_key="1", now=NOW)


def test_every_problem_is_named_at_once_and_nothing_is_kept(open_door: Area, sent: dict[str, Any]) -> None:
    del sent["statements"]
    sent["children"][1]["born_on"] = "11/02/2014"
    sent["referrer"]["shoe_size"] = 4
    sent["immediate_danger"] = "maybe"

    with pytest.raises(NotTaken) as refused:
        take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    assert {problem.field for problem in refused.value.problems} == {
        "statements", "children.1.born_on", "referrer.shoe_size", "immediate_danger",
    }  # fmt: skip
    assert all(problem.what and problem.why and problem.do for problem in refused.value.problems)
    assert not Receipt.objects.exists()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"version": 2}, "version"),
        ({"area": "999"}, "area"),
        ({"children": []}, "children"),
        ({"children": [{}] * 13}, "children"),
        ({"children": [{"born_on": "2031-01-01"}]}, "children.0.born_on"),
        ({"children": [{"born_on": "1025-01-01"}]}, "children.0.born_on"),
        ({"children": [{"born_on": 5}]}, "children.0.born_on"),
        ({"children": [{"born_on": "2020-09-03", "expected_on": "2025-06-01"}]}, "children.0.expected_on"),
        ({"children": [{"expected_on": "2052-06-01"}]}, "children.0.expected_on"),
        ({"children": [{"given": "A\x00"}]}, "children.0.given"),
        ({"children": [{"given": "\ud800"}]}, "children.0.given"),
        ({"children": [{"given": "A" * 71}]}, "children.0.given"),
        ({"children": "Amara"}, "children"),
        ({"whereabouts": ["home"]}, "whereabouts"),
        ({"statements": [{"kind": "fact", "words": " "}]}, "statements.0.words"),
        ({"statements": [{"kind": "fact", "words": "x" * 10_001}]}, "statements.0.words"),
        ({"referrer": {"kind": "practitioner"}}, "referrer.name"),
        ({"referrer": {"kind": "public", "email": "gwen at home"}}, "referrer.email"),
        ({"family": {"asked": "not-asked"}}, "family.not_asked_because"),
        ({"development": "x" * 300_000}, ""),
    ],
)
def test_what_cannot_be_taken_is_refused_by_field(
    open_door: Area, sent: dict[str, Any], change: dict[str, Any], field: str
) -> None:
    with pytest.raises(NotTaken) as refused:
        take_in(sent | change, via=VIA, idempotency_key="1", now=NOW)

    assert [problem.field for problem in refused.value.problems][:1] == [field]
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("payload", [[], "referral", None, 5, {"children": {}}, {1: 2}])
def test_what_is_no_referral_at_all_is_refused_too(open_door: Area, payload: Any) -> None:
    with pytest.raises(NotTaken):
        take_in(payload, via=VIA, idempotency_key="1", now=NOW)


@pytest.mark.parametrize("key", ["", "x" * 201, "a\nb"])
def test_a_key_that_is_none_is_refused(open_door: Area, sent: dict[str, Any], key: str) -> None:
    with pytest.raises(Refusal, match="no key"):
        take_in(sent, via=VIA, idempotency_key=key, now=NOW)


def test_the_least_one_may_send_is_a_child_and_a_worry(open_door: Area) -> None:
    least = {
        "version": 1, "area": "199", "referrer": {"kind": "anonymous"}, "children": [{}],
        "statements": [{"kind": "concern", "words": "A boy of about six is out alone at night."}],
    }  # fmt: skip
    take_in(least, via=VIA, idempotency_key="1", now=NOW)

    referral = Referral.objects.get()
    assert referral.case.child.called == "Child (name not known)"
    assert referral.statements.get().said_by == "Someone who did not give a name"


def test_an_unborn_child_can_be_referred(open_door: Area, sent: dict[str, Any]) -> None:
    sent["children"] = [{"family": "Okoye", "expected_on": "2025-08-01"}]
    take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    assert Person.objects.get().called == "Baby Okoye (not yet named)"


def test_what_is_held_is_kept_whole_and_is_not_in_the_record_yet(
    open_door: Area, sent: dict[str, Any]
) -> None:
    receipt = take_in(sent, via=VIA, idempotency_key="1", now=NOW, held_because="Many in one hour")

    assert receipt.is_held
    assert receipt.payload["statements"][2]["words"] == "Ben says he gets her up."
    assert not Referral.objects.exists()


def test_a_secret_is_kept_only_as_a_digest(open_door: Area, sent: dict[str, Any]) -> None:
    receipt = take_in(sent, via=VIA, idempotency_key="1", now=NOW)

    secret = status_secret(receipt.pk)
    assert len(bytes.fromhex(secret)) * 8 >= 128
    assert receipt.status_digest == digest_of(secret)
    assert all(secret not in str(value) for value in Receipt.objects.values().get().values())


def test_an_area_without_social_care_receives_nothing(db: None, sent: dict[str, Any]) -> None:
    area = Area.objects.create(code="198", name="Farholme", prefix="FARH")
    Agency.objects.create(name="A school", sector=Agency.Sector.EDUCATION).areas.add(area)
    with pytest.raises(NotTaken, match="receives no referrals"):
        take_in(sent | {"area": "198"}, via=VIA, idempotency_key="1", now=NOW)


def test_a_partner_may_send_as_themselves(open_door: Area, helen: Practitioner, sent: dict[str, Any]) -> None:
    via = Via(door="api", sender="school", practitioner=helen)
    take_in(sent, via=via, idempotency_key="1", now=NOW)

    assert {one.referrer for one in Referral.objects.all()} == {helen}


def test_the_schema_says_all_that_is_read(sent: dict[str, Any]) -> None:
    described = schema.json_schema()

    assert described["properties"].keys() == schema.Sent.model_fields.keys()
    assert sent.keys() <= described["properties"].keys()
    assert described["$schema"].endswith("2020-12/schema")
