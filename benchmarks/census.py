"""Importing a children in need census return: linear to 10,000 children, within 256 MiB."""

from __future__ import annotations

import json
from pathlib import Path

from alongside.census import made_up
from alongside.census.writing import write
from benchmarks import databases
from benchmarks.measuring import Result, exponent, tell
from benchmarks.worker import working

SIZES, QUICK = (1_250, 2_500, 5_000, 10_000), (100, 300)
MEBIBYTES = 256


def measure(*, quick: bool) -> Result:
    """The product's own made-up return, on SQLite; each size into an empty database."""
    result = Result("census", "Importing a children in need census return")
    sizes, found = QUICK if quick else SIZES, []
    with databases.sqlite() as new, databases.folder() as folder:
        for size in sizes:
            file = folder / f"return-{size}.xml"
            with Path(file).open("wb") as stream:
                write(stream, made_up.header(), made_up.children(size))
            with working(new(f"census{size}"), str(folder)) as worker:
                worker.ask("prepare")
                one = worker.ask("census", file=str(file))
                told = json.loads(one.pop("said"))
                counts = {name: told[name] for name in ("loaded", "unchanged", "refused")}
                found.append(one | {"told": counts, "bytes": file.stat().st_size})
                tell(f"  {size:,} children in {one['wall']:.0f} s, {one['mebibytes']:.0f} MiB")
                if size == sizes[0]:
                    again = json.loads(worker.ask("census", file=str(file))["said"])
                    del again["problems"]
    result.raw |= {"sizes": sizes, "found": found, "again": again}
    people = [one["people"] for one in found]
    loaded = [one["told"]["loaded"] for one in found]
    unchanged = again["unchanged"]
    result.say(
        "Children loaded",
        ", ".join(f"{each:,}" for each in loaded),
        f"{sum(sizes):,} in all",
        met=loaded == list(sizes),
    )
    result.say(
        "Importing the first again leaves unchanged",
        f"{unchanged:,}",
        f"{sizes[0]:,}",
        met=unchanged == sizes[0],
    )
    if min(people) == 0:
        result.void = "Nothing was imported."
        return result
    for size, one in zip(sizes, found, strict=True):
        result.say(f"{size:,} children, {one['bytes'] / 2**20:.1f} MiB of XML",
                   f"{one['wall']:.0f} s, {size / one['wall']:.0f} children a second, {one['mebibytes']:.0f} MiB")  # fmt: skip
    fitted = exponent([float(size) for size in sizes], [one["processor"] for one in found])
    result.say("Exponent of growth", f"{fitted:.2f}", "1.1 or less", met=fitted <= 1.1)
    most = max(one["mebibytes"] for one in found)
    result.say("Most memory held", f"{most:.0f} MiB", f"{MEBIBYTES} or less", met=most <= MEBIBYTES)
    return result
