"""What agencies told of a child, for whoever writes a new record: what they saw or know, never what they think."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from alongside.agencies.models import Agency
from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.partners.models import InformationSent
from alongside.people.models import Person

UNDER = {Agency.Sector.HEALTH: "health", Agency.Sector.EDUCATION: "education"}


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Facts about the child from health and from schools under their headings, and from others as their view."""
    told = InformationSent.objects.filter(
        case__child=child, about=InformationSent.About.CHILD, entry__sealed_for=""
    ).exclude(fact="")
    lists = [(topic, told.filter(agency__sector=sector)) for sector, topic in UNDER.items()]
    lists.append(("practitioners-views", told.exclude(agency__sector__in=UNDER)))
    for topic, these in lists:
        found = latest(these, "-sent_on", "-id")
        yield listed_as(topic, found, name=F("agency__name"), detail="fact", from_on="sent_on", key="pk")
