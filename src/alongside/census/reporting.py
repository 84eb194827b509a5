"""The result of an import, for people and for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .loading.returns import Result
from .problems import Level, Problem

#: How many of one kind of warning are written out; the rest are counted.
_EXAMPLES = 5


def as_json(path: Path, result: Result) -> dict[str, Any]:
    """Everything, with every problem."""
    counts = result.counts
    return {
        "file": path.name,
        "collection": result.header.collection,
        "area": {"code": result.area.code, "name": result.area.name, "new": result.area_is_new},
        "dry_run": result.dry_run,
        "children": result.children,
        "loaded": counts["loaded"],
        "changed": counts["changed"],
        "unchanged": counts["unchanged"],
        "refused": counts["refused"],
        "conflicts": counts["conflict"],
        "problems": [_problem(each) for each in result.problems],
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return asdict(problem) | {"level": problem.level.value}


def as_text(path: Path, result: Result) -> str:
    """What came of it, then each reason a child was refused, then the warnings, the commonest shown by examples."""
    errors = [each for each in result.problems if each.level is Level.ERROR]
    warnings = [each for each in result.problems if each.level is Level.WARNING]
    lines = [_heading(path, result), "", *_counts(result)]
    if errors:
        lines += ["", "Refused, and why:", *(f"  {each}" for each in errors)]
    if warnings:
        lines += ["", "Loaded, and worth a look:", *_by_kind(warnings)]
    return "\n".join(lines)


def _heading(path: Path, result: Result) -> str:
    header, area = result.header, result.area
    tried = "Tried, and kept nothing: " if result.dry_run else ""
    new = " (a new area)" if result.area_is_new else ""
    return (
        f"{tried}{path.name}, children in need census {header.collection}, into {area.code} {area.name}{new}"
    )


def _counts(result: Result) -> list[str]:
    counts = result.counts
    rows = (
        ("Children in the file", result.children),
        ("Loaded", counts["loaded"]),
        ("Changed by what the file adds", counts["changed"]),
        ("Unchanged", counts["unchanged"]),
        ("Refused: the file is wrong", counts["refused"]),
        ("Refused: the record here says otherwise", counts["conflict"]),
    )
    return [f"  {label:<42}{count:>8,}" for label, count in rows]


def _by_kind(warnings: list[Problem]) -> list[str]:
    kinds = Counter(each.what for each in warnings)
    lines: list[str] = []
    for what, count in kinds.most_common():
        lines.append(f"  {count:,} x {what}")
        shown = [each for each in warnings if each.what == what][:_EXAMPLES]
        lines += [f"      {_who(each)}line {each.line}, {each.where}: {each.why} {each.do}" for each in shown]
        if count > _EXAMPLES:
            lines.append(f"      and {count - _EXAMPLES:,} more; --json lists them all")
    return lines


def _who(problem: Problem) -> str:
    return f"child {problem.child}, " if problem.child else ""
