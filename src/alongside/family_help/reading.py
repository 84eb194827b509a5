"""A child-in-need plan as its page shows it: one query for the plan, one for everything in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, OuterRef, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Concat

from alongside.agencies.models import Switch
from alongside.agencies.switches import switched_on
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import (
    ChildInNeedPlan,
    ChildInNeedPlanNeed,
    ChildInNeedPlanReview,
    MoveOfArea,
    PlanBasisChange,
    PlannedChange,
)
from alongside.family_help.names import NAMES
from alongside.people.models import Person
from alongside.ui.jinja import reverse_for
from alongside.ui.parts import Action, Need
from alongside.ui.words import date_words

DONE, UNDER_WAY = "Done", "Under way"


@dataclass(frozen=True, slots=True)
class PlanRead:
    """A plan with its needs; ``plan`` carries last_reviewed_on, last_decision and basis_since."""

    plan: ChildInNeedPlan
    needs: tuple[Need, ...]
    moves: tuple[Fact, ...] = ()
    planned: tuple[Fact, ...] = ()
    family_help: bool = False

    @property
    def agreement(self) -> str:
        """Whether the family agrees, and who was asked, in one sentence."""
        asked = f" ({self.plan.agreed_by})" if self.plan.agreed_by else ""
        return f"{self.plan.get_family_agreed_display()}{asked}."


def read_plan(child: Person, today: date, *, may_change: bool = False) -> PlanRead | None:
    """The child's open plan, or else the last one; None where there has been none. Three queries.

    may_change: actions lead to the page on which they are recorded as done.
    """
    reviews = ChildInNeedPlanReview.objects.filter(plan=OuterRef("pk")).order_by("-reviewed_on", "-id")
    changes = PlanBasisChange.objects.filter(plan=OuterRef("pk")).order_by("-changed_on", "-id")
    plan = (
        ChildInNeedPlan.objects.filter(case__child=child)
        .select_related("case__child", "approved_by", "ending")
        .annotate(
            last_reviewed_on=Subquery(reviews.values("reviewed_on")[:1]),
            basis_since=Subquery(changes.values("changed_on")[:1]),
            last_decision=Subquery(reviews.values("decision_label")[:1]),
        )
        .order_by(F("ending").asc(nulls_first=True), "-started_on", "-id")
        .first()
    )
    if plan is None:
        return None
    beside = read([
        listed_as("family-help", switched_on(child.area_id, today).filter(switch=Switch.FAMILY_HELP), key="pk"),
        # name: which way, and the other authority. detail: how support goes on. to_on: when everything was passed on.
        listed_as("move", MoveOfArea.objects.filter(case=plan.case), name=_way(), detail="meanwhile", from_on="known_on",
                  to_on="passed_on", key="pk"),
        # name: what changes. role: who takes over. detail: how it is planned. to_on: when.
        listed_as("planned", PlannedChange.objects.filter(case=plan.case), name=_what_changes(), role="takes_over",
                  detail="how", from_on="planned_on", to_on="changes_on", key="pk"),
    ])  # fmt: skip
    ordered = sorted(beside, key=lambda one: (str(one.from_on), str(one.key)))
    return PlanRead(
        plan, _needs(child.reference, plan, may_change=may_change and plan.is_open),
        moves=tuple(one for one in ordered if one.what == "move"),
        planned=tuple(one for one in ordered if one.what == "planned"),
        family_help=any(one.what == "family-help" for one in beside),
    )  # fmt: skip


def _way() -> Any:
    ways = [When(way=key, then=Value(f"{label}: ")) for key, label in MoveOfArea.Way.choices]
    return Concat(
        Case(*ways, default=Value(""), output_field=TextField()), "other_authority", output_field=TextField()
    )


def _what_changes() -> Any:
    kinds = [When(kind=key, then=Value(label)) for key, label in PlannedChange.Kind.choices]
    return Case(*kinds, default=Value(""), output_field=TextField())


def _needs(reference: str, plan: ChildInNeedPlan, *, may_change: bool) -> tuple[Need, ...]:
    rows = (
        ChildInNeedPlanNeed.objects.filter(plan=plan)
        .order_by("id", "actions__id")
        .values(
            "pk",
            "need",
            "outcome",
            "came_from",
            "taken_over_from__plan__basis",
            "taken_over_from__plan__started_on",
            "actions__pk",
            "actions__what",
            "actions__agency__name",
            "actions__practitioner__name",
            "actions__owner",
            "actions__by_when",
            "actions__how_we_will_know",
            "actions__done_on",
        )
    )
    gathered: dict[Any, tuple[Mapping[str, Any], list[Action]]] = {}
    for row in rows:
        _, actions = gathered.setdefault(row["pk"], (row, []))
        if row["actions__pk"]:
            actions.append(_action(reference, row, may_be_done=may_change))
    return tuple(
        Need(row["need"], row["outcome"], tuple(actions), source=_source(row)) for row, actions in gathered.values()
    )  # fmt: skip


def _source(row: Mapping[str, Any]) -> str:
    """Where a need that was taken over stood before."""
    since = row["taken_over_from__plan__started_on"]
    if row["came_from"]:
        return f"From {row['came_from']}"
    return f"From the {NAMES[row['taken_over_from__plan__basis']]} of {date_words(since)}" if since else ""


def _action(reference: str, row: Mapping[str, Any], *, may_be_done: bool) -> Action:
    done_on, agency = row["actions__done_on"], row["actions__agency__name"] or ""
    owner = row["actions__owner"] or row["actions__practitioner__name"] or agency
    return Action(
        what=row["actions__what"], owner=owner, agency=agency if agency != owner else "",
        by=row["actions__by_when"], how_we_know=row["actions__how_we_will_know"], done_on=done_on,
        state=DONE if done_on else UNDER_WAY,
        href=reverse_for("family_help:done", reference, row["actions__pk"]) if may_be_done and not done_on else "",
    )  # fmt: skip


def reviews_of(child: Person) -> QuerySet[ChildInNeedPlanReview]:
    """Every review of the child's plans, latest first, with who agreed."""
    found = ChildInNeedPlanReview.objects.filter(case__child=child)
    return found.select_related("agreed_with", "recorded_by").order_by("-reviewed_on", "-id")


def needs_to_choose(child: Person) -> Iterable[ChildInNeedPlanNeed]:
    """The needs of the child's open plan."""
    return ChildInNeedPlanNeed.objects.filter(plan__case__child=child, plan__ending=None)
