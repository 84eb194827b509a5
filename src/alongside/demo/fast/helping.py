"""Child-in-need plans, written down as the acts leave them."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent
from alongside.demo.fast import steps
from alongside.demo.fast.family import Episode, Family, NotWrittenFast, facts
from alongside.demo.fast.writing import write
from alongside.family_help.expected import APPROVER, CONTENT, IN_WORDS, approver_missing
from alongside.family_help.models import (
    ChildInNeedPlan,
    ChildInNeedPlanAction,
    ChildInNeedPlanEnding,
    ChildInNeedPlanNeed,
    ChildInNeedPlanReview,
)
from alongside.family_help.pathways import label_of
from alongside.family_help.services import REVIEW_OUTCOME, NewNeed


@write.register
def _(step: steps.StartHelp, family: Family) -> None:
    for child in family.children:
        _start(step, child.episode)


def _start(step: steps.StartHelp, episode: Episode) -> None:
    plan = ChildInNeedPlan(started_on=step.started_on, **facts(step.plan), **episode.about(step.by, step.now))
    plan.entry = episode.tell(
        kinds.CHILD_IN_NEED_PLAN_STARTED, on=step.started_on, by=step.by, now=step.now, aims=plan.aims,
        family_agreed=plan.family_agreed,
    )  # fmt: skip
    episode.help = episode.rows.add(plan)
    for need in step.needs:
        _add_need(episode, plan, need, step)
    missing = expected_but_absent(CONTENT, _filled(plan, step.needs), step.started_on)
    episode.fell_short(plan.entry, CONTENT, missing)
    episode.fell_short(plan.entry, APPROVER, approver_missing(plan.approved_by, step.started_on))


def _add_need(episode: Episode, plan: ChildInNeedPlan, new: NewNeed, step: steps.StartHelp) -> None:
    need = ChildInNeedPlanNeed(plan=plan, recorded_at=step.now, **facts(new, "actions"))
    episode.rows.add(need)
    for action in new.actions:
        episode.rows.add(ChildInNeedPlanAction(need=need, recorded_at=step.now, **facts(action)))
        if action.agency:
            episode.involve(
                action.agency, why="Has an action in the child-in-need plan", on=step.started_on, now=step.now,
                through=action.practitioner,
            )  # fmt: skip


def _filled(plan: ChildInNeedPlan, needs: tuple[NewNeed, ...]) -> set[str]:
    actions = [action for need in needs for action in need.actions]
    said = {
        "services": any(action.agency for action in actions),
        "actions": bool(actions),
        "outcomes": any(need.outcome for need in needs),
    }
    return {key for key, field in IN_WORDS if getattr(plan, field)} | {
        key for key, is_there in said.items() if is_there
    }


def _open_plan(episode: Episode) -> ChildInNeedPlan:
    if episode.help is None or episode.help.ending_id is not None:
        raise NotWrittenFast("There is no child-in-need plan at this step.")
    return episode.help


@write.register
def _(step: steps.ReviewHelp, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        plan, label = (
            _open_plan(episode),
            label_of(REVIEW_OUTCOME, step.decision, step.reviewed_on, "decision"),
        )
        review = ChildInNeedPlanReview(
            plan=plan, reviewed_on=step.reviewed_on, decision=step.decision, decision_label=label, reasons=step.reasons,
            agreed_with=step.agreed_with, next_review_on=step.next_review_on, **episode.about(step.by, step.now),
        )  # fmt: skip
        review.entry = episode.tell(
            kinds.CHILD_IN_NEED_PLAN_REVIEWED, on=step.reviewed_on, by=step.by, now=step.now, decision=f"{label}.",
            decided=step.decision, reasons=step.reasons,
        )  # fmt: skip
        episode.rows.add(review)
        plan.next_review_on = step.next_review_on
        missing = approver_missing(step.agreed_with, step.reviewed_on)
        episode.fell_short(review.entry, APPROVER, missing)


@write.register
def _(step: steps.EndHelp, family: Family) -> None:
    outcome = ChildInNeedPlanEnding.Outcome(step.outcome)
    for child in family.children:
        entry = child.episode.tell(
            kinds.CHILD_IN_NEED_PLAN_ENDED, on=step.ended_on, by=step.by, now=step.now, decided=step.outcome,
            outcome=str(outcome.label), reasons=step.reasons,
        )  # fmt: skip
        end_help(child.episode, entry, step.ended_on, step.outcome, step.reasons, step.by, step.now)


def end_help(
    episode: Episode, entry: Entry, on: date, outcome: str, reasons: str, by: Practitioner, now: datetime
) -> None:
    """The open plan ends, with the entry that tells of it."""
    plan = _open_plan(episode)
    plan.ending = episode.rows.add(
        ChildInNeedPlanEnding(
            entry=entry, ended_on=on, outcome=outcome, reasons=reasons, **episode.about(by, now)
        )
    )


def end_help_if_any(episode: Episode, entry: Entry, on: date, by: Practitioner, now: datetime) -> None:
    """A child protection plan takes the place of an open child-in-need plan."""
    if episode.help and episode.help.ending_id is None:
        outcome = ChildInNeedPlanEnding.Outcome.CHILD_PROTECTION_PLAN
        end_help(episode, entry, on, outcome, "A child protection plan took its place.", by, now)
