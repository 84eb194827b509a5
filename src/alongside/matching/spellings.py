"""The ways in which a person's names may be written or heard: worked out, kept, and worked out again.

Whatever records or changes a name or a day of birth calls ``keep`` in the same transaction. ``names_of`` and ``spelt`` are pure,
so that whoever writes many people at once builds the very same rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from alongside.matching.models import Spelling
from alongside.matching.nicknames import full_names
from alongside.matching.sounds import sounds
from alongside.people.folding import fold
from alongside.people.models import Name, Person

#: Of a name in many parts, so many of each kind are paired with one another.
MOST_PARTS = 3
#: What one person may have: enough for any family, and an end for whoever tries to fill the table.
MOST = 60
Told = tuple[str, str]
Row = tuple[str, str, str, str, str, str, bool]


def names_of(called: str, names: Iterable[Told]) -> list[Told]:
    """Every (given, family) by which a person goes, folded: their names, and the name shown where it is another.

    Words in place of a name, such as “Father (not known)” or “Child 1234”, are none.
    """
    told = [(fold(given), fold(family)) for given, family in names]
    shown = fold(called)
    if "(" in called or any(map(str.isdigit, shown)) or shown in {f"{g} {f}".strip() for g, f in told}:
        return told
    given, _, family = shown.rpartition(" ")
    return [*told, (given, family)] if given else told


def spelt(told: Iterable[Told]) -> list[Row]:
    """The rows for these names: words, given and family sound, sounds, begins, ends, by_birth. Sorted, each once."""
    rows = sorted(set(islice((row for given, family in told for row in _rows(given, family)), MOST)))
    there: set[tuple[str, str]] = set()
    found: list[Row] = []
    for row in rows:
        written = row[0], row[4]
        found.append((*row, written not in there))
        there.add(written)
    return found


def _rows(given: str, family: str) -> Iterator[tuple[str, str, str, str, str, str]]:
    words = f"{given} {family}".strip()[:200]
    givens, families = given.split()[:MOST_PARTS], family.split()
    if len(families) > 1:
        families = [*families[-MOST_PARTS:], "".join(families)]
    for one in givens or [""]:
        for other in families or [""]:
            yield from _pair(words, one, other)


def _pair(words: str, given: str, family: str) -> Iterator[tuple[str, str, str, str, str, str]]:
    first, *others = (given, *full_names(given)) if given else (family,)
    second = family if given else ""
    for said in _codes(first):
        for also in _codes(second):
            yield (words, said, also, *together(first, second, said, also))
    for full in others:
        said, also = sounds(full)[0][:40], _codes(second)[0]
        yield (words, said, also, *together(full, second, said, also))


def _codes(word: str) -> tuple[str, ...]:
    return tuple(code[:40] for code in sounds(word)) if word else ("",)


def together(one: str, other: str, said: str, also: str) -> tuple[str, str, str]:
    """Two words as one key each: their sounds, their first and their last two letters; any order gives the same."""
    return (
        " ".join(sorted((said, also))).strip(),
        " ".join(sorted((one[:2], other[:2]))).strip(),
        " ".join(sorted((one[-2:], other[-2:]))).strip(),
    )


def rows_for(person: Person, names: Iterable[Told]) -> list[Spelling]:
    """The unsaved rows of a person with these (given, family) names."""
    return [_row(person, row) for row in spelt(names_of(person.called, names))]


def _row(person: Person, row: Row) -> Spelling:
    words, given_sound, family_sound, both, begins, ends, by_birth = row
    return Spelling(
        person=person, words=words, given_sound=given_sound, family_sound=family_sound, sounds=both,
        begins=begins, ends=ends, by_birth=by_birth, area_id=person.area_id, born_on=person.born_on,
    )  # fmt: skip


def keep(person: Person) -> int:
    """Bring a person's rows up to date with their names and day of birth; how many were written or taken away."""
    wanted = set(spelt(names_of(person.called, person.names.values_list("given", "family"))))
    return _bring_up_to_date(person, wanted, list(person.spellings.all()))


def born(person: Person) -> int:
    """Bring a person's rows up to date with their day of birth, their names being as they were; how many there are."""
    return Spelling.objects.filter(person=person).update(born_on=person.born_on)


def _bring_up_to_date(person: Person, wanted: set[Row], there: list[Spelling]) -> int:
    own = person.area_id, person.born_on
    right = {as_row(one): one.pk for one in there if (one.area_id, one.born_on) == own}
    stale = {one.pk for one in there} - {pk for row, pk in right.items() if row in wanted}
    missing = sorted(wanted - right.keys())
    if stale:
        Spelling.objects.filter(pk__in=stale).delete()
    if missing:
        Spelling.objects.bulk_create(_row(person, row) for row in missing)
    return len(stale) + len(missing)


def as_row(one: Spelling) -> Row:
    """A saved row as ``spelt`` gives it."""
    return one.words, one.given_sound, one.family_sound, one.sounds, one.begins, one.ends, one.by_birth


def rebuild(area_code: str = "", *, chunk: int = 2000, dry_run: bool = False) -> Iterator[tuple[int, int]]:
    """Work out everyone's rows again, so many people in a transaction; gives (people, rows changed) as it goes."""
    people = Person.objects.order_by("pk")
    if area_code:
        people = people.filter(area__code=area_code)
    after = None
    while True:
        some = list(
            (people.filter(pk__gt=after) if after else people).only("pk", "called", "area", "born_on")[:chunk]
        )
        if not some:
            return
        after = some[-1].pk
        with transaction.atomic():
            changed = _rebuild(some)
            transaction.set_rollback(dry_run)
        yield len(some), changed


def _rebuild(people: list[Person]) -> int:
    names: dict[object, list[Told]] = {person.pk: [] for person in people}
    there: dict[object, list[Spelling]] = {person.pk: [] for person in people}
    for key, given, family in Name.objects.filter(person__in=people).values_list("person", "given", "family"):
        names[key].append((given, family))
    for one in Spelling.objects.filter(person__in=people):
        there[one.person_id].append(one)
    return sum(
        _bring_up_to_date(person, set(spelt(names_of(person.called, names[person.pk]))), there[person.pk])
        for person in people
    )
