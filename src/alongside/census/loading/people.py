"""The child's own record: made from a return, or brought up to date with a later one."""

from __future__ import annotations

from datetime import date
from typing import Any

from alongside.matching import spellings
from alongside.people.models import DECLINED, NOT_ASKED, Disability, Identifier, Person
from alongside.people.references import new_reference

from .context import Loading

_NONE = "NONE"
_ETHNICITY = {"REFU": DECLINED, "NOBT": NOT_ASKED}
_NUMBERS = {
    "upn": Identifier.Scheme.UPN,
    "former_upn": Identifier.Scheme.FORMER_UPN,
    "upn_unknown": Identifier.Scheme.UPN_UNKNOWN,
}


def make(loading: Loading, number: str, details: dict[str, Any]) -> Person:
    """A new child, called by the authority's number: a return has no names."""
    child = Person.objects.create(
        area=loading.area, reference=new_reference(loading.area), called=f"Child {number}",
        recorded_at=loading.now, **_fields(details),
    )  # fmt: skip
    Identifier.objects.create(
        area=loading.area,
        person=child,
        scheme=Identifier.Scheme.LA_CHILD_ID,
        value=number,
        source=loading.source,
    )
    _write_numbers(loading, child, details)
    _write_disabilities(child, details)
    return child


def bring_up_to_date(loading: Loading, child: Person, details: dict[str, Any]) -> None:
    """Write what the details say now over what an earlier return said."""
    for name, value in _fields(details).items():
        setattr(child, name, value)
    child.save(update_fields=tuple(_fields(details)))
    spellings.born(child)
    child.identifiers.filter(scheme__in=list(_NUMBERS.values()), source__startswith="census").delete()
    child.disabilities.all().delete()
    _write_numbers(loading, child, details)
    _write_disabilities(child, details)


def _fields(details: dict[str, Any]) -> dict[str, Any]:
    given = details["disabilities"]
    return {
        "born_on": _date(details["born_on"]),
        "expected_on": _date(details["expected_on"]),
        "died_on": _date(details["died_on"]),
        "sex": details["sex"],
        "ethnicity": _ETHNICITY.get(details["ethnicity"], details["ethnicity"]),
        "disabled": NOT_ASKED if not given else "no" if given == [_NONE] else "yes",
    }


def _date(day: str | None) -> date | None:
    return date.fromisoformat(day) if day else None


def _write_numbers(loading: Loading, child: Person, details: dict[str, Any]) -> None:
    Identifier.objects.bulk_create(
        Identifier(area=loading.area, person=child, scheme=scheme, value=details[name], source=loading.source)
        for name, scheme in _NUMBERS.items()
        if details[name]
    )


def _write_disabilities(child: Person, details: dict[str, Any]) -> None:
    Disability.objects.bulk_create(
        Disability(person=child, code=code) for code in details["disabilities"] if code != _NONE
    )
