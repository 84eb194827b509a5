"""Reading a record together with those that were joined to it."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.matching.models import Joining
from alongside.people.models import Person


def in_force() -> QuerySet[Joining]:
    """Joinings that stand now."""
    return Joining.objects.filter(parted_at=None).exclude(joined_at=None)


def together(child: Person, me: Practitioner) -> QuerySet[Any]:
    """The keys of the child's record and of those joined to it that the reader may read. Not a query by itself."""
    joined = Person.objects.filter(pk__in=in_force().filter(kept=child).values("joined"))
    own = Person.objects.order_by().filter(pk=child.pk).values("pk")
    return own.union(READ_RECORD.filter(joined, me).order_by().values("pk"))


def shown_with(child: Person, me: Practitioner) -> QuerySet[Person]:
    """The record that shows this one too, where there is one and the reader may read it."""
    return READ_RECORD.filter(
        Person.objects.filter(pk__in=in_force().filter(joined=child).values("kept")), me
    )
