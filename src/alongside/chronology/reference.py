"""The reference of everything that can happen, generated from the kinds of entry.

Which clocks an entry moves is passed in: clocks stand above the chronology, and are put beside it by
the page that composes both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from alongside.chronology.kinds import KINDS, Kind


def as_markdown(clocks: Callable[[Kind], list[str]]) -> str:
    """Every kind of entry: its sentence, its details, and what it does to which clocks."""
    lines = [
        "# What can happen",
        "",
        f"The chronology of a case is made of these {len(KINDS)} kinds of entry. Every act of a practitioner writes",
        "exactly one. Entries are never changed and never deleted: a correction is a new entry.",
        "",
        "Details marked *personal* are words about people.",
    ]
    for kind in KINDS.values():
        lines += ["", f"## {kind.title}", "", *_about(kind), *clocks(kind)]
    return "\n".join(lines)


def _about(kind: Kind) -> Iterator[str]:
    yield f"`{kind.id}`{', shown large on the timeline' if kind.major else ''}. It reads:"
    yield ""
    yield f"> {kind.sentence}"
    yield ""
    yield f"- Needs: {_listed(kind.details, kind)}."
    if more := tuple(name for name in kind.personal if name not in kind.details):
        yield f"- May also carry: {_listed(more, kind)}."


def _listed(names: tuple[str, ...], kind: Kind) -> str:
    shown = [f"`{name}`{' (personal)' if name in kind.personal else ''}" for name in names]
    return ", ".join(shown) or "no details"
