"""What stands before the first element, read before anything else is trusted.

A document type can declare entities, and an entity can name a file of this machine, an address,
or a text that doubles a hundred times. The census uses none, so a file that declares one is refused
from its first few thousand bytes, before any parser that could follow it has seen it.
"""

from __future__ import annotations

from io import SEEK_END
from typing import BinaryIO
from xml.parsers import expat

from .problems import FileRefused

_LOOK_AT = 4096
#: A return's first element stands within the first lines. Anything longer is not a prolog.
_LONGEST = 64 * 1024
#: Five times the return of the largest authority.
_LARGEST_FILE = 512 * 1024 * 1024

_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1", "windows-1252"})

_OTHER_FILES = (
    (b"PK\x03\x04", "This looks like a zip archive or a spreadsheet."),
    (b"\x1f\x8b", "This looks like a compressed file."),
    (b"%PDF", "This looks like a PDF document."),
    (b"SQLite format 3", "This looks like a database."),
)


class _FirstElement(Exception):
    """The prolog is over. Carries the name of the first element, after its namespace if any."""


def check(file: BinaryIO) -> None:
    """Refuse a file whose beginning is not that of a census return. Leaves the file at its start.

    Raises FileRefused: empty, another kind of file, not XML, a document type or entity declared,
    an encoding or a namespace the census does not use, or another first element.
    """
    _check_size(file)
    file.seek(0)
    try:
        _read(file)
    except _FirstElement as reached:
        _check_first(str(reached))
    finally:
        file.seek(0)


def _check_size(file: BinaryIO) -> None:
    size = file.seek(0, SEEK_END)
    if size > _LARGEST_FILE:
        raise FileRefused(
            "The file is larger than any census return.",
            f"It has {size // 1024**2:,} MiB, and the most is {_LARGEST_FILE // 1024**2}.",
            "Check that this is the census return, or export it again.",
        )


def _read(file: BinaryIO) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler = _declaration
    parser.StartDoctypeDeclHandler = _document_type
    parser.EntityDeclHandler = _document_type
    parser.StartElementHandler = _first_element
    read = 0
    while block := file.read(_LOOK_AT):
        if not read:
            _check_kind(block)
        read += len(block)
        _feed(parser, block)
        if read >= _LONGEST:
            raise FileRefused(
                "This is not a census return.",
                f"There is no element in the first {_LONGEST // 1024} KiB.",
                "Choose the XML file that was made for the census.",
            )
    if not read:
        raise FileRefused(
            "The file is empty.", "It holds no bytes.", "Choose the file again, or export it again."
        )
    _feed(parser, b"", final=True)


def _feed(parser: expat.XMLParserType, block: bytes, final: bool = False) -> None:
    try:
        parser.Parse(block, final)
    except expat.ExpatError as error:
        raise _not_xml(expat.ErrorString(error.code), error.lineno) from None
    except (LookupError, ValueError, UnicodeError) as error:
        raise _encoding(str(error)) from None


def _not_xml(reason: str, line: int) -> FileRefused:
    if "encoding" in reason:
        return _encoding(f"the XML reader says: {reason}")
    return FileRefused(
        "This is not XML.",
        f"The XML reader stopped: {reason}.",
        "Choose the XML file that was made for the census, or export it again.",
        line,
    )


def _encoding(reason: str) -> FileRefused:
    return FileRefused(
        "The file is in an encoding the census does not use.",
        f"It was not possible to read its characters: {reason}.",
        "Save it as UTF-8 and say so in its first line.",
        1,
    )


def _check_kind(block: bytes) -> None:
    for start, looks in _OTHER_FILES:
        if block.startswith(start):
            raise FileRefused("This is not XML.", looks, "Take the XML file out of it, and import that.", 1)


def _declaration(version: str, encoding: str | None, standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        raise _encoding(f"it says {encoding}")


def _document_type(*_: object) -> None:
    raise FileRefused(
        "The file declares a document type or an entity.",
        "The census uses neither, and an entity can reach other files or grow without end. Nothing was read.",
        "Export the return again from the system it came from. If it has them again, ask its supplier.",
    )


def _first_element(name: str, attributes: dict[str, str]) -> None:
    raise _FirstElement(name)


def _check_first(name: str) -> None:
    namespace, _, tag = name.rpartition(" ")
    if namespace:
        raise FileRefused(
            "The file uses a namespace the census does not have.",
            f"Its first element is {tag} in the namespace {namespace}.",
            "Export it again without a namespace.",
        )
    if tag != "Message":
        raise FileRefused(
            "This is not a children in need census return.",
            f"Its first element is {tag}, and a return begins with Message.",
            "Choose the XML file that was made for the census.",
        )
