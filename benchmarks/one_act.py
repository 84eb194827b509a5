"""P4 and P18: what one act costs, its refresh of deadlines with it, as cases grow a hundredfold.

The act is recording that a child was seen: it locks the child, asks the policy, writes the record and
its entry, and brings that case's deadlines in line. Every worker has twenty cases at every size.
"""

from __future__ import annotations

from contextlib import AbstractContextManager, ExitStack
from statistics import median

from benchmarks import databases
from benchmarks.databases import NewDatabase
from benchmarks.measuring import AGAIN, Result, check_void, exponent, ratio, tell
from benchmarks.worker import Worker, working

SIZES, QUICK = (1_000, 10_000, 100_000), (300, 3_000)
ROUNDS, ACTS = 12, 15
TARGET = 1.2
#: A visit and an entry more; no deadline more or fewer; one no longer outstanding.
EXPECTED = [1, 1, 0, -1]


def measure(*, quick: bool) -> Result:
    """On SQLite."""
    return _measure(
        databases.sqlite(), quick, Result("one-act", "One act with its refresh, as cases grow (P4, P18)")
    )


def measure_on_postgresql(*, quick: bool) -> Result:
    """On PostgreSQL, where its package is installed."""
    result = Result("one-act-postgresql", "One act with its refresh, as cases grow (P4, P18), on PostgreSQL")
    try:
        return _measure(databases.postgresql(), quick, result)
    except ImportError as missing:
        result.void = f"PostgreSQL's package is not installed ({missing})."
        return result


def _measure(engine: AbstractContextManager[NewDatabase], quick: bool, result: Result) -> Result:
    sizes = QUICK if quick else SIZES
    with ExitStack() as stack:
        new, folder = stack.enter_context(engine), stack.enter_context(databases.folder())
        workers = {size: stack.enter_context(working(new(f"cases{size}"), str(folder))) for size in sizes}
        for size, worker in workers.items():
            version = worker.ask("prepare")["version"]
            filled = worker.ask("fill", cases_wanted=size)
            tell(
                f"  {size:,} cases, {filled['rows']:,} rows written in {filled['seconds']:.0f} s ({version})"
            )
            result.raw[f"filled {size}"] = filled
        return _compare(workers, result, version, rounds=4 if quick else ROUNDS)


def _compare(workers: dict[int, Worker], result: Result, version: str, *, rounds: int) -> Result:
    smallest, largest = min(workers), max(workers)
    changed = [
        one
        for size, worker in workers.items()
        for one in worker.ask("see", first=0, count=5, of=size)["changed"]
    ]
    if any(one != EXPECTED for one in changed):
        result.void = f"An act changed something other than {EXPECTED}: {changed}"
        return result
    wall: dict[str, list[float]] = {str(size): [] for size in workers} | {AGAIN: []}
    processor: dict[str, list[float]] = {name: [] for name in wall}
    turns = [*((str(size), size) for size in workers), (AGAIN, smallest)]
    done = dict.fromkeys(workers, 5)
    for turn in range(rounds):
        shift = turn % len(turns)
        for name, size in turns[shift:] + turns[:shift]:
            # Among the smallest a child may come round again: seen once more, at the same cost.
            found = workers[size].ask("see", first=done[size], count=ACTS, of=size)
            done[size] += ACTS
            wall[name] += found["wall"]
            processor[name] += found["processor"]
        tell(f"  round {turn + 1} of {rounds}")
    check_void(result, processor, str(smallest))
    result.raw |= {"wall": wall, "processor": processor, "version": version}
    for size in workers:
        result.say(
            f"{size:,} cases, {version}",
            f"{median(wall[str(size)]) * 1e3:.2f} ms ({median(processor[str(size)]) * 1e3:.2f} ms of processor time)",
        )
    for what, taken in (("Wall time", wall), ("Processor time", processor)):
        grown = ratio(taken, str(largest), str(smallest))
        said = f"{what}, {largest:,} cases against {smallest:,}"
        result.say(said, f"{grown:.2f} times", f"{TARGET} or less", met=grown <= TARGET)
    fitted = exponent([float(size) for size in workers], [median(wall[str(size)]) for size in workers])
    result.say("Exponent of growth", f"{fitted:.3f}", "0.1 or less", met=fitted <= 0.1)
    return result
