"""What the plan of a child is called on a page, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from alongside.cases.models import Case, InNeed
from alongside.family_help.models import ChildInNeedPlan, PlanBasis
from alongside.family_help.names import plan_name, with_article, works_by_family_help
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


def called_now(child: Person, basis: str | None = None) -> Called:
    """What the child's plan is called today. Two queries; one where its basis is known."""
    if basis is None:
        plans = ChildInNeedPlan.objects.filter(case__child=child, ending=None)
        basis = plans.values_list("basis", flat=True).first() or kept_by(child)
    return Called(basis, works_by_family_help(child.area_id, day_of(timezone.now())))


def kept_by(child: Person) -> str:
    """What a plan that starts now would rest on: section 17, but in an episode of early help."""
    cases = Case.objects.filter(child=child, closed_on=None)
    early_help = cases.exclude(pk__in=InNeed.objects.filter(to_on=None, case__child=child).values("case"))
    return PlanBasis.EARLY_HELP.value if early_help.exists() else PlanBasis.SECTION_17.value
