"""Families for disposal: what is kept of whom, row by row, and whether anything names somebody."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from random import Random
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.agencies.models import Area, Practitioner
from alongside.cases.models import Case
from alongside.demo.lives import family, live
from alongside.demo.organisation import Borough
from alongside.demo.telling import Cast
from alongside.people.models import Address, Household, HouseholdMember, Name, Person, Relationship, Residence
from alongside.retention import disposing
from alongside.retention.holding import set_period
from alongside.retention.models import Disposal, DisposalLine

#: Cases below closed on this day, and five years from closing are over on DUE.
CLOSED, DUE = date(2027, 3, 1), datetime(2032, 3, 2, 12, tzinfo=UTC)
#: Thirty days after it was signed.
COOLED = datetime(2032, 4, 1, 12, tzinfo=UTC)
#: The audit holds keys until its own time is over; what tells of the disposal itself is made by it.
OF_THE_ACT = {"audit.Row", "audit.Head", "retention.Disposal", "retention.DisposalLine"}

Rows = dict[tuple[str, Any], tuple[Any, ...]]


def every_row() -> Rows:
    """Every row of every table, as it stands."""
    return {
        (model._meta.label, values[0]): values
        for model in apps.get_models(include_auto_created=True)
        for values in model._default_manager.values_list(
            "pk", *(f.attname for f in model._meta.concrete_fields)
        )
    }


def naming(person: UUID, reference: str) -> list[str]:
    """The rows of any table, but the audit's, that hold somebody's key or reference, in whatever column."""
    marks = (str(person), person.hex, reference)
    return [
        f"{label} {key}"
        for (label, key), values in every_row().items()
        if label not in ("audit.Row", "audit.Head")
        and any(value == person or any(mark in str(value) for mark in marks) for value in values)
    ]


def others_than(rows: Rows, going: dict[str, set[UUID]], clocked: Collection[str] = ()) -> Rows:
    """Those rows that are not going, not of the act, and of no kind in ``clocked``, whose own time is over."""
    return {
        (label, key): values
        for (label, key), values in rows.items()
        if label not in OF_THE_ACT and label not in clocked and key not in going.get(label, set())
    }


def decided(area: Area, by: Practitioner, groups: tuple[str, ...] = ("plan", "help", "referral")) -> None:
    """The area keeps every record for five years from the last closing."""
    for group in groups:
        set_period(
            by=by, area=area, group=group, clock="closed", years=5, decided_by="Council schedule of 2025",
            from_on=date(2027, 1, 1), now=datetime(2026, 12, 1, tzinfo=UTC),
        )  # fmt: skip


def close(child: Person) -> None:
    Case.objects.filter(child=child).update(closed_on=CLOSED, closure_reason="no-further-action")


def signed(area: Area, first: Practitioner, second: Practitioner) -> Disposal:
    """What is due, proposed and signed by two; it may be carried out on COOLED."""
    disposal = disposing.propose(by=first, area=area, now=DUE)
    disposing.sign(by=first, disposal=disposal, now=DUE)
    return disposing.sign(by=second, disposal=disposal, now=DUE)


def families(borough: Borough, chance: Random, count: int) -> Iterator[list[Person]]:
    """Families that live through what chance has for them; some share a parent, a home or a household."""
    cast = Cast(borough)
    shared = _grown_up(borough, "SHARED")
    for number in range(count):
        home = family(cast, chance, date(2025, 3, 3))
        for _ in live(home, home.when(date(2025, 3, 3))):
            pass
        children = list(home.people)
        mother = _grown_up(borough, f"MOTHER{number}")
        address = Address.objects.create(area=borough.area, lines=f"{number} Quay Street", postcode="ZZ1 1ZZ")
        household = Household.objects.create(area=borough.area, called=f"Home {number}")
        for one in (mother, *children):
            Residence.objects.create(person=one, address=address, from_on=date(2020, 1, 1))
            if chance.random() < 0.7:
                HouseholdMember.objects.create(household=household, person=one, from_on=date(2020, 1, 1))
        for child in children:
            parent = shared if chance.random() < 0.3 else mother
            Relationship.objects.create(person=parent, other=child, kind=Relationship.Kind.PARENT)
        yield children


def _grown_up(borough: Borough, name: str) -> Person:
    person = Person.objects.create(area=borough.area, reference=f"WREN-{name}", called=f"{name} Quay")
    Name.objects.create(person=person, given=name.title(), family="Quay")
    return person


def line_of(disposal: Disposal) -> DisposalLine:
    """The one line of a disposal, as it is now."""
    return disposal.lines.get()
