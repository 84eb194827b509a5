"""Brothers and sisters who may have been seen at the same visit."""

from __future__ import annotations

from django.db.models import Q

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.people.models import Person, Relationship


def siblings_one_may_record(child: Person, practitioner: Practitioner) -> list[Person]:
    """The child's brothers and sisters who are born and have an open case, about whom one may record a visit."""
    kin = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    related = Q(pk__in=kin.filter(other=child).values("person")) | Q(
        pk__in=kin.filter(person=child).values("other")
    )
    siblings = Person.objects.filter(related, pk__in=Case.objects.filter(closed_on=None).values("child"))
    siblings = siblings.exclude(born_on=None, expected_on__isnull=False)
    return list(policies.RECORD_VISIT.filter(siblings, practitioner).order_by("born_on", "called"))
