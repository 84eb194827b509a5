"""What of plans waits for somebody: the actions they are to do. A list for “My work”, one query with the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.expressions import Value
from django.db.models.functions import Coalesce, Concat

from alongside.agencies.models import Practitioner
from alongside.facts import Fact, listed_as
from alongside.improvement.models import PlannedAction
from alongside.ui.jinja import reverse_for

PLANNED = "planned-action"


@dataclass(frozen=True, slots=True)
class ToDo:
    """An action one is to do: what, in whose plan, where it is, and by when if a day is set."""

    what: str
    whose: str
    href: str
    due_on: date | None


def planned_lists(me: Practitioner) -> list[QuerySet[Any]]:
    """What one is to do. name: what. role: in whose plan. from_on: by when. key: the action."""
    mine = PlannedAction.objects.filter(owner=me, outcome="")
    partnership = Concat("area__name", Value(" safeguarding partnership"), output_field=TextField())
    whose = Coalesce("agency__name", partnership, output_field=TextField())
    return [listed_as(PLANNED, mine, name="what", role=whose, from_on="due_on", key="pk")]


def planned_in(found: Mapping[str, Iterable[Fact]]) -> list[ToDo]:
    """What they are to do, from what was read: the soonest first, what has no day last."""
    mine = [
        ToDo(one.name, one.role, reverse_for("improvement:action", one.key), one.from_on)
        for one in found.get(PLANNED, ())
    ]
    return sorted(mine, key=lambda one: (one.due_on or date.max, one.what))
