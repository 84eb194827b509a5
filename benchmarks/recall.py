"""P12 and P13: how many people are found again, alike for names of every origin, and whether “certain” is ever wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from benchmarks import databases
from benchmarks.measuring import Result, tell
from benchmarks.worker import working

PEOPLE, QUICK = 1_000_000, 20_000
PAIRS = 100_000


def measure(*, quick: bool, people: int = 0) -> Result:
    """On SQLite; both engines ask the same keys. people: another size than the full one."""
    people = people or (QUICK if quick else PEOPLE)
    result = Result(
        "recall", f"Finding people again who were asked for wrongly, of {people:,} (P12), and P13"
    )
    with (
        databases.folder() as folder,
        databases.sqlite() as new,
        working(new("recall"), str(folder)) as worker,
    ):
        worker.ask("prepare")
        tell(f"  {people:,} people in {worker.ask('crowd', people=people)['seconds']:.0f} s")
        found = worker.ask("ask-wrongly", people=people, each=28 if quick else 112)
        sure = worker.ask("wrongly-certain", pairs=PAIRS)
    result.raw["asked"], result.raw["certain"] = found, sure
    with_birth, without = found["with a day of birth"], found["without"]
    _say(result, with_birth, without)
    result.say(
        "Certain, and wrong", f"{sure['wrong']:,} of {sure['pairs']:,} pairs of two people, {sure['family']:,} of them of a family",
        "0", met=sure["wrong"] == 0,
    )  # fmt: skip
    result.say("Certain, and right", f"{sure['right']:,}", "more than none", met=sure["right"] > 0)
    return result


def _say(result: Result, with_birth: list[list[object]], without: list[list[object]]) -> None:
    """Rows: how it was asked wrongly, the origin of the name, the place in the list from 1, or 0."""
    first_ten, first = _share(with_birth), _share(with_birth, within=1)
    result.say(
        "In the first ten", f"{first_ten:.2%} of {len(with_birth):,}", "99.5 %", met=first_ten >= 0.995
    )
    result.say("The very first", f"{first:.2%}", "98.5 %", met=first >= 0.985)
    for column, name, least in ((0, "way of asking", 0.98), (1, "origin", None)):
        by = _by(with_birth, column)
        worst, best = min(by.values()), max(by.values())
        where = min(by, key=lambda one: by[one])
        if least is None:
            result.say(
                "Between origins", f"{100 * (best - worst):.1f} points", "2 points", met=best - worst <= 0.02
            )
        result.say(
            f"Worst {name}",
            f"{worst:.2%} ({where})",
            f"{least:.0%}" if least else "",
            met=worst >= (least or 0),
        )
    nameless = _share(without)
    result.say("Without a day of birth", f"{nameless:.2%}", "95 %", met=nameless >= 0.95)


def _share(rows: Iterable[list[object]], within: int = 10) -> float:
    places = [int(str(place)) for *_, place in rows]
    return sum(0 < place <= within for place in places) / len(places)


def _by(rows: Iterable[list[object]], column: int) -> dict[str, float]:
    groups: defaultdict[str, list[list[object]]] = defaultdict(list)
    for row in rows:
        groups[str(row[column])].append(row)
    return {name: _share(some) for name, some in groups.items()}
