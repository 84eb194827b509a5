"""What a briefing is made of beside the changes: actions that may follow, words, and questions for staff."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Origin(Enum):
    """Whose idea an action is. Only the first is the text's own."""

    TEXT = "asked by the text"
    OTHER_TEXT = "asked by another text"
    SUGGESTED = "a suggestion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something an organisation may decide to do. ``rules`` are what it rests on, ``evidence`` what would show it done.

    ``editions`` are the editions of Working Together under which it makes sense. ``audiences`` are keys of
    ``guidance.actors.AUDIENCES``.
    """

    id: str
    words: str
    audiences: tuple[str, ...]
    editions: tuple[str, ...]
    origin: Origin
    rules: tuple[str, ...] = ()
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or an abbreviation people meet. ``also`` are others for the same, found by search as well.

    ``rule`` is the definition it has among the rules, where the text gives one. ``beware`` says where the same
    letters are used for something else. ``editions`` are those that use it (empty: all).
    """

    word: str
    means: str
    stands_for: str = ""
    also: tuple[str, ...] = ()
    rule: str = ""
    beware: str = ""
    editions: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a quiz for staff. ``right`` is the place of the right answer; ``rules`` cite why."""

    id: str
    asks: str
    answers: tuple[str, ...]
    right: int
    because: str
    rules: tuple[str, ...]
    audiences: tuple[str, ...]
    editions: tuple[str, ...]

    def __post_init__(self) -> None:
        if not 0 <= self.right < len(self.answers):
            raise ValueError(f"The question {self.id} has no answer number {self.right}.")
