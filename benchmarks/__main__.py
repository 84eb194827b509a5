"""Run the benchmarks: ``python -m benchmarks [--only NAME] [--quick]``."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import (
    audit,
    census,
    chronology,
    due_dates,
    existence,
    explanation,
    find,
    one_act,
    pages,
    rebuild,
    recall,
)
from benchmarks.measuring import RESULTS, Result, load, machine, save, tell

MEASURES: dict[str, Callable[..., Result]] = {
    "due-dates": due_dates.measure,
    "explanation": explanation.measure,
    "one-act": one_act.measure,
    "one-act-postgresql": one_act.measure_on_postgresql,
    "rebuild": rebuild.measure,
    "census": census.measure,
    "pages": pages.measure,
    "chronology": chronology.measure,
    "existence": existence.measure,
    "find": find.measure,
    "recall": recall.measure,
    "audit": audit.measure,
    "audit-postgresql": audit.measure_on_postgresql,
    "audit-writers": audit.measure_writers,
}


def main(arguments: Sequence[str]) -> int:
    """Measure, print, keep. 0 when every run says something, 1 when one does not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=tuple(MEASURES), metavar="NAME",
                        help=f"one of {', '.join(MEASURES)}; may be repeated")  # fmt: skip
    parser.add_argument("--quick", action="store_true", help="small sizes, in two minutes or so")
    parser.add_argument("--results", type=Path, default=RESULTS, help="the folder that keeps the raw times")
    options = parser.parse_args(arguments)
    before, started, results = load(), time.monotonic(), []
    print(f"{'; '.join(f'{name} {what}' for name, what in machine().items())}; load {before}")
    for name in options.only or MEASURES:
        tell(f"{name}:")
        result = measured(name, quick=options.quick)
        result.raw["load"] = load()
        results.append(result)
        show(result)
    path = save(results, folder=options.results, quick=options.quick, load_before=before, load_after=load())
    print(f"\n{time.monotonic() - started:.0f} s; load {load()}. Raw times: {path}")
    return 1 if any(result.void for result in results) else 0


def measured(name: str, *, quick: bool) -> Result:
    """One benchmark's result; one that breaks off says so and spoils no other."""
    try:
        return MEASURES[name](quick=quick)
    except RuntimeError as stopped:
        return Result(name, name, void=str(stopped))


def show(result: Result) -> None:
    """Print what was found, and first of all whether it says anything."""
    print(f"\n{result.question}   [load {result.raw['load']}]")
    if result.void:
        print(f"  THIS RUN SAYS NOTHING: {result.void}")
    for line in result.figures:
        print(f"  {line}")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
