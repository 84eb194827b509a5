"""Changing a plan between reviews: more needs and actions, and actions that are done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.family_help.models import ChildInNeedPlanAction, ChildInNeedPlanNeed
from alongside.family_help.names import NAMES
from alongside.family_help.services.contents import NewAction, NewNeed, add_action, add_need
from alongside.family_help.services.standing import open_plan, refuse_day_before_start
from alongside.people.models import Person
from alongside.refusals import Refusal


@transaction.atomic
def change_plan(
    *,
    by: Practitioner,
    child: Person,
    changed_on: date,
    now: datetime,
    needs: Sequence[NewNeed] = (),
    to: ChildInNeedPlanNeed | None = None,
    actions: Sequence[NewAction] = (),
) -> Entry:
    """Add needs, or actions ``to`` a need, to the open plan. The plan changes as needs do, between reviews.

    Raises Refusal for a day that cannot be, when nothing is added, or when the need is of another plan.
    Working Together 2023, paragraphs 174 and 181.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    plan = open_plan(case)
    refuse_day_before_start(changed_on, "changed_on", plan, now)
    if to is not None and to.plan_id != plan.pk:
        raise Refusal(
            "That need is not in this plan.", "It belongs to a plan that has ended, or to another child's.",
            "Choose a need of the plan that is open.", field="need",
        )  # fmt: skip
    added = [add_need(plan, need, changed_on, now).need for need in needs]
    added += [add_action(to, action, changed_on, now).what for action in actions] if to else []
    if not added:
        raise Refusal(
            "Nothing was added to the plan.", "A change adds a need, or an action for one.",
            "Enter what the child needs, or what somebody will do.", field="need",
        )  # fmt: skip
    entry = kinds.PLAN_CHANGED.record(
        case, on=changed_on, by=by, now=now, what=f"Added to the {NAMES[plan.basis]}: {'; '.join(added)}."
    )
    refresh(case)
    return entry


@transaction.atomic
def complete_action(
    *,
    by: Practitioner,
    child: Person,
    action: ChildInNeedPlanAction,
    done_on: date,
    now: datetime,
    came_of_it: str = "",
) -> ChildInNeedPlanAction:
    """Record that an action of the open plan is done, and what came of it.

    Raises Refusal for a day that cannot be, or an action that is done or of another plan.
    Working Together 2023, paragraphs 177 and 181.
    """
    case = open_case(policies.KEEP_CHILD_IN_NEED_PLAN.lock(child, by))
    plan = open_plan(case)
    refuse_day_before_start(done_on, "done_on", plan, now)
    found = ChildInNeedPlanAction.objects.filter(pk=action.pk, need__plan=plan).first()
    if found is None:
        raise Refusal(
            "That action is not in this plan.", "It belongs to a plan that has ended, or to another child's.",
            "Open the child's plan and choose an action there.",
        )  # fmt: skip
    if found.done_on:
        raise Refusal(
            "This action is done already.", f"It was recorded as done on {found.done_on:%-d %B %Y}.",
            "There is nothing more to do here. If more is needed, add another action.",
        )  # fmt: skip
    found.done_on, found.came_of_it = done_on, came_of_it
    found.save(update_fields=("done_on", "came_of_it"))
    kinds.PLAN_CHANGED.record(
        case,
        on=done_on,
        by=by,
        now=now,
        what=f"Done under the {NAMES[plan.basis]}: {found.what}. {came_of_it}".strip(),
    )
    refresh(case)
    return found
