"""Telephone numbers and e-mail addresses: how they are compared, and what is wrong with one. Pure."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"[\s().\-/\u2010-\u2015]")
_EXTENSION = re.compile(r"\s*(?:ext\.?|extension|x)\s*\d+$", re.IGNORECASE)
_ABROAD, _OURS = "00", "0044"
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
#: Digits of a whole number, as it is dialled from here: “01632 960 001” has eleven, some older ones ten.
SHORTEST, LONGEST = 10, 17


def contact_key(written: str) -> str:
    """A number or address however it is written: “+44 (0)7700 900 123” and “07700-900123” are one.

    From abroad it begins with 00. What is no number is in small letters, without spaces.
    """
    text = _EXTENSION.sub("", written.strip())
    if "@" in text:
        return re.sub(r"\s", "", text).casefold()
    closed = _BETWEEN.sub("", text)
    if closed.startswith("+"):
        closed = f"{_ABROAD}{closed[1:]}"
    if closed.startswith(_OURS):
        return f"0{closed[len(_OURS) :].removeprefix('0')}"
    return closed.casefold()


def as_contact(typed: str) -> str:
    """The key of what was typed where it can only be a whole telephone number or an e-mail address; else empty."""
    key = contact_key(typed)
    if _EMAIL.fullmatch(key):
        return key
    return (
        key if key.isascii() and key.isdigit() and key[0] == "0" and SHORTEST <= len(key) <= LONGEST else ""
    )


def check_contact(kind: str, value: str) -> str:
    """What is wrong with a number or address, as a sentence a person can act on; empty when nothing is."""
    key = as_contact(value)
    if kind == "email":
        return (
            ""
            if "@" in key
            else f"“{value}” is not an e-mail address, like name@example.org. Look at it again."
        )
    if not key or "@" in key:
        return (
            f"“{value}” is not a whole telephone number, like 07700 900123 or +44 7700 900123. "
            "Enter it with the code of its area."
        )
    return ""
