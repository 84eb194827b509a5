"""Taking turns, and what the turns say."""

from __future__ import annotations

import json
import math
import os
import platform
import sqlite3
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

RESULTS = Path(__file__).with_name("results")
AGAIN = "the anchor again"
#: How far from one the anchor may be from itself before the run says nothing.
VOID_BELOW, VOID_ABOVE = 0.9, 1.1
Work = Callable[[], object]


@dataclass(slots=True)
class Result:
    """What one benchmark found. figures: what is printed; raw: every turn's seconds; void: why it says nothing."""

    name: str
    question: str
    figures: list[str] = field(default_factory=list)
    raw: dict[str, Any] = field(default_factory=dict)
    void: str = ""

    def say(self, what: str, value: str, target: str = "", met: bool | None = None) -> None:
        """A line: what was measured, its value, and beside it the target, if there is one."""
        verdict = "" if met is None else (", met" if met else ", NOT met")
        self.figures.append(f"{what}: {value}{f'   (target {target}{verdict})' if target else ''}")


def tell(words: str) -> None:
    """Progress, on standard error."""
    print(words, file=sys.stderr, flush=True)


def take_turns(
    contenders: Mapping[str, Work], *, rounds: int, clock: Callable[[], float] = time.process_time
) -> dict[str, list[float]]:
    """Seconds of every turn: each contender once a round, and each round starting with another one."""
    names = list(contenders)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for turn in range(rounds):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            started = clock()
            contenders[name]()
            taken[name].append(clock() - started)
        tell(f"  round {turn + 1} of {rounds}")
    return taken


def ratio(taken: Mapping[str, Sequence[float]], one: str, to: str) -> float:
    """How many times as long ``one`` takes as ``to``, by their medians."""
    return median(taken[one]) / median(taken[to])


def check_void(result: Result, taken: Mapping[str, Sequence[float]], anchor: str) -> None:
    """Say that the run says nothing where the anchor differs from itself."""
    itself = ratio(taken, AGAIN, anchor)
    result.raw["anchor against itself"] = itself
    if not VOID_BELOW <= itself <= VOID_ABOVE:
        result.void = f"{anchor} against itself gave {itself:.2f}. The machine was too busy; run it again."


def exponent(sizes: Sequence[float], seconds: Sequence[float]) -> float:
    """The power of the size by which time grows, fitted by least squares: 1 is linear, 0 is flat."""
    xs, ys = [math.log(size) for size in sizes], [math.log(second) for second in seconds]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - mean_x) ** 2 for x in xs)


def load() -> str:
    """The machine's load averages over 1, 5 and 15 minutes."""
    return " ".join(f"{each:.1f}" for each in os.getloadavg())


def machine() -> dict[str, str]:
    """What kind of machine this is, without its name."""
    return {
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "sqlite": sqlite3.sqlite_version,
    }


def save(results: Sequence[Result], *, folder: Path = RESULTS, **about: Any) -> Path:
    """Keep everything measured, as JSON; the file."""
    folder.mkdir(exist_ok=True, parents=True)
    now = datetime.now(UTC)
    path = folder / f"{now:%Y-%m-%dT%H-%M-%S}.json"
    told = {
        "at": now.isoformat(),
        "machine": machine(),
        **about,
        "results": [asdict(result) for result in results],
    }
    path.write_text(json.dumps(told, indent=2, default=str), encoding="utf-8")
    return path
