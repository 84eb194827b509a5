"""Values with a history: what a text said, and from when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from alongside.guidance.kernel.sources import Check, Citation, Source
from alongside.guidance.kernel.words import day_in_words, listed

T = TypeVar("T")
U = TypeVar("U")
T_co = TypeVar("T_co", covariant=True)


class NotCovered(LookupError):
    """No text encoded here was in force on the day asked about."""


@dataclass(frozen=True, slots=True)
class Provision(Generic[T_co]):
    """One value, the place that says so, and the check of it against the text.

    ``checked`` is None until a person has read the text itself. The value is still used,
    and every page that shows it says it is not yet checked. ``remark`` is what a reading said that
    does not check it: that the text differs, or that the value has changed since.
    ``over``: from its day on the rule asks nothing any more, and the value says what took its place.
    """

    citation: Citation
    value: T_co
    checked: Check | None = None
    remark: str = ""
    over: bool = False

    @property
    def carried(self) -> bool:
        """Whether the value was carried on from an earlier text, and nobody confirmed it in this one."""
        return "inherited from" in self.citation.locator

    @property
    def standing(self) -> str:
        """Whether the value was checked against the text, and by whom; or what a reading said instead."""
        if self.checked:
            return str(self.checked)
        return f"not checked: {self.remark}" if self.remark else "not yet checked against the text"


class Dated(Generic[T]):
    """A value with a history. Ask it what it was ``at`` a day.

    ``before`` is the text that was in force before the first one encoded, where it is known
    by name and its values are not: a refusal then says which text to read.
    """

    __slots__ = ("_begun", "_days", "awaited", "before", "provisions")

    provisions: tuple[Provision[T], ...]
    awaited: tuple[Provision[T], ...]

    def __init__(self, *provisions: Provision[T], before: Source | None = None) -> None:
        if not provisions:
            raise ValueError("A dated value needs at least one provision, with the text that says so.")
        begun = [(p.citation.in_force_from, p) for p in provisions if p.citation.in_force_from is not None]
        begun.sort(key=lambda pair: pair[0])
        self.provisions = provisions
        self.before = before
        self.awaited = tuple(p for p in provisions if p.citation.in_force_from is None)
        self._days = tuple(day for day, _ in begun)
        self._begun = tuple(provision for _, provision in begun)

    @property
    def first_day(self) -> date | None:
        """The day the earliest text encoded here came into force; None if none has begun."""
        return self._days[0] if self._days else None

    def at(self, day: date) -> Provision[T]:
        """The provision in force on ``day``.

        Raises NotCovered before the first text, and where nothing has begun.
        """
        place = bisect_right(self._days, day)
        if place:
            return self._begun[place - 1]
        if not self._begun:
            raise NotCovered(
                f"{self.provisions[0].citation} has been passed and has not begun. "
                "It can be read and shown, and governs nothing until a day is set for it to begin."
            )
        raise NotCovered(
            f"No text in force on {day_in_words(day)} is encoded here. "
            f"The earliest is {self._begun[0].citation}, in force from {day_in_words(self._days[0])}. "
            f"Ask about that day or later, or read {self._text_then(day)}."
        )

    def _text_then(self, day: date) -> str:
        before = self.before
        if before is None or before.in_force_from is None or day < before.in_force_from:
            return "the text that was in force then"
        return f"{before}, which was in force then"

    def said_by(self, edition: str) -> Provision[T]:
        """What one edition or issue says, whatever the day: the latest issue encoded of it.

        ``edition`` is an edition (``WT2018``) or an issue (``WT2018-2020-12``), in any case.
        Raises NotCovered, naming what is encoded, if that text says nothing here.
        """
        wanted = edition.casefold()
        ordered = self._begun + self.awaited
        for provision in reversed(ordered):
            source = provision.citation.source
            if wanted in (source.edition.casefold(), source.id.casefold()):
                return provision
        encoded = dict.fromkeys(provision.citation.source.edition for provision in ordered)
        raise NotCovered(
            f"{edition} says nothing about this that is encoded here. Choose from {listed(encoded, 'or')}."
        )

    def map(self, change: Callable[[T], U]) -> Dated[U]:
        """The same history with each value changed, for example to show it."""
        changed = (
            Provision(p.citation, change(p.value), p.checked, p.remark, p.over) for p in self.provisions
        )
        return Dated(*changed, before=self.before)

    def __repr__(self) -> str:
        return f"Dated({', '.join(f'{p.citation}: {p.value}' for p in self.provisions)})"
