"""Another agency asks for a conference; the local authority answers with reasons."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.models import AnswerToRequest, RequestForConference
from alongside.section47.open_work import open_work
from tests.section47.scenes import discuss, noon

ASKED, ANSWERED = date(2025, 6, 18), date(2025, 6, 19)


def ask(by: Practitioner, child: Person, agency: Agency, on: date = ASKED) -> RequestForConference:
    return services.request_conference(
        by=by, child=child, requested_on=on, agency=agency, practitioner="Helen Marsh",
        reasons="She is frightened to go home.", now=noon(ASKED),
    )  # fmt: skip


def answer(
    by: Practitioner, request: RequestForConference, decision: str, on: date = ANSWERED
) -> AnswerToRequest:
    return services.answer_request_for_conference(
        by=by, request=request, answered_on=on, decision=decision, reasons="We listened.", decided_by=by,
        now=noon(ANSWERED),
    )  # fmt: skip


def test_a_school_that_works_with_the_child_asks_by_itself(
    case: Case, amara: Person, helen: Practitioner, school: Agency, school_involved: Involvement
) -> None:
    ask(helen, amara, school)

    assert open_work(case) == [
        "Mill Lane Primary School asked for a conference on 18 June 2025 and has no answer.",
    ]


def test_a_request_made_by_telephone_is_written_down_and_involves_the_agency(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    ask(dana, amara, school)

    assert Involvement.objects.get(case=case).why == "Asked for a child protection conference"


def test_a_yes_after_enquiries_without_a_conference_counts_from_where_they_began(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency,
    school: Agency,
) -> None:  # fmt: skip
    discuss(dana, amara, date(2025, 6, 2), council, police, hospital)
    services.conclude_section_47(
        by=dana, child=amara, concluded_on=date(2025, 6, 16), outcome="substantiated-no-conference",
        reasons="Safe now.", decided_by=dana, now=noon(date(2025, 6, 16)),
    )  # fmt: skip
    answer(dana, ask(dana, amara, school), "conference")

    outstanding = Deadline.objects.outstanding().filter(rule_id="child-protection.initial-conference")
    assert [one.due_on for one in outstanding] == [date(2025, 6, 23)]
    assert states(case.chronology.in_order()).conference_wanted_since == ANSWERED


def test_a_yes_while_enquiries_are_open_leaves_one_date(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency,
    school: Agency,
) -> None:  # fmt: skip
    discuss(dana, amara, date(2025, 6, 2), council, police, hospital)
    answer(dana, ask(dana, amara, school), "conference")

    assert Deadline.objects.filter(rule_id="child-protection.initial-conference").count() == 1


def test_a_no_is_kept_with_its_reasons(case: Case, amara: Person, dana: Practitioner, school: Agency) -> None:
    given = answer(dana, ask(dana, amara, school), "no-conference")

    assert (given.request.agency, given.reasons) == (school, "We listened.")
    assert states(case.chronology.in_order()).conference_wanted_since is None
    assert open_work(case) == []


def test_an_agency_does_not_ask_twice_while_it_waits(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    ask(dana, amara, school)

    with pytest.raises(Refusal) as refused:
        ask(dana, amara, school)
    assert str(refused.value) == (
        "Mill Lane Primary School has already asked for a conference. Its request of 18 June 2025 is waiting for "
        "an answer. Answer that request, or ask the lead practitioner for the answer."
    )


def test_a_request_is_answered_once(case: Case, amara: Person, dana: Practitioner, school: Agency) -> None:
    request = ask(dana, amara, school)
    answer(dana, request, "no-conference")

    with pytest.raises(Refusal) as refused:
        answer(dana, request, "conference")
    assert str(refused.value) == (
        "This request has already been answered. Mill Lane Primary School was answered on 19 June 2025. Read the "
        "answer on the page of the enquiries. A new request can be made at any time."
    )


def test_an_answer_does_not_come_before_its_question(
    case: Case, amara: Person, dana: Practitioner, school: Agency
) -> None:
    with pytest.raises(Refusal) as refused:
        answer(dana, ask(dana, amara, school), "no-conference", on=date(2025, 6, 17))
    assert str(refused.value) == (
        "This answer is before the request. You entered 17 June 2025, and the conference was asked for on 18 June "
        "2025. Enter the day the agency was answered."
    )


def test_strangers_do_not_ask_and_schools_do_not_answer(
    case: Case, amara: Person, dana: Practitioner, helen: Practitioner, stranger: Practitioner, school: Agency,
    school_involved: Involvement,
) -> None:  # fmt: skip
    with pytest.raises(PermissionDenied):
        ask(stranger, amara, school)
    with pytest.raises(PermissionDenied):
        answer(helen, ask(helen, amara, school), "conference")
