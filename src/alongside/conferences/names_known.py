"""Who was invited to a conference or came, for whoever names somebody again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.conferences.models import Attendance, Invitation
from alongside.facts import by_agency
from alongside.people.models import Person

READ_BY = READ_RECORD


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Those invited and those who came."""
    yield from by_agency(Invitation.objects.filter(booking__children__case__child=child), name="name")
    yield from by_agency(Attendance.objects.filter(conference__decisions__case__child=child), name="name")
