"""Until when a child's record is kept: worked out from what the record says, and never where it does not say.

A day that cannot be worked out is no day: the record is kept, and the reason says what a person has to settle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from dateutil.relativedelta import relativedelta

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.rules import Force
from alongside.guidance.legislation import keeping_records
from alongside.guidance.sources import CARE_PLANNING_REGULATIONS_2010
from alongside.ui.words import count

LAW, LOCAL = keeping_records.LOOKED_AFTER.id, "records.local"
BIRTH, CLOSED = "birth", "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """What is asked of a child's record to know how long it is kept.

    looked_after: why it must be taken that the child was looked after; empty where nothing on record says so.
    group: whose local period applies ("plan", "help", "referral"). closed_on: the last closing of a case.
    """

    key: UUID
    reference: str
    born_on: date | None = None
    birth_estimated: bool = False
    died_on: date | None = None
    looked_after: str = ""
    adopted: bool = False
    group: str = "referral"
    case_open: bool = False
    closed_on: date | None = None
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """What an area decided for one group: so many years, counted from birth or from the last closing."""

    clock: str
    years: int
    decided_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Until when a record is kept (``until``, the last day; None where no day can be given), and why."""

    life: Life
    until: date | None
    rule: str
    force: Force | None
    because: str
    source: str = ""

    def is_due(self, on: date) -> bool:
        """Whether the record may be disposed of on a day. A hold always wins."""
        return self.until is not None and on > self.until and not self.life.held

    def waits(self, on: date) -> bool:
        """Whether it would be due, and a hold keeps it."""
        return self.until is not None and on > self.until and self.life.held


def keeping_of(life: Life, periods: Mapping[str, Period], on: date) -> Keeping:
    """Until when this record is kept, by the rules in force on a day.

    Where a law and an area's own period both apply, the later day. Raises nothing: what is not known keeps the record.
    """
    if life.case_open:
        return _kept(life, "a case is open")
    if life.adopted:
        return _kept(
            life, "the child was adopted: the day of the order, from which the time runs, is not kept here"
        )
    local = _local(life, periods.get(life.group))
    if not life.looked_after:
        return local
    law = _law(life, on)
    if law.until is None or local.until is None:
        return law
    return max(law, local, key=lambda one: one.until or date.min)


def _law(life: Life, on: date) -> Keeping:
    """Regulation 50: to the 75th anniversary of birth, or 15 years after a death before 18."""
    if life.born_on is None or life.birth_estimated:
        return _kept(life, f"{life.looked_after}, and the date of birth is not known for certain")
    from_birth, from_death, age = (
        _in_force(years, on)
        for years in (keeping_records.YEARS_FROM_BIRTH, keeping_records.YEARS_FROM_DEATH, keeping_records.DIES_BEFORE_AGE)
    )  # fmt: skip
    young = life.died_on is not None and life.died_on < life.born_on + relativedelta(years=age)
    if young and life.died_on is not None:
        until, words = (
            life.died_on + relativedelta(years=from_death),
            f"{from_death} years from the day of death",
        )
    else:
        until, words = (
            life.born_on + relativedelta(years=from_birth),
            f"the {from_birth}th anniversary of birth",
        )
    cited = str(keeping_records.LOOKED_AFTER.means.provisions[0].citation)
    return Keeping(
        life=life,
        until=until,
        rule=LAW,
        force=Force.MUST,
        because=f"{life.looked_after}: {words}",
        source=cited,
    )


def _local(life: Life, period: Period | None) -> Keeping:
    if period is None:
        return _kept(life, "the area has not decided how long such records are kept", LOCAL)
    if period.clock == BIRTH and (life.born_on is None or life.birth_estimated):
        return _kept(life, "the date of birth is not known for certain", LOCAL)
    starts = life.born_on if period.clock == BIRTH else life.closed_on
    if starts is None:
        return _kept(life, "no case was closed", LOCAL)
    from_words = "birth" if period.clock == BIRTH else "the last closing of a case"
    until = starts + relativedelta(years=period.years)
    return Keeping(
        life=life, until=max(until, life.closed_on or until), rule=LOCAL, force=Force.LOCAL,
        because=f"{count(period.years, 'year')} from {from_words}", source=f"Local, and no law: {period.decided_by}",
    )  # fmt: skip


def _kept(life: Life, because: str, rule: str = LAW) -> Keeping:
    return Keeping(life=life, until=None, rule=rule, force=None, because=because)


def _in_force(years: Dated[int], on: date) -> int:
    """The figure on a day; before the regulations began, the figure they began with."""
    return years.at(max(on, CARE_PLANNING_REGULATIONS_2010.in_force_from or on)).value
