"""P6 and P23: pages among few cases and among many, and the first screen of a chronology of 5,000 entries."""

from __future__ import annotations

from contextlib import ExitStack
from statistics import median

from benchmarks import databases
from benchmarks.measuring import VOID_ABOVE, VOID_BELOW, Result, tell
from benchmarks.worker import working

FEW, MANY, QUICK, LONG = 300, 10_000, 3_000, 5_000
PING, AGAIN = "/healthz", "/healthz again"
LISTS = ("my work", "child page", "timeline", "due dates", "team")
WITHIN, FIRST_SCREEN = 1.3, 0.3


def measure(*, quick: bool) -> Result:
    """The same pages asked in turn of a small and a large database, SQLite; every case's worker has twenty."""
    result, sizes = Result("chronology", "Chronologies and lists (P6, P23)"), (FEW, QUICK if quick else MANY)
    taken: dict[int, dict[str, list[list[float]]]] = {size: {} for size in sizes}
    with ExitStack() as stack:
        new, folder = stack.enter_context(databases.sqlite()), stack.enter_context(databases.folder())
        workers = {
            size: stack.enter_context(working(new(f"chronology-{size}"), str(folder))) for size in sizes
        }
        for size, worker in workers.items():
            tell(f"Writing {size:,} cases")
            worker.ask("prepare")
            worker.ask("fill", cases_wanted=size)
            statuses = worker.ask("begin-chronologies", cases_there=size, long=LONG)["statuses"]
            if wrong := {name: status for name, status in statuses.items() if status != 200}:
                result.void = f"Not every page could be opened: {wrong}"
                return result
        for turn in range(10 if quick else 30):
            for size, worker in workers.items():
                for name, both in worker.ask("ask-chronologies", turn=turn).items():
                    taken[size].setdefault(name, []).append(both)
    result.raw["taken"] = {str(size): pages for size, pages in taken.items()}

    def cost(size: int, name: str, clock: int) -> float:
        return median(turn[clock] for turn in taken[size][name])

    few, many = sizes
    itself = cost(many, AGAIN, 0) / cost(many, PING, 0)
    result.raw["anchor against itself"] = itself
    if not VOID_BELOW <= itself <= VOID_ABOVE:
        result.void = f"{PING} against itself gave {itself:.2f}. The machine was too busy; run it again."
    for name in LISTS:
        times = cost(many, name, 0) / cost(few, name, 0)
        result.say(f"{name}, {many:,} cases against {few:,}", f"{times:.2f} times ({cost(many, name, 0) * 1e3:.0f} ms)",
                   f"{WITHIN} or less", met=times <= WITHIN)  # fmt: skip
    ping = cost(many, PING, 1)
    for name in ("long timeline", "long family", "long child page"):
        beside = cost(many, name, 1) - ping
        result.say(
            f"{name.replace('long', f'{LONG:,} entries:')}, first screen",
            f"{cost(many, name, 1) * 1e3:.0f} ms, {cost(many, name, 1) / ping:.0f} times {PING}",
            f"{FIRST_SCREEN * 1e3:.0f} ms or less beside it", met=beside <= FIRST_SCREEN,
        )  # fmt: skip
    return result
