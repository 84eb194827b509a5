"""People whose name is written or said like the one asked for, or who were born on nearly the same day.

Who may be seen is part of the query that finds; what comes back is put in order here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nsmallest
from uuid import UUID

from rapidfuzz import fuzz

from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.matching.reaching import Reached, reached
from alongside.matching.wanted import Wanted

#: How alike two names must be, of 100, for somebody to be shown: less where the day of birth speaks for them.
ALIKE, ALIKE_IF_BORN_NEAR = 68, 40
SAME_SOUND = 12


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody found. words: the name by which, folded. how: “sounds” or “spelling”. place: more is likelier."""

    person: UUID
    words: str
    how: str
    place: float


def near(wanted: Wanted, me: Practitioner, policy: Policy, *, limit: int) -> list[Near]:
    """Those whom ``me`` may see under the policy and who fit nearly, the likeliest first. One query.

    Whoever may not be seen takes no place from whoever may: they are left out before anything is cut.
    """
    if not wanted.words:
        return []
    return in_order(wanted, reached(wanted, me, policy), limit)


def in_order(wanted: Wanted, rows: Iterable[Reached], limit: int) -> list[Near]:
    """The rows that fit well enough, one for each person, the likeliest first."""
    text, single = wanted.text, len(wanted.words) == 1
    names: dict[str, float] = {}
    best: dict[str, tuple[float, str, str, bool]] = {}
    for key, words, said, closeness in rows:
        alike = names.get(words)
        if alike is None:
            alike = names[words] = alikeness(text, words) if words else 0
        if said and alike < ALIKE:
            alike = ALIKE
        if alike < (ALIKE_IF_BORN_NEAR if closeness else ALIKE):
            continue
        place = alike + closeness + (SAME_SOUND if said else 0)
        there = best.get(key)
        if there is None or place > -there[0]:
            best[key] = (-place, words, key, bool(said) or (single and alike < 100))
    return [
        Near(UUID(key), words, "sounds" if said else "spelling", -place)
        for place, words, key, said in nsmallest(limit, best.values())
    ]


def alikeness(text: str, words: str) -> float:
    """How alike two names are, of 100, in whatever order their words are told."""
    if " " not in text:
        return max(fuzz.ratio(text, word) for word in words.split())
    sorted_ = fuzz.token_sort_ratio(text, words)
    if words.count(" ") > 1 or text.count(" ") > 1:
        return max(sorted_, 0.94 * fuzz.token_set_ratio(text, words))
    return sorted_
