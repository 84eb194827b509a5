"""Texts, and places in them.

A source is one *issue* of one text: a corrected re-issue is a source of its own with
its own date. An Act passed but not begun has no date, or only some of its provisions do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from alongside.guidance.kernel.words import day_in_words


class Kind(Enum):
    """What sort of text a source is."""

    ACT = "Act"
    REGULATIONS = "regulations"
    STATUTORY_GUIDANCE = "statutory guidance"
    OTHER_GUIDANCE = "other guidance"
    CONVENTIONS = "data conventions"


@dataclass(frozen=True, slots=True)
class Source:
    """One issue of one published text.

    ``id`` names this issue (``WT2023-2025-06``); ``edition`` names the edition it belongs
    to (``WT2023``). ``in_force_from`` is None where the text as a whole has not begun:
    it can be cited and shown, and governs nothing unless a citation carries its own date.
    """

    id: str
    title: str
    edition: str
    issue: str
    kind: Kind
    in_force_from: date | None
    url: str = ""
    assent: date | None = None

    @property
    def name(self) -> str:
        """The title with its issue, as a reader would name it."""
        return f"{self.title} ({self.issue})" if self.issue else self.title

    def at(self, locator: str, *, begins: date | None = None) -> Citation:
        """Cite a place in this text; ``begins`` is that provision's own commencement."""
        return Citation(self, locator, begins or self.in_force_from)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a text, and the day that place came into force (None: not begun)."""

    source: Source
    locator: str
    in_force_from: date | None

    def in_force_on(self, day: date) -> bool:
        """Whether this provision had begun by ``day``."""
        return self.in_force_from is not None and self.in_force_from <= day

    def __str__(self) -> str:
        return f"{self.source.name}, {self.locator}" if self.locator else self.source.name


@dataclass(frozen=True, slots=True)
class Check:
    """The day a person read the text itself and agreed, which issue they read, and who it was where that is on record."""

    on: date
    against: str
    by: str = ""

    def __str__(self) -> str:
        who = f" by {self.by}" if self.by else ""
        return f"checked on {day_in_words(self.on)}{who} against the {self.against}"
