"""The editions of Working Together: when each began, its issues, and its chapters under their numbers of that edition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from types import MappingProxyType

from alongside.guidance import sources, taking_in
from alongside.guidance.kernel.sources import Source
from alongside.guidance.taking_in import TakenIn

INTRODUCTION = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One edition. ``chapters`` are titles by number; ``read`` says whether its whole text was read for this software.

    ``follows`` is the id of the edition or amendment before it. ``paragraphs`` is how many are numbered, where known.
    """

    id: str
    title: str
    issues: tuple[Source, ...]
    chapters: Mapping[int, str]
    follows: str
    read: bool
    paragraphs: int | None = None

    @property
    def begins(self) -> date:
        """The day its first issue took effect."""
        begins = self.issues[0].in_force_from
        assert begins is not None
        return begins


CHAPTERS_2015 = MappingProxyType({
    INTRODUCTION: "Introduction", 1: "Assessing need and providing help", 2: "Organisational responsibilities",
    3: "Local safeguarding children boards", 4: "Learning and improvement framework", 5: "Child death reviews",
})  # fmt: skip
CHAPTERS_2018 = MappingProxyType({
    INTRODUCTION: "Introduction", 1: "Assessing need and providing help", 2: "Organisational responsibilities",
    3: "Multi-agency safeguarding arrangements", 4: "Improving child protection and safeguarding practice",
    5: "Child death reviews",
})  # fmt: skip
CHAPTERS_2023 = MappingProxyType({
    INTRODUCTION: "Introduction and glossary", 1: "A shared responsibility", 2: "Multi-agency safeguarding arrangements",
    3: "Providing help, support and protection", 4: "Organisational responsibilities",
    5: "Learning from serious child safeguarding incidents", 6: "Child death reviews",
})  # fmt: skip

WT2015 = Edition(id="WT2015", title="Working Together 2015", issues=(sources.WT2015,), chapters=CHAPTERS_2015,
                 follows="", read=False)  # fmt: skip
WT2018 = Edition(id="WT2018", title="Working Together 2018", issues=(sources.WT2018,), chapters=CHAPTERS_2018,
                 follows="WT2015", read=False)  # fmt: skip
WT2018_2020 = Edition(id="WT2018-2020-12", title="Working Together 2018 as amended in December 2020",
                      issues=(sources.WT2018_AMENDED,), chapters=CHAPTERS_2018, follows="WT2018", read=False)  # fmt: skip
WT2023 = Edition(id="WT2023", title="Working Together 2023", issues=sources.ISSUES_2023, chapters=CHAPTERS_2023,
                 follows="WT2018-2020-12", read=True, paragraphs=403)  # fmt: skip
#: Chapter titles of 2026 are those of 2023, as far as accounts of it tell.
WT2026 = Edition(id="WT2026", title="Working Together 2026", issues=sources.ISSUES_2026, chapters=CHAPTERS_2023,
                 follows="WT2023", read=False)  # fmt: skip


def _with(taken: Iterable[TakenIn], known: tuple[Edition, ...]) -> tuple[Edition, ...]:
    """The editions with issues taken in: a further issue of one of them, or one that follows the text it is carried from."""
    found = {one.id: one for one in known}
    for issue in taken:
        edition = issue.source.edition
        before = next((one for one in found.values() if issue.carried_from in _names(one)), None)
        if edition in found:
            found[edition] = replace(found[edition], issues=(*found[edition].issues, issue.source))
        elif before is not None:
            found[edition] = Edition(id=edition, title=issue.source.title, issues=(issue.source,),
                                     chapters=before.chapters, follows=before.id, read=False)  # fmt: skip
    return tuple(sorted(found.values(), key=lambda one: one.begins))


def _names(edition: Edition) -> tuple[str, ...]:
    return edition.id, *(issue.id for issue in edition.issues)


EDITIONS: tuple[Edition, ...] = _with(taking_in.issues(), (WT2015, WT2018, WT2018_2020, WT2023, WT2026))
BY_ID: Mapping[str, Edition] = MappingProxyType({one.id: one for one in EDITIONS})


def in_force_on(day: date) -> Edition | None:
    """The edition in force that day, or None before the first one known here."""
    begun = [one for one in EDITIONS if one.begins <= day]
    return begun[-1] if begun else None


def steps(before: str, after: str) -> tuple[tuple[Edition, Edition], ...]:
    """Each edition with the next, from one to the other. Raises ValueError unless the first comes before the second."""
    order = [one.id for one in EDITIONS]
    if before not in order or after not in order or order.index(before) >= order.index(after):
        raise ValueError(
            f"{before or 'Nothing'} does not come before {after or 'nothing'} among {', '.join(order)}."
        )
    chosen = EDITIONS[order.index(before) : order.index(after) + 1]
    return tuple(pairwise(chosen))
