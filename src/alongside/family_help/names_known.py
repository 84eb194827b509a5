"""Who is named in a plan of help, for whoever names somebody again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_EARLY_HELP
from alongside.agencies.models import Practitioner
from alongside.facts import NAMES, OF_NO_AGENCY, by_agency, listed_as
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction
from alongside.people.models import Person

READ_BY = READ_EARLY_HELP


def names_known(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    """Whoever agreed to a plan, and whoever does something under it."""
    yield listed_as(OF_NO_AGENCY, ChildInNeedPlan.objects.filter(case__child=child), name="agreed_by")
    actions = ChildInNeedPlanAction.objects.filter(need__plan__case__child=child)
    yield from by_agency(actions, name="owner")
    yield listed_as(NAMES, actions.filter(practitioner__isnull=False), name="practitioner__name")
