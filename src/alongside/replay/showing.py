"""A replay as a page, a table for a spreadsheet, JSON and plain words. No queries."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from alongside.front_door.notice_receipts import harmless
from alongside.guidance import catalogue
from alongside.replay.found import HOW, Counted, Difference, FellShort, Limit, Replay, counted
from alongside.ui.words import capitalize_first, count, listed

GOVERNS = (
    "This asks what would be if this text had governed from the start. As things are, a limit keeps the text in force "
    "on the day it started, and none of these dates changes."
)
NOT_ENCODED = (
    "Where nothing of a text is held here, a rule counts as not asked by it. The text may ask it in other words: "
    "what “would not be there” is then no finding."
)
COLUMNS = (
    "child",
    "team",
    "rule",
    "title",
    "change",
    "started",
    "due now",
    "due then",
    "overdue now",
    "overdue then",
    "limits",
)


def ways(counts: Counted) -> str:
    """In which ways, in words: “12 earlier, 3 would be new”."""
    return listed([f"{number:,} {HOW[how]}" for how, number in counts.by_how.items()])


def when(limit: Limit | None) -> str:
    """A limit's day as a spreadsheet has it."""
    return limit.due_on.isoformat() if limit and limit.due_on else "no date" if limit else ""


def rows_of_shortfalls(found: Iterable[FellShort]) -> list[dict[str, Any]]:
    """Shortfalls rule by rule: on record, no longer one, still one, cannot be told; and what would be asked besides."""
    rules: dict[str, list[FellShort]] = {}
    for one in found:
        rules.setdefault(one.rule, []).append(one)
    return [
        {
            "rule": rule, "title": catalogue.rule(rule).title, "number": len(those),
            "gone": sum(1 for one in those if one.still == () and not one.not_asked_then),
            "still": sum(1 for one in those if one.still),
            "unknown": sum(1 for one in those if one.still is None or (one.still == () and one.not_asked_then)),
            "besides": list(dict.fromkeys(new for one in those for new in one.not_asked_then)),
        }
        for rule, those in rules.items()
    ]  # fmt: skip


def as_csv(found: Replay) -> str:
    """One line for each limit of a child whom the reader may see; for the others one line a team, rule and change, counted."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    for one in found.differences:
        if one.whose.shown:
            lines.writerow([one.whose.reference, *_of(one), one.starts_on.isoformat(), when(one.was), when(one.would),
                            _yes(one.was), _yes(one.would), 1])  # fmt: skip
    for (team, rule, how), children in _others(found.differences):
        title = catalogue.rule(rule).title
        lines.writerow(["", harmless(team), rule, title, HOW[how], "", "", "", "", "", children])
    return out.getvalue()


def _of(one: Difference) -> tuple[str, str, str, str]:
    return harmless(one.whose.team), one.rule, catalogue.rule(one.rule).title, HOW[one.how]


def _yes(limit: Limit | None) -> str:
    return "yes" if limit and limit.overdue else ""


def _others(differences: Iterable[Difference]) -> Iterator[tuple[tuple[str, str, str], int]]:
    counts = Counter((one.whose.team, one.rule, one.how) for one in differences if not one.whose.shown)
    yield from sorted(counts.items())


def as_json(found: Replay, weeks: int, *, children: bool) -> dict[str, Any]:
    """The whole as plain values. ``children``: with a line for each child's limit, by reference."""
    told: dict[str, Any] = {
        "text": found.name, "area": found.area, "day": found.day.isoformat(), "cases": found.cases,
        "governs": GOVERNS,
        "all": _counts(found.differences),
        "rules": {rule: _counts(found.of_rule(rule)) for rule in found.by_rule()},
        "teams": {team: _as_mapping(counts) for team, counts in found.by_team().items()},
        "due": [
            {"team": one.team, "responsible": one.responsible, "now": one.was, "then": one.would, "more": one.more}
            for one in found.loads(weeks)
        ],
        "shortfalls": rows_of_shortfalls(found.shortfalls),
        "values": [
            {"rule": one.rule.id, "how": one.how, "now": list(one.now), "then": list(one.then)} for one in found.compared
        ],
    }  # fmt: skip
    if children:
        told["limits"] = [
            {"child": one.whose.reference, "team": one.whose.team, "rule": one.rule, "how": one.how,
             "started": one.starts_on.isoformat(), "now": when(one.was), "then": when(one.would)}
            for one in found.differences
        ]  # fmt: skip
    return told


def _counts(differences: Iterable[Difference]) -> dict[str, Any]:
    return _as_mapping(counted(differences))


def _as_mapping(counts: Counted) -> dict[str, Any]:
    return {name: getattr(counts, name) for name in Counted.__slots__}


def as_text(found: Replay, weeks: int) -> str:
    """The same in lines."""
    counts = found.by_rule()
    lines = [f"{found.area}: {found.name}, told for {found.day:%-d %B %Y}", GOVERNS, "",
             f"{count(found.cases, 'case')}, {len(found.differences):,} limits would be others."]  # fmt: skip
    for rule, each in counts.items():
        lines += [f"  {rule}: {ways(each)} ({count(each.children, 'child', 'children')})", *_late(each)]
    if not counts:
        lines.append("  No date would be another.")
    lines += ["", f"Due and overdue in the next {weeks} weeks: overdue, then week by week"]
    for load in found.loads(weeks):
        lines.append(f"  {load.team}, {load.responsible}")
        lines += [f"    now   {_week(load.was)}", f"    then  {_week(load.would)}"]
    lines += ["", "Shortfalls on record"]
    for row in rows_of_shortfalls(found.shortfalls):
        lines.append(
            f"  {row['rule']}: {row['gone']} no longer one, {row['still']} still one, {row['unknown']} cannot be told"
        )
    lines += ["", f"{len(found.compared)} values differ.", NOT_ENCODED]
    return "\n".join(lines)


def _late(each: Counted) -> Iterator[str]:
    told = (
        (each.overdue_only_now, "overdue now and would not be"), (each.overdue_only_then, "would be overdue and are not"),
        (each.late_only_now, "done late and would have been in time"),
        (each.late_only_then, "done in time and would have been late"),
    )  # fmt: skip
    if said := [f"{number:,} {words}" for number, words in told if number]:
        yield f"    {capitalize_first(listed(said))}."


def _week(counts: list[int]) -> str:
    return " ".join(f"{number:>4}" for number in counts)
