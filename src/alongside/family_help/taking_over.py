"""What an earlier plan of the same episode holds, offered to the next one: ticked by a person, never copied unasked."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, TextField, Value
from django.db.models.functions import Cast, Coalesce, NullIf

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
    return Offered(called, f"the {NAMES[plan.role]} of {date_words(plan.from_on)}", tuple(told))


def _in_order(facts: Iterable[Fact], what: str, of: UUID | None) -> list[Fact]:
    """Needs of a plan, or actions for a need, as they were written."""
    return sorted(
        (one for one in facts if one.what == what and UUID(one.detail) == of), key=lambda one: str(one.key)
    )
