"""Beginning, sending, returning, approving and explaining an assessment. One function for each act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.assessments.expected import OVER_RUN
from alongside.assessments.models import (
    Assessment,
    AssessmentOverRun,
    AssessmentReturn,
    AssessmentSubmission,
    ReviewPoint,
)
from alongside.assessments.outcomes import outcome_label
from alongside.assessments.writing import open_assessment
from alongside.cases.basis import begin_in_need
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

#: Who should lead, by the statutory basis of the assessment.
LEAD_RULES = {
    Assessment.Basis.SECTION_17: "authority.assessment-lead",
    Assessment.Basis.SECTION_47: "authority.section-47-lead",
}
CHILD, FAMILY, PRACTITIONERS = "child", "family", "practitioners"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """A review point: the day, and what will be looked at."""

    on: date
    what: str = ""


@transaction.atomic
def start_assessment(
    *,
    by: Practitioner,
    child: Person,
    started_on: date,
    basis: str,
    lead: Practitioner,
    why: str,
    now: datetime,
    pace: str = "",
    review_points: Sequence[Agreed] = (),
) -> Assessment:
    """Begin an assessment; the statistics clock starts on this day, the guidance clock ran from the referral.

    Raises Refusal for a day that cannot be, or while another assessment is open. A lead who is not
    what the edition expects is recorded as a shortfall. Working Together 2023, paragraphs 152 to 158.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    refuse_impossible_day(
        started_on, what="The start of this assessment", field="started_on", case=case, now=now
    )
    _refuse_second(case)
    begin_in_need(case, on=started_on, now=now)
    assessment = Assessment(
        area_id=case.area_id, case=case, started_on=started_on, basis=basis, lead=lead, why=why, pace=pace,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(assessment, exclude=("entry", "approval"))
    assessment.entry = kinds.ASSESSMENT_STARTED.record(
        case, on=started_on, by=by, now=now, practitioner=lead.name, why=why, basis=basis
    )
    keep(assessment)
    for point in review_points:
        ReviewPoint.objects.create(assessment=assessment, on=point.on, what=point.what)
    rule_id = LEAD_RULES[Assessment.Basis(basis)]
    record_shortfall(
        assessment.entry, rule_id, expected_but_absent(rule_id, lead.standing_on(started_on), started_on)
    )
    refresh(case)
    return assessment


def _refuse_second(case: Case) -> None:
    running = Assessment.objects.filter(case=case, approval=None).first()
    if running:
        raise Refusal(
            f"An assessment of {case.child} is under way already.",
            f"It began on {running.started_on:%-d %B %Y}, and there is one assessment at a time.",
            "Write in that one. When it has been approved, a new one can begin.",
        )  # fmt: skip


@transaction.atomic
def send_for_approval(
    *, by: Practitioner, child: Person, sent_on: date, outcome: str, reasons: str, now: datetime
) -> AssessmentSubmission:
    """Say that the assessment is complete, and propose its outcome. It can still be written in.

    Raises Refusal when it is with the approver already, or the edition has no such outcome.
    Working Together 2023, page 74.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    assessment = open_assessment(case)
    refuse_day_before_start(sent_on, "sent_on", assessment, now)
    if waiting := submission_waiting(assessment):
        raise Refusal(
            "This assessment has been sent for approval already.",
            f"It was sent on {waiting.sent_on:%-d %B %Y}, and nobody has answered yet.",
            "Ask the practice supervisor or manager; they approve it or return it.",
        )  # fmt: skip
    outcome_label(outcome, assessment.started_on)
    submission = AssessmentSubmission(
        area_id=case.area_id, case=case, assessment=assessment, sent_on=sent_on, outcome=outcome,
        reasons=reasons, saves=assessment.saves, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(submission, exclude=("entry", "returned"))
    submission.entry = kinds.ASSESSMENT_SENT_FOR_APPROVAL.record(
        case, on=sent_on, by=by, now=now, practitioner=by.name
    )
    keep(submission)
    refresh(case)
    return submission


@transaction.atomic
def return_for_more_work(
    *, by: Practitioner, child: Person, returned_on: date, why: str, now: datetime
) -> AssessmentReturn:
    """Ask for more work before the assessment is approved. The clocks run on.

    Raises Refusal when it has not been sent. Working Together 2023, pages 73 and 74.
    """
    case = open_case(policies.APPROVE_ASSESSMENT.lock(child, by))
    assessment = open_assessment(case)
    refuse_day_before_start(returned_on, "returned_on", assessment, now)
    submission = submission_waiting(assessment)
    if submission is None:
        raise Refusal(
            "This assessment is not waiting for approval.",
            "It has not been sent, or somebody has returned it already.",
            "Talk to the lead practitioner; they send it when it is complete.",
        )  # fmt: skip
    returned = AssessmentReturn(
        area_id=case.area_id, case=case, returned_on=returned_on, why=why, recorded_at=now, recorded_by=by
    )
    check(returned, exclude=("entry",))
    returned.entry = kinds.ASSESSMENT_RETURNED.record(
        case, on=returned_on, by=by, now=now, practitioner=by.name, why=why
    )
    keep(returned)
    submission.returned = returned
    keep(submission, update_fields=("returned",))
    refresh(case)
    return returned


@transaction.atomic
def explain_over_run(
    *,
    by: Practitioner,
    child: Person,
    explained_on: date,
    why: str,
    now: datetime,
    discussed_with: Sequence[str] = (),
) -> AssessmentOverRun:
    """Record why the assessment takes longer than the limit. Before the limit or after; the clock is not reset.

    ``discussed_with``: any of "child", "family", "practitioners". The lead practitioner records it;
    the text asks for no manager's agreement. Working Together 2023, paragraph 155.
    """
    case = open_case(policies.WRITE_ASSESSMENT.lock(child, by))
    assessment = (
        Assessment.objects.select_for_update().filter(case=case).order_by("-started_on", "-id").first()
    )
    if assessment is None:
        raise Refusal(
            f"There is no assessment of {case.child} to explain.", "None has begun in this case.",
            "Start the assessment first.",
        )  # fmt: skip
    refuse_day_before_start(explained_on, "explained_on", assessment, now)
    over_run = AssessmentOverRun(
        area_id=case.area_id, case=case, assessment=assessment, explained_on=explained_on, why=why,
        discussed_with_child=CHILD in discussed_with, discussed_with_family=FAMILY in discussed_with,
        discussed_with_practitioners=PRACTITIONERS in discussed_with, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(over_run, exclude=("entry",))
    over_run.entry = kinds.OVER_RUN_EXPLAINED.record(
        case, on=explained_on, by=by, now=now, practitioner=by.name, why=why
    )
    keep(over_run)
    filled = ("reasons", *(f"discussed-with-{whom}" for whom in discussed_with))
    record_shortfall(over_run.entry, OVER_RUN, expected_but_absent(OVER_RUN, filled, assessment.started_on))
    refresh(case)
    return over_run


def submission_waiting(assessment: Assessment) -> AssessmentSubmission | None:
    """The submission that waits for an answer, if one does."""
    return assessment.submissions.filter(returned=None).first() if assessment.is_open else None


def refuse_day_before_start(day: date, field: str, assessment: Assessment, now: datetime) -> None:
    """Raise Refusal when the day is in the future, or before the assessment began."""
    refuse_impossible_day(day, what="This", field=field, case=assessment.case, now=now)
    if day < assessment.started_on:
        raise Refusal(
            "This is before the assessment began.",
            f"You entered {day:%-d %B %Y}, and it began on {assessment.started_on:%-d %B %Y}.",
            "Check the day. If the start is wrong, correct it on the timeline.", field=field,
        )  # fmt: skip
