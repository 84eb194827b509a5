"""Who took part in strategy discussions, for whoever names somebody again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.facts import NAMES, listed_as
from alongside.people.models import Person
from alongside.section47.models import Participation

READ_BY = READ_RECORD


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Those who took part."""
    yield listed_as(
        NAMES,
        Participation.objects.filter(discussion__case__child=child, discussion__entry__sealed_for=""),
        name="name",
    )
