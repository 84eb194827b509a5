"""R2 and R16: whether the time of an answer tells that a sealed record, or an account, is there."""

from __future__ import annotations

from statistics import median

from benchmarks import databases
from benchmarks.measuring import Result
from benchmarks.worker import working

CASES, QUICK = 10_000, 1_000
PAIRS, QUICK_PAIRS = 2_000, 200
#: Each of these takes two hashes of a password, which are slow on purpose.
TRIES, QUICK_TRIES = 400, 40
LOW, HIGH = 0.45, 0.55


def measure(*, quick: bool) -> Result:
    """Sealed records and references of nobody, asked for in turn by a social worker at the front door; and wrong
    passwords for accounts there are and accounts there are not. SQLite.
    """
    result, cases = (
        Result("existence", "Does time tell a hidden record, or an account, from none? (R2, R16)"),
        QUICK if quick else CASES,
    )
    with (
        databases.sqlite() as new,
        databases.folder() as folder,
        working(new("existence"), str(folder)) as worker,
    ):
        worker.ask("prepare")
        worker.ask("fill", cases_wanted=cases)
        found = worker.ask("existence", cases_there=cases, pairs=QUICK_PAIRS if quick else PAIRS)
        tries = worker.ask("wrong-passwords", pairs=QUICK_TRIES if quick else TRIES)
        found["taken"] |= tries["taken"]
        found["different"] += tries["different"]
    result.raw |= found
    if found["different"]:
        result.void = f"{found['different']:,} pairs were not answered alike, so no time is told."
        return result
    for way, times in found["taken"].items():
        hidden, absent = times["hidden"], times["absent"]
        told = likelier(hidden, absent)
        control = "careless" in way
        result.say(
            f"{way}: how often the one that is there took longer, of {len(hidden):,} pairs", f"{told:.3f}",
            "above 0.8" if control else f"{LOW} to {HIGH}", met=told > 0.8 if control else LOW <= told <= HIGH,
        )  # fmt: skip
        result.say(
            f"{way}: there and not there", f"{median(hidden) * 1e3:.2f} ms and {median(absent) * 1e3:.2f} ms"
        )
    return result


def likelier(ones: list[float], others: list[float]) -> float:
    """How likely one drawn from the first took longer than one from the second: 0.5 where they are alike."""
    ranked = sorted([(time, 1) for time in ones] + [(time, 0) for time in others])
    below, more = 0, 0
    for _, of_the_first in ranked:
        if of_the_first:
            more += below
        else:
            below += 1
    return more / (len(ones) * len(others))
