"""What stands in a document, whichever form it takes: page, PDF, Word. One value, so that all of them say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """One paragraph."""

    words: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """One line of a list. lead: stands before it in bold; cites: where it is said; rule: the id of a rule to link to."""

    words: str
    lead: str = ""
    cites: str = ""
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Points:
    """A list. short: its lines are a few words each."""

    points: tuple[Point, ...]
    short: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its title, what it was and is, what sort of change it is and how sure that is, and where it is said.

    rules: ids of rules it touches, with their titles; links on a page, and nothing on paper.
    """

    title: str
    lines: tuple[tuple[str, str], ...]
    marks: tuple[str, ...] = ()
    cites: str = ""
    rules: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. widths: shares of the width; tall: rows leave room to write in."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    tall: bool = False


Block: TypeAlias = Words | Points | Entry | Table


@dataclass(frozen=True, slots=True)
class Part:
    """Blocks under a heading. apart: on a page of its own, when printed."""

    heading: str
    blocks: tuple[Block, ...]
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One document. facts: which editions, for whom, made on which day; caution: how far it may be relied on.

    pages: on how many it has to fit, where that matters; wide: across the paper; columns: of text on paper.
    """

    title: str
    facts: tuple[tuple[str, str], ...]
    caution: tuple[str, ...]
    parts: tuple[Part, ...]
    day: date
    pages: int | None = None
    wide: bool = False
    columns: int = 1
    poster: bool = field(default=False)

    def every_word(self) -> Iterator[str]:
        """Everything a reader reads, in order, one piece at a time."""
        yield self.title
        for name, words in self.facts:
            yield name
            yield words
        yield from self.caution
        for part in self.parts:
            yield part.heading
            for block in part.blocks:
                yield from _words(block)


def _words(block: Block) -> Iterator[str]:
    if isinstance(block, Words):
        yield block.words
    elif isinstance(block, Points):
        for point in block.points:
            yield from filter(None, (point.lead, point.words, point.cites))
    elif isinstance(block, Entry):
        yield block.title
        yield from block.marks
        for name, words in block.lines:
            yield name
            yield words
        if block.cites:
            yield block.cites
    else:
        yield from block.columns
        for row in block.rows:
            yield from filter(None, row)
