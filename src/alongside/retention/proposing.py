"""Words in a pack that may tell of somebody else, proposed from how the record is built. Nobody is decided for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from alongside.chronology.models import Entry
from alongside.people.models import ContactDetail, Name, Person, Residence
from alongside.referrals.models import Referral
from alongside.retention.models import PackSpan
from alongside.retention.pack import WHO_TOLD, Piece

Why = PackSpan.Why
#: Shorter words than this are not looked for by themselves: too many of them are words of their own.
SHORTEST = 3


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """Some words of a piece, from one place to another, and why they are proposed."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Others:
    """What is looked for in every piece: words, by the reason for which they are proposed."""

    words: tuple[tuple[str, str], ...]

    def pattern(self) -> re.Pattern[str] | None:
        """All of them at once, the longest first, as whole words."""
        said = sorted({re.escape(words) for words, _ in self.words}, key=len, reverse=True)
        return re.compile(rf"(?<!\w)(?:{'|'.join(said)})(?!\w)", re.IGNORECASE) if said else None

    def why(self, words: str) -> str:
        return next(why for said, why in self.words if said.lower() == words.lower())


def others_around(people: QuerySet[Person]) -> Others:
    """Other people's names, who made referrals, and protected addresses, for one child's record."""
    words: dict[str, str] = {}
    for said in _referrers(people):
        words.setdefault(said, Why.REFERRER.value)
    for said in (*_addresses(people), *_contacts(people)):
        words.setdefault(said, Why.ADDRESS.value)
    own = {part for name in _names(people) for part in _parts(name)}
    for name in _names(_others(people)):
        for part in _parts(name):
            if part not in own:
                words.setdefault(part, Why.NAME.value)
    return Others(tuple(words.items()))


def _others(people: QuerySet[Person]) -> QuerySet[Person]:
    """Family, household, and children spoken of at the same conferences."""
    related = (
        Q(relationships__other__in=people)
        | Q(related_to__person__in=people)
        | Q(households__household__members__person__in=people)
        | Q(cases__conferencedecisions__conference__decisions__case__child__in=people)
        | Q(cases__conference_bookings__booking__children__case__child__in=people)
    )
    keys = Person.objects.filter(related).order_by().values("pk")
    return Person.objects.filter(pk__in=keys).exclude(pk__in=people)


def _names(people: QuerySet[Person]) -> Iterator[str]:
    yield from people.values_list("called", flat=True)
    for given, family in Name.objects.filter(person__in=people.order_by().values("pk")).values_list(
        "given", "family"
    ):
        yield f"{given} {family}".strip()


def _parts(name: str) -> Iterator[str]:
    """A whole name and each word of it."""
    yield name
    yield from (word for word in name.split() if len(word) >= SHORTEST)


def _referrers(people: QuerySet[Person]) -> Iterator[str]:
    fields = ("referrer_name", "referrer_contact", "referrer_email", "referrer__name")
    for row in Referral.objects.filter(case__child__in=people).values_list(*fields):
        yield from (value for value in row if value and len(value) >= SHORTEST)


def _addresses(people: QuerySet[Person]) -> Iterator[str]:
    kept_secret = Residence.objects.filter(protected=True).filter(
        Q(person__in=people) | Q(person__in=_others(people).values("pk"))
    )
    for residence in kept_secret.exclude(address=None).select_related("address"):
        address = residence.address
        if address is not None:
            yield str(address)
            yield from (
                line.strip()
                for line in (*address.lines.splitlines(), address.postcode)
                if len(line.strip()) >= SHORTEST
            )


def _contacts(people: QuerySet[Person]) -> Iterator[str]:
    """Numbers and addresses that somebody must not learn."""
    theirs = Q(person__in=people) | Q(person__in=_others(people).values("pk"))
    yield from ContactDetail.objects.protected().filter(theirs).values_list("value", flat=True)


def proposed(piece: Piece, others: Others, pattern: re.Pattern[str] | None) -> list[Found]:
    """What is proposed in one piece: no two of them overlap."""
    if isinstance(piece.record, Entry) and piece.record.sealed_for:
        return [Found(0, len(piece.words), Why.MARKED.value)]
    found = list(_fields(piece))
    if pattern is not None:
        found += [
            Found(one.start(), one.end(), others.why(one.group())) for one in pattern.finditer(piece.words)
        ]
    return apart(found)


def _fields(piece: Piece) -> Iterator[Found]:
    """Whole lines that say who told something, or the name of somebody who came for no agency."""
    at = 0
    for line in piece.lines:
        start = at + (len(line.label) + 2 if line.label else 0)
        at = start + len(line.words) + 1
        if line.field in WHO_TOLD:
            yield Found(start, start + len(line.words), Why.REFERRER.value)
        elif line.field == "name" and getattr(piece.record, "agency_id", "none") is None:
            yield Found(start, start + len(line.words), Why.NAME.value)


def apart(found: Iterable[Found]) -> list[Found]:
    """The same places with those that overlap made one, under the reason of the first."""
    joined: list[Found] = []
    for one in sorted(found, key=lambda place: (place.start, -place.end)):
        if joined and one.start < joined[-1].end:
            last = joined[-1]
            joined[-1] = Found(last.start, max(last.end, one.end), last.why)
        else:
            joined.append(one)
    return joined
