"""A team's dates: how many limits fall due for whom in which week, and the limits behind each number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.agencies.models import Practitioner
from alongside.deadlines.clocks import CLOCKS
from alongside.ui.words import day_short

LATE, UNDATED = "late", "undated"
WEEKS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: its key in the address, its heading, and the limits it counts."""

    key: str
    title: str
    counts: Q


def columns(today: date) -> list[Column]:
    """What is late, what has no number of days, then four weeks from Monday to Sunday, this one first."""
    monday = today - timedelta(days=today.weekday())
    weeks = []
    for number in range(WEEKS):
        starts = monday + timedelta(weeks=number)
        first, last = max(starts, today), starts + timedelta(days=6)
        title = "This week" if number == 0 else f"Week of {day_short(starts)}"
        weeks.append(Column(str(number + 1), title, Q(due_on__gte=first, due_on__lte=last)))
    return [
        Column(LATE, "Late", Q(due_on__lt=today)),
        *weeks,
        Column(UNDATED, "As soon as possible", Q(due_on=None)),
    ]


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters that the address carries. Whatever cannot be read is left out."""

    practitioner: UUID | None = None
    week: str = ""
    rule: str = ""

    @classmethod
    def of(cls, given: Any) -> Asked:
        """From a query string."""
        try:
            practitioner = UUID(given.get("practitioner", ""))
        except ValueError:
            practitioner = None
        week, rule = given.get("week", ""), given.get("rule", "")
        keys = (LATE, UNDATED, *map(str, range(1, WEEKS + 1)))
        return cls(practitioner, week if week in keys else "", rule if rule in GUIDANCE_RULES else "")

    def narrow(self, deadlines: QuerySet[Any], today: date) -> QuerySet[Any]:
        """Only the limits asked for."""
        if self.practitioner:
            deadlines = deadlines.filter(who_key=self.practitioner)
        if self.rule:
            deadlines = deadlines.filter(rule_id=self.rule)
        for column in columns(today):
            if column.key == self.week:
                deadlines = deadlines.filter(column.counts)
        return deadlines


GUIDANCE_RULES = {clock.rule.id: clock.rule.title for clock in CLOCKS if clock.rule.clock == "guidance"}


@dataclass(frozen=True, slots=True)
class Line:
    """One practitioner's numbers, column by column."""

    key: UUID
    name: str
    numbers: tuple[int, ...]


def lines(deadlines: QuerySet[Any], teams: Iterable[object], today: date) -> list[Line]:
    """A line for everyone who works in these teams or leads for them, by name. Two queries."""
    counts = {f"n{n}": Count("pk", filter=column.counts) for n, column in enumerate(columns(today))}
    counted = {
        row["who_key"]: row for row in deadlines.order_by().values("who_key", "who").annotate(**counts)
    }
    posts = Q(posts__team__in=list(teams), posts__from_on__lte=today) & (
        Q(posts__to_on=None) | Q(posts__to_on__gte=today)
    )
    names = dict(Practitioner.objects.filter(posts, is_active=True).order_by().values_list("pk", "name"))
    names |= {key: row["who"] for key, row in counted.items()}
    none = dict.fromkeys(counts, 0)
    return [
        Line(key, name, tuple(counted.get(key, none)[n] for n in counts))
        for key, name in sorted(names.items(), key=lambda item: (item[1], str(item[0])))
    ]
