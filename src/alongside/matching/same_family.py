"""Whether two records share what twins share, so that no one person joins them alone."""

from __future__ import annotations

from django.db.models import Q

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
