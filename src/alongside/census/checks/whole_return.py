"""What the Department asks of the return as a whole. Warnings only: no one child is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..problems import Problem
from ..records import Header, ReadChild
from .rules import RULES

_MOST_UNKNOWN_SEX = 0.02
_FEWEST_DISABILITIES = 8


class Tally:
    """Counts over the children of a return, fed one child at a time."""

    def __init__(self, header: Header) -> None:
        self._header = header
        self._plans_started = self._conferences = 0
        self._born = self._sex_unknown = 0
        self._disabilities: Counter[str] = Counter()
        self._several = self._children = 0

    def count(self, child: ReadChild) -> None:
        """Take one child into the counts."""
        first, last = self._header.period
        self._children += 1
        for episode in child.episodes:
            self._conferences += sum(first <= day <= last for day in episode.conferences())
            started = (plan.started_on for plan in episode.child_protection_plans)
            self._plans_started += sum(first <= day <= last for day in started)
        if child.identifiers.born_on:
            self._born += 1
            self._sex_unknown += child.identifiers.sex == "U"
        given = set(child.characteristics.disabilities) - {"NONE"}
        self._disabilities.update(given)
        self._several += len(given) > 1

    def problems(self) -> Iterator[Problem]:
        """The queries, from what was counted so far."""
        if self._plans_started > self._conferences:
            yield self._problem("2883", f"{self._plans_started} plans, {self._conferences} conferences.")
        if self._born and self._sex_unknown / self._born > _MOST_UNKNOWN_SEX:
            yield self._problem("2886Q", f"{self._sex_unknown} of {self._born} children.")
        if len(self._disabilities) < _FEWEST_DISABILITIES:
            yield self._problem("2887Q", f"{len(self._disabilities)} kinds are used.")
        if self._children and not self._several:
            yield self._problem("2888Q", f"None of {self._children} children has.")

    def _problem(self, key: str, why: str) -> Problem:
        rule = RULES[key]
        return Problem(
            level=rule.level,
            child=None,
            line=0,
            where="Message",
            what=rule.what,
            why=why,
            do=rule.do,
            rule=rule.number,
        )
