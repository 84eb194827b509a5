"""Changing what is recorded of a child: details, names and numbers. One function for each act."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.family.ethnicities import in_words
from alongside.family.noting import note, refuse_future
from alongside.keeping import check, keep
from alongside.matching import spellings
from alongside.people.models import THREE_ANSWERS, Identifier, Name, Person
from alongside.refusals import Refusal

#: The details that may be changed, and what each is called in a sentence.
DETAILS = {
    "called": "The name shown",
    "born_on": "The date of birth",
    "birth_estimated": "Whether the date of birth is an estimate",
    "expected_on": "The expected date of birth",
    "died_on": "The date of death",
    "sex": "Sex",
    "gender": "Gender",
    "ethnicity": "Ethnicity",
    "first_language": "First language",
    "interpreter": "The need for an interpreter",
    "religion": "Religion",
    "disabled": "Whether the child is disabled",
    "communication_needs": "Communication needs",
}


@transaction.atomic
def change_details(
    *, by: Practitioner, child: Person, changes: dict[str, object], now: datetime
) -> Entry | None:
    """Change what is recorded of a child, for any of ``DETAILS``; None when nothing is different.

    Raises Refusal for a birth or a death in the future. The entry says what changed, from what, to what.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    if unknown := changes.keys() - DETAILS.keys():
        raise TypeError(f"A child has no detail {', '.join(sorted(unknown))}.")
    before = {name: _said(child, name) for name in changes}
    for name, value in changes.items():
        setattr(child, name, value)
    _refuse_impossible_life(child, now)
    said = [
        f"{DETAILS[name]} changed from {before[name]} to {_said(child, name)}."
        for name in changes
        if before[name] != _said(child, name)
    ]
    if not said:
        return None
    check(child)
    keep(child, update_fields=tuple(changes))
    if {"called", "born_on"} & changes.keys():
        spellings.keep(child)
    if "born_on" in changes:
        _birthday_moved(child)
    return note(child, " ".join(said), by=by, now=now)


@transaction.atomic
def add_name(
    *, by: Practitioner, child: Person, kind: str, given: str, family: str, now: datetime,
    from_on: date | None = None, to_on: date | None = None,
) -> Name:  # fmt: skip
    """Record another of the child's names, and when it was theirs. The name shown stays as it is."""
    child = policies.CHANGE_DETAILS.lock(child, by)
    if not (given or family):
        raise Refusal(
            "There is no name here.", "Both boxes are empty.", "Enter at least one of them.", field="given"
        )
    name = Name(person=child, kind=kind, given=given, family=family, from_on=from_on, to_on=to_on)
    check(name)
    keep(name)
    spellings.keep(child)
    note(child, f"{name.get_kind_display()} recorded: {name}.", by=by, now=now)
    return name


@transaction.atomic
def add_identifier(
    *, by: Practitioner, child: Person, scheme: str, value: str, now: datetime, source: str = ""
) -> Identifier:
    """Record a number by which another system knows the child. Spaces in it are left out.

    Raises ValidationError, in words, for a number whose check digit or form is wrong, or that is recorded.
    """
    child = policies.CHANGE_DETAILS.lock(child, by)
    identifier = Identifier(
        area_id=child.area_id,
        person=child,
        scheme=scheme,
        value="".join(value.split()).upper(),
        source=source,
    )
    if Identifier.objects.filter(person=child, scheme=scheme, value=identifier.value).exists():
        raise Refusal(
            "This number is recorded already.", f"{child} has it on the page of their people.",
            "There is nothing more to do.", field="value",
        )  # fmt: skip
    check(identifier)
    keep(identifier)
    note(child, f"{identifier.get_scheme_display()} recorded.", by=by, now=now)
    return identifier


def _birthday_moved(child: Person) -> None:
    """What is due around the eighteenth birthday is due on another day now."""
    case = Case.objects.filter(child=child, closed_on=None).first()
    if case is not None:
        case.child = child
        refresh(case)


def _said(child: Person, name: str) -> str:
    """A detail as it reads in a sentence."""
    value = getattr(child, name)
    if name == "ethnicity":
        return f"“{in_words(value)}”"
    if isinstance(value, date):
        return f"{value:%-d %B %Y}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = getattr(child, f"get_{name}_display", lambda: dict(THREE_ANSWERS).get(value, value))()
    return f"“{shown}”" if shown else "nothing"


def _refuse_impossible_life(child: Person, now: datetime) -> None:
    for name in ("born_on", "died_on"):
        day = getattr(child, name)
        if day:
            refuse_future(day, DETAILS[name], name, now)
