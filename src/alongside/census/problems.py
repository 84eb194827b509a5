"""What is wrong with a return: in which child, where, why, and what to do.

Policy. Nothing is invented and nothing is dropped without saying so.

- The *file* is refused when it cannot be trusted as a whole: not XML, not a census return, a
  document type or an entity declared, an encoding or namespace the census does not use, a header
  that does not say which collection and authority it is.
- A *child* is refused, whole, for any ``Level.ERROR``: a value that cannot be read, a code its
  collection does not have, an element that is missing, unknown or given twice, days that cannot be
  true, or facts that contradict each other. Half a child's history is never loaded.
- A ``Level.WARNING`` is loaded and reported: what the Department queries, what belongs in another
  year's return though it may be true, and a layout that can be read with no loss.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Level(Enum):
    """How much a problem matters."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong.

    child: the authority's number for the child, or None when it has none or the whole return is meant.
    where: the path of the element, counted from 1 where it repeats, such as "CINdetails[1]/Section47[2]".
    rule: the Department's number for the validation rule this follows, or "" for our own checks.
    """

    level: Level
    child: str | None
    line: int
    where: str
    what: str
    why: str
    do: str
    value: str = ""
    rule: str = ""

    def __str__(self) -> str:
        who = f"Child {self.child}: " if self.child else ""
        rule = f" (census rule {self.rule})" if self.rule else ""
        return f"{who}line {self.line}, {self.where}: {self.what} {self.why} {self.do}{rule}"


@dataclass(eq=False)
class FileRefused(Exception):
    """The file as a whole cannot be read as a census return. Nothing of it is loaded."""

    what: str
    why: str
    do: str
    line: int = 0

    def __str__(self) -> str:
        where = f"Line {self.line}: " if self.line else ""
        return f"{where}{self.what} {self.why} {self.do}"
