"""What goes on from a child protection plan that has ended, offered to the plan of help that follows it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Prefetch, QuerySet, TextField, Value
from django.db.models.functions import Cast

from alongside.access.policies import READ_PLAN
from alongside.facts import listed_as
from alongside.family_help.services import NewAction, NewNeed
from alongside.people.models import Person
from alongside.plans.models import Action, ChildProtectionPlan, Need
from alongside.ui.words import date_words

READ_BY = READ_PLAN
CALLED = "child protection plan"


def _ended(child: Person) -> QuerySet[ChildProtectionPlan]:
    return ChildProtectionPlan.objects.filter(child=child, case__closed_on=None, ended_on__isnull=False)


def _to_do() -> QuerySet[Action]:
    return Action.objects.filter(done_on=None, dropped_on=None)


def lists(child: Person) -> Iterable[QuerySet[Any]]:
    """Plans that ended, their needs and the actions that were still to do, as ``offered_to_start`` reads them."""
    plans = _ended(child)
    needs = Need.objects.filter(plan__in=plans.values("pk"))
    undone = _to_do().filter(need__in=needs.values("pk"))
    of_kind = Value(CALLED, output_field=TextField())
    yield listed_as("plan", plans, role=of_kind, from_on="started_on", key="pk")
    yield listed_as("need", needs, name="need", detail=Cast("plan", TextField()), key="pk")
    yield listed_as(
        "action", undone, name="what", role=F("owner"), detail=Cast("need", TextField()), key="pk"
    )


@dataclass(frozen=True, slots=True)
class EndedPlan:
    """A plan that ended. needs: with the actions that were still to do."""

    plan: ChildProtectionPlan
    needs: tuple[Need, ...]

    @property
    def started_on(self) -> date:
        return self.plan.started_on

    @property
    def words(self) -> Mapping[str, str]:
        """It has no words of its own that a plan of help has a box for."""
        return {}

    def taken_over(self, ticked: Collection[str]) -> list[NewNeed]:
        """The needs that go on, each with its ticked actions. What had to change is what will be different."""
        came_from = f"the {CALLED} of {date_words(self.plan.started_on)}"
        taken = []
        for need in self.needs:
            actions = tuple(_again(action) for action in need.actions.all() if str(action.pk) in ticked)
            if actions or str(need.pk) in ticked:
                outcome = ", ".join(filter(None, (need.must_change, need.how_much)))
                taken.append(NewNeed(need=need.need, outcome=outcome, actions=actions, came_from=came_from))
        return taken


def _again(action: Action) -> NewAction:
    return NewAction(
        what=action.what, agency=action.agency, practitioner=action.practitioner, owner=action.owner,
        by_when=action.by_when, how_we_will_know=action.how_we_will_know,
    )  # fmt: skip


def earlier(child: Person) -> EndedPlan | None:
    """The last of the child's plans in this episode that has ended; None where there is none. Three queries."""
    plan = _ended(child).order_by("-started_on", "-id").first()
    if plan is None:
        return None
    to_do = _to_do().select_related("agency", "practitioner")
    needs = Need.objects.filter(plan=plan).prefetch_related(Prefetch("actions", queryset=to_do))
    return EndedPlan(plan, tuple(needs))
