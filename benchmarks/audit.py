"""P21, P22 and R6: what the audit costs an act and a page, and how fast a whole one is verified.

An act is measured with its row and without, by eight writers at once. Verifying is measured beside
hashing the same bytes and nothing else, which is the least it could cost.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from statistics import median, quantiles
from typing import Any

from benchmarks import databases
from benchmarks.databases import NewDatabase
from benchmarks.measuring import VOID_ABOVE, VOID_BELOW, Result, tell
from benchmarks.worker import Worker, working

ROWS, QUICK_ROWS = 1_000_000, 50_000
WRITERS, ACTS, CASES = 8, 6, 480
#: Turns are short and many, so that what else the machine does falls on neighbours alike.
ROUNDS, QUICK_ROUNDS = 24, 8
A_SECOND, TIMES, A_PAGE_MS = 200_000, 2.0, 1.5


def measure(*, quick: bool) -> Result:
    """On SQLite."""
    return _measure(
        databases.sqlite(), quick, Result("audit", "The audit: verifying, and what a row costs (P22, R6)")
    )


def measure_on_postgresql(*, quick: bool) -> Result:
    """On PostgreSQL, where its package is installed."""
    result = Result("audit-postgresql", "The audit on PostgreSQL (P22, R6)")
    try:
        return _measure(databases.postgresql(), quick, result)
    except ImportError as missing:
        result.void = f"PostgreSQL's package is not installed ({missing})."
        return result


def measure_writers(*, quick: bool) -> Result:
    """Eight processes that record at once on PostgreSQL, with the audit and without."""
    result = Result("audit-writers", "What the audit costs eight who record at once, on PostgreSQL (P21)")
    try:
        with ExitStack() as stack:
            new, folder = stack.enter_context(databases.postgresql()), stack.enter_context(databases.folder())
            address = new("writers")
            first, *others = [stack.enter_context(working(address, str(folder))) for _ in range(WRITERS)]
            tell(f"  {first.ask('prepare')['version']}")
            first.ask("fill", cases_wanted=CASES)
            # The first act of a process works out its calendars, while whoever is in its lane would wait.
            for place, each in enumerate((first, *others)):
                each.ask("act", first=place, count=1, of=CASES, audited=True)
            for task in ("smallest_act", "act"):
                _compare([first, *others], result, task, rounds=QUICK_ROUNDS if quick else ROUNDS)
    except ImportError as missing:
        result.void = f"PostgreSQL's package is not installed ({missing})."
    return result


def _measure(engine: AbstractContextManager[NewDatabase], quick: bool, result: Result) -> Result:
    with ExitStack() as stack:
        new, folder = stack.enter_context(engine), stack.enter_context(databases.folder())
        address = new("audit")
        worker = stack.enter_context(working(address, str(folder)))
        tell(f"  {worker.ask('prepare')['version']}")
        worker.ask("fill", cases_wanted=CASES)
        _one_row(worker, result, quick)
        rows = QUICK_ROWS if quick else ROWS
        tell(
            f"  {rows:,} rows written in {worker.ask('fill_audit', rows=rows, children=rows // 20)['seconds']:.0f} s"
        )
        _looks(worker, result, rows)
        _verify(worker, result, str(folder / "export.tsv"), rounds=3 if quick else 5)
    return result


def _compare(others: list[Worker], result: Result, task: str, *, rounds: int) -> None:
    """The same act by every writer at once, with its row, without, and without again."""
    taken: dict[str, list[list[float]]] = {"with": [], "without": [], "without again": []}
    asked = len(others)
    for turn in range(rounds):
        names = list(taken)
        for name in names[turn % 3 :] + names[: turn % 3]:
            with ThreadPoolExecutor(len(others)) as pool:
                answers = list(pool.map(
                    lambda pair: pair[1].ask(
                        task, first=asked + pair[0] * ACTS, count=ACTS, of=CASES, audited=name == "with"  # noqa: B023
                    ), enumerate(others),
                ))  # fmt: skip
            asked += ACTS * len(others)
            taken[name].append([second for answer in answers for second in answer["wall"]])
        tell(f"  {task}: round {turn + 1} of {rounds}")
    result.raw[task] = taken
    # Each turn beside the turns of its own round: whatever else the machine did meanwhile slowed them alike.
    whole = {name: [sum(turn) for turn in turns] for name, turns in taken.items()}
    times, itself = (
        median(one / other for one, other in zip(whole[name], whole["without"], strict=True))
        for name in ("with", "without again")
    )
    result.raw[f"{task}: without, against itself"] = itself
    words = task.replace("_", " ")
    if not VOID_BELOW <= itself <= VOID_ABOVE:
        result.void = f"{words} without the audit gave {itself:.2f} against itself. The machine was too busy."
    result.say(
        f"{words} with its row against without, {len(others)} writers, {rounds} rounds",
        f"{times:.2f} times (without against itself: {itself:.2f})", f"at most {TIMES}", times <= TIMES,
    )  # fmt: skip
    slowest = quantiles([second for turn in taken["with"] for second in turn], n=100)[98]
    result.say(f"{words} with its row, 99th of a hundred", f"{1000 * slowest:.1f} ms")


def _one_row(worker: Worker, result: Result, quick: bool) -> None:
    taken: list[float] = worker.ask("write_rows", count=200 if quick else 1000)["taken"]
    result.raw["one row, ms"] = taken
    result.say(
        "one row, in a transaction of its own",
        f"{median(taken):.2f} ms",
        f"{A_PAGE_MS} ms on a page",
        median(taken) <= A_PAGE_MS,
    )


def _looks(worker: Worker, result: Result, rows: int) -> None:
    taken: dict[str, Any] = worker.ask("who_opened", children=rows // 20, count=100)
    result.raw["who opened, ms"] = taken
    for name, words in (("child", "who opened this child"), ("mine", "what I looked at")):
        result.say(
            f"{words}, among {rows:,} rows",
            f"{median(taken[name]):.2f} ms",
            "50 ms",
            median(taken[name]) <= 50,
        )


def _verify(worker: Worker, result: Result, export: str, *, rounds: int) -> None:
    found = worker.ask("verify", rounds=rounds, export=export)
    taken, rows = found["taken"], found["rows"]
    result.raw["verifying"] = found
    hashing = median(taken["hashing alone"])
    itself = median(taken["hashing alone again"]) / hashing
    if not VOID_BELOW <= itself <= VOID_ABOVE:
        result.void = f"Hashing against itself gave {itself:.2f}. The machine was too busy; run it again."
    for name in ("out of a file", "out of the database"):
        second = rows / median(taken[name])
        result.say(
            f"verifying {rows:,} rows {name}", f"{second:,.0f} a second, {median(taken[name]) / hashing:.1f} times hashing alone",
            f"{A_SECOND:,} a second", second >= A_SECOND,
        )  # fmt: skip
    result.say("the most memory held", f"{found['mebibytes']:.0f} MiB")
