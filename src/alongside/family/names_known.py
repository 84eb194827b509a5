"""The family and network of a child, and who works with them, for whoever names somebody."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_CHILD, READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.cases.models import Allocation, Involvement
from alongside.facts import NAMES, listed_as
from alongside.people.models import Person, Relationship

READ_BY = READ_RECORD


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """People on the record whom this practitioner may know of, and practitioners who work with the child."""
    kin = Relationship.objects.filter(to_on=None)
    yield listed_as(
        NAMES, READ_CHILD.not_denied(kin.filter(other=child), me, "person"), name="person__called"
    )
    yield listed_as(NAMES, READ_CHILD.not_denied(kin.filter(person=child), me, "other"), name="other__called")
    working = Allocation.objects.current().filter(case__child=child)
    yield listed_as(NAMES, working, name="practitioner__name")
    involved = Involvement.objects.current().filter(case__child=child, practitioner__isnull=False)
    yield listed_as(NAMES, involved, name="practitioner__name")
