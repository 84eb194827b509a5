"""Looking a return through before any of it is used: its header, and numbers that stand twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from . import elements
from .authorities import AUTHORITIES
from .interpreting import Interpreter
from .nodes import Node, line_of
from .problems import FileRefused, Level, Problem
from .records import Header
from .streaming import Parts, Stray

Lines = dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Survey:
    """What is known of a return before its children are read."""

    header: Header
    children: int
    problems: tuple[Problem, ...]
    same_number: Lines
    same_upn: Lines

    def shared(self, number: str | None, node: Node) -> Iterator[Problem]:
        """What this child has in common with another child of the return and must not."""
        upn = _text(node, "UPN")
        for value, lines, tag, rule in (
            (number, self.same_number, "LAchildID", "8510"),
            (upn, self.same_upn, "UPN", "1520"),
        ):
            if value in lines:
                others = ", ".join(str(line) for line in lines[value] if line != line_of(node))
                yield Problem(
                    level=Level.ERROR,
                    child=number,
                    line=line_of(node),
                    where=f"ChildIdentifiers/{tag}",
                    what=f"Another child of the return has the same {tag}.",
                    why=f"It stands at line {others} too, and the file does not say which of them is right. "
                    "None of them is loaded.",
                    do="Find out whose it is; give each child one entry and its own number.",
                    value=value or "",
                    rule=rule,
                )


def survey(file: BinaryIO) -> Survey:
    """Read the whole file once. Raises FileRefused for one that cannot be trusted as a whole."""
    header: Header | None = None
    warnings: list[Problem] = []
    children = 0
    numbers: dict[str, int] = {}
    upns: dict[str, int] = {}
    same_number: Lines = {}
    same_upn: Lines = {}
    parts = Parts(file)
    for node in parts:
        if node.tag == "Header":
            if header is not None:
                raise _layout("There are two headers.", "Keep the right one.", node)
            _refuse_document_type(node)
            header, warnings = read_header(node)
        else:
            if header is None:
                raise _layout("There is no Header before the first child.", "Add it.", node)
            children += 1
            line = line_of(node)
            _note(_text(node, "LAchildID"), line, numbers, same_number)
            _note(_text(node, "UPN"), line, upns, same_upn)
    if header is None:
        raise FileRefused(
            "The file has no Header.",
            "Nothing says which collection and which authority it is.",
            "Export the return again.",
        )
    if not children:
        raise FileRefused(
            "The file holds no children.", "There is no Child in Children.", "Export the return again."
        )
    if parts.frame != ("Header", "Children"):
        raise FileRefused(
            "The file is not laid out as a census return.",
            f"A return holds one Header and one Children; this one holds {', '.join(parts.frame)}.",
            "Export the return again.",
        )
    problems = (*warnings, *map(_stray, parts.strays))
    return Survey(header, children, problems, same_number, same_upn)


def read_header(node: Node) -> tuple[Header, list[Problem]]:
    """The header, with warnings. Raises FileRefused for one that does not say what the file is."""
    year = _year_of(node)
    reader = Interpreter(year)
    said: dict[str, Any] | None = reader.read(elements.HEADER, node, "Header")
    for problem in reader.problems:
        if problem.level is Level.ERROR:
            raise FileRefused(
                f"The header cannot be used. {problem.what}",
                f"{problem.where}: {problem.why}",
                problem.do,
                problem.line,
            )
    assert said is not None
    collection, source = said["collection"], said["source"]
    if collection["reference_date"] != date(year, 3, 31):
        raise FileRefused(
            "The header cannot be used. ReferenceDate and Year do not agree.",
            f"Year is {year}, so ReferenceDate should be {year}-03-31; it is {collection['reference_date']}.",
            "Correct the one that is wrong (census rule 100).",
            line_of(node),
        )
    known = {name: source.get(name) for name in ("software", "release", "serial", "made_at")}
    header = Header(
        year=year, reference_date=collection["reference_date"], authority=source["authority"], **known
    )
    return header, reader.problems + _unknown_authority(header, node)


def _year_of(node: Node) -> int:
    text = (node.findtext("CollectionDetails/Year") or "").strip()
    first, last = elements.FIRST_YEAR, elements.LAST_YEAR
    if not (text.isascii() and text.isdigit() and first <= int(text) <= last):
        raise FileRefused(
            "The collection year is not one that can be read.",
            f"CollectionDetails/Year is {text or 'not given'}; layouts are known from {first} to {last}.",
            "Check that this is a children in need census return, and for which year it was made.",
            line_of(node),
        )
    return int(text)


def _unknown_authority(header: Header, node: Node) -> list[Problem]:
    if header.authority in AUTHORITIES:
        return []
    return [
        Problem(
            level=Level.WARNING,
            child=None,
            line=line_of(node),
            where="Header/Source/LEA",
            what="The authority's code is not in our table.",
            why="It may be new since the table was made.",
            do="Check that it is yours.",
            value=header.authority,
        )
    ]


def _refuse_document_type(node: Node) -> None:
    """The second wall behind ``prolog.check``, which has read the same bytes with another parser."""
    if node.getroottree().docinfo.internalDTD is not None:
        raise FileRefused(
            "The file declares a document type.",
            "The census uses none, and one can reach other files or grow without end.",
            "Export the return again from the system it came from.",
        )


def _stray(stray: Stray) -> Problem:
    name = stray.name or "text"
    return Problem(
        level=Level.ERROR,
        child=None,
        line=stray.line,
        where=f"Children/{name}",
        what=f"There is {name} beside the children.",
        why="Only Child elements stand there, so it was not read. The children themselves were.",
        do="Correct its name if it is a child, or take it out.",
    )


def _layout(why: str, do: str, node: Node) -> FileRefused:
    return FileRefused("The file is not laid out as a census return.", why, do, line_of(node))


def _text(node: Node, tag: str) -> str | None:
    return (node.findtext(f"ChildIdentifiers/{tag}") or "").strip() or None


def _note(value: str | None, line: int, seen: dict[str, int], twice: Lines) -> None:
    if value is None:
        return
    if value in seen:
        twice.setdefault(value, [seen[value]]).append(line)
    else:
        seen[value] = line
