"""What is due is read from what happened: started, stopped, ended, and the same however often it is worked out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.kinds import Kind
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline, RecordedHoliday
from alongside.deadlines.projection import refresh

LATER = datetime(2026, 12, 1, 12, tzinfo=UTC)


@pytest.fixture
def happened(case: Case, dana: Practitioner) -> Any:
    """Record that something happened to Amara, with blank words where the test has none."""

    def record(kind: Kind, on: date, **details: Any) -> Entry:
        blanks = dict.fromkeys(kind.details, "")
        return kind.record(case, on=on, by=dana, now=LATER, **{**blanks, **details})

    return record


def due(case: Case, rule_id: str) -> list[tuple[date | None, date | None, date | None]]:
    """The deadlines of a rule: due, met, ended."""
    refresh(case)
    return list(
        Deadline.objects.filter(case=case, rule_id=rule_id)
        .order_by("starts_on")
        .values_list("due_on", "met_on", "ended_on")
    )


def test_the_conference_is_due_from_the_discussion_that_began_the_enquiry_not_the_first_nor_the_last(
    case: Case, happened: Any
) -> None:
    happened(
        kinds.STRATEGY_DISCUSSION_HELD, date(2025, 5, 27), decided="further-discussion", begins_enquiry=False
    )
    happened(
        kinds.STRATEGY_DISCUSSION_HELD, date(2025, 6, 2), decided="section-47-enquiry", begins_enquiry=True
    )
    happened(
        kinds.STRATEGY_DISCUSSION_HELD, date(2025, 6, 9), decided="section-47-enquiry", begins_enquiry=False
    )

    assert due(case, "child-protection.initial-conference") == [(date(2025, 6, 23), None, None)]


def test_an_enquiry_that_leads_to_no_conference_takes_the_reason_for_one_away(
    case: Case, happened: Any
) -> None:
    happened(
        kinds.STRATEGY_DISCUSSION_HELD, date(2025, 6, 2), decided="section-47-enquiry", begins_enquiry=True
    )
    happened(kinds.SECTION_47_CONCLUDED, date(2025, 6, 13), decided="not-substantiated")

    assert due(case, "child-protection.initial-conference") == [(date(2025, 6, 23), None, date(2025, 6, 13))]


def test_a_plan_runs_from_conference_to_core_group_to_reviews_to_its_end(case: Case, happened: Any) -> None:
    happened(kinds.INITIAL_CONFERENCE_HELD, date(2024, 11, 29), decided="plan", category="neglect")
    happened(kinds.CORE_GROUP_MET, date(2024, 12, 10))
    happened(kinds.REVIEW_CONFERENCE_HELD, date(2025, 2, 27), decided="continue", category="neglect")
    happened(kinds.REVIEW_CONFERENCE_HELD, date(2025, 8, 20), decided="continue", category="neglect")
    happened(kinds.CHILD_PROTECTION_PLAN_ENDED, date(2025, 10, 1), decided="transferred")

    assert due(case, "child-protection.first-core-group") == [(date(2024, 12, 13), date(2024, 12, 10), None)]
    assert due(case, "child-protection.first-review") == [(date(2025, 2, 28), date(2025, 2, 27), None)]
    assert due(case, "child-protection.next-review") == [
        (date(2025, 8, 27), date(2025, 8, 20), None),
        (date(2026, 2, 20), None, date(2025, 10, 1)),
    ]


def test_no_plan_sets_nothing_running(case: Case, happened: Any) -> None:
    happened(kinds.INITIAL_CONFERENCE_HELD, date(2025, 6, 2), decided="no-plan")

    assert due(case, "child-protection.first-core-group") == []
    assert due(case, "child-protection.first-review") == []


def test_a_decision_stops_the_clock_of_its_own_referral_only(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2), referral="one")
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 3), referral="two")
    happened(kinds.REFERRAL_DECIDED, date(2025, 6, 3), referral="two", decided="section-17-assessment")

    assert due(case, "referral.decision") == [
        (date(2025, 6, 3), None, None),
        (date(2025, 6, 4), date(2025, 6, 3), None),
    ]


def test_a_closed_case_has_nothing_outstanding(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2))
    happened(kinds.CASE_CLOSED, date(2025, 6, 20), decided="moved")
    refresh(case)

    assert not Deadline.objects.outstanding().exists()


def test_police_protection_is_counted_in_hours_that_pass_across_the_change_of_clocks(
    case: Case, dana: Practitioner
) -> None:
    begun = datetime(2026, 10, 23, 21, 0, tzinfo=UTC)
    kinds.POLICE_PROTECTION_BEGUN.record(
        case, on=begun.date(), at=begun, by=dana, now=LATER, who="x", why="y"
    )
    refresh(case)

    assert Deadline.objects.get(rule_id="emergency.police-protection").due_at == datetime(
        2026, 10, 26, 21, tzinfo=UTC
    )


def test_the_edition_in_force_when_the_clock_started_governs_it(case: Case, happened: Any) -> None:
    for on in (
        date(2019, 3, 4),
        date(2023, 12, 14),
        date(2023, 12, 15),
        date(2026, 3, 17),
        date(2026, 3, 18),
    ):
        happened(kinds.REFERRAL_RECEIVED, on)
    refresh(case)

    found = Deadline.objects.filter(rule_id="referral.decision").order_by("starts_on")
    assert [(d.edition.split(" (")[0], d.checked) for d in found] == [
        ("Working Together 2018", False),
        ("Working Together 2018", False),
        ("Working Together 2023", True),
        ("Working Together 2023", True),
        ("Working Together 2026", False),
    ]


def test_before_the_first_text_nothing_is_guessed(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2012, 3, 5))

    assert due(case, "referral.decision") == []


def test_a_correction_moves_the_clock_and_leaves_the_entry(
    case: Case, happened: Any, dana: Practitioner
) -> None:
    wrong = happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2))
    Entry.objects.create(
        area=case.area, child=case.child, case=case, kind=wrong.kind, happened_on=date(2025, 5, 30),
        details=wrong.details, recorded_at=LATER, recorded_by=dana, corrects=wrong,
        correction_reason="It came on the Friday.",
    )  # fmt: skip

    assert due(case, "referral.decision") == [(date(2025, 6, 2), None, None)]
    assert Entry.objects.count() == 2


def test_working_it_out_again_changes_nothing(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2))
    happened(kinds.REFERRAL_DECIDED, date(2025, 6, 3), decided="section-17-assessment")
    assert refresh(case) > 0

    assert refresh(case) == 0


def rebuilt(*args: str) -> str:
    out = StringIO()
    call_command("deadlines_rebuild", *args, stdout=out, stderr=StringIO())
    return out.getvalue()


def test_rebuilding_twice_reports_nothing_changed(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2))

    assert "Deadlines: 3 would change, in 1 of 1 cases" in rebuilt("--dry-run")
    assert not Deadline.objects.exists()
    assert "Deadlines: 3 changed, in 1 of 1 cases" in rebuilt()
    assert "Deadlines: 0 changed, in 0 of 1 cases" in rebuilt()


def test_a_bank_holiday_recorded_here_moves_what_is_counted_across_it(case: Case, happened: Any) -> None:
    happened(kinds.REFERRAL_RECEIVED, date(2025, 6, 2))
    assert due(case, "referral.decision") == [(date(2025, 6, 3), None, None)]

    RecordedHoliday.objects.create(day=date(2025, 6, 3), name="A day of celebration", source="Proclamation")

    assert due(case, "referral.decision") == [(date(2025, 6, 4), None, None)]


def test_a_child_who_is_not_born_cannot_be_seen_yet(case: Case, happened: Any) -> None:
    decided = {"decided": "section-17-assessment"}
    happened(kinds.REFERRAL_DECIDED, date(2025, 6, 3), unborn=True, **decided)
    assert due(case, "assessment.child-seen") == []

    happened(kinds.REFERRAL_DECIDED, date(2025, 9, 3), unborn=False, **decided)
    assert due(case, "assessment.child-seen") == [(None, None, None)]
