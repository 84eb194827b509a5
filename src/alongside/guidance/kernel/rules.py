"""The seven kinds of rule. An eighth needs a decision record.

Every rule is frozen and cited. Figures, lists and words sit in a ``Dated``, so a rule is
always asked *on* a day and answers from the text then in force.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, ClassVar, Literal, TypeAlias

from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES, Calendar
from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.sources import Check, Citation
from alongside.guidance.kernel.spans import DaySpan, Hours, Span, day_of
from alongside.guidance.kernel.words import LONDON, listed


class Force(Enum):
    """How strongly the text speaks. A should is never shown as a must."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    LOCAL = "local"


@dataclass(frozen=True, slots=True)
class Example:
    """A start and what is then due, worked out by hand. The tests hold every rule to its own."""

    starts: date | datetime
    due: date | datetime | None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timescale:
    """A rule of the form: do this within so long of that."""

    kind: ClassVar[str] = "Timescale"

    id: str
    title: str
    force: Force
    runs_from: str
    until: str
    within: Dated[Span]
    responsible: str
    warn: tuple[timedelta, ...] = ()
    clock: Literal["guidance", "statistics"] = "guidance"
    examples: tuple[Example, ...] = ()
    law: tuple[Citation, ...] = ()
    notes: str = ""

    @property
    def dated(self) -> Dated[Span]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.within

    def due(
        self,
        starts: date | datetime,
        calendar: Calendar = ENGLAND_AND_WALES,
        *,
        edition: str | None = None,
    ) -> Due:
        """When this is due for something that started then, under the text then in force.

        ``edition`` asks what one text says whatever the day. Raises NotCovered before the
        first text, and ValueError for a time without an offset or, for a limit in hours,
        for a day without a time.
        """
        day = day_of(starts)
        provision = self.within.at(day) if edition is None else self.within.said_by(edition)
        span = provision.value
        if isinstance(span, DaySpan):
            return Due(self, starts, span.after(day, calendar), None, provision, calendar)
        if not isinstance(span, Hours):
            return Due(self, starts, None, None, provision, calendar)
        if not isinstance(starts, datetime):
            raise ValueError(
                f"{self.title} runs for {span} from {self.runs_from}, so the day alone is not enough. "
                "Give the time as well."
            )
        at = span.after(starts)
        return Due(self, starts, at.astimezone(LONDON).date(), at, provision, calendar)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a definition says of some facts. ``answer`` is None where people must decide."""

    answer: bool | None
    because: str
    citation: Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A rule of the form: this word means that.

    ``test`` answers from facts where the meaning leaves nothing to judge; it returns the
    answer (None: for people to decide) and the reason.
    """

    kind: ClassVar[str] = "Definition"

    id: str
    title: str
    force: Force
    means: Dated[str]
    test: Callable[[Mapping[str, Any], date], tuple[bool | None, str]] | None = None
    law: tuple[Citation, ...] = ()
    notes: str = ""

    @property
    def dated(self) -> Dated[str]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.means

    def holds(self, facts: Mapping[str, Any], on: date) -> Finding:
        """Whether these facts meet the definition in force on that day, and why."""
        provision = self.means.at(on)
        if self.test is None:
            return Finding(None, "This is for people to decide, on everything they know.", provision.citation)
        answer, because = self.test(facts, on)
        return Finding(answer, because, provision.citation)


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A rule of the form: at least these take part, or someone of this standing decides.

    ``any_one`` means one of those named is enough. ``others`` are those the text says may
    be there too; leaving them out is no shortfall.
    """

    kind: ClassVar[str] = "Membership"

    id: str
    title: str
    force: Force
    at_least: Dated[tuple[str, ...]]
    others: Dated[tuple[str, ...]] | None = None
    any_one: bool = False
    law: tuple[Citation, ...] = ()
    notes: str = ""

    @property
    def dated(self) -> Dated[tuple[str, ...]]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.at_least

    def shortfall(self, present: Collection[str], on: date) -> tuple[str, ...]:
        """Who the text in force that day expects and is not among those present."""
        expected = self.at_least.at(on).value
        missing = tuple(one for one in expected if one not in present)
        if not self.any_one:
            return missing
        return (listed(expected, "or"),) if len(missing) == len(expected) else ()

    def may_also_attend(self, on: date) -> tuple[str, ...]:
        """Who else the text in force that day names as possibly there; empty if it names nobody."""
        return self.others.at(on).value if self.others else ()


@dataclass(frozen=True, slots=True)
class Heading:
    """One thing a record is expected to set out. ``group`` gathers headings under a larger one."""

    key: str
    label: str
    help: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A rule of the form: the record sets out these things."""

    kind: ClassVar[str] = "Content"

    id: str
    title: str
    force: Force
    sets_out: Dated[tuple[Heading, ...]]
    law: tuple[Citation, ...] = ()
    notes: str = ""

    @property
    def dated(self) -> Dated[tuple[Heading, ...]]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.sets_out

    def headings(self, on: date) -> tuple[Heading, ...]:
        """What the text in force that day expects, in its order."""
        return self.sets_out.at(on).value

    def shortfall(self, filled: Collection[str], on: date) -> tuple[Heading, ...]:
        """The headings in force that day whose keys are not among those filled."""
        return tuple(heading for heading in self.headings(on) if heading.key not in filled)


