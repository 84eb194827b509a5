"""Visits and assessments, written down as the acts leave them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from alongside.agencies.models import Practitioner
from alongside.assessments.expected import APPROVER, COMPLETION, OVER_RUN, REFERRER_TOLD, SOMEONE_ELSE, TOLD
from alongside.assessments.models import (
    Assessment,
    AssessmentApproval,
    AssessmentFactor,
    AssessmentNotice,
    AssessmentOverRun,
)
from alongside.assessments.outcomes import outcome_label
from alongside.assessments.parts import CHILD_SEEN, CONTENT, DECISION
from alongside.assessments.services import CHILD, FAMILY, LEAD_RULES, PRACTITIONERS
from alongside.assessments.telling import waits
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent
from alongside.deadlines.clocks import timescale
from alongside.demo.fast import steps
from alongside.demo.fast.family import Episode, Family, NotWrittenFast, facts
from alongside.demo.fast.writing import write
from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.dated import NotCovered
from alongside.visits.models import Visit
from alongside.visits.services import ChildSeen, VisitMade


@write.register
def _(step: steps.SeeChildren, family: Family) -> None:
    for child, told in zip(family.children, step.seen, strict=True):
        if told:
            _see(step, child.episode, told(child=child.person))


def _see(step: steps.SeeChildren, episode: Episode, each: ChildSeen) -> None:
    made: VisitMade = step.visit
    visit = Visit(
        practitioner=step.by, seen=True, alone=each.alone, alone_why=each.alone_why, said=each.said,
        communication=list(each.communication), observed=each.observed, **facts(made),
        **episode.about(step.by, step.now),
    )  # fmt: skip
    visit.entry = episode.tell(
        kinds.CHILD_SEEN, on=made.seen_on, at=made.seen_at, by=step.by, now=step.now, practitioner=step.by.name,
        alone=visit.alone, alone_words=visit.alone_words, where=visit.where, where_words=visit.where_words,
        said=visit.said, said_words=f"{each.child.called} said: “{visit.said}”" if visit.said else "",
        observed=visit.observed, purpose=visit.purpose,
    )  # fmt: skip
    episode.rows.add(visit)
    episode.seen = True


@write.register
def _(step: steps.StartAssessment, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        assessment = Assessment(
            started_on=step.started_on, basis=step.basis, lead=step.lead, why=step.why,
            **episode.about(step.by, step.now),
        )  # fmt: skip
        assessment.entry = episode.tell(
            kinds.ASSESSMENT_STARTED, on=step.started_on, by=step.by, now=step.now, practitioner=step.lead.name,
            why=step.why, basis=step.basis,
        )  # fmt: skip
        episode.assessment, episode.over_runs = episode.rows.add(assessment), 0
        rule_id = LEAD_RULES[Assessment.Basis(step.basis)]
        present = step.lead.standing_on(step.started_on)
        episode.expected(assessment.entry, rule_id, present, step.started_on)


def _open_assessment(episode: Episode) -> Assessment:
    if episode.assessment is None:
        raise NotWrittenFast("There is no assessment at this step.")
    return episode.assessment


@write.register
def _(step: steps.ExplainOverRun, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        assessment = _open_assessment(episode)
        over_run = AssessmentOverRun(
            assessment=assessment, explained_on=step.explained_on, why=step.why,
            discussed_with_child=CHILD in step.discussed_with, discussed_with_family=FAMILY in step.discussed_with,
            discussed_with_practitioners=PRACTITIONERS in step.discussed_with, **episode.about(step.by, step.now),
        )  # fmt: skip
        over_run.entry = episode.tell(
            kinds.OVER_RUN_EXPLAINED, on=step.explained_on, by=step.by, now=step.now, practitioner=step.by.name,
            why=step.why,
        )  # fmt: skip
        episode.rows.add(over_run)
        episode.over_runs += 1
        filled = ("reasons", *(f"discussed-with-{whom}" for whom in step.discussed_with))
        episode.expected(over_run.entry, OVER_RUN, filled, assessment.started_on)


@write.register
def _(step: steps.ApproveAssessment, family: Family) -> None:
    for child in family.children:
        _approve(step, child.episode, family.calendar)


def _approve(step: steps.ApproveAssessment, episode: Episode, calendar: Calendar) -> None:
    assessment = _open_assessment(episode)
    label = outcome_label(step.outcome, assessment.started_on)
    approval = AssessmentApproval(
        approved_on=step.approved_on, approved_by=step.by, outcome=step.outcome, outcome_label=label,
        reasons=step.reasons, **episode.about(step.by, step.now),
    )  # fmt: skip
    approval.entry = episode.tell(
        kinds.ASSESSMENT_APPROVED, on=step.approved_on, by=step.by, now=step.now, decided=step.outcome, outcome=label,
        practitioner=step.by.name, reasons=step.reasons, factors=list(step.factors),
        **kinds.completing_each({
            TOLD: not _not_told(step, episode), REFERRER_TOLD: not waits(episode.referral, _informed(step)),
        }),
    )  # fmt: skip
    episode.rows.add(approval)
    for code in step.factors:
        episode.rows.add(AssessmentFactor(approval=approval, code=code))
    for each in step.told:
        notice = AssessmentNotice(
            area_id=approval.area_id, approval=approval, told_on=step.approved_on, **facts(each)
        )
        episode.rows.add(notice)
    assessment.approval = approval
    filled = {DECISION} | ({CHILD_SEEN} if episode.seen else set())
    episode.expected(approval.entry, CONTENT, filled, assessment.started_on)
    lacks = _approver_lacks(episode, assessment, step.by, step.approved_on)
    episode.fell_short(approval.entry, APPROVER, lacks)
    episode.fell_short(
        approval.entry, OVER_RUN, _unexplained(episode, assessment, step.approved_on, calendar)
    )
    episode.fell_short(approval.entry, TOLD, _not_told(step, episode))


def _approver_lacks(episode: Episode, assessment: Assessment, approver: Practitioner, on: date) -> list[str]:
    missing = expected_but_absent(APPROVER, approver.standing_on(on), assessment.started_on)
    leads = {assessment.lead_id, episode.lead.practitioner_id if episode.lead else None}
    return [*missing, SOMEONE_ELSE] if approver.pk in leads else missing


def _unexplained(episode: Episode, assessment: Assessment, on: date, calendar: Calendar) -> list[str]:
    assert episode.referral is not None
    received = episode.referral.entry
    assert received is not None
    try:
        due = timescale(COMPLETION).due(received.happened_at or received.happened_on, calendar)
    except NotCovered:
        return []
    if due.on is None or on <= due.on or episode.over_runs:
        return []
    return expected_but_absent(OVER_RUN, (), assessment.started_on)


def _informed(step: steps.ApproveAssessment) -> set[UUID | None]:
    return {each.agency.pk if each.agency else None for each in step.told}


def _not_told(step: steps.ApproveAssessment, episode: Episode) -> list[str]:
    informed = _informed(step)
    working = [one for one in episode.involvements if one.to_on is None]
    agencies = sorted(one.agency.name for one in working if one.agency_id not in informed)
    return (["the family"] if None not in informed else []) + agencies
