"""Who is named in a family's early help, for whoever names somebody again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_EARLY_HELP
from alongside.agencies.models import Practitioner
from alongside.early_help.models import FamilyTeamMember, OfferAnswer
from alongside.facts import OF_NO_AGENCY, by_agency, listed_as
from alongside.people.models import Person

READ_BY = READ_EARLY_HELP


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Whoever was asked about the help, and the team around the family."""
    yield listed_as(
        OF_NO_AGENCY,
        OfferAnswer.objects.filter(offer__case__child=child, offer__entry__sealed_for=""),
        name="who",
    )
    team = FamilyTeamMember.objects.filter(case__child=child)
    yield from by_agency(team, name="name")
