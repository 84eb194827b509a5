"""Writing what was agreed into a plan: needs, actions and members. Acts call these inside their transaction."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.keeping import check, keep
from alongside.outbox.events import Event, happened
from alongside.plans.agreed import ActionDone, ActionDropped, AgreedAction, AgreedMember, AgreedNeed
from alongside.plans.models import Action, ChildProtectionPlan, CoreGroupMember, Need
from alongside.refusals import Refusal


def add_needs(
    plan: ChildProtectionPlan, needs: Iterable[AgreedNeed], *, on: date, by: Practitioner, now: datetime
) -> list[Need]:
    """Each need with its actions, in the order given."""
    added = []
    for agreed in needs:
        need = Need(
            plan=plan, aim=agreed.aim, need=agreed.need, must_change=agreed.must_change, how_much=agreed.how_much,
            by_when=agreed.by_when, agreed_on=on, recorded_at=now, recorded_by=by,
        )  # fmt: skip
        check(need)
        keep(need)
        added.append(need)
        for action in agreed.actions:
            _add_action(need, action, on=on, by=by, now=now)
    return added


def add_actions(
    plan: ChildProtectionPlan, actions: Iterable[AgreedAction], *, on: date, by: Practitioner, now: datetime
) -> list[Action]:
    """Actions that serve needs already in the plan. Raises Refusal for a need of another plan."""
    added = []
    for agreed in actions:
        if agreed.need is None or agreed.need.plan_id != plan.pk:
            raise Refusal(
                "This action serves no need in this plan.",
                f"“{agreed.what}” is not tied to anything that {plan.child} needs.",
                "Choose the need it serves, or add the need first.",
                field="actions",
            )
        added.append(_add_action(agreed.need, agreed, on=on, by=by, now=now))
    return added


def _add_action(need: Need, agreed: AgreedAction, *, on: date, by: Practitioner, now: datetime) -> Action:
    action = Action(
        need=need, what=agreed.what, owner=agreed.owner, agency=agreed.agency, practitioner=agreed.practitioner,
        by_when=agreed.by_when, how_we_will_know=agreed.how_we_will_know, agreed_on=on, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(action)
    keep(action)
    happened(
        Event.ACTION_ASSIGNED, area=need.plan.area_id, agency=agreed.agency, about=action, now=now,
        data={"action": str(action.pk), "child": need.plan.child.reference},
    )  # fmt: skip
    return action


def settle_actions(
    plan: ChildProtectionPlan, done: Iterable[ActionDone], dropped: Iterable[ActionDropped], *, on: date
) -> None:
    """Mark actions done or dropped. Raises Refusal for one that was already settled, or of another plan."""
    for finished in done:
        action = _still_to_do(plan, finished.action)
        if finished.on > on:
            raise Refusal(
                "This action was not yet done.",
                f"You entered {finished.on:%-d %B %Y} for “{action.what}”, and are recording {on:%-d %B %Y}.",
                "Enter the day it was done, or leave it to do.",
                field="done",
            )
        action.done_on, action.done_words = finished.on, finished.words
        check(action)
        keep(action)
    for left in dropped:
        action = _still_to_do(plan, left.action)
        action.dropped_on, action.dropped_because = on, left.because
        check(action)
        keep(action)


def _still_to_do(plan: ChildProtectionPlan, action: Action) -> Action:
    found = Action.objects.filter(pk=action.pk, need__plan=plan).first()
    if found is None or found.done_on or found.dropped_on:
        raise Refusal(
            "This action is not waiting to be done.",
            f"“{action.what}” was settled meanwhile, or belongs to another plan.",
            "Look at the plan again; it shows what is still to do.",
        )
    return found


def set_core_group(plan: ChildProtectionPlan, members: Iterable[AgreedMember], *, on: date) -> None:
    """The members from this day. Those already in it stay as they are; nobody is taken out here."""
    present = set(plan.core_group.filter(to_on=None).values_list("name", flat=True))
    for agreed in members:
        if agreed.name in present:
            continue
        present.add(agreed.name)
        member = CoreGroupMember(
            plan=plan, name=agreed.name, part=agreed.part, agency=agreed.agency, practitioner=agreed.practitioner,
            from_on=on,
        )  # fmt: skip
        check(member)
        keep(member)
