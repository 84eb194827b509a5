"""P3: one obligation with everything a person needs to check it by hand, beside the bare loop."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median

from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Timescale
from alongside.guidance.kernel.spans import WorkingDays
from benchmarks.due_dates import by_loop
from benchmarks.measuring import AGAIN, Result, check_void, ratio, take_turns, tell

FIRST = date(2018, 7, 4)
RULES = (
    "referral.decision", "assessment.completion", "child-protection.initial-conference",
    "child-protection.first-core-group", "child-protection.first-review", "child-protection.next-review",
)  # fmt: skip
TARGET = 0.2
OURS, ANCHOR = "due date with its full explanation", "bare loop, the date alone"


def explained(limit: Timescale, start: date) -> tuple[Due, str]:
    """What the page that answers “why this date?” shows: every word and every day of it."""
    due = limit.due(start)
    days = [
        f"{day.date} {day.number}" if day.number is not None else f"{day.date} {day.skipped_because}"
        for day in due.days
    ]
    words = f"{due.because} {due.citation} {due.edition} {due.force} {due.checked} {'; '.join(days)}"
    return due, words


def wrong(rules: list[Timescale], starts: list[date]) -> int:
    """How many due dates or counts differ from the loop's, among the limits counted in working days."""
    found = 0
    for limit in rules:
        for start in starts:
            due, _ = explained(limit, start)
            if isinstance(due.span, WorkingDays):
                n = len(due.counted)
                found += due.on != by_loop(start, n) or due.counted[-1].date != due.on
    return found


def measure(*, quick: bool) -> Result:
    """Six rules, many starting days."""
    result = Result("explanation", "One obligation with its full explanation (P3)")
    rules = [found for found in map(rule, RULES) if isinstance(found, Timescale)]
    starts = [FIRST + timedelta(days=n * (17 if quick else 3)) for n in range(150 if quick else 800)]
    tell("Comparing with the plain loop")
    try:
        different = wrong(rules, starts)
    except NotCovered as missing:
        result.void = str(missing)
        return result
    if different:
        result.void = f"{different:,} due dates differ from the plain loop, so no time is told."
        return result
    result.say("Due dates other than the plain loop's", "0", "0", met=True)
    counted = [(limit, start) for limit in rules for start in starts]
    limits = [(start, 45) for _, start in counted]

    def loop() -> object:
        return [by_loop(start, n) for start, n in limits]

    taken = take_turns(
        {OURS: lambda: [explained(limit, start) for limit, start in counted], ANCHOR: loop, AGAIN: loop},
        rounds=5 if quick else 9,
    )
    check_void(result, taken, ANCHOR)
    result.raw |= {"obligations": len(counted), "seconds": taken}
    ours, bare = (median(taken[name]) / len(counted) * 1e3 for name in (OURS, ANCHOR))
    result.say(OURS, f"{ours:.4f} ms", f"{TARGET} ms or less", met=ours <= TARGET)
    result.say(ANCHOR, f"{bare:.4f} ms")
    result.say("Times as long as the bare loop", f"{ratio(taken, OURS, ANCHOR):.2f}")
    return result
