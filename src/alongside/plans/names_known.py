"""Who is named in a child protection plan, for whoever names somebody again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.facts import by_agency
from alongside.people.models import Person
from alongside.plans.models import Action, CoreGroupAttendance, CoreGroupMember

READ_BY = READ_RECORD


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """The core group, those who came to it, and whoever does something under the plan."""
    yield from by_agency(CoreGroupMember.objects.filter(plan__child=child), name="name")
    yield from by_agency(
        CoreGroupAttendance.objects.filter(meeting__plan__child=child, meeting__entry__sealed_for=""),
        name="name",
    )
    yield from by_agency(Action.objects.filter(need__plan__child=child), name="owner")
