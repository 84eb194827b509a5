"""Recording an initial conference."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry
from alongside.chronology.states import states
from alongside.conferences.models import Attendance, Conference, ConferenceDecision
from alongside.conferences.services import record_initial_conference
from alongside.conferences.sitting import DecidedForChild, Disagreement
from alongside.family_help.services import PlanAgreed, start_plan
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, EndingNotice
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.conferences.given import (
    CORE_GROUP_BY,
    HELD,
    REVIEW_BY,
    decided,
    discussion,
    due_for,
    from_agency,
    full_plan_decision,
    noon,
    sitting,
)


def hold(dana: Practitioner, *told: DecidedForChild, on: date = HELD, **more: object) -> Conference:
    return record_initial_conference(by=dana, sitting=sitting(on, **more), decisions=told, now=NOW)


def test_a_plan_begins_on_the_day_of_the_conference_however_late_it_is_recorded(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency
) -> None:
    hold(dana, full_plan_decision(amara, council, school))

    plan = ChildProtectionPlan.objects.get()
    assert (plan.child, plan.started_on, plan.ended_on) == (amara, HELD, None)
    assert (plan.initial_category, plan.category) == ("neglect", "neglect")
    assert [need.need for need in plan.needs.all()] == ["Amara needs a calm, safe home in the evenings"]
    assert [member.name for member in plan.core_group.all()] == ["Grace Okoye", "Dana Wright", "Helen Marsh"]
    assert plan.review_on == date(2025, 7, 10)


def test_one_entry_tells_of_it_and_names_the_category(case: Case, amara: Person, dana: Practitioner) -> None:
    hold(dana, decided(amara))

    entry = Entry.objects.get()
    assert entry.kind == "initial-conference-held"
    assert entry.happened_on == HELD
    assert entry.details["decided"] == "plan"
    assert entry.details["category"] == "neglect"
    now = states(case.chronology.in_order())
    assert (now.plan_since, now.category) == (HELD, "neglect")
    assert ConferenceDecision.objects.get().entry == entry == ChildProtectionPlan.objects.get().entry


@pytest.mark.parametrize(
    ("held_on", "core_group", "review", "why"),
    [
        (HELD, CORE_GROUP_BY, REVIEW_BY, "Good Friday and Easter Monday fall inside"),
        (date(2025, 4, 1), date(2025, 4, 15), date(2025, 7, 1), "ten plain working days"),
        (date(2025, 4, 12), date(2025, 4, 29), date(2025, 7, 12), "a Saturday counts from Monday"),
    ],
)
def test_a_plan_sets_the_first_core_group_and_the_first_review_running(
    case: Case, amara: Person, dana: Practitioner, held_on: date, core_group: date, review: date, why: str
) -> None:
    hold(dana, decided(amara), on=held_on)

    assert due_for(amara, "child-protection.first-core-group").due_on == core_group, why
    assert due_for(amara, "child-protection.first-review").due_on == review, why


def test_three_months_from_the_end_of_november_end_with_february(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    held_on = date(2025, 11, 30)

    record_initial_conference(
        by=dana, sitting=sitting(held_on), decisions=[decided(amara)], now=noon(held_on)
    )

    assert due_for(amara, "child-protection.first-review").due_on == date(2026, 2, 28)


def test_no_plan_leaves_no_plan_and_no_clock(case: Case, amara: Person, dana: Practitioner) -> None:
    hold(
        dana, decided(amara, "no-plan", support="child-in-need-plan", support_words="Family support at home")
    )

    assert not ChildProtectionPlan.objects.exists()
    assert ConferenceDecision.objects.get().support == "child-in-need-plan"
    assert not case.deadlines.outstanding().filter(rule_id__startswith="child-protection.first").exists()


def test_brothers_and_sisters_are_decided_one_by_one(
    case: Case, bens_case: Case, amara: Person, ben: Person, dana: Practitioner
) -> None:
    hold(
        dana, decided(amara, category="neglect"), decided(ben, "no-plan", reasons="Ben lives with his aunt.")
    )

    conference = Conference.objects.get()
    assert {d.case.child.called: d.decided for d in conference.decisions.all()} == {
        "Amara Okoye": "plan",
        "Ben Okoye": "no-plan",
    }
    assert [plan.child for plan in ChildProtectionPlan.objects.all()] == [amara]
    assert Entry.objects.count() == 2


def test_it_is_all_or_nothing_for_a_family(
    case: Case, bens_case: Case, amara: Person, ben: Person, dana: Practitioner
) -> None:
    hold(dana, decided(ben))

    with pytest.raises(Refusal):
        hold(dana, decided(amara), decided(ben))

    assert [plan.child for plan in ChildProtectionPlan.objects.all()] == [ben]
    assert Conference.objects.count() == 1


def test_agencies_that_were_there_become_involved(
    case: Case, amara: Person, dana: Practitioner, council: Agency, school: Agency, police: Agency
) -> None:
    came = (
        from_agency("Dana Wright", council, practitioner=dana),
        from_agency("Helen Marsh", school),
        from_agency("Tom Reed", police, came="apologies"),
    )
    record_initial_conference(by=dana, sitting=sitting(HELD, *came), decisions=[decided(amara)], now=NOW)

    assert [involved.agency for involved in Involvement.objects.current()] == [school]
    assert Involvement.objects.get().why == "Took part in the initial conference"
    assert Attendance.objects.get(name="Tom Reed").came == "apologies"


def test_dissent_is_kept_with_its_reasons(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    hold(
        dana, decided(amara, dissent=(Disagreement(name="Helen Marsh", agency=school, reasons="Too soon."),))
    )

    dissent = ConferenceDecision.objects.get().dissent.get()
    assert (dissent.name, dissent.agency, dissent.reasons) == ("Helen Marsh", school, "Too soon.")


# What cannot be true


def refused(dana: Practitioner, *told: DecidedForChild, on: date = HELD) -> str:
    with pytest.raises(Refusal) as refusal:
        hold(dana, *told, on=on)
    assert not ConferenceDecision.objects.filter(held_on=on).exists()
    return str(refusal.value)


def test_a_conference_in_the_future_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    assert refused(dana, decided(amara), on=date(2025, 4, 18)) == (
        "This conference is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day it was held, or book it and come back once it has been."
    )


def test_a_conference_before_the_discussion_that_began_the_enquiry_is_refused(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    discussion(case, date(2025, 4, 3), dana, begins=False)
    discussion(case, date(2025, 4, 8), dana)

    assert refused(dana, decided(amara), on=date(2025, 4, 7)) == (
        "This conference is before the strategy discussion that began the enquiry. You entered 7 April 2025, and "
        "the discussion about Amara Okoye was on 8 April 2025. Enter the day of that discussion or a later one, "
        "or correct the discussion first."
    )


def test_a_conference_before_the_case_opened_is_refused(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    assert refused(dana, decided(amara), on=date(2025, 3, 31)) == (
        "This conference is before Amara Okoye's case opened. You entered 31 March 2025, and the case opened on "
        "1 April 2025. Check the day. If it is right, correct the day of the referral first."
    )


def test_a_second_open_plan_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    hold(dana, decided(amara))

    assert refused(dana, decided(amara), on=date(2025, 4, 15)) == (
        "Amara Okoye already has a child protection plan. It began on 14 April 2025 and has not ended. A child has "
        "one plan at a time. Record a review conference of that plan instead."
    )


def test_a_decision_of_another_kind_of_conference_is_refused(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    assert refused(dana, decided(amara, "continue")) == (
        "This is not something that an initial conference decides. You gave “continue” for Amara Okoye. It decides: "
        "plan or no-plan. Choose one of these, or record a conference of the other kind."
    )


def test_a_child_twice_and_no_child_at_all_are_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    assert refused(dana, decided(amara), decided(amara)) == (
        "A child is here twice. A conference decides once for each child. Take one of the two decisions out."
    )
    assert refused(dana) == (
        "This conference was about nobody. No child was chosen. Choose each child whom the conference was about."
    )


def test_a_conference_after_the_child_died_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    Person.objects.filter(pk=amara.pk).update(died_on=date(2025, 4, 10))

    assert refused(dana, decided(amara)) == (
        "Amara Okoye had died before this day. You entered 14 April 2025, and the record says that Amara Okoye died "
        "on 10 April 2025. Check the day of the conference, or correct the day of death first."
    )


def test_a_plan_needs_a_category_and_a_decision_its_reasons(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(ValidationError):
        hold(dana, decided(amara, category=""))
    with pytest.raises(ValidationError, match="reasons"):
        hold(dana, decided(amara, reasons=""))
    assert not Conference.objects.exists()


@pytest.mark.parametrize("who", ["stranger", "relative", "tom", "helen", "maya"])
def test_who_may_not_record_one(
    case: Case,
    amara: Person,
    who: str,
    police_involved: object,
    school_involved: object,
    request: pytest.FixtureRequest,
) -> None:
    with pytest.raises(PermissionDenied):
        hold(request.getfixturevalue(who), decided(amara))


def test_a_child_in_need_plan_ends_where_a_child_protection_plan_begins(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    agreed = PlanAgreed(aims="Calm evenings", family_agreed="yes", agreed_by="Grace Okoye")
    help_plan = start_plan(by=dana, child=amara, started_on=date(2025, 4, 7), plan=agreed, now=NOW)

    hold(dana, decided(amara))

    help_plan.refresh_from_db()
    assert not help_plan.is_open
    assert help_plan.ending is not None
    assert (help_plan.ending.ended_on, help_plan.ending.outcome) == (HELD, "child-protection-plan")
    assert Entry.objects.filter(kind="initial-conference-held").count() == 1
    assert not Entry.objects.filter(kind="child-in-need-plan-ended").exists(), "one act, one entry"


def test_no_plan_leaves_a_child_in_need_plan_as_it_is(case: Case, amara: Person, dana: Practitioner) -> None:
    agreed = PlanAgreed(aims="Calm evenings", family_agreed="yes", agreed_by="Grace Okoye")
    help_plan = start_plan(by=dana, child=amara, started_on=date(2025, 4, 7), plan=agreed, now=NOW)

    hold(dana, decided(amara, "no-plan"))

    help_plan.refresh_from_db()
    assert help_plan.is_open


def test_whoever_was_invited_is_remembered_to_be_told_of_the_end(
    case: Case, amara: Person, dana: Practitioner, school: Agency, police: Agency, hospital: Agency
) -> None:
    came = (
        from_agency("Helen Marsh", school),
        from_agency("Tom Reed", police, came="apologies"),
        from_agency("Ruth Keane", hospital, invited=False),
    )

    record_initial_conference(by=dana, sitting=sitting(HELD, *came), decisions=[decided(amara)], now=NOW)

    assert {notice.name for notice in EndingNotice.objects.all()} == {school.name, police.name}
