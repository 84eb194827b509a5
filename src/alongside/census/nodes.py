"""The XML elements handed between the reader's parts."""

from __future__ import annotations

from typing import Any, TypeAlias

#: An lxml element. Its published types know neither the line an element begins on nor ``keep_tail``.
Node: TypeAlias = Any


#: Past this line the parser knows only where an element's first text ends.
_LAST_KNOWN = 65_535


def line_of(node: Node) -> int:
    """The line of the file an element begins on; 0 if it is not known."""
    line: int = node.sourceline or 0
    if line > _LAST_KNOWN and node.text:
        line -= node.text.count("\n")
    return line