@dataclass(frozen=True, slots=True)
class Step:
    """One way on from a decision. ``leads_to`` names the rules that then come into play."""

    key: str
    label: str
    leads_to: tuple[str, ...] = ()
    help: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """A rule of the form: the outcome is one of these."""

    kind: ClassVar[str] = "Pathway"

    id: str
    title: str
    force: Force
    outcomes: Dated[tuple[Step, ...]]
    law: tuple[Citation, ...] = ()
    notes: str = ""

    @property
    def dated(self) -> Dated[tuple[Step, ...]]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.outcomes

    def steps(self, on: date) -> tuple[Step, ...]:
        """The outcomes open on that day, in the text's order."""
        return self.outcomes.at(on).value

    def step(self, key: str, on: date) -> Step:
        """One outcome by its key. Raises KeyError naming the outcomes there are."""
        for step in self.steps(on):
            if step.key == key:
                return step
        raise KeyError(
            f"{key} is not an outcome here. Choose from {listed([s.key for s in self.steps(on)], 'or')}."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A question the text leaves to people. The software asks it and keeps the answer.

    There is deliberately no method that answers it. ``weigh`` is what the text asks people
    to think about: listed, never scored. ``carried`` are later texts that were taken in.
    """

    kind: ClassVar[str] = "Judgement"

    id: str
    question: str
    decided_by: str
    must_record: tuple[str, ...]
    citation: Citation
    weigh: tuple[str, ...] = ()
    checked: Check | None = None
    force: Force = Force.SHOULD
    notes: str = ""
    carried: tuple[Provision[str], ...] = ()
    remark: str = ""

    @property
    def title(self) -> str:
        """The question, so that every kind of rule can be listed by title."""
        return self.question

    @property
    def dated(self) -> Dated[str]:
        """The question with the text that asks it."""
        return Dated(Provision(self.citation, self.question, self.checked, self.remark), *self.carried)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """A rule of the form: this body does that.

    ``by`` are keys of ``guidance.actors``. ``trigger`` says what brings the duty about ("always" where it
    stands at all times), ``evidence`` what shows that it is met. ``law`` is what stands behind a *must*;
    ``own_words`` marks a *must* the guidance states without naming a law, and ``expected`` a text that says
    "is expected to" or "will" where others say *should*.
    """

    kind: ClassVar[str] = "Duty"

    id: str
    title: str
    force: Force
    by: tuple[str, ...]
    asks: Dated[str]
    trigger: str = "always"
    evidence: tuple[str, ...] = ()
    law: tuple[Citation, ...] = ()
    own_words: bool = False
    expected: bool = False
    notes: str = ""

    @property
    def dated(self) -> Dated[str]:
        """The value with its history, whatever the kind of rule calls it."""
        return self.asks


Rule: TypeAlias = Timescale | Definition | Membership | Content | Pathway | Judgement | Duty

KINDS = (Timescale, Definition, Membership, Content, Pathway, Judgement, Duty)
