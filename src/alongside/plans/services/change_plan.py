"""Changing the detail of a plan between conferences."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology.kinds import PLAN_CHANGED
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import contents, lifespan
from alongside.plans.agreed import ActionDone, ActionDropped, AgreedAction, AgreedMember, AgreedNeed
from alongside.refusals import Refusal


@transaction.atomic
def change_plan(
    *,
    by: Practitioner,
    child: Person,
    changed_on: date,
    why: str,
    needs: Sequence[AgreedNeed] = (),
    actions: Sequence[AgreedAction] = (),
    done: Sequence[ActionDone] = (),
    dropped: Sequence[ActionDropped] = (),
    members: Sequence[AgreedMember] = (),
    now: datetime,
) -> Entry:
    """Add needs, actions or core group members to a plan, and say which actions are done or dropped.

    The core group works out and changes the detail of the plan (Working Together 2023, page 97); only a
    conference sets its category or ends it for want of risk. Raises Refusal when nothing is changed, for
    a day before the plan began or in the future, and for an action that was settled meanwhile.
    """
    child = policies.KEEP_PLAN.lock(child, by)
    case = open_case(child)
    plan = lifespan.open_plan(child)
    if not (needs or actions or done or dropped or members):
        raise Refusal(
            "Nothing in the plan is changed.",
            "No need, action or core group member was added, and no action was marked done or dropped.",
            "Say what changes, or go back to the plan.",
        )
    lifespan.check_in_plan(changed_on, plan.started_on, day_of(now), field="changed_on")
    contents.add_needs(plan, needs, on=changed_on, by=by, now=now)
    contents.add_actions(plan, actions, on=changed_on, by=by, now=now)
    contents.settle_actions(plan, done, dropped, on=changed_on)
    contents.set_core_group(plan, members, on=changed_on)
    what = _in_words(needs, actions, done, dropped, members)
    entry = PLAN_CHANGED.record(case, on=changed_on, by=by, now=now, what=f"{what} {why}".strip(), why=why)
    refresh(case)
    return entry


def _in_words(
    needs: Sequence[AgreedNeed],
    actions: Sequence[AgreedAction],
    done: Sequence[ActionDone],
    dropped: Sequence[ActionDropped],
    members: Sequence[AgreedMember],
) -> str:
    told = [f"Need added: {_stop(need.need)}" for need in needs]
    agreed = [*actions, *(action for need in needs for action in need.actions)]
    told += [f"Action added: {_stop(f'{action.what} ({action.owner})')}" for action in agreed]
    told += [f"Done: {_stop(finished.action.what)}" for finished in done]
    told += [f"Dropped: {_stop(left.action.what)} {_stop(left.because)}" for left in dropped]
    told += [f"Joined the core group: {_stop(member.name)}" for member in members]
    return " ".join(told)


def _stop(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."
