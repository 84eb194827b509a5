"""However many drafts come from one address, the next can be begun and sent; what is kept for long is limited."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.front_door import drafts
from alongside.front_door.models import Draft
from alongside.referrals.models import Referral
from tests.cast import NOW
from tests.front_door.walking import NEIGHBOUR, fill, refer

pytestmark = pytest.mark.usefixtures("open_door")


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three are kept for long, at two in the afternoon."""
    monkeypatch.setattr(drafts, "most_from_one", lambda now: 3)
    at(monkeypatch, NOW)


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_over_the_number_a_draft_is_kept_for_a_day_and_can_be_sent_at_once() -> None:
    for _ in range(3):
        fill(Client(), NEIGHBOUR)
    late = Client()
    refer(late, NEIGHBOUR)
    assert Referral.objects.count() == 1
    assert list(Draft.objects.order_by("began_at", "id").values_list("is_short", flat=True)) == [
        False
    ] * 3 + [True]


def test_the_page_says_how_long_it_is_kept() -> None:
    clients = [Client() for _ in range(4)]
    for one in clients:
        fill(one, NEIGHBOUR)
    pages = [one.get("/refer/later/").content.decode() for one in clients]
    assert ["within 28 days" in page for page in pages] == [True, True, True, False]
    assert "within 1 day is deleted" in pages[-1]


def test_what_nobody_wrote_in_makes_room_and_what_somebody_wrote_never_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill(Client(), NEIGHBOUR)
    for _ in range(5):
        Client().post("/refer/", {"danger": "no"})
    at(monkeypatch, NOW + timedelta(hours=2))
    fill(Client(), NEIGHBOUR)
    written = Draft.objects.filter(answers__has_key="concern")
    assert (Draft.objects.count(), written.count(), written.filter(is_short=True).count()) == (2, 2, 0)


def test_whoever_has_just_begun_is_not_sent_away(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = Client()
    begun.post("/refer/", {"danger": "no"})
    for _ in range(5):
        Client().post("/refer/", {"danger": "no"})
    assert begun.get("/refer/about/area/").status_code == 200


def test_another_address_has_a_number_of_its_own() -> None:
    for _ in range(5):
        fill(Client(), NEIGHBOUR)
    fill(Client(REMOTE_ADDR="198.51.100.3"), NEIGHBOUR)
    assert not Draft.objects.order_by("-began_at", "-id")[0].is_short
    assert "198.51" not in str(Draft.objects.values().order_by("-id")[0])


def test_a_short_one_is_deleted_after_a_day_and_the_others_after_four_weeks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for _ in range(4):
        fill(Client(), NEIGHBOUR)
    drafts.delete_old(NOW + timedelta(days=1, minutes=1))
    assert Draft.objects.count() == 3
    drafts.delete_old(NOW + timedelta(days=28, minutes=1))
    assert not Draft.objects.exists()
