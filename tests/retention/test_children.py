"""Until when a child's record is kept: never disposed of early, never late, and never while it is held.

The rules are told here a second time, in another way: by comparing year, month and day as numbers.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as some

from alongside.guidance.kernel.rules import Force
from alongside.keys import new_key
from alongside.retention import children
from alongside.retention.children import Life, Period, keeping_of

DAYS = some.dates(date(1950, 1, 1), date(2150, 12, 31))
NONE_DECIDED: dict[str, Period] = {}
KEY = new_key()


def is_over(starts: date, years: int, on: date) -> bool:
    """Whether so many years since a day are over on another: the anniversary itself is not."""
    return (on.year - starts.year, on.month, on.day) > (years, starts.month, starts.day)


def should_come_up(life: Life, periods: dict[str, Period], on: date) -> bool:
    """The specification, said again."""
    if life.held or life.case_open or life.adopted:
        return False
    answers = []
    if life.looked_after:
        if life.born_on is None or life.birth_estimated:
            return False
        eighteen_on_death = life.died_on is None or not is_younger(life.born_on, life.died_on)
        law = is_over(life.born_on, 75, on) if eighteen_on_death else is_over(life.died_on or on, 15, on)
        answers.append(law)
    if (period := periods.get(life.group)) is not None:
        answers.extend(local_answer(life, period, on))
    elif not life.looked_after:
        return False
    return bool(answers) and all(answers)


def local_answer(life: Life, period: Period, on: date) -> list[bool]:
    unknown = life.born_on is None or life.birth_estimated
    if period.clock == "birth":
        if unknown:
            return [] if life.looked_after else [False]
        closed = life.closed_on is None or on > life.closed_on
        return [is_over(life.born_on or on, period.years, on) and closed]
    if life.closed_on is None:
        return [] if life.looked_after else [False]
    return [is_over(life.closed_on, period.years, on)]


def is_younger(born: date, died: date) -> bool:
    """Whether somebody died before their 18th birthday; born on 29 February, that is on the 28th of other years."""
    birthday = (
        born.replace(year=born.year + 18)
        if (born.month, born.day) != (2, 29)
        else date(born.year + 18, 2, 28)
    )
    return died < birthday


@some.composite
def lives(draw: some.DrawFn) -> Life:
    born = draw(some.one_of(some.none(), some.dates(date(1930, 1, 1), date(2026, 12, 31))))
    ages = some.integers(0, 30_000)
    died = draw(
        some.one_of(some.none(), ages.map(lambda days: (born or date(1990, 5, 1)) + timedelta(days=days)))
    )
    return Life(
        key=KEY, reference="WREN-1", born_on=born, birth_estimated=draw(some.booleans()), died_on=died,
        looked_after=draw(some.sampled_from(["", "came home"])), adopted=draw(some.sampled_from([False, False, True])),
        group=draw(some.sampled_from(["plan", "help", "referral"])),
        case_open=draw(some.sampled_from([False, False, True])),
        closed_on=draw(some.one_of(some.none(), some.dates(date(1990, 1, 1), date(2060, 12, 31)))),
        held=draw(some.booleans()),
    )  # fmt: skip


PERIODS = some.dictionaries(
    some.sampled_from(["plan", "help", "referral"]),
    some.builds(
        Period, clock=some.sampled_from(["birth", "closed"]), years=some.integers(1, 120), decided_by=some.just("A schedule")
    ),
)  # fmt: skip
LEAP = Life(key=KEY, reference="WREN-2", born_on=date(2012, 2, 29), looked_after="came home")
EIGHTEEN = Life(
    key=KEY, reference="WREN-3", born_on=date(2000, 6, 1), died_on=date(2018, 6, 1), looked_after="came home"
)


@settings(max_examples=600, deadline=None)
@given(life=lives(), periods=PERIODS, on=DAYS)
@example(life=LEAP, periods=NONE_DECIDED, on=date(2087, 2, 28))
@example(life=LEAP, periods=NONE_DECIDED, on=date(2087, 3, 1))
@example(life=EIGHTEEN, periods=NONE_DECIDED, on=date(2033, 6, 2))
def test_a_record_comes_up_when_its_time_is_over_and_not_a_day_earlier_or_later(
    life: Life, periods: dict[str, Period], on: date
) -> None:
    assert keeping_of(life, periods, on).is_due(on) is should_come_up(life, periods, on)


@settings(max_examples=200, deadline=None)
@given(life=lives(), periods=PERIODS, on=DAYS)
def test_it_comes_up_on_the_day_after_its_last_and_on_every_later_day(
    life: Life, periods: dict[str, Period], on: date
) -> None:
    keeping = keeping_of(life, periods, on)
    if keeping.until is None:
        assert not keeping.is_due(date.max)
        assert keeping.because
        return
    assert not keeping.is_due(keeping.until)
    assert keeping.is_due(keeping.until + timedelta(days=1)) is not life.held
    assert keeping.waits(keeping.until + timedelta(days=1)) is life.held


@given(life=lives(), periods=PERIODS, on=DAYS)
def test_what_an_area_decides_is_never_said_to_be_law(
    life: Life, periods: dict[str, Period], on: date
) -> None:
    keeping = keeping_of(life, periods, on)

    if keeping.force is Force.MUST:
        assert "regulation 50" in keeping.source
        assert life.looked_after
    if keeping.force is Force.LOCAL:
        assert keeping.source == "Local, and no law: A schedule"


def test_a_fault_of_one_day_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: the last day itself is taken as over."""
    monkeypatch.setattr(
        children.Keeping,
        "is_due",
        lambda self, on: self.until is not None and on >= self.until and not self.life.held,
    )
    on = date(2087, 2, 28)

    assert keeping_of(LEAP, {}, on).is_due(on) is not should_come_up(LEAP, {}, on)


def test_a_hold_that_is_forgotten_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeded fault: holds are not looked at."""
    monkeypatch.setattr(
        children.Keeping, "is_due", lambda self, on: self.until is not None and on > self.until
    )
    held = Life(key=KEY, reference="W", born_on=date(2000, 1, 1), looked_after="came home", held=True)
    on = date(2090, 1, 1)

    assert keeping_of(held, {}, on).is_due(on) is not should_come_up(held, {}, on)
