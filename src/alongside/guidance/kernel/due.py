"""When something is due, and why: enough for a person to check it by hand.

Made cheaply, explained lazily. The words and the count are worked out when asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from alongside.guidance.kernel.calendar import Calendar
from alongside.guidance.kernel.dated import Provision
from alongside.guidance.kernel.sources import Citation, Source
from alongside.guidance.kernel.spans import Day, DaySpan, Span, day_of
from alongside.guidance.kernel.words import LONDON, day_in_words, time_in_words

if TYPE_CHECKING:
    from alongside.guidance.kernel.rules import Force, Timescale


@dataclass(frozen=True, slots=True)
class Due:
    """One rule applied to one start.

    ``on`` is the last day in time; ``at`` is the moment, for limits in hours (``on`` is then
    its day in England). Both are None where the text gives no number.
    """

    rule: Timescale
    starts: date | datetime
    on: date | None
    at: datetime | None
    provision: Provision[Span]
    calendar: Calendar

    @property
    def span(self) -> Span:
        """The length of time the text in force allows."""
        return self.provision.value

    @property
    def citation(self) -> Citation:
        """The place in the text that says so."""
        return self.provision.citation

    @property
    def source(self) -> Source:
        """The issue of the text that says so."""
        return self.provision.citation.source

    @property
    def edition(self) -> str:
        """That issue by name: ``Working Together 2023 (June 2025 issue)``."""
        return self.source.name

    @property
    def force(self) -> Force:
        """Must, should or local."""
        return self.rule.force

    @property
    def checked(self) -> bool:
        """Whether a person has read the text itself and agreed."""
        return self.provision.checked is not None

    @property
    def because(self) -> str:
        """Why, in a sentence: the span, what it runs from, and the day."""
        when = (
            f"on {time_in_words(self.starts)}"
            if isinstance(self.starts, datetime) and self.at is not None
            else f"on {day_in_words(day_of(self.starts))}"
        )
        if not self.span.counts:
            return f"{self.span}: no number of days is set; from {self.rule.runs_from}, {when}"
        return f"{self.span} from {self.rule.runs_from}, {when}"

    @property
    def remark(self) -> str:
        """A word about the clocks, where they change inside a limit in hours; else empty."""
        if self.at is None or not isinstance(self.starts, datetime):
            return ""
        before = self.starts.astimezone(LONDON).utcoffset()
        after = self.at.astimezone(LONDON).utcoffset()
        if before == after or before is None or after is None:
            return ""
        way = "back" if after < before else "forward"
        return (
            f"The clocks go {way} in between, so the time of day differs by an hour. "
            "The hours counted are those that pass."
        )

    @property
    def days(self) -> tuple[Day, ...]:
        """Every day looked at, in order; empty for limits in hours or without a number."""
        span = self.provision.value
        if not isinstance(span, DaySpan):
            return ()
        return span.walk(day_of(self.starts), self.calendar)

    @property
    def counted(self) -> tuple[Day, ...]:
        """The days counted, each with its number. Months and weeks give one day for each."""
        return tuple(day for day in self.days if day.number is not None)

    @property
    def skipped(self) -> tuple[Day, ...]:
        """The days passed over, each with its reason."""
        return tuple(day for day in self.days if day.number is None)

    @property
    def warnings(self) -> tuple[datetime, ...]:
        """The moments to warn at, in UTC, for limits in hours that ask for it."""
        if self.at is None:
            return ()
        return tuple(self.at - before for before in self.rule.warn)
