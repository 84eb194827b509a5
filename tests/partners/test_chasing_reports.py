"""Reports to a conference are asked for again until they have come; three questions are enough; late is still read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.chronology.models import Shortfall
from alongside.conferences.models import Booking, ConferenceReport
from alongside.conferences.services import cancel_booking, record_report, record_review_conference
from alongside.notices.models import Notice
from alongside.outbox.models import OutgoingMessage
from alongside.partners.models import ReportDraft
from alongside.partners.services.chase_reports import chase_reports, wanted_by
from alongside.people.models import Person
from tests.cast import NOW
from tests.conferences.given import decided, noon, sitting
from tests.pages import Read
from tests.partners.conftest import REVIEW_ON, invitation_of
from tests.partners.test_guests import NORA, let_in, opened

#: Wanted three working days before 8 July, so asked for again from two working days before that.
WANTED, FIRST = date(2025, 7, 3), date(2025, 7, 1)


def morning(day: date) -> datetime:
    return noon(day) - timedelta(hours=4)


def mails() -> list[str]:
    return list(
        OutgoingMessage.objects.filter(
            to=NORA, subject="Your report to a meeting is still wanted"
        ).values_list("body", flat=True)
    )


@pytest.fixture
def guest(booking: Booking, amara: Person, dana: Practitioner) -> str:
    return let_in(dana, amara, booking, now=morning(date(2025, 6, 27)))


def test_a_report_is_asked_for_again_before_its_day_and_no_message_names_a_child(
    booking: Booking, guest: str
) -> None:
    assert wanted_by(booking) == WANTED
    assert chase_reports(morning(FIRST - timedelta(days=1))) == "0 reports asked for again."
    assert chase_reports(morning(FIRST)) == "3 reports asked for again."
    assert chase_reports(morning(FIRST) + timedelta(hours=1)) == "0 reports asked for again."

    (body,) = mails()
    assert "wanted by 3 July 2025" in body
    assert not any(word in body for word in ("Amara", "Okoye", "WREN"))
    assert not any("Amara" in one.words for one in Notice.objects.all())


@pytest.mark.parametrize("how", ["come", "declined", "called off", "held"])
def test_nothing_is_asked_for_again_once_there_is_no_need(
    booking: Booking, guest: str, how: str, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    nora = invitation_of(booking, "Nora Quill")
    assert nora.agency is not None
    if how == "come":
        record_report(by=dana, child=amara, booking=booking, agency=nora.agency, written_by="Nora", received_on=FIRST,
                      words={"needs": "Sleep"}, now=noon(FIRST))  # fmt: skip
    elif how == "declined":
        nora.answer, nora.answer_reason, nora.answered_at = "declines", "On leave", NOW
        nora.save()
    elif how == "called off":
        cancel_booking(by=dana, child=amara, booking=booking, because="Moved")
    else:
        record_review_conference(by=dana, sitting=sitting(FIRST, chair=jamal, booking=booking),
                                 decisions=[decided(amara, "continue")], now=noon(FIRST))  # fmt: skip
    chase_reports(morning(FIRST + timedelta(days=1)))
    assert mails() == []


def test_once_its_day_is_past_whoever_booked_is_told_to_ring(
    booking: Booking, guest: str, dana: Practitioner
) -> None:
    chase_reports(morning(FIRST))
    chase_reports(morning(WANTED + timedelta(days=1)))
    told = [one.words for one in Notice.objects.filter(to=dana)]
    assert any("Nora Quill" in words and "has not" in words for words in told)


def test_the_booker_asks_again_with_one_click(
    booking: Booking, guest: str, client: Client, dana: Practitioner, helen: Practitioner
) -> None:
    client.force_login(dana)
    page = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/"
    assert client.get(page).content.decode().count("Ask again") == 3
    for name in ("Nora Quill", "Helen Marsh"):
        key = invitation_of(booking, name).pk
        assert client.post(f"{page}invitations/{key}/ask-again/").status_code == 303
    assert NORA in client.get(page).content.decode() or len(mails()) == 1
    assert Notice.objects.get(to=helen).link.endswith("our-report/")
    client.post(f"{page}invitations/{key}/ask-again/")
    assert "was asked again today" in client.get(page).content.decode()
    assert Notice.objects.filter(to=helen).count() == 1


@pytest.mark.parametrize("who", ["stranger", "relative", "helen", "tom"])
def test_nobody_else_asks_again(
    booking: Booking, who: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    key = invitation_of(booking, "Nora Quill").pk
    there = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/invitations/{key}/ask-again/"
    assert client.post(there).status_code == 404


def test_a_guest_answers_three_questions_and_what_was_begun_is_kept(
    booking: Booking, amara: Person, dana: Practitioner, client: Client
) -> None:
    token = let_in(dana, amara, booking)
    opened(client, token)
    page = client.get(f"/guest/{token}/open/").content.decode()
    assert page.count("<textarea") == 4  # Three questions, and why the family has not had it.
    assert client.post(f"/guest/{token}/draft/", {"h_known": "Often tired"}).status_code == 200
    assert "Often tired" in client.get(f"/guest/{token}/open/").content.decode()
    empty = client.post(f"/guest/{token}/open/", {"shared": "no", "not_shared_because": "Not yet."})
    assert "Answer at least one of the three questions" in empty.content.decode()

    given = {"h_known": "Often tired.", "h_recommendation": "See her alone.", "shared": "no", "not_shared_because": "Not yet.",
             "step": "confirm"}  # fmt: skip
    assert "Your report is sent" in client.post(f"/guest/{token}/open/", given).content.decode()
    sent = ConferenceReport.objects.get()
    assert sent.words == {"known": "Often tired.", "recommendation": "See her alone."}
    assert not ReportDraft.objects.exists()
    assert not Shortfall.objects.filter(rule_id="child-protection.conference-report").exists()
    assert client.post(f"/guest/{token}/draft/", {"h_known": "more"}).status_code == 409


def test_a_guest_neither_reads_nor_replaces_what_somebody_with_an_account_there_began(
    booking: Booking, amara: Person, dana: Practitioner, client: Client
) -> None:
    nora = invitation_of(booking, "Nora Quill")
    assert nora.agency is not None
    ReportDraft.objects.create(
        booking=booking, agency=nora.agency, typed="h_needs=Seen+twice", saved_at=NOW, saved_by=dana
    )
    token = let_in(dana, amara, booking)
    opened(client, token)
    client.post(f"/guest/{token}/draft/", {"h_known": "Often tired"})
    whole = client.get(f"/guest/{token}/open/?whole=1").content.decode()
    assert "Seen twice" not in whole
    assert ReportDraft.objects.get(link=None).typed == "h_needs=Seen+twice"
    # A new link to the same address goes on where the first stopped.
    again = let_in(dana, amara, booking)
    opened(client, again)
    assert "Often tired" in client.get(f"/guest/{again}/open/").content.decode()


def test_nobody_keeps_a_draft_without_the_code(
    booking: Booking, amara: Person, dana: Practitioner, client: Client
) -> None:
    token = let_in(dana, amara, booking)
    assert client.post(f"/guest/{token}/draft/", {"h_known": "x"}).status_code == 409
    assert not ReportDraft.objects.exists()


def test_a_report_that_comes_after_the_conference_is_still_read_and_says_so(
    booking: Booking, guest: str, amara: Person, dana: Practitioner, jamal: Practitioner, client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(timezone, "now", lambda: noon(REVIEW_ON) + timedelta(hours=6))
    record_review_conference(by=dana, sitting=sitting(REVIEW_ON, chair=jamal, booking=booking),
                             decisions=[decided(amara, "continue")], now=noon(REVIEW_ON) + timedelta(hours=5))  # fmt: skip
    opened(client, guest)
    given = {"h_known": "She sleeps.", "shared": "no", "not_shared_because": "Not yet.", "step": "confirm"}
    done = client.post(f"/guest/{guest}/open/", given).content.decode()
    assert "It came after the conference had been held, and goes to the core group." in done


def test_an_agency_with_an_account_may_answer_the_three_questions_too(
    booking: Booking, client: Client, helen: Practitioner, read: Callable[..., Read]
) -> None:
    client.force_login(helen)
    here = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/our-report/?short=1"
    assert client.get(here).content.decode().count("<textarea") == 4
    given = {
        "h_worries": "Late each Monday.",
        "shared": "no",
        "not_shared_because": "Not yet.",
        "step": "confirm",
    }
    assert client.post(here, given).status_code == 303
    assert ConferenceReport.objects.get().words == {"worries": "Late each Monday."}
