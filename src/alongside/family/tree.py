"""Who belongs to a child's family, as it is drawn: people by generation, couples with their children, and the rest.

Everything is read from relationships that people recorded. Nothing is guessed: parents who are not recorded as a
couple are not drawn as one, and a brother or sister whose parents are not recorded hangs on nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from uuid import UUID

from alongside.people.models import Person, Relationship

Kind = Relationship.Kind
PARENTS = (Kind.MOTHER.value, Kind.FATHER.value, Kind.PARENT.value)
#: How many generations above the child somebody stands. Whoever is not here is a line of words, not of blood.
ABOVE = {
    **dict.fromkeys(PARENTS, 1), Kind.STEP_PARENT.value: 1, Kind.PARTNER.value: 1, Kind.CARER.value: 1,
    Kind.AUNT_OR_UNCLE.value: 1, Kind.GRANDPARENT.value: 2, Kind.SIBLING.value: 0, Kind.COUSIN.value: 0, Kind.COUPLE.value: 0,
}  # fmt: skip
WOMAN, MAN, UNKNOWN, UNBORN = "woman", "man", "unknown", "unborn"


@dataclass(slots=True)
class Drawn:
    """One person. row: generations below the eldest drawn. shape: circle, square, diamond or triangle, by what they are.

    home: the household they live in now, 0 for the child's own; None where it is not recorded.
    """

    person: Person
    row: int = 0
    shape: str = UNKNOWN
    home: int | None = None
    roles: list[str] = field(default_factory=list)
    responsibility: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """One or two people and the children they have together. state: together, separated, or not recorded."""

    parents: tuple[UUID, ...]
    children: tuple[UUID, ...] = ()
    state: str = ""

    @property
    def name(self) -> str:
        return "u" + "".join(key.hex for key in self.parents)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two people who belong together without being parent and child or a couple: a step-parent, an aunt, a carer."""

    one: UUID
    two: UUID
    words: str


@dataclass(slots=True)
class Tree:
    """A family to be drawn. people: by key, the child's own first."""

    child: Person
    people: dict[UUID, Drawn]
    unions: list[Union]
    ties: list[Tie]

    def row(self, number: int) -> list[Drawn]:
        return [one for one in self.people.values() if one.row == number]

    @property
    def rows(self) -> int:
        return max((one.row for one in self.people.values()), default=-1) + 1

    def twins(self, union: Union) -> list[tuple[UUID, ...]]:
        """Children of a union born on one day, or expected on one."""
        days: dict[object, list[UUID]] = {}
        for key in union.children:
            person = self.people[key].person
            day = person.born_on if not person.birth_estimated else None
            if day or person.expected_on:
                days.setdefault(day or person.expected_on, []).append(key)
        return [tuple(keys) for keys in days.values() if len(keys) > 1]


def tree_of(
    child: Person, relationships: Iterable[Relationship], homes: Mapping[UUID, Collection[object]]
) -> Tree:
    """The family of a child from relationships among the people around them, both ends of each read with it.

    homes: the households in which each person lives now. A relationship that ended is a couple that separated, and
    nothing else: what was recorded wrongly is not drawn.
    """
    standing = [
        one
        for one in relationships
        if one.to_on is None or (one.kind == Kind.COUPLE and not one.taken_back_because)
    ]
    people = {child.pk: Drawn(child)}
    for one in standing:
        if one.kind in ABOVE:
            for person in (one.person, one.other):
                people.setdefault(person.pk, Drawn(person))
    drawn = [one for one in standing if one.kind in ABOVE]
    _reach(child, people, drawn)
    drawn = [one for one in drawn if one.person_id in people and one.other_id in people]
    _describe(child, people, drawn, homes)
    unions = _unions(people, drawn)
    _name_siblings(child, people, unions)
    in_unions = {frozenset((parent, kid)) for one in unions for parent in one.parents for kid in one.children}
    siblings = {frozenset(pair) for one in unions for pair in _pairs(one.children)}
    half = {
        frozenset((a, b)) for one in unions for other in unions if set(one.parents) & set(other.parents)
        for a in one.children for b in other.children if a != b
    }  # fmt: skip
    ties = [
        Tie(one.person_id, one.other_id, str(one.get_kind_display()).lower())
        for one in drawn
        if one.kind not in (*PARENTS, Kind.COUPLE)
        and frozenset((one.person_id, one.other_id)) not in (in_unions | siblings | half)
        and not _is_implied(one, unions)
    ]
    return Tree(child, people, unions, _once(ties, child.pk))


