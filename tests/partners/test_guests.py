"""Somebody without an account does one thing, through a link and a code, and sees nothing else."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.conferences.models import Booking, ConferenceReport
from alongside.conferences.services import cancel_booking
from alongside.outbox.models import OutgoingMessage
from alongside.partners import services
from alongside.partners.models import GuestLink
from alongside.partners.services import guests
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.partners.conftest import invitation_of

NORA = "nora@hospital.example"
GIVEN = {"h_known": "She has grown.", "shared": "no", "not_shared_because": "Not yet.", "step": "confirm"}


def let_in(
    by: Practitioner, child: Person, booking: Booking, purpose: str = "conference-report", now: datetime = NOW
) -> str:
    """Send Nora a link; its secret, as it stands in the letter."""
    services.make_link(
        by=by, child=child, invitation=invitation_of(booking, "Nora Quill"), purpose=purpose, email=NORA,
        address_of="https://wrenmouth.example/guest/{}/".format, now=now,
    )  # fmt: skip
    letter = OutgoingMessage.objects.filter(to=NORA).latest("made_at", "id")
    found = re.search(r"/guest/([\w-]+)/", letter.body)
    assert found
    return found[1]


def code_sent() -> str:
    found = re.match(
        r"(\d{6}) is your code",
        OutgoingMessage.objects.filter(to=NORA, subject="Your code").latest("made_at", "id").body,
    )
    assert found
    return found[1]


@pytest.fixture
def token(booking: Booking, amara: Person, dana: Practitioner) -> str:
    return let_in(dana, amara, booking)


def opened(client: Client, token: str) -> Client:
    client.post(f"/guest/{token}/")
    assert client.post(f"/guest/{token}/code/", {"code": code_sent()}).status_code == 303
    return client


def test_a_guest_reports_through_a_link_and_a_code_and_the_link_is_used_up(
    token: str, client: Client
) -> None:
    door = client.get(f"/guest/{token}/").content.decode()
    assert "n…@hospital.example" in door
    assert client.get(f"/guest/{token}/open/").headers["Location"] == f"/guest/{token}/"

    opened(client, token)
    assert "Amara Okoye" in client.get(f"/guest/{token}/open/").content.decode()
    done = client.post(f"/guest/{token}/open/", GIVEN)
    assert "Your report is sent" in done.content.decode()

    sent = ConferenceReport.objects.get()
    assert (sent.sent_as, sent.written_by, sent.words) == (
        "guest",
        "Nora Quill, as a guest",
        {"known": "She has grown."},
    )
    assert client.get(f"/guest/{token}/open/").status_code == 404


def test_a_guest_answers_an_invitation(
    booking: Booking, amara: Person, dana: Practitioner, client: Client
) -> None:
    token = let_in(dana, amara, booking, "meeting-reply")
    opened(client, token).post(f"/guest/{token}/open/", {"answer": "accepts"})
    theirs = invitation_of(booking, "Nora Quill")
    assert (theirs.answer, theirs.answered_by) == ("accepts", "Nora Quill, as a guest")


def test_before_the_code_nobody_and_nothing_is_named(token: str, client: Client) -> None:
    for page in ("", "code/"):
        shown = client.get(f"/guest/{token}/{page}").content.decode()
        for word in ("Amara", "Okoye", "WREN-", "Quay Room", NORA, "Nora"):
            assert word not in shown, (page, word)


def test_a_guest_who_is_let_in_opens_no_other_page(token: str, client: Client, booking: Booking) -> None:
    opened(client, token)
    for page in (
        "/",
        "/children/WREN-AMARA2/",
        f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/",
        "/search/?q=amara",
    ):
        assert client.get(page).headers["Location"].startswith("/sign-in/")


def test_one_link_does_not_open_another(
    token: str, booking: Booking, amara: Person, dana: Practitioner, client: Client
) -> None:
    other = let_in(dana, amara, booking, "meeting-reply")
    opened(client, token)
    assert client.get(f"/guest/{other}/open/").headers["Location"] == f"/guest/{other}/"


@pytest.mark.parametrize("how", ["withdrawn", "run out", "called off", "unknown"])
def test_a_link_that_no_longer_stands_leads_nowhere_from_the_next_request(
    token: str, how: str, client: Client, booking: Booking, amara: Person, dana: Practitioner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    opened(client, token)
    nowhere = client.get("/guest/no-such-secret/open/").content.decode()
    if how == "withdrawn":
        services.withdraw_link(
            by=dana, child=amara, link=GuestLink.objects.select_related("area").get(), now=NOW
        )
    elif how == "run out":
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=14))
    elif how == "called off":
        cancel_booking(by=dana, child=amara, booking=booking, because="Ill.")
    else:
        token = "another-secret"
    for page in ("", "code/", "open/"):
        answer = client.get(f"/guest/{token}/{page}")
        assert answer.status_code == 404
        assert answer.content.decode() == nowhere
    assert client.post(f"/guest/{token}/open/", GIVEN).status_code == 404
    assert not ConferenceReport.objects.exists()


def test_a_code_is_tried_five_times_and_works_once(token: str, client: Client) -> None:
    client.post(f"/guest/{token}/")
    right = code_sent()
    wrong = "000000" if right != "000000" else "111111"
    for _ in range(guests.MOST_WRONG):
        assert client.post(f"/guest/{token}/code/", {"code": wrong}).status_code == 422
    assert client.post(f"/guest/{token}/code/", {"code": right}).status_code == 422


def test_a_code_that_is_seen_later_opens_nothing(token: str, client: Client) -> None:
    opened(client, token)
    client.logout()
    assert client.post(f"/guest/{token}/code/", {"code": code_sent()}).status_code == 422


def test_a_code_lasts_a_quarter_of_an_hour(
    token: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(f"/guest/{token}/")
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(minutes=15, seconds=1))
    assert client.post(f"/guest/{token}/code/", {"code": code_sent()}).status_code == 422


def test_codes_are_sent_slowly_and_not_without_end(
    token: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    client.post(f"/guest/{token}/")
    assert client.post(f"/guest/{token}/").status_code == 429
    for minute in range(1, guests.MOST_CODES):
        monkeypatch.setattr(timezone, "now", lambda minute=minute: NOW + timedelta(minutes=minute, seconds=1))
        assert client.post(f"/guest/{token}/").status_code == 303
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(hours=1))
    assert client.post(f"/guest/{token}/").status_code == 429
    assert OutgoingMessage.objects.filter(subject="Your code").count() == guests.MOST_CODES


def test_neither_secret_is_kept(token: str, client: Client) -> None:
    client.post(f"/guest/{token}/")
    kept = str(GuestLink.objects.values().get())
    assert token not in kept
    assert code_sent() not in str(GuestLink.objects.values("code_digest").get())


def test_a_code_kept_as_it_is_would_be_seen(
    token: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: with the digest taken away, the look at what is kept finds the code."""
    monkeypatch.setattr(guests, "_digest_of_code", lambda link, code: code)
    client.post(f"/guest/{token}/")
    assert code_sent() in str(GuestLink.objects.values("code_digest").get())


