"""A team's dates: how many limits fall due for whom in which week, and the limits behind each number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from alongside.agencies.models import Practitioner
from alongside.deadlines.clocks import CLOCKS
from alongside.deadlines.models import Deadline
from alongside.desk.my_work_due import Parts
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

    def narrow(self, deadlines: QuerySet[Deadline], today: date) -> QuerySet[Deadline]:
        """Only the limits asked for."""
        if self.rule:
            deadlines = deadlines.filter(rule_id=self.rule)
        for column in columns(today):
            if column.key == self.week:
                deadlines = deadlines.filter(column.counts)
        return deadlines

    def of_whom(self, parts: Parts) -> Parts:
        """Only the cases of the practitioner asked for."""
        return {case: part for case, part in parts.items() if self.practitioner in (None, part.who_key)}


GUIDANCE_RULES = {clock.rule.id: clock.rule.title for clock in CLOCKS if clock.rule.clock == "guidance"}


@dataclass(frozen=True, slots=True)
class Line:
    """One practitioner's numbers, column by column."""

    key: UUID
    name: str
    numbers: tuple[int, ...]


def lines(deadlines: QuerySet[Deadline], parts: Parts, teams: Iterable[Any], today: date) -> list[Line]:
    """A line for everyone who works in these teams or leads for them, by name. Two queries."""
    counts = {f"n{n}": Count("pk", filter=column.counts) for n, column in enumerate(columns(today))}
    numbers: defaultdict[Any, list[int]] = defaultdict(lambda: [0] * len(counts))
    rows: Iterable[dict[str, Any]] = deadlines.order_by().values("case").annotate(**counts)  # type: ignore[assignment]
    for row in rows:
        who = parts[row["case"]].who_key
        numbers[who] = [before + row[n] for before, n in zip(numbers[who], counts, strict=True)]
    posts = Q(posts__team__in=list(teams), posts__from_on__lte=today) & (
        Q(posts__to_on=None) | Q(posts__to_on__gte=today)
    )
    names: dict[Any, str] = dict(Practitioner.objects.filter(posts, is_active=True).values_list("pk", "name"))
    names |= {part.who_key: part.who for part in parts.values()}
    return [
        Line(key, name, tuple(numbers[key]))
        for key, name in sorted(names.items(), key=lambda item: (item[1], str(item[0])))
    ]
