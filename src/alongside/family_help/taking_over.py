"""What an earlier plan of the same episode holds, offered to the next one: ticked by a person, never copied unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from django.db.models import Prefetch

from alongside.family_help.models import (
    ChildInNeedPlan,
    ChildInNeedPlanAction,
    ChildInNeedPlanNeed,
)
from alongside.family_help.names import NAMES
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed
from alongside.people.models import Person
from alongside.ui.words import date_words


@dataclass(frozen=True, slots=True)
class Earlier:
    """The plan that gives way, or the last one on another basis. needs: with the actions that are not done."""

    plan: ChildInNeedPlan
    needs: tuple[ChildInNeedPlanNeed, ...]

    @property
    def called(self) -> str:
        """“the early help plan of 3 March 2025”."""
        return f"the {NAMES[self.plan.basis]} of {date_words(self.plan.started_on)}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may go on: what the plan sets out, each need, and each action that is not done, by key and in words."""
        told = [(name, getattr(self.plan, name)) for name in WORDS if getattr(self.plan, name)]
        for need in self.needs:
            told.append((str(need.pk), need.need))
            told += [(str(action.pk), f"{action.what} ({action.who})") for action in need.actions.all()]
        return told

    def taken_over(self, ticked: Collection[str]) -> list[NewNeed]:
        """The needs that go on, each with its ticked actions. A ticked action brings its need along."""
        taken = []
        for need in self.needs:
            actions = tuple(_again(action) for action in need.actions.all() if str(action.pk) in ticked)
            if actions or str(need.pk) in ticked:
                taken.append(
                    NewNeed(need=need.need, outcome=need.outcome, actions=actions, taken_over_from=need)
                )
        return taken


def _again(action: ChildInNeedPlanAction) -> NewAction:
    return NewAction(
        what=action.what, agency=action.agency, practitioner=action.practitioner, owner=action.owner,
        by_when=action.by_when, how_we_will_know=action.how_we_will_know, taken_over_from=action,
    )  # fmt: skip


def earlier_plan(child: Person, basis: str) -> Earlier | None:
    """The last plan of the child's open episode that rests on another basis than this; None where there is none.

    Three queries.
    """
    plans = ChildInNeedPlan.objects.filter(case__child=child, case__closed_on=None).exclude(basis=basis)
    plan = plans.order_by("-started_on", "-id").first()
    if plan is None:
        return None
    undone = ChildInNeedPlanAction.objects.filter(done_on=None).select_related("agency", "practitioner")
    needs = ChildInNeedPlanNeed.objects.filter(plan=plan).prefetch_related(
        Prefetch("actions", queryset=undone)
    )
    return Earlier(plan, tuple(needs))


WORDS = ("aims", "expectations", "strengths", "outside_factors", "education")


def agreed_from(earlier: Earlier | None, ticked: Iterable[str], plan: PlanAgreed) -> PlanAgreed:
    """What is set out, where a box was left empty and the earlier plan's words for it were ticked."""
    if earlier is None:
        return plan
    ticked = set(ticked)
    kept = {name: getattr(earlier.plan, name) for name in WORDS if name in ticked and not getattr(plan, name)}
    return replace(plan, **kept)
