"""Turning the written form of a value into the value, or saying why it cannot be done."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from .elements import Element, Format

Value = str | int | bool | date | datetime

#: Nothing in a return about children happened before this year, so an earlier day is a slip of the pen.
EARLIEST_YEAR = 1900

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_CHILD_ID = re.compile(r"[A-Za-z0-9]{1,20}")
_OLD_CHILD_ID = re.compile(r"\S{1,20}")
_UPN = re.compile(r"[A-Za-z]\d{11}[\dA-Za-z]")
_FLAGS = {"1": True, "true": True, "0": False, "false": False}

#: The old gender item and the sex it is read as. 9, indeterminate, has no better answer than unknown.
SEX_OF_GENDER = {"1": "M", "2": "F", "0": "U", "9": "U"}

#: The collection from which the child's number is held to letters and digits.
_CHILD_ID_HELD_SINCE = 2025


@dataclass(eq=False)
class Unreadable(Exception):
    """A written value that is not one. ``why`` and ``do`` complete the problem shown."""

    why: str
    do: str
    rule: str = ""


def parse(element: Element, text: str, year: int) -> Value:
    """The value of ``element`` as written in the collection that ends in ``year``.

    Raises Unreadable. ``text`` has no space around it and is not empty.
    """
    if element.always and text != element.always:
        raise Unreadable(f"It is always {element.always}.", "Check that this is the right file.")
    if element.tag == "LAchildID":
        return _child_id(text, year)
    return _PARSERS[element.format](element, text, year)


def _date(element: Element, text: str, year: int) -> date:
    match = _DATE.fullmatch(text)
    if match is None:
        raise Unreadable(f"A date is written as {Format.DATE.value}.", "Write the date that way.")
    try:
        day = date(*map(int, match.groups()))
    except ValueError:
        raise Unreadable("There is no such day.", "Find out the right day and correct the file.") from None
    if day.year < EARLIEST_YEAR:
        raise Unreadable(
            f"It is before {EARLIEST_YEAR}.",
            "Find out the right day, or leave the element out if not needed.",
        )
    return day


def _moment(element: Element, text: str, year: int) -> datetime:
    try:
        if "T" not in text:
            raise ValueError
        return datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"It should be {Format.MOMENT.value}.", "Write it that way.") from None


def _code(element: Element, text: str, year: int) -> str:
    assert element.codes is not None
    code = element.codes.by_code.get(text)
    if code is None:
        near = next(
            (c.code for c in element.codes.valid_in(year) if c.code.casefold() == text.casefold()), None
        )
        do = (
            f"Write {near}."
            if near
            else "Use a code of this collection, or correct it where it was recorded."
        )
        known = ", ".join(c.code for c in element.codes.valid_in(year))
        raise Unreadable(f"The code set of {element.tag} is {known}.", do)
    if not code.valid_in(year):
        when = f"from {code.first}" if year < code.first else f"up to {code.last}"
        raise Unreadable(
            f"{text} ({code.label}) is a code of collections {when}, and this one ends in {year}.",
            "Use a code of this collection.",
        )
    return SEX_OF_GENDER[text] if element.tag == "GenderCurrent" else text


def _flag(element: Element, text: str, year: int) -> bool:
    try:
        return _FLAGS[text.lower()]
    except KeyError:
        raise Unreadable(f"It should be {Format.FLAG.value}.", "Write 1 or 0.", "8568") from None


def _count(element: Element, text: str, year: int) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 3):
        raise Unreadable(f"It should be {Format.COUNT.value}.", "Write the number in digits.")
    return int(text)


def _year(element: Element, text: str, year: int) -> int:
    if not re.fullmatch(r"\d{4}", text, re.ASCII):
        raise Unreadable(f"It should be {Format.YEAR.value}.", "Write the year the period ends.")
    return int(text)


def _child_id(text: str, year: int) -> str:
    since = year >= _CHILD_ID_HELD_SINCE
    if len(text) > 20:
        raise Unreadable(
            f"It has {len(text)} characters and may have 20.", "Use the number on record.", "1570"
        )
    if not (_CHILD_ID if since else _OLD_CHILD_ID).fullmatch(text):
        raise Unreadable(f"It should be {Format.CHILD_ID.value}.", "Use only letters and digits.", "1580")
    return text


def _upn(element: Element, text: str, year: int) -> str:
    if element.tag == "UPN" and not _UPN.fullmatch(text):
        raise Unreadable(f"It should be {Format.UPN.value}.", "Check it with the school.", "1540")
    return text


def _digits(least: int, most: int | None) -> Callable[[Element, str, int], str]:
    pattern = re.compile(rf"\d{{{least},{most or ''}}}", re.ASCII)

    def digits(element: Element, text: str, year: int) -> str:
        if not pattern.fullmatch(text):
            raise Unreadable(f"It should be {element.format.value}.", "Correct it.")
        return text

    return digits


def _text(element: Element, text: str, year: int) -> str:
    return text


_PARSERS: Mapping[Format, Callable[[Element, str, int], Value]] = {
    Format.DATE: _date,
    Format.MOMENT: _moment,
    Format.YEAR: _year,
    Format.CODE: _code,
    Format.FLAG: _flag,
    Format.COUNT: _count,
    Format.AUTHORITY: _digits(3, 3),
    Format.SERIAL: _digits(3, None),
    Format.UPN: _upn,
    Format.TEXT: _text,
}