def _reach(child: Person, people: dict[UUID, Drawn], drawn: list[Relationship]) -> None:
    """Give everybody who can be reached from the child a row, the eldest first; leave out the others."""
    height = {child.pk: 0}
    waiting = [child.pk]
    while waiting:
        key = waiting.pop(0)
        # What says most of a generation is followed first: a parent before a carer.
        for one in sorted(drawn, key=lambda each: (each.kind not in PARENTS, each.kind != Kind.COUPLE)):
            if key not in (one.person_id, one.other_id):
                continue
            up = one.other_id == key
            other = one.person_id if up else one.other_id
            if other not in height:
                height[other] = height[key] + (ABOVE[one.kind] if up else -ABOVE[one.kind])
                waiting.append(other)
    eldest = max(height.values())
    for key in list(people):
        if key in height:
            people[key].row = eldest - height[key]
        else:
            del people[key]


def _describe(
    child: Person,
    people: dict[UUID, Drawn],
    drawn: list[Relationship],
    homes: Mapping[UUID, Collection[object]],
) -> None:
    ours, numbers = set(homes.get(child.pk, ())), dict[object, int]()
    for key, one in people.items():
        theirs = sorted(homes.get(key, ()), key=str)
        if ours & set(theirs):
            one.home = 0
        elif theirs:
            one.home = numbers.setdefault(theirs[0], len(numbers) + 1)
        one.shape = _shape(one.person)
    for relationship in drawn:
        who = people[relationship.person_id]
        if relationship.kind == Kind.MOTHER:
            who.shape = WOMAN
        elif relationship.kind == Kind.FATHER:
            who.shape = MAN
        if relationship.person_id == child.pk and relationship.kind == Kind.SIBLING:
            people[relationship.other_id].roles.append(str(relationship.get_kind_display()).lower())
        if relationship.other_id == child.pk:
            who.roles.append(str(relationship.get_kind_display()).lower())
            who.responsibility |= relationship.parental_responsibility == "yes"


def _name_siblings(child: Person, people: dict[UUID, Drawn], unions: list[Union]) -> None:
    """Say of children who share parents with the child, and of whom nothing else is said, who they are."""
    mine = {union.parents for union in unions if child.pk in union.children}
    parents = {key for of in mine for key in of}
    for union in unions:
        whole = union.parents in mine
        if whole or parents & set(union.parents):
            for key in union.children:
                if key != child.pk and not people[key].roles:
                    people[key].roles.append("brother or sister" if whole else "half-brother or half-sister")


def _shape(person: Person) -> str:
    if person.is_unborn:
        return UNBORN
    return {Person.Sex.FEMALE.value: WOMAN, Person.Sex.MALE.value: MAN}.get(person.sex, UNKNOWN)


def _unions(people: dict[UUID, Drawn], drawn: list[Relationship]) -> list[Union]:
    """Each set of parents with their children, eldest first, and each couple, with or without."""
    parents: dict[UUID, set[UUID]] = {}
    for one in drawn:
        if one.kind in PARENTS:
            parents.setdefault(one.other_id, set()).add(one.person_id)
    states: dict[frozenset[UUID], str] = {}
    for one in drawn:
        if one.kind == Kind.COUPLE:
            pair = frozenset((one.person_id, one.other_id))
            if states.get(pair) != "together":
                states[pair] = "separated" if one.to_on else "together"
    order = list(people)
    families: dict[tuple[UUID, ...], list[UUID]] = {}
    for kid, of in parents.items():
        families.setdefault(tuple(sorted(of, key=order.index)), []).append(kid)
    for pair in states:
        families.setdefault(tuple(sorted(pair, key=order.index)), [])

    def born(key: UUID) -> tuple[str, str]:
        person = people[key].person
        return str(person.born_on or person.expected_on or "9999"), person.called

    return [
        Union(of, tuple(sorted(kids, key=born)), states.get(frozenset(of), ""))
        for of, kids in families.items()
    ]


def _is_implied(one: Relationship, unions: list[Union]) -> bool:
    """Whether the drawing says it already: a grandparent through a parent, a step-parent through a couple."""
    parents = {key for union in unions if one.other_id in union.children for key in union.parents}
    if one.kind == Kind.GRANDPARENT:
        return any(set(union.children) & parents and one.person_id in union.parents for union in unions)
    if one.kind in (Kind.STEP_PARENT, Kind.PARTNER):
        return any(
            union.state and one.person_id in union.parents and set(union.parents) & parents
            for union in unions
        )
    if one.kind == Kind.AUNT_OR_UNCLE:
        return any(one.person_id in union.children and set(union.children) & parents for union in unions)
    return False


def _pairs(keys: tuple[UUID, ...]) -> list[tuple[UUID, UUID]]:
    return [(one, other) for place, one in enumerate(keys) for other in keys[place + 1 :]]


def _once(ties: list[Tie], child: UUID) -> list[Tie]:
    """Each pair once; and what somebody is to the child is not drawn again to or among brothers and sisters."""
    found: dict[frozenset[UUID], Tie] = {}
    to_child = {(key, one.words) for one in ties if child in (one.one, one.two) for key in (one.one, one.two)}
    for one in ties:
        if child in (one.one, one.two) or (one.one, one.words) not in to_child:
            found.setdefault(frozenset((one.one, one.two)), one)
    return list(found.values())
