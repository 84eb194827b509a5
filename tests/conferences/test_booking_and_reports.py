"""Booking a conference, and the reports that agencies send it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.conferences.forms import BookForm
from alongside.conferences.limits import limits_in, running
from alongside.conferences.models import Booking, Conference, ConferenceDecision, ConferenceReport
from alongside.conferences.open_work import open_work
from alongside.conferences.services import (
    allocate_chair,
    book_conference,
    cancel_booking,
    record_initial_conference,
    record_report,
)
from alongside.conferences.services.book import Invited
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from alongside.plans.lists import read
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.conferences.given import (
    HELD,
    decided,
    discussion,
    from_agency,
    noon,
    sitting,
)


def book(
    dana: Practitioner,
    *children: Person,
    at: datetime = datetime(2025, 5, 6, 9, 30, tzinfo=UTC),
    **more: object,
) -> Booking:
    details = {"kind": "initial", "place": "Harbour House", **more}
    return book_conference(by=dana, children=children, starts_at=at, now=NOW, **details)  # type: ignore[arg-type]


def test_a_booking_keeps_who_is_invited_and_writes_nothing_in_the_chronology(
    case: Case, bens_case: Case, amara: Person, ben: Person, dana: Practitioner, school: Agency
) -> None:
    booking = book(
        dana, amara, ben, invitations=[Invited(name="Helen Marsh", agency=school, report_wanted=True)]
    )

    assert {child.case.child for child in booking.children.all()} == {amara, ben}
    assert booking.invitations.get().report_wanted
    assert list(Booking.objects.to_come().about(case)) == [booking]
    assert not Entry.objects.exists()


def test_a_weekend_is_booked_like_any_other_day_with_its_reason(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    saturday = datetime(2025, 5, 3, 9, tzinfo=UTC)

    booking = book(dana, amara, at=saturday, timing_reason="The only day both parents are free")

    assert booking.day == date(2025, 5, 3)
    assert booking.timing_reason == "The only day both parents are free"


def test_a_booking_in_the_past_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    with pytest.raises(Refusal) as refusal:
        book(dana, amara, at=datetime(2025, 4, 16, 9, tzinfo=UTC))

    assert str(refusal.value) == (
        "This time has passed. You entered 16 April 2025, and today is 17 April 2025. "
        "Enter a time to come. If the conference has been held, record it instead."
    )


def test_a_conference_held_closes_its_booking_once(case: Case, amara: Person, dana: Practitioner) -> None:
    booking = book(dana, amara)
    held_on, later = booking.day, noon(booking.day)
    record_initial_conference(
        by=dana, sitting=sitting(held_on, booking=booking), decisions=[decided(amara, "no-plan")], now=later
    )
    assert not Booking.objects.to_come().exists()

    with pytest.raises(Refusal) as again:
        record_initial_conference(
            by=dana,
            sitting=sitting(held_on, booking=booking),
            decisions=[decided(amara, "no-plan")],
            now=later,
        )
    with pytest.raises(Refusal) as called_off:
        cancel_booking(by=dana, child=amara, booking=booking, because="Not needed")

    assert str(again.value) == (
        "This booking is no longer open. The conference booked was recorded meanwhile, or called off. Look at the "
        "child's conferences. If this was another conference, record it without the booking."
    )
    assert str(called_off.value) == (
        "This conference has been held. Its record is in the chronology, and a conference that was held cannot be "
        "called off. Correct the record of the conference if it is wrong."
    )
    assert Conference.objects.count() == 1


def test_a_booking_is_called_off_for_a_reason(case: Case, amara: Person, dana: Practitioner) -> None:
    cancel_booking(by=dana, child=amara, booking=book(dana, amara), because="The enquiry found no harm")

    assert Booking.objects.get().cancelled_because == "The enquiry found no harm"
    assert not Booking.objects.to_come().exists()


def test_a_report_is_kept_by_heading_and_one_sent_again_takes_its_place(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    booking = book(dana, amara)
    for words in ("Often hungry.", "Often hungry, and tired."):
        record_report(
            by=dana, child=amara, booking=booking, agency=school, written_by="Helen Marsh", received_on=TODAY,
            words={"needs": words}, shared_on=TODAY, now=NOW,
        )  # fmt: skip

    report = ConferenceReport.objects.get()
    assert report.words == {"needs": "Often hungry, and tired."}
    assert report.shared_on == TODAY


def test_what_the_police_and_the_chair_said_of_sharing_a_report_stands_beside_it(
    case: Case, amara: Person, dana: Practitioner, school: Agency, client: Client
) -> None:
    """Through the page: Working Together 2023, page 94."""
    booking = book(dana, amara, invitations=[Invited(name="Helen Marsh", agency=school, report_wanted=True)])
    client.force_login(dana)
    answers = {
        "agency": str(school.pk), "written_by": "Helen Marsh", "received_on_day": TODAY.day, "received_on_month": TODAY.month,
        "received_on_year": TODAY.year, "h_needs": "Often hungry.", "shared": "no",
        "not_shared_because": "Interviews first.", "consulted": "Sergeant Pell asks to wait until Friday.", "step": "confirm",
    }  # fmt: skip
    page = f"/children/WREN-AMARA2/conferences/booked/{booking.pk}/"
    assert client.post(f"{page}report/", answers).status_code == 303
    assert ConferenceReport.objects.get().consulted == "Sergeant Pell asks to wait until Friday."
    assert "Police and chair: Sergeant Pell asks to wait until Friday." in client.get(page).content.decode()


def test_a_report_is_shared_or_not_and_never_both(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    with pytest.raises(ValidationError, match="not both"):
        record_report(
            by=dana, child=amara, booking=book(dana, amara), agency=school, written_by="Helen Marsh",
            received_on=TODAY, words={}, shared_on=TODAY, not_shared_because="It could put Amara at risk", now=NOW,
        )  # fmt: skip


def test_a_report_from_the_future_is_refused(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    with pytest.raises(Refusal) as refusal:
        record_report(
            by=dana, child=amara, booking=book(dana, amara), agency=school, written_by="Helen Marsh",
            received_on=date(2025, 4, 18), words={}, now=NOW,
        )  # fmt: skip

    assert str(refusal.value) == (
        "This day is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day it happened, or leave it until it has."
    )


def test_verbal_and_missing_reports_are_kept_as_they_were(
    case: Case, amara: Person, dana: Practitioner, school: Agency, police: Agency
) -> None:
    came = (
        from_agency("Helen Marsh", school, report="verbal"),
        from_agency("Tom Reed", police, report="none"),
    )

    conference = record_initial_conference(
        by=dana, sitting=sitting(HELD, *came), decisions=[decided(amara, "no-plan")], now=NOW
    )

    assert [one.report for one in conference.attendance.all()] == ["verbal", "none"]


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2025, 5, 5), ["Monday 5 May 2025 is not a working day: Early May bank holiday."]),
        (date(2025, 5, 3), ["Saturday 3 May 2025 is not a working day."]),
        (date(2025, 5, 13), []),
        (
            date(2025, 5, 14),
            [
                "Wednesday 14 May 2025 is later than the guidance expects for Amara Okoye: by 13 May 2025, 15 working "
                "days from the strategy discussion that started the section 47 enquiries, on 17 April 2025 "
                "(Working Together 2023 (February 2024 issue), pages 92 and 94)."
            ],
        ),
    ],
)
def test_a_booking_warns_of_a_day_that_is_late_or_no_working_day(
    case: Case, amara: Person, dana: Practitioner, day: date, said: list[str]
) -> None:
    discussion(case, TODAY, dana)
    refresh(case)
    limits = limits_in(read(running(Person.objects.filter(pk=amara.pk))))
    sent = {
        "kind": "initial", "starts_at_day": str(day.day), "starts_at_month": str(day.month), "starts_at_year": "2025",
        "starts_at_time": "10:00", "place": "Quay", "timing_reason": "Because", "invitations-rows": "0",
    }  # fmt: skip

    form = BookForm(sent, child=amara, running=limits)

    assert form.is_valid(), form.errors
    assert form.warnings() == said


def test_a_conference_still_booked_stands_in_the_way_of_closing_until_it_is_called_off(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    booking = book(dana, amara)
    assert open_work(case) == [
        "The initial conference booked for 6 May 2025 has been neither recorded nor called off."
    ]

    cancel_booking(by=dana, child=amara, booking=booking, because="The enquiry found no harm")

    assert open_work(case) == []


@pytest.mark.parametrize("who", ["stranger", "relative", "tom", "helen"])
def test_others_may_neither_book_nor_name_a_chair(
    case: Case,
    amara: Person,
    who: str,
    jamal: Practitioner,
    police_involved: object,
    school_involved: object,
    request: pytest.FixtureRequest,
) -> None:
    by = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        book(by, amara)
    with pytest.raises(PermissionDenied):
        allocate_chair(by=by, children=[amara], chair=jamal, from_on=TODAY, now=NOW)
    assert ConferenceDecision.objects.count() == 0
