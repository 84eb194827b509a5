"""An agency answers an invitation, and writes and sends its own report to a conference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.chronology.models import Entry, Shortfall
from alongside.conferences.models import Booking, ConferenceReport
from alongside.conferences.services import cancel_booking, record_report
from alongside.notices.models import Notice
from alongside.partners import services
from alongside.partners.models import ReportDraft
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.pages import MOST_QUERIES, Read
from tests.partners.conftest import invitation_of

HERE = "/children/WREN-AMARA2/conferences/booked/{}/"


def told(who: Practitioner) -> list[str]:
    return list(Notice.objects.filter(to=who).values_list("words", flat=True))


def send(
    by: Practitioner, child: Person, booking: Booking, agency: Agency, **given: object
) -> ConferenceReport:
    wanted = {
        "words": {"harm": "Amara was late on nine days."},
        "not_shared_because": "The meeting is in July.",
        "now": NOW,
    }
    return services.send_report(by=by, child=child, booking=booking, agency=agency, **{**wanted, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "said", "told_as"),
    [
        ("accepts", {}, "comes"),
        ("sends", {"sends": "Ms Bell, class teacher"}, "sends Ms Bell, class teacher"),
        ("declines", {"reason": "Inspection that day."}, "cannot come: Inspection that day."),
    ],
)
def test_an_answer_reaches_the_lead_and_the_chair(
    booking: Booking, amara: Person, helen: Practitioner, dana: Practitioner, jamal: Practitioner, answer: str,
    said: dict[str, str], told_as: str,
) -> None:  # fmt: skip
    theirs = invitation_of(booking, "Helen Marsh")
    services.reply_to_invitation(by=helen, child=amara, invitation=theirs, answer=answer, now=NOW, **said)
    for reader in (dana, jamal):
        assert any(told_as in words for words in told(reader))


def test_nobody_answers_for_another_agency(booking: Booking, amara: Person, helen: Practitioner) -> None:
    with pytest.raises(Refusal, match="do not work for"):
        services.reply_to_invitation(
            by=helen, child=amara, invitation=invitation_of(booking, "Tom Reed"), answer="accepts", now=NOW
        )


def test_a_conference_that_was_called_off_takes_no_answer(
    booking: Booking, amara: Person, helen: Practitioner, dana: Practitioner
) -> None:
    cancel_booking(by=dana, child=amara, booking=booking, because="The chair is ill.")
    with pytest.raises(Refusal, match="called off"):
        services.reply_to_invitation(
            by=helen, child=amara, invitation=invitation_of(booking, "Helen Marsh"), answer="accepts", now=NOW
        )


def test_a_report_is_entered_once_and_names_what_it_falls_short_of(
    booking: Booking, amara: Person, helen: Practitioner, dana: Practitioner, school: Agency
) -> None:
    sent = send(helen, amara, booking, school)

    entry = Entry.objects.get(kind="conference-report-sent")
    assert (sent.sent_as, entry.source, entry.child) == ("agency", school.name, amara)
    assert "late on nine days" not in str(entry.details)
    assert "The views of the child and parents" in Shortfall.objects.get(entry=entry).words
    assert f"{school} sent its report" in told(dana)[-1]


def test_a_report_is_sent_once_and_added_to_afterwards(
    booking: Booking, amara: Person, helen: Practitioner, school: Agency, dana: Practitioner
) -> None:
    sent = send(helen, amara, booking, school)
    with pytest.raises(Refusal, match="has sent its report"):
        send(helen, amara, booking, school, words={"harm": "Other words."})
    with pytest.raises(Refusal, match="itself"):
        record_report(by=dana, child=amara, booking=booking, agency=school, written_by="Dana", received_on=TODAY,
                      words={"harm": "Dana's words."}, now=NOW)  # fmt: skip
    services.add_to_report(by=helen, child=amara, report=sent, words="She came on time all week.", now=NOW)

    assert ConferenceReport.objects.get().words == {"harm": "Amara was late on nine days."}
    assert [one.words for one in sent.addenda.all()] == ["She came on time all week."]


def test_a_family_that_has_not_had_it_stops_nothing(
    booking: Booking, amara: Person, helen: Practitioner, school: Agency
) -> None:
    with pytest.raises(Refusal, match="future"):
        services.send_report(
            by=helen,
            child=amara,
            booking=booking,
            agency=school,
            words={},
            shared_on=date(2025, 4, 18),
            now=NOW,
        )
    assert send(helen, amara, booking, school).shared_on is None


def test_an_agency_that_is_neither_invited_nor_involved_reports_nothing(
    booking: Booking, amara: Person, amy: Practitioner
) -> None:
    with pytest.raises(PermissionDenied):
        send(amy, amara, booking, amy.posts.get().agency)


@pytest.fixture
def amy(wrenmouth: object) -> Practitioner:
    """Amy works for a charity that has nothing to do with Amara."""
    from alongside.agencies.models import Role
    from tests.cast import practitioner

    charity = Agency.objects.create(name="Lantern", sector=Agency.Sector.VOLUNTARY)
    return practitioner("Amy Lunt", charity, Role.PARTNER_PRACTITIONER)


def test_a_draft_is_kept_for_the_agency_and_goes_with_the_report(
    booking: Booking, amara: Person, helen: Practitioner, tom: Practitioner, school: Agency, client: Client
) -> None:
    client.force_login(helen)
    here = HERE.format(booking.pk) + "our-report/"
    assert client.post(here + "draft/", {"h_harm": "Late on nine", "shared": ""}).status_code == 200
    assert "Late on nine" in client.get(here).content.decode()
    client.force_login(tom)
    assert "Late on nine" not in client.get(here).content.decode()

    send(helen, amara, booking, school)
    assert not ReportDraft.objects.exists()
    client.force_login(helen)
    assert client.post(here + "draft/", {"h_harm": "Too late"}).status_code == 409
    assert not ReportDraft.objects.exists()


def test_writing_checking_and_sending_on_the_page(
    booking: Booking, amara: Person, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    here = HERE.format(booking.pk) + "our-report/"
    empty = client.post(here, {"shared": "yes"})
    assert empty.status_code == 422
    assert "The report is empty" in empty.content.decode()

    given = {"h_harm": "Late on nine days.", "h_reported": "Her aunt: she sleeps badly.", "h_analysis": "She is tired.",
             "shared": "no", "not_shared_because": "Her mother is away."}  # fmt: skip
    checked = client.post(here, given)
    assert "Check your answers" in checked.content.decode()
    answer = client.post(here, {**given, "step": "confirm"}, follow=True)
    assert "Your report is sent" in answer.content.decode()
    assert ConferenceReport.objects.get().words == {
        "harm": "Late on nine days.", "reported": "Her aunt: she sleeps badly.", "analysis": "She is tired.",
    }  # fmt: skip
    page = client.get(here).content.decode()
    assert "It stays as it is" in page
    assert "Her aunt: she sleeps badly." in page


def test_answering_on_the_page_asks_only_what_the_answer_needs(
    booking: Booking, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    here = HERE.format(booking.pk) + "invitation/"
    assert "Quay Room" in client.get(here).content.decode()
    assert client.post(here, {"answer": "declines"}).status_code == 422
    answered = client.post(here, {"answer": "declines", "reason": "Inspection."})
    assert answered.status_code == 303
    theirs = invitation_of(booking, "Helen Marsh")
    assert (theirs.answer, theirs.answer_reason, theirs.answered_by) == (
        "declines",
        "Inspection.",
        "Helen Marsh",
    )


def test_the_chair_sees_at_a_glance_who_comes_and_whose_report_is_there(
    booking: Booking, amara: Person, helen: Practitioner, jamal: Practitioner, school: Agency, chaired: None,
    read: Callable[..., Read],
) -> None:  # fmt: skip
    services.reply_to_invitation(
        by=helen, child=amara, invitation=invitation_of(booking, "Helen Marsh"), answer="accepts", now=NOW
    )
    sent = send(helen, amara, booking, school)
    services.add_to_report(by=helen, child=amara, report=sent, words="On time all week.", now=NOW)
    read(jamal, HERE.format(booking.pk))
    page = read(jamal, HERE.format(booking.pk))
    assert page.status == 200
    assert len(page.sql) <= MOST_QUERIES
    assert (
        "Helen Marsh, Designated safeguarding lead Agency Mill Lane Primary School Answer Comes" in page.text
    )
    assert "late on nine days" in page.text
    assert "On time all week." in page.text


@pytest.mark.parametrize("page", ["invitation/", "our-report/"])
def test_each_page_costs_few_queries(
    booking: Booking, helen: Practitioner, read: Callable[..., Read], page: str
) -> None:
    shown = read(helen, HERE.format(booking.pk) + page)
    assert shown.status == 200
    assert len(shown.sql) <= MOST_QUERIES, shown.sql
