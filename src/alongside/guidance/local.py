"""A council's own limit: beside the national rule, never over it.

A local rule is the same kind of object, with ``Force.LOCAL`` and its own citation, in the
council's own package. It may be shorter than the national limit or fill in where the text
sets no number. It may never be longer.
"""

from __future__ import annotations

from dataclasses import dataclass

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, Calendar
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Example, Force, Timescale
from alongside.guidance.kernel.sources import Citation
from alongside.guidance.kernel.spans import CalendarDays, DaySpan, Hours, Span


class LongerThanNational(ValueError):
    """A local limit would let something be later than the national rule allows."""


def is_longer(local: Span, national: Span, calendar: Calendar = ENGLAND_AND_WALES) -> bool:
    """Whether the local span can end after the national one, from any day the calendar knows."""
    if not local.counts or not national.counts:
        return not local.counts and national.counts
    if isinstance(local, Hours) and isinstance(national, Hours):
        return local.n > national.n
    if isinstance(local, Hours):
        # Hours that start just before midnight end that many whole days later, or part of one more.
        return is_longer(CalendarDays(-(-local.n // 24)), national, calendar)
    if isinstance(national, Hours):
        whole_days = national.n // 24 - 1
        return whole_days < 1 or is_longer(local, CalendarDays(whole_days), calendar)
    if isinstance(local, DaySpan) and isinstance(national, DaySpan):
        ends = zip(local.table(calendar), national.table(calendar), strict=True)
        return any(ours > theirs for ours, theirs in ends)
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalRule:
    """One council's limit for something a national rule covers.

    ``within`` is checked against every text of the national rule in force while the local
    citation is. Raises LongerThanNational, naming both, if it could ever end later.
    """

    id: str
    national: Timescale
    within: Span
    citation: Citation
    examples: tuple[Example, ...] = ()
    notes: str = ""

    def __post_init__(self) -> None:
        for provision in self.national.within.provisions:
            if is_longer(self.within, provision.value):
                raise LongerThanNational(
                    f"{self.id} allows {self.within}, and {self.national.id} allows {provision.value} "
                    f"({provision.citation}). A local limit may be shorter than the national one, never longer. "
                    "Make it shorter, or leave the national rule to stand alone."
                )

    @property
    def rule(self) -> Timescale:
        """The local limit as a rule, to show beside the national one."""
        return Timescale(
            id=self.id,
            title=self.national.title,
            force=Force.LOCAL,
            runs_from=self.national.runs_from,
            until=self.national.until,
            within=Dated(Provision(self.citation, self.within)),
            responsible=self.national.responsible,
            warn=self.national.warn if isinstance(self.within, Hours) else (),
            clock=self.national.clock,
            examples=self.examples,
            notes=self.notes,
        )
