"""Relatives, households and homes, written down as the acts leave them."""

from __future__ import annotations

from datetime import date, datetime

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.demo.fast import steps
from alongside.demo.fast.family import Child, Family
from alongside.demo.fast.writing import write
from alongside.matching.spellings import rows_for
from alongside.moments import day_of
from alongside.people.models import Address, Household, HouseholdMember, Person, Relationship, Residence


def _note(child: Child, what: str, by: Practitioner, now: datetime, on: date | None = None) -> None:
    child.last_episode.tell(kinds.DETAILS_CHANGED, on=on or day_of(now), by=by, now=now, what=what)


@write.register
def _(step: steps.AddRelative, family: Family) -> None:
    person = Person(
        area_id=family.area.pk, reference=step.reference, called=step.called, recorded_at=step.now
    )
    family.rows.add(person)
    for spelling in rows_for(person, []):
        family.rows.add(spelling)
    for child in family.children:
        found = Relationship(
            person=person,
            other=child.person,
            kind=step.kind,
            parental_responsibility=step.parental_responsibility,
        )
        family.rows.add(found)
        kind = str(Relationship.Kind(step.kind).label).lower()
        responsibility = str(found.get_parental_responsibility_display()).lower()
        words = f"{person} recorded as {kind}. Parental responsibility: {responsibility}."
        _note(child, words, step.by, step.now)
    if step.lives_with_children:
        family.living_together.append(person)


@write.register
def _(step: steps.ShareHousehold, family: Family) -> None:
    eldest, *others = family.children
    people = [*(child.person for child in others), *family.living_together]
    household = family.rows.add(Household(area_id=family.area.pk, called=f"Household of {eldest.person}"))
    family.rows.add(HouseholdMember(household=household, person=eldest.person))
    for person in people:
        family.rows.add(HouseholdMember(household=household, person=person, from_on=day_of(step.now)))
    names = ", ".join(person.called for person in people) or "nobody who is recorded"
    _note(eldest, f"Lives with {names}.", step.by, step.now)


@write.register
def _(step: steps.MoveHome, family: Family) -> None:
    home = step.home
    for child in family.children:
        if child.residence:
            child.residence.to_on = home.from_on
        address = None
        if not home.no_fixed_address:
            address = family.rows.add(
                Address(area_id=family.area.pk, lines=home.lines, postcode=home.postcode.upper())
            )
        child.residence = family.rows.add(
            Residence(
                person=child.person, address=address, no_fixed_address=home.no_fixed_address, protected=home.protected,
                protected_from=home.protected_from, from_on=home.from_on,
            )
        )  # fmt: skip
        _note(child, _words(step), step.by, step.now, home.from_on)


def _words(step: steps.MoveHome) -> str:
    if step.home.no_fixed_address:
        return "The child has no fixed address now."
    if step.home.protected:
        return "The child moved. The new address is protected: it is shown only to those who must know it."
    return "The child moved. The new address is on the page of people."
