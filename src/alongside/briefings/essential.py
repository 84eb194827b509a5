"""What a short document holds, where there is more than fits.

Nothing is scored. Of each edition at least the first few. Law in force stands before guidance, that before law that was
passed and has not begun, and corrections come last; among equals what one account alone tells comes later, what asks
these readers themselves to do something earlier, and what concerns few before what concerns all. What is left out is
named by its title as far as that fits, and counted; the address of the whole is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from alongside.briefings.choice import amends
from alongside.guidance import catalogue
from alongside.guidance.compare import Comparison
from alongside.guidance.kernel.briefing import Action, Origin
from alongside.guidance.kernel.changes import Change, Nature, Sureness

OF_EACH_EDITION = 4
#: An action for no more readers than these is their own.
FEW = 2
#: A change for no more readers than these concerns few.
FEW_CONCERNED = 4
LATER = 2
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
    may = {one.id: one for one in comparison.actions}

    def key(change: Change) -> tuple[int, ...]:
        asked = [len(may[id].audiences) for id in change.actions if id in may]
        few = len(change.audiences) if comparison.audience else 0
        own = min(asked, default=FEW + 1) <= FEW
        correction = change.nature is Nature.FACTUAL
        one_account = change.sure is Sureness.REPORTED
        return (weight(change, comparison.audience), one_account, not own, correction, not asked, few)

    steps = [(step, sorted(step.changes, key=key)) for step in comparison.steps]
    first = [
        one
        for step, found in steps
        if not amends(step.after)
        for one in [each for each in found if weight(each, comparison.audience) < LATER][:OF_EACH_EDITION]
    ]
    rest = [one for _, found in steps for one in found if one not in first]
    return [*sorted(first, key=key), *sorted(rest, key=key)]


def weight(change: Change, audience: str) -> int:
    """Law in force and guidance first, then law that has not begun, then corrections and what is not established.

    A correction that concerns few stands with the guidance for those few: chapter 6 had nothing but corrections.
    """
    if change.nature is Nature.FACTUAL and audience and len(change.audiences) <= FEW_CONCERNED:
        return 1 if change.sure in (Sureness.READ, Sureness.AGREED) else LATER + 1
    if change.nature in (Nature.FACTUAL, Nature.NOT_KNOWN):
        return LATER + 1
    unsure = change.sure is Sureness.SUPPOSED or (
        change.nature is Nature.LAW and change.sure is Sureness.REPORTED
    )
    if unsure or not_begun(change):
        return LATER
    return 0 if change.nature is Nature.LAW else 1


def not_begun(change: Change) -> bool:
    """Whether it is law that was passed and governs nothing yet: the rule it brings has no day."""
    return bool(change.rules) and catalogue.RULES[change.rules[0]].dated.first_day is None


def first_actions(actions: Iterable[Action], most: int) -> tuple[Action, ...]:
    """The first of the actions: those a text asks before those somebody suggests, those for few readers first."""
    return tuple(sorted(actions, key=lambda one: (ACTION_ORDER.index(one.origin), len(one.audiences)))[:most])


def titles_within(titles: Sequence[str], room: int) -> tuple[list[str], int]:
    """As many titles as fit, and how many do not."""
    kept: list[str] = []
    for title in titles:
        if sum(map(len, kept)) + len(title) > room:
            break
        kept.append(title)
    return kept, len(titles) - len(kept)
