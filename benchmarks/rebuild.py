"""Working every deadline out again: linear in cases, and in memory flat."""

from __future__ import annotations

from benchmarks import databases
from benchmarks.measuring import Result, exponent, tell
from benchmarks.worker import working

SIZES, QUICK = (500, 1_000, 2_000, 4_000, 8_000), (200, 400, 800)


def measure(*, quick: bool) -> Result:
    """On SQLite; one database that doubles."""
    result = Result("rebuild", "Working every deadline out again, as cases grow")
    sizes, found = QUICK if quick else SIZES, []
    with (
        databases.sqlite() as new,
        databases.folder() as folder,
        working(new("rebuild"), str(folder)) as worker,
    ):
        worker.ask("prepare")
        there = 0
        for size in sizes:
            worker.ask("fill", cases_wanted=size - there, after=there)
            there = size
            found.append(worker.ask("rebuild"))
            tell(f"  {found[-1]['said']}")
            if not found[-1]["said"].startswith("Deadlines: 0 changed"):
                result.void = f"The fast path and the projection differ: {found[-1]['said']}"
                return result
    result.raw |= {"sizes": sizes, "found": found}
    seconds = [one["processor"] for one in found]
    for size, one in zip(sizes, found, strict=True):
        result.say(
            f"{size:,} cases, {one['deadlines']:,} deadlines",
            f"{one['wall']:.1f} s, {one['processor'] / size * 1e3:.2f} ms of processor time a case, {one['mebibytes']:.0f} MiB",
        )
    fitted = exponent([float(size) for size in sizes], seconds)
    result.say("Exponent of growth", f"{fitted:.2f}", "1.1 or less", met=fitted <= 1.1)
    grown = found[-1]["mebibytes"] - found[0]["mebibytes"]
    result.say(
        f"Memory more at {sizes[-1]:,} than at {sizes[0]:,}",
        f"{grown:.0f} MiB",
        "16 or less",
        met=grown <= 16,
    )
    return result
