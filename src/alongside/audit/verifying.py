"""Whether the audit is as it was written. This one file needs nothing but Python: copy it anywhere, and run

    python verifying.py EXPORT [CHECKPOINT ...]

on what ``alongside audit export`` wrote and on checkpoints kept elsewhere. The signatures of checkpoints
are looked at by ``alongside audit verify``, which has the means; this file looks at everything else.

Rows are read once, in the order of their chains, and none is kept in memory.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

FIRST_LINE = "alongside-audit-export 1"
BEGINNING = "0" * 64
#: Fields of a row in its published form: see docs/explanation/audit-format.md.
FIELDS = 13
WITHOUT_CHECKPOINT = (
    "Without a checkpoint from before, rows taken off an end, or rewritten from some row on, do not show."
)
#: For how many years a row of each action is kept; for any other, as long as the longest.
KEPT_YEARS = {
    "read": 7, "search": 7, "print": 7, "download": 7, "api": 7,
    "list": 2, "sign-in": 2, "sign-in-refused": 2, "sign-out": 2, "credential": 2,
}  # fmt: skip
LONGEST_YEARS = 75
#: What stands in place of who, about whom and what more, once the time of a row is over; then its digest, and END.
REMOVED, END = '\tremoved\t\t\t\t[]\t{"rest":"', '"}'
#: How much earlier than a checkpoint a row written after it may say it was: a page may take this long.
SLACK_MINUTES = 15

Chain = tuple[str, int]


def digest_of(rest: str) -> str:
    """SHA-256, in hexadecimal, of the fields from the actor to the details, or what is kept of it once they went."""
    if rest.startswith(REMOVED):
        return rest[len(REMOVED) : -len(END)]
    return hashlib.sha256(rest.encode()).hexdigest()


def hash_of(row: str) -> str:
    """The hash of a row in its published form: of its first five fields, the digest of the next seven, and the last."""
    rest = row.split("\t", 5)[-1]
    before, previous = row[: len(row) - len(rest)], rest.rfind("\t")
    return hashlib.sha256(f"{before}{digest_of(rest[:previous])}{rest[previous:]}".encode()).hexdigest()


def kept_years(action: str) -> int:
    """For how many years a row of this action is kept."""
    return KEPT_YEARS.get(action, LONGEST_YEARS)


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was written. number: the row; first: where the doubt begins, if earlier."""

    what: str
    area: str
    lane: int
    number: int
    at: str = ""
    first: int = 0

    def __str__(self) -> str:
        rows = f"rows {self.first} to {self.number}" if 0 < self.first < self.number else f"row {self.number}"
        when = f", written {self.at}" if self.at else ""
        return f"Area {self.area}, lane {self.lane}, {rows}{when}: {self.what}"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a checkpoint says of one chain: which row was its last, with which hash, and when."""

    number: int
    hash: str
    at: str


@dataclass(slots=True)
class Verifier:
    """Takes the rows of every chain in order, and says what is wrong with them.

    marks: what checkpoints say, by chain. rows: how many were read. chains: where each ended. now: the moment by
    which a row's time must be over, where what it says was removed. removed: how many such rows, by action.
    """

    marks: Mapping[Chain, list[Mark]] = field(default_factory=dict)
    rows: int = 0
    chains: dict[Chain, tuple[int, str]] = field(default_factory=dict)
    now: datetime = field(default_factory=lambda: datetime.now(UTC))
    removed: dict[str, int] = field(default_factory=dict)

    def take(self, rows: Iterable[tuple[str, str]]) -> Iterator[Problem]:
        """The problems among rows, each given as its published form and its hash."""
        sha256, start, end, previous = hashlib.sha256, "\n", "\n", BEGINNING
        number = stop = seen = 0
        chain: Chain = ("", -1)
        for row, hash in rows:
            seen += 1
            # As ``hash_of`` has it, for a row that says all it said: here is nearly all the time that verifying takes.
            if number < stop and row.startswith(start) and row.endswith(end) and REMOVED not in row:
                rest = row.split("\t", 5)[-1]
                digest = sha256(rest[: -len(end)].encode()).hexdigest()
                same = sha256(f"{row[: -len(rest)]}{digest}{end}".encode()).hexdigest() == hash
            else:
                same = False
            if same:
                number += 1
                start, end, previous = f"{chain[0]}\t{chain[1]}\t{number + 1}\t", f"\t{hash}", hash
                continue
            fields = row.split("\t")
            if (this := _chain_of(fields)) != chain:
                self._leave(chain, number, previous)
                chain, number, previous = this, 0, BEGINNING
                if chain in self.chains:
                    yield _problem("its chain was read before; rows must come chain by chain", chain, fields)
            yield from self._look_closely(chain, number, previous, fields, row, hash)
            number, previous = _number_of(fields) or number + 1, hash
            start, end = f"{chain[0]}\t{chain[1]}\t{number + 1}\t", f"\t{hash}"
            stop = self._plain_until(chain, number)
        self.rows += seen
        self._leave(chain, number, previous)

    def finish(self, heads: Mapping[Chain, tuple[int, str]] | None = None) -> Iterator[Problem]:
        """The problems that show when there are no more rows: what is missing at the end."""
        for chain, kept in (heads or {}).items():
            number, hash = self.chains.get(chain, (0, BEGINNING))
            if number != kept[0]:
                what = f"the chain should end at row {kept[0]}, and ends at row {number}"
                yield Problem(what, *chain, number=max(number, kept[0]), first=min(number, kept[0]) + 1)
            elif hash != kept[1]:
                yield Problem("this is not the row that was its last: it was changed", *chain, number=number)
        if heads is not None:
            for chain in self.chains.keys() - heads.keys():
                yield Problem("the end of this chain is kept nowhere", *chain, number=self.chains[chain][0])
        for chain, marks in self.marks.items():
            number = self.chains.get(chain, (0, ""))[0]
            if missing := [mark for mark in marks if mark.number > number]:
                last, sure = (
                    missing[-1],
                    max((mark.number for mark in marks if mark.number <= number), default=0),
                )
                yield Problem(
                    f"the checkpoint of {last.at} has {last.number} rows, and {number} are here: some were "
                    "removed, or this is an older copy", *chain, number=last.number, first=sure + 1,
                )  # fmt: skip

    def _leave(self, chain: Chain, number: int, hash: str) -> None:
        if number:
            self.chains[chain] = (number, hash)

    def _plain_until(self, chain: Chain, number: int) -> int:
        """The last row before which no checkpoint has anything to say. After the last one, times are looked at."""
        marks = self.marks.get(chain)
        return next((mark.number - 1 for mark in marks if mark.number > number), 0) if marks else sys.maxsize

    def _look_closely(
        self, chain: Chain, number: int, previous: str, fields: list[str], row: str, hash: str
    ) -> Iterator[Problem]:
        here = _number_of(fields)
        if len(fields) != FIELDS or here is None:
            yield _problem("this is not a row of the audit", chain, fields, number + 1)
            return
        if hash_of(row) != hash:
            yield _problem("its words do not give its hash: it was changed", chain, fields)
        elif fields[6] == "removed":
            yield from self._was_over(chain, fields)
        if here > number + 1:
            yield _problem(
                f"rows from {number + 1} on are missing before it", chain, fields, first=number + 1
            )
        elif here <= number:
            yield _problem("a row of this number was here before: one was put in, or moved", chain, fields)
        elif fields[-1] != previous:
            what = "it does not follow the row before it: one of the two was changed, put in or moved"
            yield _problem(what, chain, fields, first=max(here - 1, 1))
        yield from self._held_against(chain, here, fields, hash)

    def _was_over(self, chain: Chain, fields: list[str]) -> Iterator[Problem]:
        """Whether the time of a row whose words were removed was over. Its action and moment are in its hash."""
        action, years = fields[4], kept_years(fields[4])
        self.removed[action] = self.removed.get(action, 0) + 1
        if not _is_over(fields[3], years, self.now):
            what = f"what it says was removed before its time: “{action}” is kept for {years} years"
            yield _problem(what, chain, fields)

    def _held_against(self, chain: Chain, here: int, fields: list[str], hash: str) -> Iterator[Problem]:
        before = 0
        for mark in self.marks.get(chain, ()):
            if mark.number == here and mark.hash != hash:
                what = (
                    f"the checkpoint of {mark.at} has another row here: it, or one before it, was rewritten"
                )
                yield _problem(what, chain, fields, first=before + 1)
            elif mark.number < here and _well_before(fields[3], mark.at):
                what = (
                    f"it is dated before the checkpoint of {mark.at}, and stands after it: it was back-dated"
                )
                yield _problem(what, chain, fields)
                return
            before = mark.number


def _chain_of(fields: list[str]) -> Chain:
    try:
        return fields[0], int(fields[1])
    except (IndexError, ValueError):
        return fields[0], -1


def _number_of(fields: list[str]) -> int | None:
    try:
        return int(fields[2])
    except (IndexError, ValueError):
        return None


def _problem(what: str, chain: Chain, fields: list[str], number: int = 0, first: int = 0) -> Problem:
    at = fields[3] if len(fields) > 3 else ""
    return Problem(what, *chain, number=_number_of(fields) or number, at=at, first=first)


def _is_over(at: str, years: int, now: datetime) -> bool:
    try:
        begun = datetime.fromisoformat(at)
    except ValueError:
        return False
    return (begun.year + years, begun.month, begun.day) <= (now.year, now.month, now.day)


def removed_in_words(removed: Mapping[str, int]) -> Iterator[str]:
    """What was removed at the end of its time, in lines."""
    for action, count in sorted(removed.items()):
        yield f"Of {count} rows “{action}”, what they said was removed at the end of their {kept_years(action)} years."


def _well_before(at: str, mark: str) -> bool:
    try:
        return datetime.fromisoformat(at) < datetime.fromisoformat(mark) - timedelta(minutes=SLACK_MINUTES)
    except ValueError:
        return True


def marks_of(checkpoints: Iterable[Mapping[str, Any]]) -> dict[Chain, list[Mark]]:
    """What checkpoints say, by chain, the earliest first."""
    found: dict[Chain, list[Mark]] = {}
    for checkpoint in sorted(checkpoints, key=lambda one: str(one["at"])):
        for area in checkpoint["areas"]:
            for lane, number, hash in area["lanes"]:
                found.setdefault((area["area"], lane), []).append(Mark(number, hash, checkpoint["at"]))
    return {chain: sorted(marks, key=lambda mark: mark.number) for chain, marks in found.items()}


def root_of(lanes: Iterable[Iterable[Any]]) -> str:
    """The Merkle root over the ends of an area's chains, as RFC 9162 builds it, in hexadecimal."""
    leaves = [
        hashlib.sha256(b"\0" + f"{lane}\t{number}\t{hash}".encode()).digest() for lane, number, hash in lanes
    ]
    return _tree(leaves).hex()


