"""An agency without accounts is asked by e-mail, opens the link, brings a code, and answers on one page."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.front_door import checks
from alongside.front_door.models import CheckAnswer, CheckRequest
from alongside.notices.models import Notice
from alongside.outbox.daily import DUTIES
from alongside.outbox.models import OutgoingMessage
from alongside.partners import services
from alongside.partners.models import GuestLink
from alongside.partners.services.chase import chase_unanswered
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW

IMRAN = "imran@tideway.example"
ANSWER = {
    "known": "something",
    "fact": "Came to us until May.",
    "opinion": "",
    "reported": "Gran fetches her.",
    "step": "confirm",
}


@pytest.fixture
def club(wrenmouth: Area) -> Agency:
    """A charity in which nobody has an account."""
    club = Agency.objects.create(name="Tideway Boxing Club", sector=Agency.Sector.VOLUNTARY)
    club.areas.add(wrenmouth)
    return club


@pytest.fixture
def asked(maya: Practitioner, case: Case, club: Agency) -> CheckRequest:
    (one,) = checks.ask_partners(
        by=maya, child=case.child, agencies=[club], question="Does Amara come to you?",
        reason="She is often out alone.", basis="section-17", now=NOW,
    )  # fmt: skip
    return one


def send_link(by: Practitioner, asked: CheckRequest, **other: Any) -> str:
    """The secret of a link that goes to Imran, as it stands in the letter."""
    services.ask_by_link(
        by=by, child=asked.case.child, asked=asked, name="Imran Shah, coach", email=IMRAN, now=NOW,
        address_of="https://wrenmouth.example/guest/{}/".format, **other,
    )  # fmt: skip
    found = re.search(r"/guest/([\w-]+)/", OutgoingMessage.objects.get(to=IMRAN).body)
    assert found
    return found[1]


def open_with_code(client: Client, token: str) -> None:
    client.post(f"/guest/{token}/")
    letter = OutgoingMessage.objects.filter(to=IMRAN, subject="Your code").latest("made_at", "id")
    assert client.post(f"/guest/{token}/code/", {"code": letter.body[:6]}).status_code == 303


def test_a_coach_answers_on_one_page_and_the_front_door_reads_it(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    token = send_link(maya, asked)
    open_with_code(client, token)
    page = client.get(f"/guest/{token}/open/").content.decode()
    assert "Does Amara come to you?" in page
    assert "Amara Okoye, born 3 September 2020" in page
    assert "Children Act 1989, section 17" in page
    done = client.post(f"/guest/{token}/open/", ANSWER).content.decode()
    assert "Your answer is sent" in done
    assert "ring the front door" in done

    answer = CheckAnswer.objects.get()
    assert (answer.who, answer.fact, answer.reported) == (
        "Imran Shah, coach, as a guest", "Came to us until May.", "Gran fetches her.",
    )  # fmt: skip
    assert (
        Entry.objects.get(kind="check-answered").source
        == "Imran Shah, coach, as a guest, Tideway Boxing Club"
    )
    assert Notice.objects.get(to=maya).words == "Tideway Boxing Club answered your question."
    assert client.get(f"/guest/{token}/open/").status_code == 404
    client.force_login(maya)
    assert "Imran Shah, coach, as a guest" in client.get("/children/WREN-AMARA2/checks/").content.decode()


def test_that_nothing_is_known_is_an_answer_too(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    token = send_link(maya, asked)
    open_with_code(client, token)
    assert client.post(f"/guest/{token}/open/", {"step": "confirm"}).status_code == 422
    client.post(f"/guest/{token}/open/", {"known": "nothing", "step": "confirm"})
    assert CheckAnswer.objects.get().nothing_known


def test_before_the_code_nothing_is_said_of_whom_it_is_about(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    token = send_link(maya, asked)
    letter = OutgoingMessage.objects.get(to=IMRAN)
    shown = [letter.subject + letter.body.replace(token, "")]
    shown += [client.get(f"/guest/{token}/{page}").content.decode() for page in ("", "code/")]
    for text in shown:
        for word in ("Amara", "Okoye", "WREN-", "out alone", "Imran"):
            assert word not in text, word
    assert client.get(f"/guest/{token}/open/").headers["Location"] == f"/guest/{token}/"


@pytest.mark.parametrize("how", ["answered with an account", "withdrawn", "run out", "case closed"])
def test_a_link_leads_nowhere_once_it_is_not_needed(
    how: str, client: Client, maya: Practitioner, asked: CheckRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    token = send_link(maya, asked)
    open_with_code(client, token)
    if how == "answered with an account":
        checks.keep_answer(asked, by=maya, nothing_known=True, fact="", opinion="", reported="", now=NOW)
    elif how == "withdrawn":
        client.force_login(maya)
        link = GuestLink.objects.get()
        here = f"/children/WREN-AMARA2/checks/{asked.pk}/link/"
        assert client.post(f"{here}{link.pk}/withdraw/").status_code == 303
    elif how == "case closed":
        Case.objects.filter(pk=asked.case_id).update(closed_on=NOW.date(), closure_reason="RC8")
    else:
        monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=14))
    assert client.post(f"/guest/{token}/open/", ANSWER).status_code == 404
    assert CheckAnswer.objects.filter(nothing_known=False).count() == 0


def test_the_page_says_who_has_no_account_and_sends_a_link(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    client.force_login(maya)
    listed = client.get("/children/WREN-AMARA2/checks/").content.decode()
    assert "Nobody there has an account." in listed
    here = f"/children/WREN-AMARA2/checks/{asked.pk}/link/"
    assert here in listed
    wrong = client.post(here, {"name": "Imran Shah", "email": "no address"})
    assert (wrong.status_code, "name@example.org" in wrong.content.decode()) == (422, True)
    given = {"name": "Imran Shah", "email": IMRAN, "step": "confirm"}
    assert client.post(here, given).status_code == 303
    assert IMRAN in client.get(here).content.decode()


def test_only_the_front_door_lets_somebody_answer(
    helen: Practitioner, dana: Practitioner, maya: Practitioner, asked: CheckRequest, client: Client
) -> None:
    for who in (helen, dana):
        with pytest.raises(PermissionDenied):
            send_link(who, asked)
        client.force_login(who)
        assert client.get(f"/children/WREN-AMARA2/checks/{asked.pk}/link/").status_code == 404
    Restriction.objects.create(child=asked.case.child, practitioner=maya, why="Her niece", from_on=LONG_AGO)
    with pytest.raises(PermissionDenied):
        send_link(Practitioner.objects.get(pk=maya.pk), asked)


def test_what_was_answered_is_not_asked_by_link(maya: Practitioner, asked: CheckRequest) -> None:
    checks.keep_answer(asked, by=maya, nothing_known=True, fact="", opinion="", reported="", now=NOW)
    with pytest.raises(Refusal, match="has answered"):
        send_link(maya, asked)


def test_reminders_go_out_until_it_is_answered_and_then_stop(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    """To be answered by 23 April; the area's limit is two working days."""
    token = send_link(maya, asked)

    def chased(days: int) -> int:
        before = OutgoingMessage.objects.filter(subject__contains="still waits").count()
        chase_unanswered(NOW + timedelta(days=days))
        return OutgoingMessage.objects.filter(subject__contains="still waits").count() - before

    assert [chased(days) for days in (0, 6, 7, 8, 11, 12)] == [0, 0, 1, 0, 0, 1]
    assert Notice.objects.filter(to=maya, words__contains="Ring them").count() == 2
    reminder = OutgoingMessage.objects.filter(subject__contains="still waits")[0].body
    assert token not in reminder
    assert "Amara" not in reminder
    open_with_code(client, token)
    client.post(f"/guest/{token}/open/", ANSWER)
    assert [chased(days) for days in (14, 20, 30)] == [0, 0, 0]
    assert "remind agencies that have not answered the front door" in DUTIES


def test_what_the_guest_does_is_audited_as_a_guests(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    token = send_link(maya, asked)
    open_with_code(client, token)
    client.post(f"/guest/{token}/open/", ANSWER)
    link = GuestLink.objects.get()
    done = (
        Row.objects.filter(actor=link.pk, actor_kind="guest").exclude(action="read").order_by("at", "number")
    )
    assert list(done.values_list("action", "about_kind")) == [("sign-in", "guest-link"), ("act", "check")]


def test_a_question_to_another_child_is_not_at_this_childs_address(
    client: Client, maya: Practitioner, asked: CheckRequest
) -> None:
    client.force_login(maya)
    assert client.get(f"/children/WREN-BEN222/checks/{asked.pk}/link/").status_code == 404
