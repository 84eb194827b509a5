"""What must be true of every kind of entry and every clock, whoever writes it."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from alongside.chronology import kinds
from alongside.chronology.kinds import KINDS, Kind
from alongside.chronology.states import CHANGES
from alongside.deadlines.clocks import CLOCKS, Clock
from alongside.guidance.kernel.rules import Timescale

SOURCE = Path(kinds.__file__).parents[1]
NAMES = {value.id: name for name, value in vars(kinds).items() if isinstance(value, Kind)}
EACH_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
EACH_CLOCK = pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: clock.rule.id)


@EACH_KIND
def test_its_id_is_in_kebab_case_and_its_own(kind: Kind) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", kind.id)
    assert KINDS[kind.id] is kind
    assert kind.title


@EACH_KIND
def test_its_sentence_reads_even_where_a_detail_is_missing(kind: Kind) -> None:
    assert kind.words({}) == kind.words(dict.fromkeys(kind.details, "")).strip()


@EACH_KIND
def test_what_is_personal_is_among_what_it_says(kind: Kind) -> None:
    """Erasure takes out what is named here, so a name that no sentence or detail has would erase nothing."""
    spoken = {field for _, field, _, _ in Formatter().parse(kind.sentence) if field}
    unspoken = set(kind.personal) - spoken - set(kind.details)

    assert {
        name for name in unspoken if not any(f"{name}=" in source for source in recorded_in(kind))
    } == set()


def recorded_in(kind: Kind) -> list[str]:
    """The source of every module that names a kind."""
    files = (path for path in SOURCE.rglob("*.py") if path.name != "kinds.py")
    return [source for source in map(Path.read_text, files) if re.search(rf"\b{NAMES[kind.id]}\b", source)]


@EACH_KIND
def test_some_act_records_it(kind: Kind) -> None:
    assert recorded_in(kind), f"Nothing records {NAMES[kind.id]}. Record it in an act, or take it out."


def test_how_things_stand_is_read_from_kinds_that_exist() -> None:
    assert CHANGES.keys() <= KINDS.keys()


@EACH_CLOCK
def test_a_clock_is_started_and_stopped_by_kinds_that_exist(clock: Clock) -> None:
    assert isinstance(clock.rule, Timescale)
    assert clock.started_by.kinds
    assert clock.stopped_by.kinds
    for when in (clock.started_by, clock.stopped_by, clock.ended_by):
        assert {kind.id for kind in when.kinds} <= KINDS.keys()
