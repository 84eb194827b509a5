"""A small audit in memory, and two thousand ways to tamper with it: which, and where it has to show."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from alongside.audit import chain
from alongside.audit.verifying import BEGINNING, Chain, Mark, Problem, Verifier

LENGTH, HALF_WAY, BEGUN = 24, 11, datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
CHAINS: tuple[Chain, ...] = tuple((UUID(int=area).hex, lane) for area in (1, 2) for lane in (0, 3))
FIELD_NAMES = (
    "area", "lane", "number", "at", "action", "actor", "actor_kind", "about", "about_kind", "page", "ground",
    "details", "previous",
)  # fmt: skip
Rows = list[tuple[str, str]]


def when(number: int) -> str:
    return chain.moment(BEGUN + timedelta(hours=number))


def a_chain(which: Chain, length: int = LENGTH) -> Rows:
    """Rows that follow one another."""
    rows: Rows = []
    for number in range(1, length + 1):
        fields = chain.middle(
            at=BEGUN + timedelta(hours=number), action="read", actor=UUID(int=number), actor_kind="practitioner",
            about=UUID(int=7), about_kind="child", page="desk:child", ground='["you lead"]', details="{}",
        )  # fmt: skip
        add(rows, "\t".join((which[0], str(which[1]), str(number), fields)))
    return rows


def add(rows: Rows, without_previous: str) -> None:
    row = f"{without_previous}\t{rows[-1][1] if rows else BEGINNING}"
    rows.append((row, chain.hash_of(row)))


def chained_again(rows: Rows) -> Rows:
    """The rows, each made to follow the one now before it: what a clever insider would do."""
    again: Rows = []
    for number, (row, _) in enumerate(rows, start=1):
        fields = row.split("\t")
        fields[2] = str(number)
        add(again, "\t".join(fields[:-1]))
    return again


@dataclass
class Audit:
    """Chains, where the database says they end, and what checkpoints held elsewhere say."""

    rows: dict[Chain, Rows]
    heads: dict[Chain, tuple[int, str]]
    marks: dict[Chain, list[Mark]]

    @classmethod
    def made(cls) -> Audit:
        rows = {which: a_chain(which) for which in CHAINS}
        marks = {
            which: [Mark(n, those[n - 1][1], when(n)) for n in (HALF_WAY, LENGTH)] for which, those in rows.items()
        }  # fmt: skip
        return cls(rows, {which: (LENGTH, those[-1][1]) for which, those in rows.items()}, marks)

    def copy(self) -> Audit:
        return Audit({which: list(rows) for which, rows in self.rows.items()}, dict(self.heads), self.marks)

    def end_as_now(self, which: Chain) -> None:
        """The insider moves the kept end too."""
        rows = self.rows[which]
        self.heads[which] = (len(rows), rows[-1][1])

    def problems(self, verifier: type[Verifier] = Verifier, *, marked: bool = True) -> list[Problem]:
        looking = verifier(self.marks if marked else {})
        found = list(looking.take(row for which in CHAINS for row in self.rows[which]))
        return found + list(looking.finish(self.heads))


#: A tamper changes one chain of an audit and gives the number of a row that must be named.
Tamper = Callable[[Audit, Chain, random.Random], int]


def edit(audit: Audit, which: Chain, chance: random.Random) -> int:
    """One field of one row is changed, and nothing else."""
    return _edited(audit, which, chance, hashed=False)


def edit_and_hash(audit: Audit, which: Chain, chance: random.Random) -> int:
    """One field is changed, and the row's own hash with it."""
    return _edited(audit, which, chance, hashed=True)


def _edited(audit: Audit, which: Chain, chance: random.Random, *, hashed: bool) -> int:
    rows, k = audit.rows[which], chance.randrange(LENGTH)
    fields = rows[k][0].split("\t")
    place = chance.randrange(3, 13) if hashed else chance.randrange(13)
    fields[place] = {3: when(k - 40), 12: "f" * 64}.get(place, fields[place] + "1")
    row = "\t".join(fields)
    rows[k] = (row, chain.hash_of(row) if hashed else rows[k][1])
    return k + 1


def delete(audit: Audit, which: Chain, chance: random.Random) -> int:
    """One row is removed."""
    k = chance.randrange(LENGTH)
    del audit.rows[which][k]
    return k + 1


def insert(audit: Audit, which: Chain, chance: random.Random) -> int:
    """A row is put in that follows the one before it; the one after it does not know."""
    rows, k = audit.rows[which], chance.randrange(1, LENGTH)
    before: Rows = rows[:k]
    add(before, "\t".join(rows[k][0].split("\t")[:-1]).replace("read", "list"))
    rows.insert(k, before[-1])
    return k + 1


def swap(audit: Audit, which: Chain, chance: random.Random) -> int:
    """Two rows change places."""
    rows = audit.rows[which]
    i, j = sorted(chance.sample(range(LENGTH), 2))
    rows[i], rows[j] = rows[j], rows[i]
    return i + 1


def rechain(audit: Audit, which: Chain, chance: random.Random) -> int:
    """A row is changed, every later one made to follow it, and the kept end moved."""
    rows, k = audit.rows[which], chance.randrange(LENGTH)
    rows[k] = (rows[k][0].replace("desk:child", "desk:timeline"), "")
    audit.rows[which] = chained_again(rows)
    audit.end_as_now(which)
    return k + 1


def remove_and_rechain(audit: Audit, which: Chain, chance: random.Random) -> int:
    """A row is removed and every later one numbered and chained again."""
    k = delete(audit, which, chance)
    audit.rows[which] = chained_again(audit.rows[which])
    audit.end_as_now(which)
    return k


def truncate(audit: Audit, which: Chain, chance: random.Random) -> int:
    """The end of a chain is cut off, and the kept end moved."""
    k = chance.randrange(1, LENGTH)
    del audit.rows[which][k:]
    audit.end_as_now(which)
    return k + 1


def truncate_only(audit: Audit, which: Chain, chance: random.Random) -> int:
    """The end of a chain is cut off; the kept end is forgotten about."""
    k = chance.randrange(1, LENGTH)
    del audit.rows[which][k:]
    return k + 1


def back_date(audit: Audit, which: Chain, chance: random.Random) -> int:
    """A row is written today as if it had been written before the checkpoint."""
    rows = audit.rows[which]
    fields = rows[-1][0].split("\t")[:-1]
    fields[2], fields[3] = str(LENGTH + 1), when(chance.randrange(LENGTH - 3))
    add(rows, "\t".join(fields))
    audit.end_as_now(which)
    return LENGTH + 1


def older_copy(audit: Audit, which: Chain, chance: random.Random) -> int:
    """Everything is put back to what it was some time ago."""
    k = chance.randrange(1, LENGTH)
    for each in CHAINS:
        del audit.rows[each][k:]
        audit.end_as_now(each)
    return k + 1


TAMPERS: tuple[Tamper, ...] = (
    edit, edit_and_hash, delete, insert, swap, rechain, remove_and_rechain, truncate, truncate_only, back_date,
    older_copy,
)  # fmt: skip
#: These leave chains that are whole in themselves: nothing inside can show them.
ONLY_FROM_OUTSIDE = {rechain, remove_and_rechain, truncate, back_date, older_copy}
#: These say where each other chain is different too.
EVERYWHERE = {older_copy}


def tampers(count: int) -> Iterator[tuple[int, Tamper, Chain]]:
    """So many tampers, each kind in turn, each with a number that decides its chances."""
    for seed in range(count):
        yield seed, TAMPERS[seed % len(TAMPERS)], CHAINS[seed // len(TAMPERS) % len(CHAINS)]
