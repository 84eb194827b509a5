"""Reviews, transfers in, bookings, reports and chairs."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states
from alongside.conferences.forms import BookForm
from alongside.conferences.limits import limits_in, running
from alongside.conferences.models import Booking, Conference, ConferenceDecision, ConferenceReport, MoveNotice
from alongside.conferences.open_work import open_work
from alongside.conferences.services import (
    allocate_chair,
    book_conference,
    cancel_booking,
    record_initial_conference,
    record_move_notified,
    record_report,
    record_transfer_in_conference,
)
from alongside.conferences.services.book import Invited
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from alongside.plans.agreed import Timetable
from alongside.plans.lists import read
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.plans.notices import AgreedNotice
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.conferences.given import (
    HELD,
    a_plan,
    decided,
    discussion,
    due_for,
    from_agency,
    noon,
    review,
    sitting,
)

REVIEWED = date(2025, 7, 8)


@pytest.fixture
def plan(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, jamal: Practitioner
) -> ChildProtectionPlan:
    return a_plan(amara, dana, council, school, jamal)


# Reviews


def test_a_plan_continues_with_its_category_set_again(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    to_come = Timetable(review_on=date(2025, 12, 1))
    review(dana, jamal, REVIEWED, decided(amara, "continue", category="emotional-abuse", timetable=to_come))

    plan.refresh_from_db()
    assert (plan.initial_category, plan.category) == ("neglect", "emotional-abuse")
    assert (plan.review_on, plan.is_open) == (date(2025, 12, 1), True)
    assert states(plan.case.chronology.in_order()).category == "emotional-abuse"


@pytest.mark.parametrize(
    ("reviewed", "next_by", "why"),
    [
        (date(2025, 7, 8), date(2026, 1, 8), "the same day of the month"),
        (date(2025, 8, 31), date(2026, 2, 28), "February has no 31st"),
    ],
)
def test_a_review_stops_one_clock_and_starts_the_next(
    plan: ChildProtectionPlan,
    amara: Person,
    dana: Practitioner,
    jamal: Practitioner,
    reviewed: date,
    next_by: date,
    why: str,
) -> None:
    review(dana, jamal, reviewed, decided(amara, "continue"))

    first = Deadline.objects.get(child=amara, rule_id="child-protection.first-review")
    assert first.met_on == reviewed
    assert due_for(amara, "child-protection.next-review").due_on == next_by, why


def test_a_review_ends_the_plan_on_the_ground_that_only_a_review_decides(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end", reasons="Grace has kept every promise."))

    plan.refresh_from_db()
    assert (plan.ended_on, plan.ended_because) == (REVIEWED, "no-longer-at-risk")
    assert plan.ending_reasons == "Grace has kept every promise."
    assert plan.ending_entry == Entry.objects.get(kind="review-conference-held")
    assert not plan.core_group.filter(to_on=None).exists()
    assert (
        not Deadline.objects.outstanding()
        .filter(child=amara, rule_id__startswith="child-protection")
        .exists()
    )
    assert states(plan.case.chronology.in_order()).plan_since is None


def test_when_a_plan_ends_everyone_the_guidance_names_is_kept_to_be_told(
    plan: ChildProtectionPlan,
    case: Case,
    amara: Person,
    dana: Practitioner,
    jamal: Practitioner,
    school: Agency,
    hospital: Agency,
) -> None:
    Involvement.objects.create(area=case.area, case=case, agency=hospital, why="Health visitor", from_on=HELD)
    told = AgreedNotice(name=school.name, agency=school, told_on=REVIEWED)

    review(dana, jamal, REVIEWED, decided(amara, "end", notices=(told,)))

    assert {notice.name: notice.told_on for notice in EndingNotice.objects.all()} == {
        "Mill Lane Primary School": REVIEWED,
        "Wrenmouth Community Health": None,
        "Wrenmouth Council": None,
        "Grace Okoye": None,
    }


@pytest.mark.parametrize(("day", "said"), [(HELD, "14 April 2025"), (date(2025, 4, 10), "10 April 2025")])
def test_a_review_on_or_before_the_day_the_plan_began_is_refused(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner, day: date, said: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        review(dana, jamal, day, decided(amara, "continue"))

    assert str(refusal.value) == (
        f"This is not after the day the plan began. You entered {said}, and the plan began on 14 April 2025. A plan "
        "cannot end, or be reviewed, on or before the day of the conference that made it. Enter a later day. If the "
        "plan began earlier than that, correct the conference first."
    )
    assert Conference.objects.count() == 1


def test_a_review_without_an_open_plan_is_refused(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    with pytest.raises(Refusal) as refusal:
        review(dana, jamal, HELD, decided(amara, "continue"))

    assert str(refusal.value) == (
        "Amara Okoye has no child protection plan that is open. What you are recording belongs to a plan, and no plan "
        "has begun, or the last one has ended. Check that this is the right child. If a conference has made a plan, "
        "record that conference first."
    )


def test_a_review_that_considered_neither_court_nor_household_says_so(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "continue", proceedings="", household=""))

    words = Shortfall.objects.get(rule_id="child-protection.review-record").words
    assert "Whether court proceedings were considered" in words
    assert "All the children of the household considered" in words
    assert "The date of the next review" in words


def test_an_end_without_a_word_on_support_says_so(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end", support=""))

    assert Shortfall.objects.filter(rule_id="child-protection.plan-ending-record").count() == 1


def test_after_an_end_a_new_conference_may_make_a_new_plan_but_not_one_that_overlaps(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    review(dana, jamal, REVIEWED, decided(amara, "end"))
    later = noon(date(2025, 9, 1))

    with pytest.raises(Refusal) as refusal:
        record_initial_conference(
            by=dana, sitting=sitting(date(2025, 6, 2)), decisions=[decided(amara)], now=later
        )
    record_initial_conference(
        by=dana, sitting=sitting(date(2025, 9, 1)), decisions=[decided(amara)], now=later
    )

    assert str(refusal.value) == (
        "Amara Okoye still had another child protection plan on 2 June 2025. It ran from 14 April 2025 to 8 July 2025. "
        "A child has one plan at a time. Check the day of the conference. If the earlier plan ended sooner, correct "
        "its end first."
    )
    assert ChildProtectionPlan.objects.filter(child=amara).count() == 2


# Moves


def test_being_told_of_a_move_starts_fifteen_working_days(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    notice = record_move_notified(
        by=dana,
        child=amara,
        notified_on=TODAY,
        authority="Farholme Council",
        moved_on=date(2025, 4, 2),
        now=NOW,
    )

    assert notice.entry.kind == "move-notified"
    running = due_for(amara, "child-protection.transfer-in-conference")
    assert running.due_on == date(2025, 5, 13)
    assert not ChildProtectionPlan.objects.exists(), "a plan elsewhere is not a plan here"


def test_the_transfer_in_conference_decides_on_a_plan_here(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner
) -> None:
    record_move_notified(
        by=dana, child=amara, notified_on=date(2025, 4, 3), authority="Farholme Council", now=NOW
    )
    record_transfer_in_conference(by=dana, sitting=sitting(chair=jamal), decisions=[decided(amara)], now=NOW)

    assert ChildProtectionPlan.objects.get().started_on == HELD
    assert Deadline.objects.get(rule_id="child-protection.transfer-in-conference").met_on == HELD
    assert not Shortfall.objects.filter(rule_id="child-protection.transfer-in-conference").exists()


def test_a_transfer_in_conference_without_notice_of_the_move_says_so(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    record_transfer_in_conference(by=dana, sitting=sitting(), decisions=[decided(amara)], now=NOW)

    assert Shortfall.objects.get(rule_id="child-protection.transfer-in-conference").words == (
        "No notice of Amara Okoye's move was recorded before the conference."
    )


def test_a_notice_in_the_future_or_for_a_child_with_a_plan_here_is_refused(
    plan: ChildProtectionPlan, amara: Person, dana: Practitioner
) -> None:
    def refusal(on: date) -> str:
        with pytest.raises(Refusal) as found:
            record_move_notified(by=dana, child=amara, notified_on=on, authority="Farholme Council", now=NOW)
        return str(found.value)

    assert refusal(date(2025, 4, 18)) == (
        "This notice is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day on which we were told of the move."
    )
    assert refusal(TODAY) == (
        "Amara Okoye has a child protection plan here already. It began on 14 April 2025. A transfer-in conference is "
        "for a child whose plan is elsewhere. Check that this is the right child. If the family has moved away, end "
        "this plan instead."
    )
    assert not MoveNotice.objects.exists()


# Booking


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


# Reports


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


# Chairs


def test_a_chair_can_open_the_record_from_then_on_and_a_new_one_takes_over(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner, priya: Practitioner
) -> None:
    assert not policies.RECORD_CONFERENCE.allows(amara, jamal)
    allocate_chair(by=dana, children=[amara], chair=jamal, from_on=date(2025, 4, 10), now=NOW)
    assert policies.RECORD_CONFERENCE.reasons(amara, jamal) == ["you chair this child's conferences"]

    allocate_chair(by=dana, children=[amara], chair=priya, from_on=TODAY, now=NOW)

    chairs = Allocation.objects.filter(capacity="conference-chair").order_by("from_on")
    assert [(one.practitioner, one.to_on) for one in chairs] == [(jamal, TODAY), (priya, None)]
    assert Entry.objects.filter(kind="chair-allocated").count() == 2
    assert not Shortfall.objects.exists()


def test_a_chair_who_manages_the_team_is_allocated_with_a_shortfall(
    case: Case, amara: Person, dana: Practitioner, sam: Practitioner
) -> None:
    allocate_chair(by=dana, children=[amara], chair=sam, from_on=TODAY, now=NOW)

    assert Shortfall.objects.get().words == (
        "Sam Birch is to chair, and manages the team that works with the child. "
        "The chair is independent of its management."
    )


def test_a_chair_in_no_team_and_a_day_to_come_are_refused(
    case: Case, amara: Person, dana: Practitioner, tom: Practitioner, jamal: Practitioner
) -> None:
    with pytest.raises(Refusal) as no_team:
        allocate_chair(by=dana, children=[amara], chair=tom, from_on=TODAY, now=NOW)
    with pytest.raises(Refusal) as to_come:
        allocate_chair(by=dana, children=[amara], chair=jamal, from_on=date(2025, 4, 18), now=NOW)

    assert str(no_team.value) == (
        "Tom Reed is in no team on this day. A chair takes the part for a team, and no post of Tom Reed's on "
        "17 April 2025 is in one. Choose someone else, or ask an administrator to record the post."
    )
    assert str(to_come.value) == (
        "This day is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter today or an earlier day; a chair can open the record from then on."
    )


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
