"""The last days that are in time, for whoever books a conference or sets its timetable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from alongside.conferences.models import Kind
from alongside.deadlines.calendars import calendar_in_force
from alongside.deadlines.clocks import timescale
from alongside.deadlines.models import Deadline
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.spans import Day
from alongside.people.models import Person
from alongside.plans.lists import Lines, listed

FIRST_CORE_GROUP = "child-protection.first-core-group"
FIRST_REVIEW = "child-protection.first-review"
NEXT_REVIEW = "child-protection.next-review"
INITIAL = "child-protection.initial-conference"
PLAN_CIRCULATION = "child-protection.plan-circulation"
TRANSFER_IN = "child-protection.transfer-in-conference"
RULES = {
    Kind.INITIAL: (INITIAL,),
    Kind.TRANSFER_IN: (TRANSFER_IN,),
    Kind.REVIEW: (FIRST_REVIEW, NEXT_REVIEW),
}


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that runs for a conference about a child: when, why, where it is stored, and its count day by day."""

    rule_id: str
    child_key: UUID
    key: UUID
    due_on: date
    because: str
    citation: str
    due: Due


def running(children: QuerySet[Person]) -> QuerySet[Any]:
    """The limits that run for conferences about these children, as a list."""
    rules = [rule_id for ids in RULES.values() for rule_id in ids]
    deadlines = (
        Deadline.objects.outstanding().counted().filter(child__in=children.values("pk"), rule_id__in=rules)
    )
    return listed("limit", deadlines, name="rule_id", words="because", source="citation", on="due_on", since="starts_on",
                  owner="child", key="id")  # fmt: skip


def limits_in(lines: Lines) -> list[Limit]:
    """The limits of the list, soonest first, each counted by the calendar in force."""
    found, calendar = [], calendar_in_force()
    for line in lines.get("limit", []):
        if line.on is None or line.since is None or line.owner is None:
            continue
        counted = timescale(line.name).due(line.since, calendar)
        found.append(Limit(line.name, line.owner, line.key, line.on, line.words, line.source, counted))
    return sorted(found, key=lambda limit: (limit.due_on, str(limit.key)))


def days_in_time(limits: Sequence[Limit], today: date) -> list[Day]:
    """The days after today up to the soonest limit, with those that are not counted and why; none without a limit."""
    if not limits:
        return []
    soonest = limits[0].due
    counted = {one.date: one for one in (*soonest.counted, *soonest.skipped)}
    return [one for day, one in sorted(counted.items()) if day > today and soonest.on and day <= soonest.on][
        -20:
    ]


def due(rule_id: str, held_on: date) -> Due | None:
    """What a conference held on this day makes due under one rule; None before the rule's first text."""
    try:
        return timescale(rule_id).due(held_on, calendar_in_force())
    except NotCovered:
        return None


@dataclass(frozen=True, slots=True)
class Beyond:
    """A day set later than a rule expects: the words for it, and the rule."""

    rule_id: str
    words: str


def beyond(rule_id: str, what: str, set_for: date | None, held_on: date) -> Beyond | None:
    """Whether a day that a conference set lies beyond the limit, in words; None where it does not."""
    found = due(rule_id, held_on)
    if set_for is None or found is None or found.on is None or set_for <= found.on:
        return None
    return Beyond(
        rule_id,
        f"{what} was set for {set_for:%-d %B %Y}. The guidance expects it by {found.on:%-d %B %Y} "
        f"({found.because}; {found.citation}).",
    )
