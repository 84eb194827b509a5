"""P6: what pages cost, in units of the framework's own smallest page in the same run."""

from __future__ import annotations

from statistics import median

from benchmarks import databases
from benchmarks.measuring import VOID_ABOVE, VOID_BELOW, Result
from benchmarks.worker import working

CASES, QUICK = 10_000, 1_000
TARGETS = {"my work": 14, "child page": 12}
PING, AGAIN = "/healthz", "/healthz again"


def measure(*, quick: bool) -> Result:
    """Signed in as a social worker with twenty cases, with authorisation and the log of openings on; SQLite."""
    result, cases = Result("pages", "Pages in units of /healthz (P6)"), QUICK if quick else CASES
    with (
        databases.sqlite() as new,
        databases.folder() as folder,
        working(new("pages"), str(folder)) as worker,
    ):
        worker.ask("prepare")
        worker.ask("fill", cases_wanted=cases)
        found = worker.ask("pages", cases_there=cases, rounds=20 if quick else 60)
    result.raw |= found
    if wrong := {name: status for name, status in found["statuses"].items() if status != 200}:
        result.void = f"Not every page could be opened: {wrong}"
        return result
    costs = {name: median(taken) for name, taken in found["taken"].items()}
    itself = costs[AGAIN] / costs[PING]
    if not VOID_BELOW <= itself <= VOID_ABOVE:
        result.void = f"{PING} against itself gave {itself:.2f}. The machine was too busy; run it again."
    result.say(f"{PING}, among {cases:,} cases", f"{costs[PING] * 1e3:.2f} ms of processor time")
    for name, cost in costs.items():
        if name not in (PING, AGAIN):
            times, target = cost / costs[PING], TARGETS.get(name)
            result.say(
                name, f"{times:.1f} times {PING}", f"{target} or less" if target else "",
                met=times <= target if target else None,
            )  # fmt: skip
    return result
