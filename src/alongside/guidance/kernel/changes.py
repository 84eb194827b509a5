"""What one edition changed of the one before: was, is, for whom, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from alongside.guidance.kernel.sources import Check, Citation


class Nature(Enum):
    """What sort of change it is. A change of guidance is never shown as a change of law."""

    LAW = "change in the law"
    GUIDANCE = "change in the guidance"
    FACTUAL = "factual correction"
    NOT_KNOWN = "not established"


class Sureness(Enum):
    """How far what is said here can be leaned on."""

    READ = "read in the text"
    AGREED = "two or more independent accounts agree"
    REPORTED = "one account says so"
    SUPPOSED = "from knowledge of the field, not verified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing a later edition says otherwise than the one before it.

    ``before`` and ``after`` are ids in ``guidance.editions``; the same id twice is what happened while it stood. ``chapter`` is the later edition's chapter
    (0 for the introduction, "glossary" stands with 0); ``subject`` a key of ``guidance.subjects``.
    ``was`` is empty where the earlier edition was silent, ``now`` where the later one dropped it.
    ``audiences`` are keys of ``guidance.actors.AUDIENCES``; ``actions`` ids of actions that may follow from it.
    """

    id: str
    before: str
    after: str
    chapter: int
    subject: str
    title: str
    was: str
    now: str
    means: str
    audiences: tuple[str, ...]
    nature: Nature
    sure: Sureness
    cites: tuple[Citation, ...]
    rules: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    checked: Check | None = None

    def __post_init__(self) -> None:
        if not (self.was or self.now):
            raise ValueError(f"The change {self.id} says neither what was nor what is. Give at least one.")
        if not (self.audiences and self.cites):
            raise ValueError(f"The change {self.id} needs an audience and a place in a text.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknown:
    """Something about an edition that could not be established. Said plainly wherever that edition is compared."""

    id: str
    edition: str
    chapter: int
    words: str
    audiences: tuple[str, ...]