def test_a_door_that_forgets_the_code_would_be_seen(
    token: str, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: with the check of the session gone, the name stands on the page without a code."""
    from alongside.partners.views import guest

    monkeypatch.setattr(guest, "_let_in", lambda request, link, now: True)
    assert "Amara Okoye" in client.get(f"/guest/{token}/open/").content.decode()


def test_what_a_guest_does_is_audited_as_a_guests(token: str, client: Client) -> None:
    client.post(f"/guest/{token}/")
    client.post(f"/guest/{token}/code/", {"code": "12"})
    client.post(f"/guest/{token}/code/", {"code": code_sent()})
    client.post(f"/guest/{token}/open/", GIVEN)
    link = GuestLink.objects.get()
    done = list(
        Row.objects.filter(actor=link.pk, actor_kind="guest")
        .order_by("at", "number")
        .values_list("action", flat=True)
    )
    assert [action for action in done if action != "read"] == ["sign-in-refused", "sign-in", "act"]


@pytest.mark.parametrize("who", ["helen", "tom", "ruth", "stranger"])
def test_only_those_who_arrange_the_conference_let_guests_in(
    booking: Booking, amara: Person, who: str, client: Client, request: pytest.FixtureRequest
) -> None:
    me = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        let_in(me, amara, booking)
    client.force_login(me)
    assert client.get(f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/guests/").status_code == 404


def test_a_link_is_sent_and_withdrawn_on_the_page(
    booking: Booking, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    here = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/guests/"
    mother = invitation_of(booking, "Rosa Okoye")
    given = {"invitation": str(mother.pk), "purpose": "conference-report", "email": "no address"}
    wrong = client.post(here, given)
    assert wrong.status_code == 422
    assert "A report comes from an agency" in wrong.content.decode()
    assert "name@example.org" in wrong.content.decode()
    nora = invitation_of(booking, "Nora Quill")
    given = {"invitation": str(nora.pk), "purpose": "conference-report", "email": NORA, "step": "confirm"}
    assert client.post(here, given).status_code == 303
    assert NORA in client.get(here).content.decode()
    link = GuestLink.objects.get()
    assert client.post(f"{here}{link.pk}/withdraw/").status_code == 303
    assert "Withdrawn" in client.get(here).content.decode()


def test_a_guest_is_let_in_only_for_a_conference_to_come(
    booking: Booking, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal, match="has begun"):
        let_in(dana, amara, booking, now=booking.starts_at)
