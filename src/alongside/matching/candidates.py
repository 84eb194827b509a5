"""Search before create: whose records may be those of a person who is described, and what would decide it.

The order comes from learnt weights; nobody sees a number, and nothing is decided here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from alongside.access.policies import READ_CHILD
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner
from alongside.matching import comparing as c
from alongside.matching import finding, weights
from alongside.matching.comparing import Levels, Told
from alongside.matching.reading import told_of
from alongside.matching.wanted import Wanted
from alongside.people.folding import closed_up, fold
from alongside.people.models import Identifier, Person

#: From this likelihood on, of 1, a record is shown, and is called likely.
SHOWN, LIKELY = 0.003, 0.95
#: So many of those who are found by their names are compared field by field.
LOOKED_AT = 40


class Band(StrEnum):
    """How sure the comparison is. Only a person says that two records are of one person."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"

    @property
    def words(self) -> str:
        return BANDS[self]


BANDS = {
    Band.CERTAIN: "The same number, and nothing speaks against it",
    Band.LIKELY: "Much speaks for it",
    Band.POSSIBLE: "May be",
}
AGAINST = "Much speaks against it"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be the person's: how each field compares, and how sure that is."""

    person: Person
    told: Told
    levels: Levels
    band: Band
    likelihood: float

    @property
    def words(self) -> str:
        """How sure the comparison is, in words."""
        return AGAINST if self.band == Band.POSSIBLE and self.likelihood < SHOWN else self.band.words


def described(
    *,
    given: str = "",
    family: str = "",
    born_on: date | None = None,
    sex: str = "",
    postcode: str = "",
    numbers: Collection[tuple[str, str]] = (),
) -> Told:
    """A description as it is compared: what somebody said of a person who has no record yet."""
    name = (fold(given), fold(family))
    return Told(
        names=(name,) if any(name) else (), born=born_on, sex=sex,
        postcodes=(closed_up(postcode),) if postcode else (), numbers=frozenset(numbers),
    )  # fmt: skip


def candidates(
    told: Told,
    *,
    by: Practitioner,
    policy: Policy = READ_CHILD,
    without: Collection[UUID] = (),
    limit: int = 5,
) -> list[Candidate]:
    """The records that may be this person's, the likeliest first: only those ``by`` may open. Three queries.

    A record that ``by`` may not open is not there, in number or in time.
    """
    words = tuple(" ".join(told.names[0]).split()) if told.names else ()
    found = finding.near(Wanted(words, told.born), by, policy, limit=LOOKED_AT)
    numbered = Identifier.objects.filter(value__in=[value for _, value in told.numbers])
    keys = {one.person for one in found} | set(
        policy.filter(Person.objects.filter(pk__in=numbered.values("person")), by).values_list(
            "pk", flat=True
        )
    )
    people = list(Person.objects.filter(pk__in=keys - set(without)))
    there = told_of(people)
    compared = [candidate(told, person, there[person.pk]) for person in people]
    likely = [one for one in compared if one.likelihood >= SHOWN or one.levels[c.NUMBER] == c.SAME]
    return sorted(likely, key=lambda one: (-one.likelihood, one.person.called, one.person.pk))[:limit]


def candidate(told: Told, person: Person, there: Told) -> Candidate:
    """A described person and a record, compared."""
    levels = c.compare(told, there)
    likelihood = weights.in_use().likelihood(levels)
    return Candidate(person, there, levels, band(levels, likelihood), likelihood)


def band(levels: Levels, likelihood: float) -> Band:
    """How sure a comparison is.

    Certain only where a number agrees and every other field that can be compared does: twins, brothers and
    sisters, and people of one name born on one day are never certain, whatever their weights.
    """
    if _beyond_doubt(levels):
        return Band.CERTAIN
    if likelihood >= LIKELY and not could_be_twin(levels) and levels[c.NUMBER] != c.DIFFERENT:
        return Band.LIKELY
    return Band.POSSIBLE


def _beyond_doubt(levels: Levels) -> bool:
    return (
        levels[c.NUMBER] == c.SAME
        and levels[c.GIVEN] == c.SAME
        and levels[c.FAMILY] in (c.SAME, c.PART_SHARED)
        and levels[c.BORN] == c.SAME
        and levels[c.SEX] != c.DIFFERENT
    )


def could_be_twin(levels: Levels) -> bool:
    """Whether all that agrees is what twins, or a brother and a sister, share."""
    return levels[c.GIVEN] not in (c.SAME, c.SHORT_FORM) and levels[c.FAMILY] != c.DIFFERENT
