"""Asking what somebody's NHS number is. Off, unless an installation turns it on; and never a key of anything here.

Statute speaks of a consistent identifier and leaves it to regulations which one. So an NHS number is kept as one
identifier among others, with where it came from; no record is found, joined or made by it alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

import nhs_number
from django.conf import settings

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.people.folding import fold
from alongside.people.models import Identifier, Name, Person
from alongside.refusals import Refusal

OFF, LOCAL = "off", "local"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Of whom the number is asked."""

    given: str
    family: str
    born_on: date
    sex: str = ""
    postcode: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. number: ten digits, or none. source: who said so, as it is kept with the number.

    outside: whether anything left this computer to find it.
    """

    number: str
    source: str
    outside: bool


class Adapter(Protocol):
    """Finds an NHS number. One that asks a service says so by ``asks_outside``, and the page tells it first."""

    name: str
    asks_outside: bool

    def find(self, asked: Asked) -> Answer: ...


class LocalAdapter:
    """Looks only at records here that the practitioner may read: no call is made, nothing leaves this computer."""

    name = "The records here. No call is made, and nothing leaves this computer."
    asks_outside = False

    def __init__(self, by: Practitioner) -> None:
        self.by = by

    def find(self, asked: Asked) -> Answer:
        """The number that is recorded for exactly one person of this name and day of birth; none otherwise."""
        names = Name.objects.filter(given_key=fold(asked.given), family_key=fold(asked.family))
        born = Person.objects.filter(born_on=asked.born_on, pk__in=names.values("person"))
        people = READ_RECORD.filter(born, self.by)
        numbers = Identifier.objects.filter(
            scheme=Identifier.Scheme.NHS_NUMBER, person__in=people.values("pk")
        ).values_list("value", flat=True)
        found = set(numbers)
        number = found.pop() if len(found) == 1 else ""
        return Answer(
            number if number and nhs_number.is_valid(number) else "", "the records here", outside=False
        )


ADAPTERS: dict[str, Callable[[Practitioner], Adapter]] = {LOCAL: LocalAdapter}


def adapter(by: Practitioner) -> Adapter:
    """The adapter this installation has turned on. Raises Refusal where it has none."""
    chosen = settings.CONFIG.nhs_numbers
    if chosen == OFF:
        raise Refusal(
            "Looking up NHS numbers is turned off here.", "The setting NHS_NUMBERS is “off”, as it is shipped.",
            "Ask the family, the GP or the health visitor; or ask whoever runs this service to turn it on.",
        )  # fmt: skip
    return ADAPTERS[chosen](by)
