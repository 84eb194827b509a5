"""Writing records as a return, by the same table of elements that reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, BinaryIO

from lxml import etree

from . import elements
from .elements import Element, Group
from .records import Header, ReadChild

_LEVEL = "L"


def write(file: BinaryIO, header: Header, children: Iterable[ReadChild]) -> int:
    """Write a return, one child at a time; how many children were written.

    Flags are written 1 and 0, reviews in one wrapper, as the newest layout has them.
    """
    count = 0
    with etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("Message"):
            xml.write(_group(elements.HEADER, _said(header), header.year), pretty_print=True)
            with xml.element("Children"):
                for child in children:
                    xml.write(_group(elements.CHILD, child, header.year), pretty_print=True)
                    count += 1
    return count


def _said(header: Header) -> dict[str, Any]:
    return {
        "collection": {"collection": "CIN", "year": header.year, "reference_date": header.reference_date},
        "source": {
            "level": _LEVEL,
            "authority": header.authority,
            "software": header.software,
            "release": header.release,
            "serial": header.serial,
            "made_at": header.made_at,
        },
    }


def _group(group: Group, record: Any, year: int) -> etree._Element:
    node = etree.Element(group.tag)
    for member in group.in_year(year):
        value = record.get(member.fills) if isinstance(record, dict) else getattr(record, member.fills, None)
        if value is None or value == ():
            continue
        if isinstance(member, Element):
            _value(node, member, value)
        elif member.wrapper:
            (inner,) = member.in_year(year)
            assert isinstance(inner, Element)
            wrapper = etree.SubElement(node, member.tag)
            for each in value:
                _value(wrapper, inner, each)
        else:
            for each in value if member.most is None else (value,):
                node.append(_group(member, each, year))
    return node


def _value(node: etree._Element, element: Element, value: object) -> None:
    etree.SubElement(node, element.tag).text = _text(value)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date) else str(value)
