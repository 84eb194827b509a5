"""Whom and what these pages choose among."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.people.models import Person, Relationship


def agencies_of(area: Area) -> QuerySet[Agency]:
    """The agencies that work in an area."""
    return Agency.objects.filter(areas=area, closed_on=None)


def social_care_staff(area: Area) -> QuerySet[Practitioner]:
    """Those who work in the area's children's social care today."""
    posted = Q(posts__team__area=area, posts__agency__sector=Agency.Sector.CHILDRENS_SOCIAL_CARE)
    staff = Practitioner.objects.filter(posted & Q(posts__to_on=None), is_active=True)
    return Practitioner.objects.filter(pk__in=staff.values("pk"))


def brothers_and_sisters(child: Person) -> QuerySet[Person]:
    """Those recorded as the child's brothers and sisters now, either way round."""
    sibling = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    return Person.objects.filter(
        Q(pk__in=sibling.filter(person=child).values("other"))
        | Q(pk__in=sibling.filter(other=child).values("person"))
    ).exclude(pk=child.pk)


def known_as(practitioner: Practitioner) -> str:
    """A practitioner as a list shows them."""
    return f"{practitioner.name}, {practitioner.job_title}" if practitioner.job_title else practitioner.name
