"""Checks on the numbers by which other systems know a person."""

from __future__ import annotations

import re

import nhs_number

UPN_PATTERN = re.compile(r"^[A-Z][0-9]{11}[0-9A-Z]$")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"


def check_number(scheme: str, value: str) -> str:
    """What is wrong with a number, as a sentence a person can act on; empty when nothing is."""
    if scheme == "nhs-number" and not nhs_number.is_valid(value):
        return (
            f"“{value}” is not an NHS number: it has 10 digits, the last of which checks the others. "
            "Look at the number again."
        )
    if scheme in ("upn", "former-upn"):
        return check_upn(value)
    if scheme == "uln" and not (value.isdigit() and len(value) == 10):
        return f"“{value}” is not a unique learner number: it has 10 digits. Look at the number again."
    return ""


def check_upn(value: str) -> str:
    """What is wrong with a unique pupil number; empty when nothing is.

    A letter that checks the rest, the number of the authority that gave it, and a running number
    whose last character may be a letter on a temporary one.
    """
    if not UPN_PATTERN.match(value):
        return (
            f"“{value}” is not a unique pupil number: it has a letter, then 12 characters, all digits but "
            "perhaps the last. Look at the number again."
        )
    expected = upn_letter(value[1:])
    if value[0] != expected:
        return (
            f"“{value}” is not a unique pupil number: its first letter should be {expected} for these "
            "digits. Look at the number again."
        )
    return ""


def upn_letter(rest: str) -> str:
    """The check letter for the last twelve characters of a unique pupil number."""
    total = sum(weight * UPN_VALUES[character] for weight, character in zip(range(2, 14), rest, strict=True))
    return UPN_LETTERS[total % 23]


UPN_VALUES = {str(n): n for n in range(10)} | {letter: n for n, letter in enumerate(UPN_LETTERS)}
