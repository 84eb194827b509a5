"""What a plan is made of, as an act takes it: needs, actions, and what the family agrees to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.episodes import involve
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction, ChildInNeedPlanNeed
from alongside.family_help.names import NAMES
from alongside.keeping import check, keep
from alongside.outbox.events import Event, happened


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAction:
    """An action to add. owner: a name in words, "Grace, her mother"; or an agency, perhaps with a practitioner."""

    what: str
    agency: Agency | None = None
    practitioner: Practitioner | None = None
    owner: str = ""
    by_when: date | None = None
    how_we_will_know: str = ""
    taken_over_from: ChildInNeedPlanAction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNeed:
    """A need to add, what will be different when it is met, and the actions for it.

    came_from: the plan of another kind in which it stood, in words.
    """

    need: str
    outcome: str = ""
    actions: Sequence[NewAction] = ()
    came_from: str = ""
    taken_over_from: ChildInNeedPlanNeed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAgreed:
    """What a plan sets out, and whether the family agrees to it. Fields as on ``ChildInNeedPlan``."""

    aims: str
    family_agreed: str
    agreed_by: str = ""
    agreement_words: str = ""
    expectations: str = ""
    strengths: str = ""
    outside_factors: str = ""
    education: str = ""
    approved_by: Practitioner | None = None
    next_review_on: date | None = None


def add_need(plan: ChildInNeedPlan, new: NewNeed, on: date, now: datetime) -> ChildInNeedPlanNeed:
    """Keep a need of the plan with its actions. Call it inside an act."""
    need = ChildInNeedPlanNeed(
        plan=plan, need=new.need, outcome=new.outcome, taken_over_from=new.taken_over_from, came_from=new.came_from,
        recorded_at=now,
    )  # fmt: skip
    check(need)
    keep(need)
    for action in new.actions:
        add_action(need, action, on, now)
    return need


def add_action(need: ChildInNeedPlanNeed, new: NewAction, on: date, now: datetime) -> ChildInNeedPlanAction:
    """Keep an action for a need; an agency that takes one on works with the child from that day."""
    action = ChildInNeedPlanAction(
        need=need, what=new.what, agency=new.agency, practitioner=new.practitioner,
        owner=new.owner, by_when=new.by_when, how_we_will_know=new.how_we_will_know, taken_over_from=new.taken_over_from, recorded_at=now,
    )  # fmt: skip
    check(action)
    keep(action)
    if new.agency:
        involve(
            need.plan.case,
            new.agency,
            why=f"Has an action in the {NAMES[need.plan.basis]}",
            on=on,
            through=new.practitioner,
        )
        happened(
            Event.ACTION_ASSIGNED, area=need.plan.area_id, agency=new.agency, about=action, now=now,
            data={"action": str(action.pk), "child": need.plan.case.child.reference},
        )  # fmt: skip
    return action
