"""Brothers and sisters with a plan of their own, for a core group that meets as one."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.people.models import Person, Relationship
from alongside.plans.models import ChildProtectionPlan


def siblings_with_plans(child: Person, by: Practitioner) -> QuerySet[Person]:
    """The child's brothers and sisters who have an open plan that this practitioner may keep."""
    siblings = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    found = Person.objects.filter(
        Q(pk__in=siblings.filter(person=child).values("other"))
        | Q(pk__in=siblings.filter(other=child).values("person")),
        pk__in=ChildProtectionPlan.objects.open().values("child"),
    )
    return policies.KEEP_PLAN.filter(found, by)
