"""What the plan of a child is called on a page, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from alongside.agencies.models import Switch
from alongside.agencies.switches import switched_on
from alongside.cases.models import Case, InNeed
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import ChildInNeedPlan, PlanBasis
from alongside.family_help.names import plan_name, with_article
from alongside.moments import day_of
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Called:
    """basis: what the plan rests on. family_help: whether the area has moved to family help."""

    basis: str
    family_help: bool

    @property
    def name(self) -> str:
        """“early help plan”."""
        return plan_name(self.basis, family_help=self.family_help)

    @property
    def one(self) -> str:
        """“an early help plan”."""
        return with_article(self.name)

    @property
    def title(self) -> str:
        """“Early help plan”."""
        return self.name[0].upper() + self.name[1:]

    @property
    def rests_on(self) -> str:
        """“Section 17 of the Children Act 1989”: said on every page of a plan."""
        return PlanBasis(self.basis).label


def called_now(child: Person) -> Called:
    """What the child's plan is called today. One query."""
    return called_from(read(lists_of_calling(child)))


def called_to_start(facts: Iterable[Fact]) -> Called:
    """What a plan that starts now would be called: it rests on section 17, but in an episode of early help."""
    found = {fact.what for fact in facts}
    basis = PlanBasis.EARLY_HELP if "early-help" in found else PlanBasis.SECTION_17
    return Called(basis.value, "family-help" in found)


def called_from(facts: Iterable[Fact]) -> Called:
    """What the open plan is called; where there is none, what one that starts now would be."""
    facts = list(facts)
    starts = called_to_start(facts)
    rests_on = next((fact.role for fact in facts if fact.what == "open-plan"), starts.basis)
    return Called(rests_on, starts.family_help)


def lists_of_calling(child: Person) -> list[QuerySet[Any]]:
    """What is read for it, for a page that reads more in one query."""
    plans = ChildInNeedPlan.objects.filter(case__child=child, ending=None)
    in_need = InNeed.objects.filter(to_on=None, case__child=child).values("case")
    early_help = Case.objects.filter(child=child, closed_on=None).exclude(pk__in=in_need)
    switched = switched_on(child.area_id, day_of(timezone.now())).filter(switch=Switch.FAMILY_HELP)
    return [
        listed_as("open-plan", plans, role="basis"),
        listed_as("early-help", early_help, key="pk"),
        listed_as("family-help", switched, key="pk"),
    ]
