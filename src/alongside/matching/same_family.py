"""Whose family somebody is: whether two records share what twins share, and whose relative a record is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.people.folding import fold
from alongside.people.models import Person, Relationship


def share_what_twins_share(one: Person, other: Person) -> bool:
    """The same day of birth and a family name in common; or they are recorded as brothers or sisters."""
    if one.born_on is not None and one.born_on == other.born_on and _families(one) & _families(other):
        return True
    if one.expected_on is not None and one.expected_on == other.expected_on:
        return True
    either = Q(person=one, other=other) | Q(person=other, other=one)
    return Relationship.objects.filter(either, kind=Relationship.Kind.SIBLING).exists()


def _families(person: Person) -> set[str]:
    told = {family for family in person.names.values_list("family_key", flat=True) if family}
    shown = fold(person.called).split()
    return told | set(shown[-1:]) | {part for family in told for part in family.split()}


def relatives_of(people: Collection[Person], me: Practitioner) -> dict[UUID, str]:
    """For each who is a relative of children whose record ``me`` may read, whose: “Mother of Edie Marlow”. One query."""
    standing = Relationship.objects.filter(person__in=people, to_on=None)
    told: defaultdict[tuple[UUID, str], list[str]] = defaultdict(list)
    for one in (
        READ_RECORD.filter_through("other", standing, me).select_related("other").order_by("other__called")
    ):
        told[one.person_id, str(one.get_kind_display())].append(one.other.called)
    found: defaultdict[UUID, list[str]] = defaultdict(list)
    for (person, kind), children in told.items():
        found[person].append(f"{kind} of {', '.join(children)}")
    return {person: "; ".join(said) for person, said in found.items()}
