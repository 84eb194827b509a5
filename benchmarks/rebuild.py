"""Working every deadline out again: linear in cases, and in memory flat."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median
from typing import Any

from benchmarks import databases
from benchmarks.measuring import Result, exponent, tell
from benchmarks.worker import working

SIZES, QUICK = (500, 1_000, 2_000, 4_000), (100, 200, 400)
ROUNDS = 3


def measure(*, quick: bool) -> Result:
    """On SQLite; a database of each size, which take turns."""
    result = Result("rebuild", "Working every deadline out again, as cases grow")
    found: dict[int, list[dict[str, Any]]] = {size: [] for size in (QUICK if quick else SIZES)}
    with ExitStack() as stack:
        new, folder = stack.enter_context(databases.sqlite()), stack.enter_context(databases.folder())
        workers = {size: stack.enter_context(working(new(f"rebuild{size}"), str(folder))) for size in found}
        for size, worker in workers.items():
            worker.ask("prepare")
            worker.ask("fill", cases_wanted=size)
            tell(f"  {size:,} cases written")
        for turn in range(ROUNDS):
            for size, worker in workers.items():
                found[size].append(worker.ask("rebuild"))
            tell(f"  round {turn + 1} of {ROUNDS}")
    result.raw |= {"found": found}
    wrong = [
        one["said"]
        for turns in found.values()
        for one in turns
        if not one["said"].startswith("Deadlines: 0 changed")
    ]
    if wrong:
        result.void = f"The fast path and the projection differ: {wrong[0]}"
        return result
    _say(result, found)
    return result


def _say(result: Result, found: dict[int, list[dict[str, Any]]]) -> None:
    seconds = {size: median(one["processor"] for one in turns) for size, turns in found.items()}
    held = {size: max(one["mebibytes"] for one in turns) for size, turns in found.items()}
    for size, turns in found.items():
        wall = median(one["wall"] for one in turns)
        value = f"{wall:.1f} s, {seconds[size] / size * 1e3:.2f} ms of processor time a case, {held[size]:.0f} MiB"
        result.say(f"{size:,} cases, {turns[0]['deadlines']:,} deadlines", value)
    fitted = exponent([float(size) for size in seconds], list(seconds.values()))
    result.say("Exponent of growth", f"{fitted:.2f}", "1.1 or less", met=fitted <= 1.1)
    smallest, largest = min(held), max(held)
    grown = held[largest] - held[smallest]
    result.say(
        f"Memory more at {largest:,} than at {smallest:,}", f"{grown:.0f} MiB", "16 or less", met=grown <= 16
    )
