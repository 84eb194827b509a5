"""Conflicts of interest that names on record suggest. A manager decides; nothing is closed by itself.

The service knows no home address of anybody who works here, so only names can be compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Concat

from alongside.access import policies
from alongside.access.models import ConflictReport, Restriction
from alongside.agencies.models import Area, Post, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.facts import Fact, listed_as, read
from alongside.people.folding import fold, last_word
from alongside.people.models import Name, Person, Relationship

SHOWN = 50
TOLD, STAFF, KIN, WORKING = "told", "staff", "kin", "working"


@dataclass(frozen=True, slots=True)
class Suggested:
    """One possible conflict: who, about which child, and what on record suggests it."""

    practitioner: UUID
    practitioner_name: str
    child: Person
    words: str


@dataclass(frozen=True, slots=True)
class Told:
    """What a practitioner told of themselves, not settled yet. key: of the report."""

    key: UUID
    practitioner: str
    words: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class _Named:
    key: UUID
    name: str
    given: str
    family: str


def suggested(area: Area, me: Practitioner, day: date) -> list[Suggested]:
    """What has not been settled yet, about children this manager may open: the same name first. Four queries."""
    return to_settle(area, me, day)[1]


def to_settle(area: Area, me: Practitioner, day: date) -> tuple[list[Told], list[Suggested]]:
    """What practitioners told, the oldest first, and what names on record suggest. Four queries."""
    first = read([*_reported(area, me), *_staff(area, day)])
    told = [
        Told(one.key, one.name, one.detail, one.at)
        for one in first
        if one.what == TOLD and one.key and one.at
    ]
    staff = {one.key: one for one in map(_named, first) if one and one.key != me.pk}
    return sorted(told, key=lambda one: (one.made_at, one.key)), _suggested(area, me, staff)


def _suggested(area: Area, me: Practitioner, staff: dict[UUID, _Named]) -> list[Suggested]:
    kin, working = _alike(area, staff)
    children = policies.READ_CHILD.filter(
        Person.objects.filter(pk__in={*(child for child, *_ in kin), *(child for child, _ in working)}), me
    )
    known: dict[Any, Person] = {child.pk: child for child in children}
    passed = _passed(known, staff)
    found: dict[tuple[Any, UUID], Suggested] = {}
    for child, name, kind, one in kin:
        if child in known and (child, one.key) not in passed:
            role = str(Relationship.Kind(kind).label).lower()
            found[child, one.key] = Suggested(
                one.key, one.name, known[child], f"{name}, the child’s {role}, has the same name."
            )
    for child, one in working:
        if child in known and (child, one.key) not in passed and _family_of(known[child]) == one.family:
            found.setdefault((child, one.key), Suggested(
                one.key, one.name, known[child], "They work with this child, and have the same family name."
            ))  # fmt: skip
    return list(found.values())[:SHOWN]


def _reported(area: Area, me: Practitioner) -> list[QuerySet[Any]]:
    declared = ConflictReport.objects.filter(
        area=area, settled_at=None, how=ConflictReport.How.DECLARED
    ).exclude(practitioner=me)
    longest = ConflictReport.objects.filter(pk__in=declared.order_by("made_at", "id").values("pk")[:SHOWN])
    return [listed_as(TOLD, longest, key="pk", name="practitioner__name", detail="words", at="made_at")]


def _staff(area: Area, day: date) -> list[QuerySet[Any]]:
    held = Q(to_on=None) | Q(to_on__gte=day)
    posts = Post.objects.filter(held, agency__areas=area, from_on__lte=day, practitioner__is_active=True)
    return [listed_as(STAFF, posts, key="practitioner", name="practitioner__name")]


def _named(fact: Fact) -> _Named | None:
    if fact.what != STAFF or fact.key is None:
        return None
    folded = fold(fact.name)
    return _Named(fact.key, fact.name, folded.partition(" ")[0], last_word(fact.name) or folded)


def _alike(
    area: Area, staff: dict[UUID, _Named]
) -> tuple[list[tuple[UUID, str, str, _Named]], list[tuple[UUID, _Named]]]:
    """Relatives of children with an open case named as somebody who works here, and who works with whom. One query."""
    by_name: dict[str, list[_Named]] = {}
    for one in staff.values():
        by_name.setdefault(f"{one.given} {one.family}", []).append(one)
    alike = Name.objects.filter(
        given_key__in={one.given for one in staff.values()}, family_key__in={one.family for one in staff.values()},
        person__area=area, person__relationships__to_on=None,
        person__relationships__other__in=Case.objects.filter(area=area, closed_on=None).values("child"),
    )  # fmt: skip
    allocated = Allocation.objects.current().filter(practitioner__in=staff, case__closed_on=None)
    facts = read([
        listed_as(KIN, alike, key="person__relationships__other", name="person__called",
                  role="person__relationships__kind", detail=Concat("given_key", Value(" "), "family_key", output_field=TextField())),
        listed_as(WORKING, allocated, key="case__child", detail=Cast("practitioner", TextField())),
    ])  # fmt: skip
    kin = [
        (fact.key, fact.name, fact.role, one)
        for fact in facts if fact.what == KIN and fact.key
        for one in by_name.get(fact.detail, ())
    ]  # fmt: skip
    working = [(fact.key, staff[UUID(fact.detail)]) for fact in facts if fact.what == WORKING and fact.key]
    return kin, working


def _passed(children: dict[Any, Person], staff: dict[UUID, _Named]) -> set[tuple[Any, Any]]:
    """Pairs that were settled or closed before. One query."""
    settled = ConflictReport.objects.filter(how=ConflictReport.How.FOUND, child__in=children)
    closed = Restriction.objects.filter(child__in=children, practitioner__in=staff, to_on=None)
    return set(
        settled.order_by().values_list("child", "practitioner")
        .union(closed.order_by().values_list("child", "practitioner"))
    )  # fmt: skip


def _family_of(child: Person) -> str:
    return last_word(child.called) or fold(child.called)
