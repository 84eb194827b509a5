"""Reading a record together with those that were joined to it."""

from __future__ import annotations

from itertools import product
from typing import Any

from django.db.models import Q, QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.matching.models import Joining, Together
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


def keep_together(kept: Person, joined: Person) -> None:
    """Bring the rows the policies follow up to date after these two were joined or parted."""
    Together.objects.filter(Q(child__in=(kept, joined)) | Q(other__in=(kept, joined))).delete()
    with_kept = in_force().filter(kept=kept).values_list("joined", flat=True)
    group = {kept.pk, *with_kept}
    there = set(Together.objects.filter(child__in=group).values_list("child", "other"))
    wanted = product(sorted(group), repeat=2) if len(group) > 1 else ()
    Together.objects.bulk_create(Together(child_id=a, other_id=b) for a, b in wanted if (a, b) not in there)
