"""What links to places, groups and online spaces say of a child, for whoever writes a new record. Judgements are not offered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet, TextField, Value
from django.db.models.functions import Concat

from alongside.contexts.models import ContextLink
from alongside.facts import listed_as
from alongside.known.facts import latest
from alongside.people.models import Person

TOPIC = "extra-familial-contexts"


def facts_known(child: Person) -> Iterable[QuerySet[Any]]:
    """Where the child is harmed outside the home or causes harm: what, for how long, where."""
    standing = ContextLink.objects.filter(case__child=child, ended_on=None)
    links = latest(standing, "-from_on", "-id")
    source = Concat(Value("Link to "), F("context__name"), output_field=TextField())
    for field in ("nature", "duration", "location"):
        yield listed_as(
            TOPIC, links.exclude(**{field: ""}), name=source, detail=field, from_on="from_on", key="pk"
        )
