"""What a replay found: limits that would be others, and what records would still fall short of. Values, no queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from alongside.guidance.variant import Compared

#: How a limit differs, in the order in which a reader wants it.
HOW = {
    "earlier": "earlier",
    "later": "later",
    "appears": "would be new",
    "vanishes": "would not be there",
    "dated": "would get a date",
    "undated": "would lose its date",
}
NO_TEAM = "no team"


@dataclass(frozen=True, slots=True)
class Whose:
    """The case a difference is in: its child, its lead practitioner's team, and whether the reader may see whose it is."""

    case: UUID
    child: UUID
    reference: str
    called: str
    team: str
    shown: bool


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit as it is, or as it would be. Both days are empty for one without a number."""

    due_on: date | None
    due_at: datetime | None
    outstanding: bool
    overdue: bool
    late: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One limit that would be another. ``was`` or ``would`` is None where only the other text sets it."""

    whose: Whose
    rule: str
    starts_on: date
    was: Limit | None
    would: Limit | None

    @property
    def how(self) -> str:
        """A key of ``HOW``."""
        if self.was is None or self.would is None:
            return "appears" if self.was is None else "vanishes"
        before, after = _moment(self.was), _moment(self.would)
        if before is None or after is None:
            return "dated" if before is None else "undated"
        return "earlier" if after < before else "later"

    @property
    def outstanding(self) -> bool:
        """Whether it is still to be done, under either text."""
        return any(one is not None and one.outstanding for one in (self.was, self.would))

    @property
    def overdue_only_now(self) -> bool:
        return _is(self.was, "overdue") and not _is(self.would, "overdue")

    @property
    def overdue_only_then(self) -> bool:
        return _is(self.would, "overdue") and not _is(self.was, "overdue")

    @property
    def late_only_now(self) -> bool:
        return _is(self.was, "late") and not _is(self.would, "late")

    @property
    def late_only_then(self) -> bool:
        return _is(self.would, "late") and not _is(self.was, "late")


def _is(limit: Limit | None, what: str) -> bool:
    return limit is not None and getattr(limit, what)


def _moment(limit: Limit) -> tuple[date, float] | None:
    if limit.due_on is None:
        return None
    return limit.due_on, limit.due_at.timestamp() if limit.due_at else 0.0


@dataclass(frozen=True, slots=True)
class FellShort:
    """One shortfall on record, under the other text. ``still`` is None where the record does not say enough to tell."""

    whose: Whose
    rule: str
    on: date
    recorded: tuple[str, ...]
    still: tuple[str, ...] | None
    not_asked_then: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many limits of one rule, one team or all differ, and in which ways."""

    limits: int
    children: int
    by_how: dict[str, int]
    overdue_only_now: int
    overdue_only_then: int
    late_only_now: int
    late_only_then: int


def counted(differences: Iterable[Difference]) -> Counted:
    """Differences counted once each, and children once however many of theirs differ."""
    found = list(differences)
    ways = Counter(one.how for one in found)

    def how_many(is_so: Callable[[Difference], bool]) -> int:
        return sum(1 for one in found if is_so(one))

    return Counted(
        len(found), len({one.whose.child for one in found}), {how: ways[how] for how in HOW if ways[how]},
        how_many(lambda one: one.overdue_only_now), how_many(lambda one: one.overdue_only_then),
        how_many(lambda one: one.late_only_now), how_many(lambda one: one.late_only_then),
    )  # fmt: skip


@dataclass(slots=True)
class Load:
    """What falls due for one team and whoever is responsible, as it is and as it would be: overdue, then week by week."""

    team: str
    responsible: str
    was: list[int]
    would: list[int]

    @property
    def more(self) -> int:
        """How many more would be due over all these weeks, what is overdue included; fewer is less than nothing."""
        return sum(self.would) - sum(self.was)


@dataclass(frozen=True, slots=True)
class Replay:
    """The whole answer. ``cases`` is how many were looked at; ``day`` the day it is told for."""

    name: str
    area: str
    day: date
    cases: int
    compared: tuple[Compared, ...]
    responsible: dict[str, str]
    differences: list[Difference] = field(default_factory=list)
    shortfalls: list[FellShort] = field(default_factory=list)

    def of_rule(self, rule: str) -> list[Difference]:
        return [one for one in self.differences if one.rule == rule]

    def by_rule(self) -> dict[str, Counted]:
        """The counts rule by rule, in the order of the guidance."""
        order = [one.rule.id for one in self.compared]
        rules = sorted(
            {one.rule for one in self.differences}, key=lambda one: order.index(one) if one in order else -1
        )
        return {rule: counted(self.of_rule(rule)) for rule in rules}

    def by_team(self) -> dict[str, Counted]:
        teams = sorted({one.whose.team for one in self.differences})
        return {team: counted(one for one in self.differences if one.whose.team == team) for team in teams}

    def loads(self, weeks: int, at_once: int = 1) -> list[Load]:
        """What is overdue and what falls due in each of the next weeks, for each team and whoever is responsible.

        ``at_once``: so many weeks counted together.
        """
        blocks = -(-weeks // at_once)
        found: dict[tuple[str, str], Load] = {}
        for one in self.differences:
            if one.rule not in self.responsible:
                continue  # What a text is not held to say saves nobody work.
            key = one.whose.team, self.responsible[one.rule]
            load = found.setdefault(key, Load(*key, [0] * (blocks + 1), [0] * (blocks + 1)))
            for limit, counts in ((one.was, load.was), (one.would, load.would)):
                week = self._week(limit, weeks)
                if week is not None:
                    counts[-(-week // at_once)] += 1
        return [found[key] for key in sorted(found) if any(found[key].was) or any(found[key].would)]

    def _week(self, limit: Limit | None, weeks: int) -> int | None:
        """0 for overdue, then the number of the week; None for what is done, later, or has no date."""
        if limit is None or not limit.outstanding or limit.due_on is None:
            return None
        if limit.overdue:
            return 0
        week = (limit.due_on - self.day) // timedelta(weeks=1)
        return week + 1 if week < weeks else None
