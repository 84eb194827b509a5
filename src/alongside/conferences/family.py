"""Brothers and sisters whom one conference may be about, and who may chair it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q

from alongside.access import policies
from alongside.agencies.models import Post, Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.people.models import HouseholdMember, Person, Relationship


def siblings_of(child: Person, by: Practitioner) -> list[Person]:
    """Other children with an open case whom this practitioner may record a conference about: brothers and
    sisters, and children of the same household. By name, in one query.
    """
    siblings = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    homes = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    together = HouseholdMember.objects.filter(household__in=homes, to_on=None).values("person")
    found = Person.objects.filter(
        Q(pk__in=siblings.filter(person=child).values("other"))
        | Q(pk__in=siblings.filter(other=child).values("person"))
        | Q(pk__in=together),
        pk__in=Case.objects.filter(closed_on=None).values("child"),
    ).exclude(pk=child.pk)
    return list(policies.RECORD_CONFERENCE.filter(found, by).order_by("called", "id"))


def chosen_among(siblings: Iterable[Person], references: Iterable[str]) -> list[Person]:
    """Those of the siblings whose references were named; others named are passed over."""
    wanted = set(references)
    return [sibling for sibling in siblings if sibling.reference in wanted]


def chairs_of(area_id: UUID, on: date) -> dict[str, Practitioner]:
    """Those who chair conferences in an area on a day, by key as text. One query."""
    posts = Post.objects.filter(
        role=Role.CONFERENCE_CHAIR, team__area=area_id, team__purpose=Team.Purpose.CONFERENCES
    ).select_related("practitioner")
    held = [post.practitioner for post in posts if post.holds_on(on) and post.practitioner.is_active]
    return {str(one.pk): one for one in sorted(held, key=lambda chair: chair.name)}
