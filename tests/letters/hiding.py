"""Hiding a family of the told world: each of them at a protected home with a protected number, both in no other place."""

from __future__ import annotations

from alongside.people.models import Address, ContactDetail, Person, Residence

ROADS = (
    "Quernstone",
    "Vexley",
    "Zobrist",
    "Jaxwold",
    "Pyxmere",
    "Kwerby",
    "Wivenox",
    "Fyzgarth",
    "Ulvdraught",
    "Ghyxholme",
)


def hide(people: list[Person]) -> dict[str, str]:
    """Hide them, and give what must not be seen, as it would be found closed up in small letters, with whose it is."""
    secrets = {}
    for number, person in enumerate(people):
        road, postcode, ring = (
            f"{ROADS[number % 10]}{number}",
            f"ZQ{number + 10} 7XY",
            f"0799{number + 1000000:07d}",
        )
        address = Address.objects.create(
            area=person.area, lines=f"{number + 3} {road} Terrace\nEastmere", postcode=postcode
        )
        Residence.objects.filter(person=person).update(protected=True)
        Residence.objects.create(person=person, address=address, protected=True, protected_from="Somebody")
        ContactDetail.objects.create(
            person=person, kind="mobile", value=ring, safe="not-known", protected=True
        )
        secrets |= {
            road.lower(): f"a home of {person}",
            postcode.replace(" ", "").lower(): f"a postcode of {person}",
            ring: f"a number of {person}",
        }
    return secrets
