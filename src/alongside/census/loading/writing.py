"""One writer for each kind of step: the record, and its one entry in the chronology.

These write what the acts of each process would, without asking who may: a return tells what others
did. Each takes the case it belongs to; those that go on with an earlier step find its record.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from alongside.cases.basis import end_in_need
from alongside.cases.models import Case, InNeed
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.conferences.models import Conference, ConferenceDecision
from alongside.conferences.models import Kind as ConferenceKind
from alongside.plans.models import Category, ChildProtectionPlan, Ending
from alongside.referrals.models import Decision, Referral

from . import words
from .assessing import assessment, assessment_ended, need_plan, need_plan_ended
from .context import ChildLoading
from .enquiring import enquiry, enquiry_ended
from .steps import FEEDBACK, Step

Writer = Callable[[ChildLoading, Step], None]


def referral(child: ChildLoading, step: Step) -> None:
    """A case, and the referral that opened it."""
    closed = step.uses["closed_on"]
    reason = words.CLOSURES.get(step.uses["closure_reason"] or "", "")
    if closed and step.says["no_further_action"]:
        reason = reason or "no-further-action"
    case = Case.objects.create(
        area=child.loading.area, child=child.child, opened_on=step.on, closed_on=closed,
        closure_reason=reason if closed else "", primary_need=step.says["need"] or "", **child.loading.stamp(),
    )  # fmt: skip
    child.cases[step.episode] = case
    InNeed.objects.create(
        area=case.area, case=case, from_on=step.on, to_on=max(closed, step.on) if closed else None,
        recorded_at=case.recorded_at,
    )  # fmt: skip
    source = step.says["source"]
    made = Referral(
        received_on=step.on, referrer_kind=words.referrer_kind(source), referrer_name=words.referrer_name(source),
        referrer_relation=words.source_label(source), source_code=source, **child.about(case),
    )  # fmt: skip
    made.entry = child.entry(
        kinds.REFERRAL_RECEIVED, case, step.on, referrer=made.referrer_words, concern="", referral=str(made.pk),
        not_measured=step.uses["not_measured"],
    )  # fmt: skip
    made.save()
    child.made[f"{step.episode} referral"] = made


def decision(child: ChildLoading, step: Step) -> None:
    """What followed the referral, as far as the return tells."""
    case, referral = child.cases[step.episode], child.made[f"{step.episode} referral"]
    decided = "no-further-action" if step.uses["nothing_more"] else "further-action"
    outcome = "no further action" if step.uses["nothing_more"] else "further action"
    made = Decision(
        referral=referral, decided_on=step.on, outcome=decided, reasons=words.BY_THEN,
        decided_by=child.loading.by, **child.about(case),
    )  # fmt: skip
    made.entry = child.entry(
        kinds.REFERRAL_DECIDED, case, step.on, decided=decided, outcome=outcome, decider=words.THE_AUTHORITY,
        reasons=words.BY_THEN, ends_episode=step.uses["nothing_more"], referral=str(made.referral_id),
        not_measured=[FEEDBACK],
    )  # fmt: skip
    made.save()
    referral.decided = True
    referral.save(update_fields=("decided",))


def conference(child: ChildLoading, step: Step) -> None:
    """An initial conference, and the plan it made if it made one."""
    case, plan = child.cases[step.episode], step.says["plan"]
    category = words.CATEGORIES[step.says["category"]] if plan else ""
    outcome = "a child protection plan" if plan else "no child protection plan"
    reasons = words.NO_REASONS if step.uses["given"] else _IMPLIED
    entry = child.entry(
        kinds.INITIAL_CONFERENCE_HELD, case, step.on, decided="plan" if plan else "no-plan", outcome=outcome,
        category=category, category_words=_category_words(category), reasons=reasons,
        not_measured=step.uses["not_measured"],
    )  # fmt: skip
    made = None
    if plan:
        made = ChildProtectionPlan.objects.create(
            child=child.child, started_on=step.on, initial_category=category, category=category, entry=entry,
            **child.about(case),
        )  # fmt: skip
    if made:
        child.made[_plan_name(step, step.on)] = made
    _decided(
        child,
        case,
        step.on,
        ConferenceKind.INITIAL,
        "plan" if plan else "no-plan",
        category,
        made,
        reasons,
        entry,
    )


_IMPLIED = "The census return gives the day the plan began, which is that of the conference that made it."


def _category_words(category: str) -> str:
    return f" The category is {Category(category).label.lower()}." if category else ""


def _decided(
    child: ChildLoading, case: Case, on: date, kind: str, decided: str, category: str,
    plan: ChildProtectionPlan | None, reasons: str, entry: Entry,
) -> None:  # fmt: skip
    held = Conference.objects.create(area_id=case.area_id, held_on=on, **child.loading.stamp())
    ConferenceDecision.objects.create(
        conference=held, plan=plan, kind=kind, held_on=on, decided=decided, category=category, reasons=reasons,
        entry=entry, **child.about(case),
    )  # fmt: skip


def _plan(child: ChildLoading, step: Step) -> ChildProtectionPlan:
    began = step.uses["began"]
    name = _plan_name(step, began)
    if name not in child.made:
        child.made[name] = ChildProtectionPlan.objects.get(case=child.cases[step.episode], started_on=began)
    plan: ChildProtectionPlan = child.made[name]
    return plan


def _plan_name(step: Step, began: date) -> str:
    return f"{step.episode} plan of {began.isoformat()}"


def review(child: ChildLoading, step: Step) -> None:
    """A review conference: the plan went on, or ended that day."""
    case, plan, ends = child.cases[step.episode], _plan(child, step), step.says["ends"]
    category = "" if ends else plan.category
    outcome = "the plan ends" if ends else "the plan continues"
    entry = child.entry(
        kinds.REVIEW_CONFERENCE_HELD, case, step.on, decided="end" if ends else "continue", outcome=outcome,
        category=category, category_words=_category_words(category), reasons=words.NO_REASONS,
    )  # fmt: skip
    decided = "end" if ends else "continue"
    _decided(child, case, step.on, ConferenceKind.REVIEW, decided, category, plan, words.NO_REASONS, entry)
    if ends:
        _end(plan, step.on, entry)


def category(child: ChildLoading, step: Step) -> None:
    """The plan's category as it is now. The return does not say when it changed."""
    plan = _plan(child, step)
    latest = words.CATEGORIES[step.says["category"]]
    if latest != plan.category:
        was, now = Category(plan.category).label.lower(), Category(latest).label.lower()
        plan.category = latest
        plan.save(update_fields=("category",))
        what = f"The category of the plan changed from {was} to {now}. {words.BY_THEN}"
        child.entry(kinds.PLAN_CHANGED, child.cases[step.episode], step.on, what=what)


