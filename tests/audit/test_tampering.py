"""Whatever is done to the audit behind the service's back shows, and where."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator

import pytest

from alongside.audit.verifying import Problem, Verifier
from tests.audit.tampering import CHAINS, EVERYWHERE, LENGTH, ONLY_FROM_OUTSIDE, Audit, a_chain, tampers

COUNT = 2_000


@pytest.fixture(scope="module")
def audit() -> Audit:
    return Audit.made()


def names(problem: Problem, number: int) -> bool:
    return (problem.first or problem.number) <= number <= problem.number


def missed(audit: Audit, verifier: type[Verifier] = Verifier, *, marked: bool = True) -> Counter[str]:
    """The tampers that a verifier does not find, or finds in the wrong place, by kind."""
    found: Counter[str] = Counter()
    for seed, tamper, chain in tampers(COUNT):
        copy = audit.copy()
        number = tamper(copy, chain, random.Random(seed))
        problems = copy.problems(verifier, marked=marked)
        there = [problem for problem in problems if (problem.area, problem.lane) == chain]
        # A row that says it is of another chain is missed where it was.
        elsewhere = {(p.area, p.lane) for p in problems} & set(CHAINS) - {chain}
        if not any(names(problem, number) for problem in there) or (elsewhere and tamper not in EVERYWHERE):
            found[tamper.__name__] += 1
    return found


def test_an_audit_nobody_touched_has_no_problems(audit: Audit) -> None:
    assert audit.problems() == []


def test_of_two_thousand_tampers_each_is_found_where_it_is(audit: Audit) -> None:
    assert missed(audit) == {}


def test_without_a_checkpoint_only_what_leaves_whole_chains_is_missed(audit: Audit) -> None:
    assert set(missed(audit, marked=False)) == {tamper.__name__ for tamper in ONLY_FROM_OUTSIDE}


class Careless(Verifier):
    """The seeded fault: it hashes, and looks at nothing else."""

    def _look_closely(self, *_: object) -> Iterator[Problem]:
        yield from ()


class HoldsNothingAgainst(Verifier):
    """The seeded fault: it has checkpoints and does not hold rows against them."""

    def _held_against(self, *_: object) -> Iterator[Problem]:
        yield from ()


class NeverMissesAnEnd(Verifier):
    """The seeded fault: it does not ask whether the ends of chains are there."""

    def finish(self, *_: object) -> Iterator[Problem]:
        yield from ()


@pytest.mark.parametrize(
    ("fault", "overlooks"),
    [
        (Careless, {"edit", "edit_and_hash", "insert", "swap", "rechain", "back_date"}),
        (HoldsNothingAgainst, {"rechain", "back_date"}),
        (NeverMissesAnEnd, {"truncate", "truncate_only", "older_copy"}),
    ],
)
def test_a_verifier_without_one_of_its_checks_overlooks(
    audit: Audit, fault: type[Verifier], overlooks: set[str]
) -> None:
    assert overlooks <= set(missed(audit, fault))


def test_a_problem_says_what_where_and_when(audit: Audit) -> None:
    copy = audit.copy()
    row, hash = copy.rows[CHAINS[1]][4]
    copy.rows[CHAINS[1]][4] = (row.replace("read", "list"), hash)

    assert [str(problem) for problem in copy.problems()] == [
        "Area 00000000000000000000000000000001, lane 3, row 5, written 2026-03-02T13:00:00.000000Z: "
        "its words do not give its hash: it was changed"
    ]


def test_rows_are_read_once_and_none_is_kept() -> None:
    verifier = Verifier()
    asked = []

    def one_by_one() -> Iterator[tuple[str, str]]:
        for number, row in enumerate(a_chain(CHAINS[0])):
            asked.append(number)
            yield row

    assert list(verifier.take(one_by_one())) == []
    assert (asked, verifier.rows) == (list(range(LENGTH)), LENGTH)
    assert list(verifier.chains) == [CHAINS[0]]
