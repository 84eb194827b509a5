"""Beginning, sending, returning, explaining and approving an assessment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from alongside.agencies.models import Practitioner
from alongside.assessments import services
from alongside.assessments.expected import expected_of, guidance_deadline, statistics_deadline
from alongside.assessments.models import Assessment, AssessmentApproval
from alongside.assessments.open_work import open_work
from alongside.assessments.telling import ToldInWriting
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.assessments.conftest import BEGUN
from tests.cast import NOW, TODAY

Approve = Callable[..., AssessmentApproval]
JULY = NOW.replace(month=7, day=1)


def start(dana: Practitioner, amara: Person, **given: Any) -> Assessment:
    answers: dict[str, Any] = {
        "by": dana, "started_on": TODAY, "basis": "section-17", "lead": dana, "why": "She may be in need.", "now": NOW,
    }  # fmt: skip
    return services.start_assessment(child=amara, **(answers | given))


def send(dana: Practitioner, amara: Person, **given: Any) -> Any:
    answers: dict[str, Any] = {
        "by": dana, "sent_on": TODAY, "outcome": "child-in-need-plan", "reasons": "She needs help.", "now": NOW,
    }  # fmt: skip
    return services.send_for_approval(child=amara, **(answers | given))


def test_both_clocks_run_from_their_own_start(assessment: Assessment) -> None:
    guidance, statistics = guidance_deadline(assessment), statistics_deadline(assessment)

    assert guidance
    assert statistics
    assert (guidance.starts_on, guidance.due_on) == (date(2025, 4, 1), date(2025, 6, 9))
    assert (statistics.starts_on, statistics.due_on) == (BEGUN, date(2025, 6, 11))


def test_beginning_is_one_entry_and_review_points_are_kept(
    referred: Case, dana: Practitioner, amara: Person
) -> None:
    points = [
        services.Agreed(on=date(2025, 5, 1), what="What the school has seen"),
        services.Agreed(on=date(2025, 5, 20)),
    ]
    assessment = start(dana, amara, review_points=points, pace="Within four weeks: she is very young.")

    assert [str(point) for point in assessment.review_points.all()] == [
        "1 May 2025: What the school has seen", "20 May 2025",
    ]  # fmt: skip
    assert Entry.objects.filter(kind="assessment-started").count() == 1
    assert states(referred.chronology.in_order()).assessment_since == TODAY


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (
            {"started_on": date(2025, 4, 18)},
            (
                "The start of this assessment is in the future. You entered 18 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
        ),
        (
            {"started_on": date(2025, 3, 31)},
            (
                "The start of this assessment is before the case opened. You entered 31 March 2025, and this case opened "
                "on 1 April 2025. Check the day. What happened in an earlier case is on the timeline already."
            ),
        ),
    ],
)
def test_an_assessment_begins_on_a_day_that_can_be(
    given: dict[str, Any], sentence: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        start(dana, amara, **given)
    assert str(refused.value) == sentence
    assert refused.value.field == "started_on"


def test_there_is_one_assessment_at_a_time(assessment: Assessment, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(Refusal) as refused:
        start(dana, amara)
    assert str(refused.value) == (
        "An assessment of Amara Okoye is under way already. It began on 3 April 2025, and there is one assessment "
        "at a time. Write in that one. When it has been approved, a new one can begin."
    )


def test_the_database_holds_one_open_assessment_for_each_case(
    assessment: Assessment, dana: Practitioner
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Assessment.objects.create(
            area=assessment.area, case=assessment.case, started_on=TODAY, basis="section-17", lead=dana, why="Again",
            recorded_by=dana,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("basis", "lead", "day", "expected"),
    [
        ("section-17", "olu", TODAY, None),
        ("section-47", "olu", TODAY, "social worker"),
        ("section-47", "dana", TODAY, None),
    ],
)
def test_a_lead_who_is_not_what_the_edition_expects_is_a_shortfall_not_a_bar(
    basis: str, lead: str, day: date, expected: str | None, case: Case, dana: Practitioner, olu: Practitioner,
    amara: Person,
) -> None:  # fmt: skip
    start(dana, amara, basis=basis, lead={"olu": olu, "dana": dana}[lead], started_on=day)

    found = Shortfall.objects.values_list("rule_id", "words")
    assert bool(found) is (expected is not None)
    if expected:
        assert found[0][0] == "authority.section-47-lead"
        assert expected in found[0][1]


def test_it_is_sent_once_returned_and_sent_again(
    assessment: Assessment, dana: Practitioner, sam: Practitioner, amara: Person
) -> None:
    send(dana, amara)
    with pytest.raises(Refusal) as refused:
        send(dana, amara)
    assert str(refused.value) == (
        "This assessment has been sent for approval already. It was sent on 17 April 2025, and nobody has answered yet. "
        "Ask the practice supervisor or manager; they approve it or return it."
    )
    services.return_for_more_work(by=sam, child=amara, returned_on=TODAY, why="See Amara's father.", now=NOW)
    assert states(assessment.case.chronology.in_order()).assessment_for_approval_since is None
    send(dana, amara)
    assert states(assessment.case.chronology.in_order()).assessment_for_approval_since == TODAY
    assert assessment.submissions.count() == 2


def test_what_was_not_sent_cannot_be_returned(
    assessment: Assessment, sam: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        services.return_for_more_work(by=sam, child=amara, returned_on=TODAY, why="More.", now=NOW)
    assert str(refused.value) == (
        "This assessment is not waiting for approval. It has not been sent, or somebody has returned it already. "
        "Talk to the lead practitioner; they send it when it is complete."
    )


def test_an_outcome_of_no_edition_is_refused(
    assessment: Assessment, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        send(dana, amara, outcome="conference")
    assert str(refused.value) == (
        "“conference” is not one of the outcomes here. On 3 April 2025 they were: No further action; Early help, with "
        "the family's agreement; A plan for a child in need; A strategy discussion; Legal action; A specialist "
        "assessment, as part of this one. Choose one of these."
    )


def test_a_decision_before_the_assessment_began_is_refused(
    assessment: Assessment, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        send(dana, amara, sent_on=date(2025, 4, 2))
    assert str(refused.value) == (
        "This is before the assessment began. You entered 2 April 2025, and it began on 3 April 2025. "
        "Check the day. If the start is wrong, correct it on the timeline."
    )


def test_reasons_are_not_left_out(
    assessment: Assessment, approve: Approve, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(ValidationError):
        send(dana, amara, reasons="")
    with pytest.raises(ValidationError):
        approve(reasons="")


def test_approval_concludes_it_and_stops_both_clocks(assessment: Assessment, approve: Approve) -> None:
    approval = approve()
    assessment.refresh_from_db()

    assert approval.outcome_label == "A plan for a child in need"
    assert [str(factor) for factor in approval.factors.all()] == [
        "Neglect",
        "Mental health: a parent or carer",
    ]
    assert not assessment.is_open
    assert {
        due.met_on for due in (guidance_deadline(assessment), statistics_deadline(assessment)) if due
    } == {TODAY}
    assert Entry.objects.filter(kind="assessment-approved").count() == 1


def words_of(rule_id: str) -> str:
    return ". ".join(Shortfall.objects.filter(rule_id=rule_id).values_list("words", flat=True))


def test_headings_not_filled_are_recorded_and_never_a_bar(
    assessment: Assessment, approve: Approve, sam: Practitioner, dana: Practitioner, amara: Person,
    write: Callable[..., object],
) -> None:  # fmt: skip
    write("analysis", "What this means for Amara.")
    record_child_seen(
        by=dana, children=[ChildSeen(child=amara, alone="yes")], now=NOW,
        visit=VisitMade(seen_on=TODAY, where="home", purpose="assessment"),
    )  # fmt: skip
    shown = expected_of(assessment, approver=sam, on=TODAY)
    approve()

    assert [each.rule_id for each in shown] == ["assessment.content"]
    assert words_of("assessment.content").endswith(
        "The child's wishes and feelings; The views of parents and carers; The views of practitioners involved; "
        "History, previous referrals and assessments; Strengths and protective factors not recorded."
    )


def test_a_lead_who_approves_their_own_assessment_is_shown(
    assessment: Assessment, approve: Approve, sam: Practitioner, amara: Person
) -> None:
    Assessment.objects.update(lead=sam)
    approve()

    assert "someone other than the lead practitioner" in words_of("authority.assessment-approval")


def test_an_approver_who_is_not_social_work_qualified_is_shown(
    assessment: Assessment, approve: Approve, sam: Practitioner
) -> None:
    sam.registrations.all().delete()
    approve()

    assert "social-work-qualified practice supervisor or manager" in words_of("authority.assessment-approval")


def test_an_over_run_nobody_explained_is_shown_and_one_explained_is_not(
    assessment: Assessment, approve: Approve, sam: Practitioner, dana: Practitioner, amara: Person
) -> None:
    assert "assessment.over-run" in [
        e.rule_id for e in expected_of(assessment, approver=sam, on=date(2025, 7, 1))
    ]
    services.explain_over_run(
        by=dana, child=amara, explained_on=JULY.date(), why="The hospital's report came late.", now=JULY,
        discussed_with=("child", "family", "practitioners"),
    )  # fmt: skip
    approve(approved_on=JULY.date(), now=JULY)

    assert words_of("assessment.over-run") == ""


def test_whoever_was_not_asked_about_an_over_run_is_named(
    assessment: Assessment, dana: Practitioner, amara: Person
) -> None:
    services.explain_over_run(
        by=dana,
        child=amara,
        explained_on=TODAY,
        why="The report is late.",
        now=NOW,
        discussed_with=("family",),
    )

    assert words_of("assessment.over-run").endswith(
        "Discussed with the child; Discussed with the practitioners involved not recorded."
    )


def test_an_over_run_needs_an_assessment(case: Case, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(Refusal) as refused:
        services.explain_over_run(by=dana, child=amara, explained_on=TODAY, why="Late.", now=NOW)
    assert str(refused.value) == (
        "There is no assessment of Amara Okoye to explain. None has begun in this case. Start the assessment first."
    )


def test_those_not_told_in_writing_are_named(
    assessment: Assessment, approve: Approve, school_involved: Involvement
) -> None:
    approve(told=[])

    assert "the family; Mill Lane Primary School not recorded" in words_of("assessment.findings-shared")


def test_telling_everyone_leaves_no_shortfall(
    assessment: Assessment, approve: Approve, school_involved: Involvement
) -> None:
    told = [ToldInWriting(how="letter"), ToldInWriting(how="email", agency=school_involved.agency)]
    approval = approve(told=told)

    assert [str(notice) for notice in approval.notices.order_by("id")] == [
        "The family: letter, 17 April 2025", "Mill Lane Primary School: secure e-mail, 17 April 2025",
    ]  # fmt: skip
    assert words_of("assessment.findings-shared") == ""


def test_nobody_signs_what_they_have_not_read(
    assessment: Assessment, approve: Approve, write: Callable[..., object]
) -> None:
    write("analysis", "Something new.")
    with pytest.raises(Refusal) as refused:
        approve(saves=0)
    assert str(refused.value) == (
        "The assessment has changed since you opened it. Somebody saved in it while you were deciding, and you would "
        "sign what you have not read. Read what changed, marked on this page, and decide again. "
        "Your reasons are still here."
    )
    assert approve(saves=1).pk


@pytest.mark.parametrize("person", ["dana", "olu", "priya", "stranger", "relative", "helen"])
def test_only_those_who_supervise_or_manage_approve(
    person: str, assessment: Assessment, approve: Approve, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        approve(by=request.getfixturevalue(person))


@pytest.mark.parametrize(
    ("table", "change", "constraint"),
    [
        ("assessments_assessmentapproval", "reasons = ''", "assessment_approval_decides_with_reasons"),
        ("assessments_assessmentapproval", "outcome = ''", "assessment_approval_decides_with_reasons"),
        ("assessments_assessment", "why = ''", "assessment_says_why"),
        ("assessments_assessmentfactor", "code = '8A'", "assessment_factor_is_a_census_code"),
        ("assessments_assessmentsubmission", "reasons = ''", "assessment_submission_proposes_with_reasons"),
        ("assessments_assessmentreturn", "why = ''", "assessment_return_says_why"),
        ("assessments_assessmentoverrun", "why = ''", "assessment_over_run_says_why"),
    ],
)
def test_the_database_itself_holds_what_must_be_so(
    table: str, change: str, constraint: str, assessment: Assessment, approve: Approve, dana: Practitioner,
    sam: Practitioner, amara: Person,
) -> None:  # fmt: skip
    send(dana, amara)
    services.return_for_more_work(by=sam, child=amara, returned_on=TODAY, why="More.", now=NOW)
    services.explain_over_run(by=dana, child=amara, explained_on=TODAY, why="Late.", now=NOW)
    approve()

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        connection.cursor().execute(f"UPDATE {table} SET {change}")


def test_open_work_is_said_in_a_sentence(assessment: Assessment, approve: Approve) -> None:
    assert open_work(assessment.case) == ["The assessment that began on 3 April 2025 has not been concluded."]
    approve()
    assert open_work(assessment.case) == []
