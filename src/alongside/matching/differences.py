"""In what two records of one person differ: field by field, in words, for a person to choose."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from alongside.people.models import DECLINED, NOT_ASKED, UNKNOWN, Person


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a person that may differ. nothing: the values that say nothing."""

    label: str
    nothing: tuple[Any, ...] = ("", None)
    is_day: bool = False


_ASKED = ("", None, NOT_ASKED, UNKNOWN, DECLINED)
FIELDS = {
    "called": Field("Name shown"),
    "born_on": Field("Date of birth", is_day=True),
    "expected_on": Field("Expected date of birth", is_day=True),
    "died_on": Field("Date of death", is_day=True),
    "sex": Field("Sex", ("", None, Person.Sex.NOT_RECORDED)),
    "gender": Field("Gender"),
    "ethnicity": Field("Ethnicity", _ASKED),
    "first_language": Field("First language", _ASKED),
    "interpreter": Field("Interpreter", _ASKED),
    "religion": Field("Religion", _ASKED),
    "disabled": Field("Disabled", _ASKED),
    "communication_needs": Field("Communication needs"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two records differ. A conflict must be chosen; what one lacks is taken from the other."""

    field: str
    label: str
    kept: str
    joined: str
    kept_value: Any
    joined_value: Any
    is_conflict: bool


def differences(kept: Person, joined: Person) -> list[Difference]:
    """Conflicts first; then what ``kept`` lacks and ``joined`` has. What only ``kept`` has needs nothing.

    A birth that has happened is no conflict with one that was expected: the day of birth stands.
    """
    found = []
    for name, field in FIELDS.items():
        mine, theirs = getattr(kept, name), getattr(joined, name)
        if mine == theirs or theirs in field.nothing or (name == "expected_on" and kept.born_on):
            continue
        if name == "born_on" and kept.expected_on:
            found.append(_difference(kept, joined, "expected_on", None, conflict=False))
        found.append(_difference(kept, joined, name, theirs, conflict=mine not in field.nothing))
    return sorted(found, key=lambda one: not one.is_conflict)


def _difference(kept: Person, joined: Person, name: str, theirs: Any, *, conflict: bool) -> Difference:
    return Difference(
        field=name, label=FIELDS[name].label, kept=_words(kept, name), joined=_words(joined, name),
        kept_value=getattr(kept, name), joined_value=theirs, is_conflict=conflict,
    )  # fmt: skip


def _words(person: Person, name: str) -> str:
    value = getattr(person, name)
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    shown = getattr(person, f"get_{name}_display", None)
    return str(shown() if shown else value or "Nothing recorded")
