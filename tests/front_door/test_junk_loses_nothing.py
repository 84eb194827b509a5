"""However much junk is sent, no genuine referral is lost: over the limits it is received, and held for a look."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.utils import timezone

from alongside.agencies.models import Area, Practitioner
from alongside.deadlines.models import Deadline
from alongside.front_door import held, limits
from alongside.front_door.intake import Via, take_in
from alongside.front_door.models import Draft, Receipt
from alongside.front_door.secrets import digest_of
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.front_door.walking import NEIGHBOUR, fill, refer

pytestmark = pytest.mark.usefixtures("open_door")
#: Four times what one address may send in an hour: what is over the limit is treated alike, however much it is.
JUNK, BETWEEN = 4 * limits.MOST_FROM_ADDRESS, 10


@pytest.fixture(autouse=True)
def nothing_counted(db: None) -> None:
    cache.clear()


def drafts_ready(number: int, says: str) -> list[str]:
    """Drafts that are complete, as if their writers had answered every page; the keys that open them."""
    pages = {page: {name: [value] for name, value in given.items()} for page, given in NEIGHBOUR.items()}
    pages["danger"] = {"danger": ["no"]}
    now = timezone.now()
    keys = [f"{says} {n}" for n in range(number)]
    Draft.objects.bulk_create(
        Draft(
            key_digest=digest_of(key),
            answers=pages | {"concern": {"concern": [key]}},
            began_at=now,
            saved_at=now,
        )
        for key in keys
    )
    return keys


def send(key: str, address: str) -> int:
    client = Client(REMOTE_ADDR=address)
    session = client.session
    session["referral-draft"] = key
    session.save()
    return client.post("/refer/check/").status_code


def words_received() -> set[str]:
    held_words = {
        said["words"]
        for payload in Receipt.objects.exclude(payload=None).values_list("payload", flat=True)
        for said in payload["statements"]
    }
    in_record = set(Referral.objects.values_list("statements__words", flat=True))
    return held_words | in_record


def test_posts_of_junk_without_end_lose_no_genuine_referral() -> None:
    """A genuine one after every tenth, from the same address: all are received; nobody is turned away."""
    junk, genuine = drafts_ready(JUNK, "BUY NOW"), drafts_ready(JUNK // BETWEEN, "A child is hungry")
    answers = []
    for n, key in enumerate(junk):
        answers.append(send(key, "192.0.2.7"))
        if n % BETWEEN == BETWEEN - 1:
            answers.append(send(genuine[n // BETWEEN], "192.0.2.7"))

    assert set(answers) == {303}
    assert set(genuine) <= words_received()
    assert set(junk) <= words_received()
    assert Referral.objects.count() == limits.MOST_FROM_ADDRESS
    assert held.waiting(Area.objects.get()).count() == JUNK + len(genuine) - limits.MOST_FROM_ADDRESS


def test_the_test_would_see_a_referral_that_was_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: a limit that turns away instead of putting aside."""
    keys = drafts_ready(limits.MOST_FROM_ADDRESS + 1, "A child is hungry")

    def turn_away(*args: Any, **kwargs: Any) -> Receipt:
        if kwargs["held_because"]:
            raise Refusal("Too many.", "You sent too many.", "Try again later.")
        return take_in(*args, **kwargs)

    monkeypatch.setattr("alongside.front_door.sending.take_in", turn_away)
    for key in keys:
        send(key, "192.0.2.7")

    assert not set(keys) <= words_received()


def test_junk_from_elsewhere_holds_up_nobody() -> None:
    for key in drafts_ready(limits.MOST_FROM_ADDRESS + 2, "BUY NOW"):
        send(key, "192.0.2.7")
    (genuine,) = drafts_ready(1, "A child is hungry")
    send(genuine, "198.51.100.3")

    assert genuine in set(Referral.objects.values_list("statements__words", flat=True))


def test_whoever_is_over_the_limit_is_told_that_it_was_received(client: Client) -> None:
    pages = [
        client.get(refer(client, NEIGHBOUR).url).content.decode() for _ in range(limits.MOST_IN_SESSION + 1)
    ]

    assert Receipt.objects.order_by("-made_at")[0].is_held
    assert all("We have your referral" in page and "held" not in page for page in pages)


def test_a_box_that_nobody_sees_puts_aside_and_never_turns_away(client: Client) -> None:
    answer = refer(client, NEIGHBOUR, website="http://buy.example")

    assert "We have your referral" in client.get(answer.url).content.decode()
    assert Receipt.objects.get().is_held
    assert not Referral.objects.exists()


def test_a_limit_counts_the_reader_behind_our_own_proxies_only(settings: Any) -> None:
    """An address that a sender makes up in a header must not give them a fresh limit, nor use up another's."""
    request = RequestFactory().post(
        "/refer/check/", headers={"X-Forwarded-For": "203.0.113.9"}, REMOTE_ADDR="192.0.2.7"
    )
    request.session = Client().session  # type: ignore[attr-defined]
    for _ in range(limits.MOST_FROM_ADDRESS):
        request.session.cycle_key()
        assert limits.too_many(request, NOW) == ""
    other = RequestFactory().post(
        "/refer/check/", headers={"X-Forwarded-For": "203.0.113.10"}, REMOTE_ADDR="192.0.2.7"
    )
    other.session = request.session
    other.session.cycle_key()

    assert "from one address" in limits.too_many(other, NOW)


def test_what_is_let_in_was_received_when_it_was_sent(maya: Practitioner, sent: dict[str, Any]) -> None:
    receipt = take_in(
        sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW, held_because="Many"
    )
    later = NOW.replace(day=18)
    referrals = held.let_in(by=maya, receipt=receipt, now=later)

    assert {one.received_at for one in referrals} == {NOW}
    assert {one.submission for one in referrals} == {receipt.submission}
    assert Deadline.objects.filter(rule_id="referral.decision")[0].starts_on == NOW.date()
    receipt.refresh_from_db()
    assert receipt.payload is None


def test_what_is_set_aside_stays_whole_and_can_still_be_let_in(
    maya: Practitioner, sent: dict[str, Any]
) -> None:
    receipt = take_in(
        sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW, held_because="Many"
    )
    held.set_aside(by=maya, receipt=receipt, because="An advertisement", now=NOW)

    assert not held.waiting(receipt.area).exists()
    receipt.refresh_from_db()
    assert receipt.payload is not None
    assert held.let_in(by=maya, receipt=receipt, now=NOW)


def test_setting_aside_needs_a_reason(maya: Practitioner, sent: dict[str, Any]) -> None:
    receipt = take_in(
        sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW, held_because="Many"
    )
    with pytest.raises(Refusal, match="Say why"):
        held.set_aside(by=maya, receipt=receipt, because=" ", now=NOW)


def test_only_the_front_door_of_that_area_looks_at_what_is_held(
    helen: Practitioner, stranger: Practitioner, sent: dict[str, Any]
) -> None:
    receipt = take_in(
        sent, via=Via(door="api", sender="x"), idempotency_key="1", now=NOW, held_because="Many"
    )
    for who in (helen, stranger):
        with pytest.raises(PermissionDenied):
            held.let_in(by=who, receipt=receipt, now=NOW)


def test_a_draft_in_the_making_is_not_counted(client: Client) -> None:
    fill(Client(), NEIGHBOUR)
    for _ in range(limits.MOST_FROM_ADDRESS + 1):
        Client().post("/refer/", {"danger": "no"})

    assert client.post("/refer/", {"danger": "no"}).status_code == 303
    refer(client, NEIGHBOUR)
    assert Referral.objects.count() == 1
