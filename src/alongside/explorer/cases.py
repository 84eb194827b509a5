"""The limits that run under one rule, for children whose record the reader may open. Reads only."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Agency, Practitioner
from alongside.deadlines.clocks import CLOCKS
from alongside.deadlines.models import Deadline
from alongside.desk.my_work_due import Page, Part, page

COUNTED_HERE = frozenset(clock.rule.id for clock in CLOCKS)


def running_under(rule_id: str, me: Practitioner) -> QuerySet[Deadline]:
    """Outstanding limits under this rule, in the areas where this practitioner works."""
    areas: Any = me.scope.areas_as()
    if not areas:
        areas = Agency.areas.through.objects.filter(agency__in=me.scope.agencies).values("area")
    running = Deadline.objects.outstanding().filter(area__in=areas, rule_id=rule_id)
    return READ_RECORD.filter_through("child", running, me, own_area=True)


def governed_by(rule_id: str, me: Practitioner, after: str) -> Page | None:
    """The next of them, the latest first; None for a rule that starts no clock here. One query."""
    return page(running_under(rule_id, me), Part(), after) if rule_id in COUNTED_HERE else None
