"""The reference of clocks: what starts, stops and ends each, generated from the clocks themselves."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.chronology.kinds import Kind
from alongside.deadlines.clocks import CLOCKS, Clock, When, always


def as_markdown() -> str:
    """Every clock: its rule, and the kinds of entry that move it, with their conditions."""
    lines = [
        "# Clocks",
        "",
        f"What sets each of these {len(CLOCKS)} clocks running, what stops it, and what takes the reason for it away. An entry",
        "that stops a clock after the last day leaves it late, and it stays late. A closed case ends every clock of the",
        "case. How long a clock runs is in its [rule](rules.md); the entries are in [what can happen](kinds.md).",
        "",
        "| rule | started by | stopped by | ended without being met by |",
        "| --- | --- | --- | --- |",
    ]
    for clock in CLOCKS:
        cells = (_words(each) for each in (clock.started_by, clock.stopped_by, clock.ended_by))
        lines.append(f"| `{clock.rule.id}` | {' | '.join(cells)} |")
    return "\n".join(lines)


def of_rule(id: str) -> str:
    """What starts the clock of a rule, in words. Empty where no clock runs for it."""
    return "; ".join(f"started by {_words(clock.started_by)}" for clock in CLOCKS if clock.rule.id == id)


def of_kind(kind: Kind) -> list[str]:
    """What an entry of this kind does to which clocks, as lines of a list."""
    effects = {
        "Starts": [(clock, clock.started_by) for clock in CLOCKS],
        "Stops": [(clock, clock.stopped_by) for clock in CLOCKS],
        "Ends without being met": [(clock, clock.ended_by) for clock in CLOCKS],
    }
    return [
        f"- {effect}: {rules}."
        for effect, moved in effects.items()
        if (rules := ", ".join(_moved(kind, moved)))
    ]


def moved_by(kind: Kind) -> tuple[str, ...]:
    """The ids of the rules whose clocks an entry of this kind starts, stops or ends."""
    moved = (
        clock.rule.id
        for clock in CLOCKS
        for by in (clock.started_by, clock.stopped_by, clock.ended_by)
        if kind in by.kinds
    )
    return tuple(dict.fromkeys(moved))


def _moved(kind: Kind, clocks: list[tuple[Clock, When]]) -> Iterator[str]:
    for clock, by in clocks:
        if kind in by.kinds:
            yield f"`{clock.rule.id}`{_condition(by)}"


def _words(by: When) -> str:
    if not by.kinds:
        return "nothing else"
    return f"{' or '.join(kind.title for kind in by.kinds)}{_condition(by)}"


def _condition(by: When) -> str:
    if by.only_if is always:
        return ""
    about = (by.only_if.__doc__ or "").strip()
    return f" ({about[:1].lower()}{about[1:].rstrip('.')})"