def _tree(nodes: list[bytes]) -> bytes:
    if not nodes:
        return hashlib.sha256(b"").digest()
    if len(nodes) == 1:
        return nodes[0]
    half = 1 << (len(nodes) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + _tree(nodes[:half]) + _tree(nodes[half:])).digest()


def canonical(checkpoint: Mapping[str, Any], *leave_out: str) -> bytes:
    """A checkpoint as the bytes that are signed (without ``signature``), or that the next one names (whole)."""
    kept = {name: value for name, value in checkpoint.items() if name not in leave_out}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def name_of(checkpoint: Mapping[str, Any]) -> str:
    """The hash by which the next checkpoint names this one."""
    return hashlib.sha256(canonical(checkpoint)).hexdigest()


def faults_of(checkpoints: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What is wrong with checkpoints themselves, their signatures apart: roots, and one following the other."""
    by_number = {one["number"]: one for one in checkpoints}
    for one in checkpoints:
        for area in one["areas"]:
            if root_of(area["lanes"]) != area["root"]:
                yield f"The checkpoint of {one['at']} has a root for area {area['area']} that does not fit its chains."
        before = by_number.get(one["number"] - 1)
        if before is not None and name_of(before) != one["previous"]:
            yield f"The checkpoint of {one['at']} does not follow that of {before['at']}: one was changed."


def rows_in(lines: Iterable[str], heads: dict[Chain, tuple[int, str]]) -> Iterator[tuple[str, str]]:
    """The rows of an export, line by line. The ends of chains, which stand last, go into heads."""
    lines = iter(lines)
    if next(lines, "").rstrip("\n") != FIRST_LINE:
        raise ValueError(f"This is not an export of the audit: its first line is not “{FIRST_LINE}”.")
    for line in lines:
        if line.startswith("end\t"):
            _, area, lane, number, hash = line.rstrip("\n").split("\t")
            heads[area, int(lane)] = (int(number), hash)
        else:
            yield line[:-66], line[-65:-1]


def main(arguments: list[str]) -> int:
    """Look at an export, with checkpoints or without; print what is wrong. 0 when nothing is, else 1."""
    export, *files = arguments
    checkpoints = [json.loads(Path(name).read_text(encoding="utf-8")) for name in files]
    verifier, heads = Verifier(marks_of(checkpoints)), dict[Chain, tuple[int, str]]()
    problems: list[object] = list(faults_of(checkpoints))
    with Path(export).open(encoding="utf-8", newline="\n") as lines:
        problems += verifier.take(rows_in(lines, heads))
    problems += verifier.finish(heads)
    said = [
        *problems,
        *removed_in_words(verifier.removed),
        f"{verifier.rows} rows in {len(verifier.chains)} chains; {len(problems)} problems.",
    ]
    if not files:
        said.append(WITHOUT_CHECKPOINT)
    sys.stdout.writelines(f"{words}\n" for words in said)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
