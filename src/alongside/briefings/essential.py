"""What a short document holds, where there is more than fits.

Nothing is scored. Changes that ask these readers to do something stand before those that do not, law before
guidance and corrections last, what concerns few readers before what concerns all; of each edition at least the first
two. What is left out is named by its title, and the address of the whole is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import Comparison
from alongside.guidance.kernel.briefing import Action, Origin
from alongside.guidance.kernel.changes import Change, Nature

OF_EACH_EDITION = 2
ACTION_ORDER = (Origin.TEXT, Origin.OTHER_TEXT, Origin.SUGGESTED)


def essential(comparison: Comparison, room: int, length: Callable[[Change], int]) -> tuple[Change, ...]:
    """As many changes as fit, in the order of the text. room and length: in letters."""
    chosen: set[str] = set()
    for change in ranked(comparison):
        if length(change) <= room:
            room -= length(change)
            chosen.add(change.id)
    return tuple(one for one in comparison.changes if one.id in chosen)


def ranked(comparison: Comparison) -> list[Change]:
    """Every change, the one that matters most to these readers first."""
    offered = {one.id for one in comparison.actions}

    def key(change: Change) -> tuple[int, ...]:
        return (
            change.nature in (Nature.FACTUAL, Nature.NOT_KNOWN),
            not offered.intersection(change.actions),
            change.nature is not Nature.LAW,
            len(change.audiences) if comparison.audience else len(AUDIENCES) - len(change.audiences),
        )

    steps = [sorted(step.changes, key=key) for step in comparison.steps]
    first = [one for step in steps for one in step[:OF_EACH_EDITION]]
    rest = [one for step in steps for one in step[OF_EACH_EDITION:]]
    return [*sorted(first, key=key), *sorted(rest, key=key)]


def first_actions(actions: Iterable[Action], most: int) -> tuple[Action, ...]:
    """The first of the actions: those a text asks before those somebody suggests."""
    return tuple(sorted(actions, key=lambda one: ACTION_ORDER.index(one.origin))[:most])


def titles_within(titles: Sequence[str], room: int) -> tuple[list[str], int]:
    """As many titles as fit, and how many do not."""
    kept: list[str] = []
    for title in titles:
        if sum(map(len, kept)) + len(title) > room:
            break
        kept.append(title)
    return kept, len(titles) - len(kept)
