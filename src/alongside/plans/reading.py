"""A plan as pages show it, read in one query however long it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.people.models import Person
from alongside.plans.models import Action, ChildProtectionPlan, Need

STATE_WORDS = {
    Action.TO_DO: "To do",
    Action.LATE: "Not done yet",
    Action.DONE: "Done",
    Action.DROPPED: "No longer needed",
}
AIMS = "child-protection.plan-aims"


@dataclass(frozen=True, slots=True)
class ActionRead:
    """An action and the name of its owner's agency; empty for family and friends."""

    action: Action
    agency: str = ""

    def state_on(self, day: date) -> str:
        return STATE_WORDS[self.action.state_on(day)]


@dataclass(frozen=True, slots=True)
class NeedRead:
    """A need with its actions, soonest first."""

    need: Need
    actions: list[ActionRead] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan with its needs, and every other plan that the child has had here."""

    plan: ChildProtectionPlan
    needs: list[NeedRead] = field(default_factory=list)
    others: list[ChildProtectionPlan] = field(default_factory=list)

    @property
    def open_actions(self) -> list[Action]:
        """What is still to do, in the order of the needs."""
        return [read.action for need in self.needs for read in need.actions if not read.action.is_settled]

    def by_aim(self, day: date) -> Iterator[tuple[str, list[NeedRead]]]:
        """Needs under the aims of a plan in the text of that day; those that name none come last, without one."""
        rule = catalogue.rule(AIMS)
        assert isinstance(rule, Content)
        labels = {heading.key: heading.label for heading in rule.headings(day)}
        for key, label in labels.items():
            if found := [need for need in self.needs if need.need.aim == key]:
                yield label, found
        if others := [need for need in self.needs if need.need.aim not in labels]:
            yield "", others


def read_plan(child: Person, key: UUID | None = None) -> PlanRead | None:
    """One of the child's plans, or the latest; None where there never was one."""
    rows = list(
        ChildProtectionPlan.objects.of(child)
        .order_by("-started_on", "-id", "needs__id", "needs__actions__by_when", "needs__actions__id")
        .values(
            *_columns(ChildProtectionPlan, ""), *_columns(Need, "needs__"), *_columns(Action, "needs__actions__"),
            "needs__actions__agency__name",
        )
    )  # fmt: skip
    plans = {row["id"]: _made(ChildProtectionPlan, row, "") for row in rows}
    wanted = plans.get(key) if key else next(iter(plans.values()), None)
    if wanted is None:
        return None
    wanted.child = child
    needs: dict[UUID, NeedRead] = {}
    for row in (row for row in rows if row["id"] == wanted.pk and row["needs__id"]):
        need = needs.setdefault(row["needs__id"], NeedRead(_made(Need, row, "needs__")))
        if row["needs__actions__id"]:
            need.actions.append(
                ActionRead(_made(Action, row, "needs__actions__"), row["needs__actions__agency__name"] or "")
            )
    return PlanRead(wanted, list(needs.values()), [plan for plan in plans.values() if plan is not wanted])


def _columns(model: type[Model], prefix: str) -> list[str]:
    return [f"{prefix}{column.attname}" for column in model._meta.concrete_fields]


def _made(model: type[Any], row: dict[str, Any], prefix: str) -> Any:
    names = [column.attname for column in model._meta.concrete_fields]
    return model.from_db("default", names, [row[f"{prefix}{name}"] for name in names])
