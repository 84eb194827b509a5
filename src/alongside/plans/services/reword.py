"""Changing what a need or an action of a plan says. What it said before stays on the timeline."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import PLAN_CHANGED
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.plans import lifespan
from alongside.plans.models import Action, ChildProtectionPlan, Need
from alongside.refusals import Refusal

#: What may be said anew, and what each is called in a sentence.
OF_A_NEED = {
    "need": "what the child needs", "must_change": "what must change", "how_much": "by how much",
    "by_when": "by when it must have changed", "aim": "which aim it serves",
}  # fmt: skip
OF_AN_ACTION = {
    "what": "what will be done", "owner": "who will do it", "agency": "their agency", "by_when": "by when",
    "how_we_will_know": "how everyone will know",
}  # fmt: skip


@transaction.atomic
def change_need(
    *,
    by: Practitioner,
    child: Person,
    need: Need,
    changes: Mapping[str, Any],
    changed_on: date,
    why: str,
    now: datetime,
) -> Entry:
    """Say anew what the child needs, or what must change, by how much, by when: ``OF_A_NEED``.

    The core group works the plan out and changes its detail (Working Together 2023, page 97). Raises Refusal
    where nothing is different, for a day that cannot be, or a need of a plan that is not open.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    plan = _open_plan(child, changed_on, now)
    return _reword(plan, _in(plan, need), need.need, OF_A_NEED, changes, changed_on, why, by, now)


@transaction.atomic
def change_action(
    *,
    by: Practitioner,
    child: Person,
    action: Action,
    changes: Mapping[str, Any],
    changed_on: date,
    why: str,
    now: datetime,
) -> Entry:
    """Say anew what is done, by whom, by when and how everyone will know: ``OF_AN_ACTION``.

    An agency that an action passes to is told. Raises Refusal where nothing is different, for a day that cannot
    be, for an action that was done or dropped, or one of a plan that is not open. Working Together 2023, page 97.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    plan = _open_plan(child, changed_on, now)
    found = Action.objects.filter(pk=action.pk, need__plan=plan).select_related("need", "agency").first()
    if found is None or found.done_on or found.dropped_on:
        raise Refusal(
            "This action is not waiting to be done.",
            f"“{action.what}” was done, is no longer needed, or belongs to another plan.",
            "Look at the plan again. If more is needed, add another action.",
        )  # fmt: skip
    was = found.agency_id
    entry = _reword(plan, found, found.what, OF_AN_ACTION, changes, changed_on, why, by, now)
    if found.agency_id != was:
        happened(
            Event.ACTION_ASSIGNED, area=plan.area_id, agency=found.agency, about=found, now=now,
            data={"action": str(found.pk), "child": child.reference},
        )  # fmt: skip
    return entry


def _open_plan(child: Person, on: date, now: datetime) -> ChildProtectionPlan:
    plan = lifespan.open_plan(child)
    lifespan.check_in_plan(on, plan.started_on, day_of(now), field="changed_on")
    return plan


def _in(plan: ChildProtectionPlan, need: Need) -> Need:
    found = plan.needs.filter(pk=need.pk).first()
    if found is None:
        raise Refusal(
            "That need is not in this plan.", "It belongs to a plan that has ended, or to another child's.",
            "Open the child's plan and choose a need there.",
        )  # fmt: skip
    return found


def _reword(
    plan: ChildProtectionPlan, record: Need | Action, called: str, names: Mapping[str, str],
    changes: Mapping[str, Any], on: date, why: str, by: Practitioner, now: datetime,
) -> Entry:  # fmt: skip
    if unknown := changes.keys() - names.keys():
        raise TypeError(f"A {type(record).__name__.lower()} has no {', '.join(sorted(unknown))}.")
    before = {name: getattr(record, name) for name in changes}
    told = [
        f"{names[name]}, from {_said(before[name])} to {_said(value)}"
        for name, value in changes.items()
        if value != before[name]
    ]
    if not told:
        raise Refusal(
            "Nothing is different.", "It says what it said before.",
            "Change what is no longer right, or go back to the plan.",
        )  # fmt: skip
    for name, value in changes.items():
        setattr(record, name, value)
    check(record)
    keep(record)
    case = open_case(plan.child)
    what = f"Changed in “{called}”: {'; '.join(told)}. {why}".strip()
    entry = PLAN_CHANGED.record(case, on=on, by=by, now=now, what=what, why=why)
    refresh(case)
    return entry


def _said(value: object) -> str:
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    if isinstance(value, Agency) or value:
        return f"“{value}”"
    return "nothing"
