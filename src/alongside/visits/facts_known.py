"""What a child said and how a child was when somebody saw them, for whoever writes a new record."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Concat

from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person
from alongside.visits.models import Visit

SEEN_BY = Concat(Value("Seen by "), F("practitioner__name"), output_field=TextField())


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """The child's own words, and what was observed, at the latest visits."""
    seen = Visit.objects.filter(case__child=child, seen=True, entry__sealed_for="")
    for topic, field in (
        ("childs-wishes-and-feelings", "said"),
        ("emotional-and-behavioural-development", "observed"),
    ):
        these = latest(seen.exclude(**{field: ""}), "-seen_on", "-id")
        yield listed_as(topic, these, name=SEEN_BY, detail=field, from_on="seen_on", key="pk")
