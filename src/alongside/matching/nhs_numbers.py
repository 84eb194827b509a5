"""Asking what somebody's NHS number is. Off, unless an installation turns it on; and never a key of anything here.

Statute speaks of a consistent identifier and leaves it to regulations which one. So an NHS number is kept as one
identifier among others, with where it came from; no record is found, joined or made by it alone. What an adapter
finds are candidates: a person compares them and chooses, and nothing is kept that nobody chose.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Protocol

import nhs_number
from django.conf import settings

from alongside.access.policies import READ_RECORD
from alongside.agencies.models import Practitioner
from alongside.matching import comparing as c
from alongside.matching import weights
from alongside.matching.candidates import SHOWN, candidates, described
from alongside.matching.comparing import Told
from alongside.matching.sounds import alike
from alongside.matching.wanted import nearness
from alongside.people.models import Identifier
from alongside.refusals import Refusal

OFF, LOCAL, FILE = "off", "local", "file"
#: In the data folder: what a tracing service answered, as somebody put it there.
ANSWERS = "nhs-numbers.csv"
COLUMNS = ("given_names", "family_name", "date_of_birth", "sex", "postcode", "nhs_number")
SCHEME = str(Identifier.Scheme.NHS_NUMBER)
MOST = 5


@dataclass(frozen=True, slots=True)
class Traced:
    """One person whom the number may be: what is said of them, their number, and who says so."""

    number: str
    told: Told
    source: str


class Adapter(Protocol):
    """Finds people who may be the one described, each with an NHS number. It keeps nothing.

    One that asks a service says so by ``asks_outside``, and the page tells it before anything is asked.
    """

    name: str
    asks_outside: bool

    def find(self, told: Told) -> tuple[Traced, ...]: ...


class LocalAdapter:
    """Looks only at records here that the practitioner may read: no call is made, nothing leaves this computer."""

    name = "The other records here that you may read. No call is made, and nothing leaves this computer."
    asks_outside = False

    def __init__(self, by: Practitioner) -> None:
        self.by = by

    def find(self, told: Told) -> tuple[Traced, ...]:
        """People on record like the one described who have a number that this record has not."""
        found = candidates(replace(told, numbers=frozenset()), by=self.by, policy=READ_RECORD)
        return tuple(
            Traced(number, one.told, f"the record {one.person.reference}")
            for one in found
            for scheme, number in sorted(one.told.numbers)
            if scheme == SCHEME and (scheme, number) not in told.numbers
        )


class FileAdapter:
    """Looks into a file that a tracing service answered with, put into the data folder by whoever runs the service.

    Its columns are ``COLUMNS``, its days as 2020-09-03. No call is made.
    """

    name = (
        "The file of a tracing service that whoever runs this service has put here. No call is made, and nothing "
        "leaves this computer."
    )
    asks_outside = False

    def __init__(self, by: Practitioner, path: Path | None = None) -> None:
        self.path = path or settings.CONFIG.data_folder / ANSWERS

    def find(self, told: Told) -> tuple[Traced, ...]:
        """Those of the file who are like the one described, the likeliest first."""
        found = [(self._likelihood(told, one.told), one) for one in self._rows() if _near(told, one.told)]
        ordered = sorted((one for one in found if one[0] >= SHOWN), key=lambda one: (-one[0], one[1].number))
        return tuple(one for _, one in ordered[:MOST])

    def _likelihood(self, told: Told, other: Told) -> float:
        return weights.in_use().likelihood(c.compare(told, replace(other, numbers=frozenset())))

    def _rows(self) -> Iterator[Traced]:
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as lines:
                rows = csv.DictReader(lines)
                if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
                    raise Refusal(
                        "The file of NHS numbers cannot be read.", f"It has no column {', '.join(missing)}.",
                        "Ask whoever runs this service to put the file there again.",
                    )  # fmt: skip
                yield from (one for row in rows if (one := _traced(row)))
        except (OSError, UnicodeDecodeError, csv.Error) as wrong:
            raise Refusal(
                "There is no file of NHS numbers that can be read.", f"It is expected as {ANSWERS} in the data folder.",
                "Ask whoever runs this service to put the file there.",
            ) from wrong  # fmt: skip


def _traced(row: dict[str, str]) -> Traced | None:
    """A row as a candidate; none where its number is no NHS number or its day no day."""
    number = "".join((row["nhs_number"] or "").split())
    try:
        born = date.fromisoformat((row["date_of_birth"] or "").strip())
    except ValueError:
        return None
    if not nhs_number.is_valid(number):
        return None
    told = described(
        given=row["given_names"] or "", family=row["family_name"] or "", born_on=born,
        sex=(row["sex"] or "").strip().upper()[:1], postcode=row["postcode"] or "", numbers=[(SCHEME, number)],
    )  # fmt: skip
    return Traced(number, told, "the tracing service")


def _near(told: Told, other: Told) -> bool:
    """Whether two descriptions are worth comparing: a day of birth that is near, or names that sound alike."""
    return nearness(told.born, other.born) > 0 or any(
        given and also and alike(given.split()[0], also.split()[0]) and alike(family, other_family)
        for given, family in told.names
        for also, other_family in other.names
    )


ADAPTERS: dict[str, Callable[[Practitioner], Adapter]] = {LOCAL: LocalAdapter, FILE: FileAdapter}


def adapter(by: Practitioner) -> Adapter:
    """The adapter this installation has turned on. Raises Refusal where it has none."""
    chosen = settings.CONFIG.nhs_numbers
    if chosen == OFF:
        raise Refusal(
            "Looking up NHS numbers is turned off here.", "The setting NHS_NUMBERS is “off”, as it is shipped.",
            "Ask the family, the GP or the health visitor; or ask whoever runs this service to turn it on.",
        )  # fmt: skip
    return ADAPTERS[chosen](by)
