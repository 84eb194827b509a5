"""The parts of a return, each complete, each forgotten when the next is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from lxml import etree

from .nodes import Node, line_of
from .problems import FileRefused

_BLOCK = 64 * 1024
#: No child's record comes near these. A longer part is an attempt to fill the memory.
_LONGEST_PART = 1024 * 1024
_MOST_ELEMENTS_OF_A_PART = 20_000
#: Elements within elements. A return has seven.
_DEEPEST = 64
#: The largest authority's return is a tenth of this.
_MOST_ELEMENTS = 20_000_000
#: More than this many things that do not belong, and it is not a return with a slip in it.
_MOST_STRAYS = 100


@dataclass(frozen=True, slots=True)
class Stray:
    """Something between the children that is not a child: an element's name, or "" for text."""

    name: str
    line: int


class Parts:
    """The Header and each Child of a return, in order. Iterate once.

    Iterating raises FileRefused for a file that is not well formed, for one whose next part is longer than 1 MiB or
    has more than 20,000 elements, and for elements more than 64 deep or more than 20 million of them. An element handed out is emptied when the next is asked for. When the
    last has been handed out, ``frame`` holds the tags below Message and ``strays`` what stood
    between the children.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.frame: tuple[str, ...] = ()
        self.strays: list[Stray] = []
        self._elements = 0

    def __iter__(self) -> Iterator[Node]:
        parser = _safe_parser()
        since = 0
        while block := self._file.read(_BLOCK):
            since += len(block)
            try:
                parser.feed(block)
            except etree.XMLSyntaxError as error:
                raise _not_well_formed(error) from None
            for part in self._complete(parser):
                since = 0
                yield part
            if since > _LONGEST_PART:
                raise _too_long()
        try:
            root = parser.close()
        except etree.XMLSyntaxError as error:
            raise _not_well_formed(error) from None
        yield from self._complete(parser)
        self._look_at_frame(root)

    def _complete(self, parser: etree.XMLPullParser) -> Iterator[Node]:
        node: Node
        for _, node in parser.read_events():
            self._refuse_too_many(node)
            above = [str(each.tag) for each in node.iterancestors()]
            if node.tag == "Header" and above == ["Message"]:
                yield node
            elif node.tag == "Child" and above == ["Children", "Message"]:
                self._forget_before(node)
                yield node
                node.clear(keep_tail=True)

    def _refuse_too_many(self, node: Node) -> None:
        """Refuse what no return holds: counted in the tree itself, before anything of it is handed out."""
        own = round(float(str(_COUNTED(node))))
        self._elements += own
        if own > _MOST_ELEMENTS_OF_A_PART or self._elements > _MOST_ELEMENTS:
            raise FileRefused(
                "The file holds more elements than a census return has.",
                f"It comes to {own:,} in this part and {self._elements:,} so far; the most is "
                f"{_MOST_ELEMENTS_OF_A_PART:,} and {_MOST_ELEMENTS:,}.",
                "Check that this is the census return, or export it again.",
                line_of(node),
            )
        if _TOO_DEEP(node):
            raise FileRefused(
                "The file goes deeper than a census return does.",
                f"There are elements within elements more than {_DEEPEST} times.",
                "Check that this is the census return, or export it again.",
                line_of(node),
            )

    def _forget_before(self, child: Node) -> None:
        parent = child.getparent()
        assert parent is not None
        if child.getprevious() is None:
            self._text(parent.text, parent)
        while (before := child.getprevious()) is not None:
            self._stray(before)
            parent.remove(before)

    def _look_at_frame(self, root: Node) -> None:
        self._refuse_too_many(root)
        self.frame = tuple(str(each.tag) for each in root)
        for each in (root, *root):
            self._text(each.text, each)
            self._text(each.tail, each)
            for name in each.attrib:
                if not str(name).startswith("{http://www.w3.org/2001/XMLSchema-instance}"):
                    self._note(Stray(f"the attribute {name}", line_of(each)))
        for each in root.iterfind("Children/*"):
            self._stray(each)

    def _stray(self, node: Node) -> None:
        if node.tag != "Child":
            self._refuse_too_many(node)
            self._note(Stray(etree.QName(node).localname, line_of(node)))
        self._text(node.tail, node)

    def _text(self, text: str | None, near: Node) -> None:
        if text and text.strip() and str(near.tag) != "Header":
            self._note(Stray("", line_of(near)))

    def _note(self, stray: Stray) -> None:
        self.strays.append(stray)
        if len(self.strays) > _MOST_STRAYS:
            raise FileRefused(
                "The file is not laid out as a census return.",
                f"More than {_MOST_STRAYS} things stand between the children that are not children.",
                "Export the return again.",
                stray.line,
            )


_COUNTED = etree.XPath("count(descendant-or-self::*)")
_TOO_DEEP = etree.XPath(f"boolean(descendant-or-self::*[count(ancestor::*) >= {_DEEPEST}])")


def _safe_parser() -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=("end",),
        tag=("Header", "Child"),
        remove_comments=True,
        remove_pis=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


def _too_long() -> FileRefused:
    return FileRefused(
        "One part of the file is too long to be a child's record.",
        f"Nothing ended in {_LONGEST_PART // 1024**2} MiB.",
        "Check that this is the census return, or export it again.",
    )


def _not_well_formed(error: etree.XMLSyntaxError) -> FileRefused:
    reason = (error.msg or "").split(", line")[0].rstrip(".")
    if "encoding" in reason.lower() or "UTF-8" in reason:
        return FileRefused(
            "The file is not in the encoding it says it is in.",
            f"The XML reader stopped: {reason}.",
            "Save it as UTF-8 and say so in its first line.",
            error.lineno or 0,
        )
    return FileRefused(
        "The file is not complete, well-formed XML.",
        f"The XML reader stopped: {reason}.",
        "Export the return again, or correct the file at that line. Nothing was loaded.",
        error.lineno or 0,
    )
