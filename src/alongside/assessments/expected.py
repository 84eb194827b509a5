"""What the guidance expects of an assessment and is not there yet: shown before approval, recorded with it."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment
from alongside.assessments.parts import CHILD_SEEN, CONTENT, DECISION
from alongside.cases.models import lead_practitioner
from alongside.chronology.shortfalls import expected_but_absent
from alongside.deadlines.models import Deadline
from alongside.deadlines.projection import catch_up
from alongside.guidance import catalogue
from alongside.visits.models import Visit

APPROVER, OVER_RUN, TOLD = (
    "authority.assessment-approval",
    "assessment.over-run",
    "assessment.findings-shared",
)
REFERRER_TOLD = "assessment.referrer-told"
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


class OnRecord(Protocol):
    """What is on record around an assessment, so far as what is expected turns on it.

    headings: those under which something is written. due_on: the last day of the guidance's limit.
    explained: whether somebody recorded why it takes longer. leads: who leads it or its case.
    """

    @property
    def headings(self) -> Set[str]: ...
    @property
    def child_seen(self) -> bool: ...
    @property
    def due_on(self) -> date | None: ...
    @property
    def explained(self) -> bool: ...
    @property
    def leads(self) -> Set[UUID]: ...


def expected_of(
    assessment: Assessment, *, approver: Practitioner | None, on: date, known: OnRecord | None = None
) -> list[Expected]:
    """What would be recorded as missing if this practitioner approved the assessment on this day.

    Without an approver: what is missing so far, whoever approves it. ``known``: what a page has read
    already; without it the database is asked. The domains of the framework are not among it: the 2023
    text gives them as an example and does not prescribe them. Working Together 2023, paragraphs 148,
    155, 161 to 173, pages 73 and 74.
    """
    known = known or Stored(assessment)
    # The act of approval itself records the decision.
    filled = known.headings | {DECISION} | ({CHILD_SEEN} if known.child_seen else set())
    found = (
        Expected(CONTENT, expected_but_absent(CONTENT, filled, assessment.started_on)),
        Expected(APPROVER, _approver_lacks(assessment, known, approver, on) if approver else []),
        Expected(OVER_RUN, _unexplained(assessment, known, on)),
    )
    return [each for each in found if each.missing]


@dataclass(frozen=True, slots=True)
class Stored:
    """What is on record, each asked of the database when it matters. One query each."""

    assessment: Assessment

    @property
    def headings(self) -> Set[str]:
        return {section.heading for section in self.assessment.sections.all() if section.words.strip()}

    @property
    def child_seen(self) -> bool:
        return Visit.objects.filter(case_id=self.assessment.case_id).seen().exists()

    @property
    def due_on(self) -> date | None:
        due = guidance_deadline(self.assessment)
        return due.due_on if due else None

    @property
    def explained(self) -> bool:
        return self.assessment.over_runs.exists()

    @property
    def leads(self) -> Set[UUID]:
        lead = lead_practitioner(self.assessment.case)
        return {self.assessment.lead_id} | ({lead.practitioner_id} if lead else set())


def _approver_lacks(assessment: Assessment, known: OnRecord, approver: Practitioner, on: date) -> list[str]:
    missing = expected_but_absent(APPROVER, approver.standing_on(on), assessment.started_on)
    return [*missing, SOMEONE_ELSE] if approver.pk in known.leads else missing


def _unexplained(assessment: Assessment, known: OnRecord, on: date) -> list[str]:
    """The reasons for taking longer than the guidance's limit, when the day is past it and none are recorded."""
    due_on = known.due_on
    if due_on is None or on <= due_on or known.explained:
        return []
    return expected_but_absent(OVER_RUN, (), assessment.started_on)


def guidance_deadline(assessment: Assessment) -> Deadline | None:
    """The limit that runs from the referral this assessment follows; None where no referral is on record."""
    catch_up(assessment.case_id)
    due = Deadline.objects.filter(case_id=assessment.case_id, rule_id=COMPLETION)
    return due.filter(starts_on__lte=assessment.started_on).order_by("-starts_on", "-id").first()


def statistics_deadline(assessment: Assessment) -> Deadline | None:
    """The limit that official statistics count, from the day the assessment actually began."""
    return Deadline.objects.filter(started_by=assessment.entry_id, rule_id=STATISTICS).first()
