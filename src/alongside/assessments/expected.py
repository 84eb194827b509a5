"""What the guidance expects of an assessment and is not there yet: shown before approval, recorded with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment
from alongside.assessments.parts import CHILD_SEEN, CONTENT, DECISION
from alongside.cases.models import lead_practitioner
from alongside.chronology.shortfalls import expected_but_absent
from alongside.deadlines.models import Deadline
from alongside.guidance import catalogue
from alongside.visits.models import Visit

APPROVER, OVER_RUN, TOLD = (
    "authority.assessment-approval",
    "assessment.over-run",
    "assessment.findings-shared",
)
COMPLETION, STATISTICS = "assessment.completion", "assessment.completion-statistics"
SOMEONE_ELSE = "someone other than the lead practitioner"


@dataclass(frozen=True, slots=True)
class Expected:
    """What one rule expects and is missing, as words."""

    rule_id: str
    missing: list[str]

    @property
    def title(self) -> str:
        return catalogue.rule(self.rule_id).title


def expected_of(assessment: Assessment, *, approver: Practitioner | None, on: date) -> list[Expected]:
    """What would be recorded as missing if this practitioner approved the assessment on this day.

    Without an approver: what is missing so far, whoever approves it. The domains of the framework are not among it: the 2023 text gives them as an example and does
    not prescribe them. Working Together 2023, paragraphs 148, 155, 161 to 173, pages 73 and 74.
    """
    found = (
        Expected(CONTENT, expected_but_absent(CONTENT, _filled(assessment), assessment.started_on)),
        Expected(APPROVER, _approver_lacks(assessment, approver, on) if approver else []),
        Expected(OVER_RUN, _unexplained(assessment, on)),
    )
    return [each for each in found if each.missing]


def _filled(assessment: Assessment) -> set[str]:
    written = {section.heading for section in assessment.sections.all() if section.words.strip()}
    seen = Visit.objects.filter(case_id=assessment.case_id).seen().exists()
    # The act of approval itself records the decision.
    return written | {DECISION} | ({CHILD_SEEN} if seen else set())


def _approver_lacks(assessment: Assessment, approver: Practitioner, on: date) -> list[str]:
    missing = expected_but_absent(APPROVER, approver.standing_on(on), assessment.started_on)
    lead = lead_practitioner(assessment.case)
    leads = {assessment.lead_id, lead.practitioner_id if lead else None}
    return [*missing, SOMEONE_ELSE] if approver.pk in leads else missing


def _unexplained(assessment: Assessment, on: date) -> list[str]:
    """The reasons for taking longer than the guidance's limit, when the day is past it and none are recorded."""
    due = guidance_deadline(assessment)
    if due is None or due.due_on is None or on <= due.due_on or assessment.over_runs.exists():
        return []
    return expected_but_absent(OVER_RUN, (), assessment.started_on)


def guidance_deadline(assessment: Assessment) -> Deadline | None:
    """The limit that runs from the referral this assessment follows; None where no referral is on record."""
    due = Deadline.objects.filter(case_id=assessment.case_id, rule_id=COMPLETION)
    return due.filter(starts_on__lte=assessment.started_on).order_by("-starts_on", "-id").first()


def statistics_deadline(assessment: Assessment) -> Deadline | None:
    """The limit that official statistics count, from the day the assessment actually began."""
    return Deadline.objects.filter(started_by=assessment.entry_id, rule_id=STATISTICS).first()
