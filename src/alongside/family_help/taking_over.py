"""What an earlier plan of the same episode holds, offered to the next one: ticked by a person, never copied unasked.

A part that keeps plans of another kind offers them too, in a module ``goes_on``: ``lists(child)`` gives its plans, needs
and open actions as facts, as ``offered_to_start`` reads them; ``earlier(child)`` the latest of its plans that ended;
``READ_BY`` the policy under which they are read. Whoever may not read them is offered nothing of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, Protocol
from uuid import UUID

from django.apps import apps
from django.db.models import Prefetch, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils.module_loading import module_has_submodule

from alongside.access.doors import may_too
from alongside.facts import Fact, listed_as, read
from alongside.family_help.calling import Called, called_to_start, lists_of_calling
from alongside.family_help.models import (
    ChildInNeedPlan,
    ChildInNeedPlanAction,
    ChildInNeedPlanNeed,
)
from alongside.family_help.names import NAMES
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed
from alongside.people.models import Person
from alongside.ui.words import date_words


class EarlierPlan(Protocol):
    """A plan that gave way, of whatever kind. words: what it set out, by the name of its box here."""

    @property
    def started_on(self) -> date: ...

    @property
    def words(self) -> Mapping[str, str]: ...

    def taken_over(self, ticked: Collection[str]) -> list[NewNeed]: ...


@cache
def _other_kinds() -> tuple[ModuleType, ...]:
    return tuple(
        import_module(f"{config.name}.goes_on")
        for config in apps.get_app_configs()
        if config.name.startswith("alongside.") and module_has_submodule(config.module, "goes_on")
    )


def _other_kinds_read(child: Person) -> list[ModuleType]:
    """Those whose plans may be read by whoever opened this child. No query."""
    return [part for part in _other_kinds() if may_too(child, part.READ_BY)]


@dataclass(frozen=True, slots=True)
class Earlier:
    """The plan that gives way, or the last one on another basis. needs: with the actions that are not done."""

    plan: ChildInNeedPlan
    needs: tuple[ChildInNeedPlanNeed, ...]

    @property
    def started_on(self) -> date:
        return self.plan.started_on

    @property
    def words(self) -> Mapping[str, str]:
        return {name: getattr(self.plan, name) for name in WORDS if getattr(self.plan, name)}

    @property
    def called(self) -> str:
        """“the early help plan of 3 March 2025”."""
        return f"the {NAMES[self.plan.basis]} of {date_words(self.plan.started_on)}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may go on: what the plan sets out, each need, and each action that is not done, by key and in words."""
        told = list(self.words.items())
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


def earlier_plan(child: Person, basis: str) -> EarlierPlan | None:
    """The last plan of the child's open episode that rests on another basis than this, of those that whoever opened
    the child may read; None where there is none.

    Three queries, and three for each other kind of plan.
    """
    found: list[EarlierPlan] = [one for part in _other_kinds_read(child) if (one := part.earlier(child))]
    if ours := latest_help(child, basis):
        found.append(ours)
    return max(found, key=lambda one: one.started_on, default=None)


def latest_help(child: Person, basis: str = "") -> Earlier | None:
    """The last plan of help of the child's open episode; with a basis, on any other. Three queries."""
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


def agreed_from(earlier: EarlierPlan | None, ticked: Iterable[str], plan: PlanAgreed) -> PlanAgreed:
    """What is set out, where a box was left empty and the earlier plan's words for it were ticked."""
    if earlier is None:
        return plan
    ticked = set(ticked)
    kept: dict[str, Any] = {
        name: told for name, told in earlier.words.items() if name in ticked and not getattr(plan, name)
    }
    return replace(plan, **kept)


@dataclass(frozen=True, slots=True)
class Offered:
    """What the form to start a plan asks first: what the plan is called, and what may be taken over into it.

    called_before: the earlier plan, in words; empty where there is none.
    """

    called: Called
    called_before: str
    choices: tuple[tuple[str, str], ...]


def offered_to_start(child: Person) -> Offered:
    """As ``earlier_plan`` would find it, for asking. One query."""
    plans = ChildInNeedPlan.objects.filter(case__child=child, case__closed_on=None)
    needs = ChildInNeedPlanNeed.objects.filter(plan__in=plans.values("pk"))
    undone = ChildInNeedPlanAction.objects.filter(need__in=needs.values("pk"), done_on=None)
    who = Coalesce(NullIf("owner", Value("")), "practitioner__name", "agency__name", output_field=TextField())
    facts = read([
        *lists_of_calling(child),
        listed_as("plan", plans, role="basis", from_on="started_on", key="pk"),
        *(listed_as(name, plans, detail=name, key="pk") for name in WORDS),
        listed_as("need", needs, name="need", detail=Cast("plan", TextField()), key="pk"),
        listed_as("action", undone, name="what", role=who, detail=Cast("need", TextField()), key="pk"),
        *(one for part in _other_kinds_read(child) for one in part.lists(child)),
    ])  # fmt: skip
    called = called_to_start(facts)
    others = [one for one in facts if one.what == "plan" and one.role != called.basis]
    if not others:
        return Offered(called, "", ())
    plan = max(others, key=lambda one: (one.from_on or date.min, str(one.key)))
    words = [
        (one.what, one.detail)
        for name in WORDS
        for one in facts
        if one.what == name and one.key == plan.key and one.detail
    ]
    told = list(words)
    for need in _in_order(facts, "need", plan.key):
        told.append((str(need.key), need.name))
        told += [
            (str(action.key), f"{action.name} ({action.role})")
            for action in _in_order(facts, "action", need.key)
        ]
    name = NAMES.get(plan.role, plan.role)
    return Offered(called, f"the {name} of {date_words(plan.from_on)}", tuple(told))


def _in_order(facts: Iterable[Fact], what: str, of: UUID | None) -> list[Fact]:
    """Needs of a plan, or actions for a need, as they were written."""
    return sorted(
        (one for one in facts if one.what == what and UUID(one.detail) == of), key=lambda one: str(one.key)
    )
