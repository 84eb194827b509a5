"""How the children stand whom two people talk about: the plan, when each was seen, and what is due next. Reads only."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Max

from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.facts import listed_as, read
from alongside.family_help.models import ChildInNeedPlan
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan


@dataclass(slots=True)
class Child:
    """One child. due, due_on: the soonest limit of the guidance that has a day."""

    child: Person
    plan: str = ""
    seen_on: date | None = None
    alone_on: date | None = None
    due: str = ""
    due_on: date | None = None


def how_they_stand(children: Iterable[Person]) -> list[Child]:
    """Each child with what a supervisor asks first. One query, however many children; none where there are none."""
    found = {one.pk: Child(one) for one in children}
    if not found:
        return []
    for fact in read(_lists(list(found))):
        child = found.get(fact.key) if fact.key else None
        if child is None:
            continue
        if fact.what == "seen":
            child.seen_on = fact.from_on
        elif fact.what == "alone":
            child.alone_on = fact.from_on
        elif fact.what == "due" and fact.from_on and (child.due_on is None or fact.from_on < child.due_on):
            child.due, child.due_on = timescale(fact.name).title, fact.from_on
        elif fact.what == "protected" or (fact.what == "in-need" and not child.plan):
            child.plan = PLANS[fact.what]
    return list(found.values())


PLANS = {"protected": "Child protection plan", "in-need": "Plan of help"}


def _lists(keys: list[UUID]) -> tuple[Any, ...]:
    seen = Entry.objects.standing().filter(child__in=keys, kind=kinds.CHILD_SEEN.id).order_by()
    last = seen.values("child").annotate(last=Max("happened_on"))
    due = Deadline.objects.outstanding().counted().filter(child__in=keys, clock="guidance")
    return (
        listed_as("seen", last, from_on="last", key="child"),
        listed_as("alone", seen.filter(details__alone="yes").values("child").annotate(last=Max("happened_on")),
                  from_on="last", key="child"),
        listed_as("due", due, name="rule_id", from_on="due_on", key="child"),
        listed_as("protected", ChildProtectionPlan.objects.filter(child__in=keys, ended_on=None), key="child"),
        listed_as("in-need", ChildInNeedPlan.objects.filter(case__child__in=keys, ending=None), key="case__child"),
    )  # fmt: skip
