"""Reading a census return, one child at a time, in memory that does not grow with the file.

    with opened(path) as census:
        census.header, census.children_count, census.problems
        for reading in census.children():
            ...

Opening looks the whole file through once: it is refused here or not at all, so nothing of a broken
file is ever loaded, and two children with the same number are known before either is handed on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from . import elements, prolog
from .checks import check_child
from .checks.whole_return import Tally
from .interpreting import Interpreter
from .nodes import Node, line_of
from .problems import FileRefused, Level, Problem
from .records import Header, ReadChild
from .streaming import Parts
from .survey import Survey, survey


@dataclass(frozen=True, slots=True)
class Reading:
    """One child as read. ``child`` is None exactly when a problem is an error.

    child_id: the authority's number for the child as written, or None when it has none.
    line: the line its element begins on.
    """

    child_id: str | None
    line: int
    child: ReadChild | None
    problems: tuple[Problem, ...]


class Census:
    """An open return. Made by ``opened``."""

    def __init__(self, file: BinaryIO) -> None:
        prolog.check(file)
        self._file = file
        self._survey: Survey = survey(file)
        self.header: Header = self._survey.header
        self.children_count: int = self._survey.children
        self.problems: tuple[Problem, ...] = self._survey.problems
        self._tally = Tally(self.header)

    def children(self) -> Iterator[Reading]:
        """Every child of the return in its order, good or not. Can be asked for again."""
        self._file.seek(0)
        self._tally = Tally(self.header)
        for node in Parts(self._file):
            if node.tag == "Child":
                yield self._read(node)

    def problems_of_the_whole(self) -> tuple[Problem, ...]:
        """What the Department asks about the return as a whole. Complete once every child is read."""
        return tuple(self._tally.problems())

    def _read(self, node: Node) -> Reading:
        number = (node.findtext("ChildIdentifiers/LAchildID") or "").strip() or None
        line = line_of(node)
        reader = Interpreter(self.header.year, number)
        child: ReadChild | None = reader.read(elements.CHILD, node)
        problems = reader.problems + list(self._survey.shared(number, node))
        if child is not None:
            problems += check_child(child, self.header)
            self._tally.count(child)
        if any(each.level is Level.ERROR for each in problems):
            child = None
        return Reading(number, line, child, tuple(problems))


@contextmanager
def opened(path: Path) -> Iterator[Census]:
    """The return in the file at ``path``. Raises FileRefused for one that cannot be read as a whole."""
    try:
        file = path.open("rb")
    except OSError as error:
        raise FileRefused(
            f"{path} cannot be opened.", f"{error.strerror}.", "Check the name and that you may read it."
        ) from None
    with file:
        yield Census(file)
