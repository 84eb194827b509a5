"""Brothers and sisters whom one conference may be about, and who may chair it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from alongside.access import policies
from alongside.agencies.models import Agency, Post, Practitioner, Role, Team
from alongside.cases.models import Case
from alongside.guidance.working_together.introduction import grown_if_born_by
from alongside.people.models import HouseholdMember, Person, Relationship
from alongside.plans import lists


def siblings_of(child: Person, by: Practitioner) -> QuerySet[Person]:
    """Other children with an open case whom this practitioner may record a conference about: brothers and
    sisters, and children of the same household.
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
    return policies.RECORD_CONFERENCE.filter(found, by)


def household_of(child: Person, by: Practitioner, on: date) -> QuerySet[Person]:
    """Every other child of the household, with a case or without: brothers and sisters, and who else lives there.

    A record that is closed to this practitioner is not named.
    """
    siblings = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    homes = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    together = HouseholdMember.objects.filter(household__in=homes, to_on=None).values("person")
    found = Person.objects.filter(
        Q(pk__in=siblings.filter(person=child).values("other"))
        | Q(pk__in=siblings.filter(other=child).values("person"))
        | Q(pk__in=together),
        Q(born_on__gt=grown_if_born_by(on)) | Q(born_on=None, expected_on__isnull=False),
        died_on=None,
    ).exclude(pk=child.pk)
    return policies.RECORD_CONFERENCE.not_denied(found, by)


def chairs_of(area_id: UUID, on: date) -> QuerySet[Practitioner]:
    """Those who chair conferences in an area on a day."""
    posts = Post.objects.filter(
        Q(to_on=None) | Q(to_on__gte=on), role=Role.CONFERENCE_CHAIR, team__area=area_id,
        team__purpose=Team.Purpose.CONFERENCES, from_on__lte=on,
    )  # fmt: skip
    return Practitioner.objects.filter(pk__in=posts.values("practitioner"), is_active=True)


@dataclass(frozen=True, slots=True)
class Around:
    """Who may be chosen on a page about a conference, and whatever else was read with them."""

    siblings: list[Person]
    chairs: dict[str, Practitioner]
    agencies: dict[str, Agency]
    lines: lists.Lines

    @property
    def household(self) -> list[Person]:
        """Other children of the household, where the page asked for them."""
        return lists.children_in(self.lines.get("household", []))

    def chosen(self, references: Iterable[str]) -> list[Person]:
        """The siblings whose references were named; any other named is passed over."""
        wanted = set(references)
        return [sibling for sibling in self.siblings if sibling.reference in wanted]


def around(child: Person, by: Practitioner, on: date, *also: QuerySet[Any]) -> Around:
    """Brothers and sisters, chairs and agencies, and the lists in ``also``. One query."""
    lines = lists.read(
        lists.agencies(child.area_id),
        lists.children("sibling", siblings_of(child, by)),
        lists.listed("chair", chairs_of(child.area_id, on), name="name", key="id"),
        *also,
    )
    return Around(
        siblings=lists.children_in(lines.get("sibling", [])),
        chairs=lists.practitioners_in(lines.get("chair", [])),
        agencies=lists.agencies_in(lines),
        lines=lines,
    )