def plan_ended(child: ChildLoading, step: Step) -> None:
    """A plan that ended on a day without a review."""
    case, plan = child.cases[step.episode], _plan(child, step)
    ground = _ground(child, step.on)
    entry = child.entry(
        kinds.CHILD_PROTECTION_PLAN_ENDED, case, step.on, decided=ground, outcome=Ending(ground).label.lower(),
        reasons=words.NO_REASONS,
    )  # fmt: skip
    _end(plan, step.on, entry, ground)


def _ground(child: ChildLoading, on: date) -> str:
    return Ending.DIED if child.child.died_on == on else Ending.NOT_RECORDED


def _end(plan: ChildProtectionPlan, on: date, entry: Entry, ground: str = Ending.NOT_RECORDED) -> None:
    plan.ended_on, plan.ended_because, plan.ending_reasons = on, ground, words.NO_REASONS
    plan.ending_entry = entry
    plan.save(update_fields=("ended_on", "ended_because", "ending_reasons", "ending_entry"))


def closed(child: ChildLoading, step: Step) -> None:
    """The end of the episode."""
    case = child.cases[step.episode]
    reason = words.CLOSURES[step.says["reason"]]
    if case.closed_on is None:
        case.closed_on, case.closure_reason = step.on, reason
        case.save(update_fields=("closed_on", "closure_reason"))
        end_in_need(case, on=step.on)
    outcome = words.closure_label(step.says["reason"])
    child.entry(kinds.CASE_CLOSED, case, step.on, decided=reason, outcome=outcome, reasons=words.NO_REASONS)


WRITERS: Mapping[str, Writer] = {
    "referral": referral,
    "decision": decision,
    "assessment": assessment,
    "assessment-ended": assessment_ended,
    "need-plan": need_plan,
    "need-plan-ended": need_plan_ended,
    "enquiry": enquiry,
    "enquiry-ended": enquiry_ended,
    "conference": conference,
    "review": review,
    "category": category,
    "plan-ended": plan_ended,
    "closed": closed,
}
